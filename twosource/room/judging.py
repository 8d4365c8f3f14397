"""Judging: a verdict is kept if whoever gives it has seen all that was judged of its thing before.

Verdicts are only ever added. Two verdicts by two people on one thing are both kept; a conflict means no more than "look
again first", and nothing is written by it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from twosource import upkeep
from twosource.across import Anchor, Judgement
from twosource.ledger import Ledger, View, Writer
from twosource.model.pairs import PairReader, Reader
from twosource.room.judging_effect import Effect, compared
from twosource.room.judging_known import Known
from twosource.room.judging_request import Request, after, faults, judgement
from twosource.room.judging_state import since, state, tag, touching
from twosource.room.judging_things import Thing

__all__ = ["Outcome", "Request", "Thing", "effects", "judge", "state", "withdraw"]

EFFECTS = "effect"
"""A judgement's id → what it changed, as JSON: known only at the time, and not found again from what is there."""

Kind = Literal["kept", "known", "conflict", "refused", "absent", "forbidden"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a request.

    ``kept``: ``judgement`` was added, and ``effect`` says what that changed. ``known``: it was there already.
    ``conflict``: others judged the thing since it was seen, ``meanwhile`` says what; empty where not a verdict but the
    content changed. ``refused``: ``reasons`` say why it makes no sense. ``absent``, ``forbidden``: of a withdrawal,
    there is no such judgement, or it is somebody else's. ``tag`` is the state of the thing now. ``leaning`` are the
    verdicts on the same thing that came after a withdrawn one, and still hold.
    """

    kind: Kind
    tag: str = ""
    judgement: Judgement | None = None
    meanwhile: tuple[Judgement, ...] = ()
    leaning: tuple[Judgement, ...] = ()
    reasons: tuple[str, ...] = ()
    effect: Effect | None = None

    def as_dict(self) -> dict[str, Any]:
        """What the API answers with."""
        return {
            "judgement": self.judgement.as_dict() if self.judgement else None,
            "known": self.kind == "known",
            "effect": self.effect.as_dict() if self.effect else None,
            "leaning": [one.as_dict() for one in self.leaning],
        }


def judge(ledger: Ledger, request: Request, *, seen: str, reader: Callable[[], Reader] = PairReader) -> Outcome:
    """Add the verdict of ``request`` in one transaction, unless its thing is no longer as it was at the tag ``seen``.

    A request that was sent before is known and not added again, also where its first sending has changed the tag.
    ``reader`` gives the network that a correction is compared by, and is asked for it by no other verdict.
    """
    with ledger.write() as writer:
        known = Known(writer)
        if reasons := faults(known, request):
            return Outcome(kind="refused", reasons=tuple(reasons))
        before, now = touching(known, request.thing), tag(known, request.thing)
        given = judgement(known, replace(request, made_at=after(request.made_at, before)))
        new = since(before, seen) if seen != now else before[-1:]
        if twin := _twin(known, given, new):
            return Outcome(kind="known", tag=now, judgement=twin)
        if seen != now:
            return Outcome(kind="conflict", tag=now, meanwhile=tuple(new))
        changed = _keep(ledger, writer, known, given, lambda: _adding(writer, request, given, reader))
        return Outcome(kind="kept", tag=state(writer, request.thing), judgement=given, effect=changed)


def withdraw(ledger: Ledger, id_: str, *, by: str, made_at: str, anybodys: bool = False) -> Outcome:
    """Take a judgement back: one's own, or with ``anybodys`` another's too. What was withdrawn before stays so. Later
    verdicts on the same thing are not touched."""
    with ledger.write() as writer:
        known = Known(writer)
        found = known.judgement(id_)
        if found is None or found.verdict == "withdrawn":
            return Outcome(kind="absent")
        if not anybodys and found.by != by:
            return Outcome(kind="forbidden")
        leaning, thing = tuple(_leaning(known, found)), thing_judged(known, found)
        if back := known.withdrawals(id_):
            return Outcome(kind="known", tag=tag(known, thing), judgement=back[0], leaning=leaning)
        given = _withdrawal(found, touching(known, thing), by=by, made_at=made_at)
        changed = _keep(ledger, writer, known, given, lambda: upkeep.judge(writer, [given]))
        return Outcome(kind="kept", tag=state(writer, thing), judgement=given, leaning=leaning, effect=changed)


def effects(view: View, ids: Collection[str]) -> dict[str, str]:
    """What judgements changed, in words, of those of which it is known."""
    found = view.keys(EFFECTS, sorted(ids))
    return {id_: str(json.loads(min(texts))["text"]) for id_, texts in found.items() if texts}


def thing_judged(known: Known, one: Judgement) -> Thing:
    """What a judgement is about, by the ids that it has now."""
    if one.about == "source" or (one.about != "attribution" and one.right is None):
        left, right = one.left.record, one.right.record if one.right else None
    else:
        left = known.attribution_at(one.left)
        right = known.attribution_at(one.right) if one.right and one.verdict != "corrected" else None
    return Thing(about=one.about, left=left, right=right)


def _twin(known: Known, given: Judgement, new: Sequence[Judgement]) -> Judgement | None:
    """The verdict among ``new`` that ``given`` repeats: the same words by the same person on the same thing."""
    alike = (one for one in new if known.holds(one) and replace(one, made_at=given.made_at) == given)
    return next(alike, None)


def _keep(ledger: Ledger, writer: Writer, known: Known, given: Judgement, add: Callable[[], object]) -> Effect:
    """Let ``add`` keep ``given``, and remember what that changed: others still see the ledger as it was."""
    add()
    with ledger.view() as before:
        changed = compared(before, writer, given, known)
    told = json.dumps(changed.as_dict(), ensure_ascii=True, sort_keys=True)
    writer.put_keys(EFFECTS, {given.id: {told}})
    return changed


def _adding(writer: Writer, request: Request, given: Judgement, reader: Callable[[], Reader]) -> None:
    """Keep ``given``, what ``request`` comes to, and bring up to date what hangs on it."""
    if request.changes is None:
        upkeep.judge(writer, [given])
        return
    changes = replace(request.changes, note=given.note)
    upkeep.amend(writer, given.left.record, changes, by=given.by, made_at=given.made_at, reader=reader())


def _withdrawal(one: Judgement, given: Sequence[Judgement], *, by: str, made_at: str) -> Judgement:
    made_at = after(made_at, [one, *given])
    return Judgement(verdict="withdrawn", about=one.about, left=Anchor(record=one.id), by=by, made_at=made_at)


def _leaning(known: Known, found: Judgement) -> list[Judgement]:
    return [
        one
        for one in touching(known, thing_judged(known, found))
        if known.holds(one) and (one.made_at, one.id) > (found.made_at, found.id)
    ]
