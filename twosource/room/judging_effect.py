"""What a verdict changed: how the propositions that it touched are grouped and stand before and after it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from twosource.across import Judgement, Proposition, Status
from twosource.brief import phrases
from twosource.ledger import View
from twosource.room.judging_known import Known

_NAMED = 3
"""Propositions of which a change is told one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """How one proposition stands otherwise than before: ``status`` and ``independent`` each before and after. One that
    is new, or is gone, has nothing on that side."""

    wording: str
    status: tuple[Status | None, Status | None]
    independent: tuple[tuple[int, int] | None, tuple[int, int] | None]
    proposition: str

    def as_dict(self) -> dict[str, Any]:
        """An element of ``propositions``."""
        low_high = [dict(zip(("low", "high"), one, strict=True)) if one else None for one in self.independent]
        return {
            "proposition": self.proposition,
            "wording": self.wording,
            "status": list(self.status),
            "independent": low_high,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What was otherwise afterwards. ``regrouped`` statements belong with others than before, ``left_out`` no longer
    to any proposition, ``taken_in`` to one again; ``sources`` is how many sources there were of those that the verdict
    was about, before and after."""

    propositions: tuple[Shift, ...] = ()
    regrouped: int = 0
    left_out: int = 0
    taken_in: int = 0
    sources: tuple[int, int] = (0, 0)

    def as_dict(self) -> dict[str, Any]:
        """All of it, with ``text``: the same in words."""
        return {
            "propositions": [one.as_dict() for one in self.propositions],
            "regrouped": self.regrouped,
            "left_out": self.left_out,
            "taken_in": self.taken_in,
            "sources": list(self.sources),
            "text": self.text,
        }

    @property
    def text(self) -> str:
        """The whole on one line: ``status: contested → denied; 3 statements regrouped``."""
        return "; ".join(self._lines()) or "nothing else changed"

    def _lines(self) -> Iterator[str]:
        # What has gone into another is told by the statements that were regrouped.
        shown = [one for one in self.propositions if one.status[1] or not self.regrouped]
        for one in shown[:_NAMED]:
            told = "; ".join(_told(one))
            yield f"“{_short(one.wording)}”: {told}" if len(shown) > 1 else told
        if len(shown) > _NAMED:
            yield f"{phrases.count(len(shown) - _NAMED, 'more proposition')} changed"
        for number, what in ((self.regrouped, "regrouped"), (self.left_out, "left out"), (self.taken_in, "taken in")):
            if number:
                yield f"{phrases.count(number, 'statement')} {what}"
        before, after = self.sources
        if before > after:
            yield f"{before} sources are {'one' if after == 1 else after} now"
        elif before < after:
            yield f"{phrases.count(before, 'source')} became {after}"


@dataclass(frozen=True, slots=True)
class Standing:
    """What is compared: propositions by id, and the ids of sources. ``instead`` names corrections by what they correct,
    so that a statement and its correction are one."""

    propositions: Mapping[str, Proposition] = field(default_factory=dict)
    sources: Collection[str] = ()
    instead: Mapping[str, str] = field(default_factory=dict)

    @property
    def statements(self) -> set[str]:
        """All that belong to the propositions."""
        return {one for found in self.propositions.values() for one in found.attributions}

    @property
    def group_of(self) -> dict[str, str]:
        """Statement → its proposition."""
        return {one: id_ for id_ in self.propositions for one in self.members(id_)}

    def members(self, id_: str) -> list[str]:
        """The statements of a proposition, corrections by the names of what they correct."""
        return [self.instead.get(one, one) for one in self.propositions[id_].attributions]


def reach(known: Known, given: Judgement) -> tuple[set[str], set[tuple[str, int]]]:
    """The statements, with all corrections of them, and the mentions that a judgement is about; of a withdrawal, what
    it takes back is about."""
    one = known.judgement(given.left.record) if given.verdict == "withdrawn" else given
    ends = [end for end in (one.left, one.right) if end] if one else []
    if one is None or one.about != "source":
        return {id_ for end in ends for id_ in known.forms(end)}, set()
    sources = {id_ for end in ends for id_ in known.sources_at(end)}
    return set(), {mention for id_ in sources if (found := known.source(id_)) for mention in found.mentions}


def compared(old: View, new: View, given: Judgement, known: Known) -> Effect:
    """What is otherwise in ``new``, where ``given`` is kept and which ``known`` reads, than in ``old``."""
    statements, mentions = reach(known, given)
    wanted = statements | {attribution for attribution, _ in mentions}
    while True:
        before, after = (_standing(view, wanted, mentions) for view in (old, new))
        further = {*before.statements, *after.statements} - wanted
        if not further:
            break
        wanted |= further
    changed = before.statements ^ after.statements
    made = {given.right.record: given.left.record} if given.verdict == "corrected" and given.right else {}
    first = {one: known.first(made.get(one, one)) for one in sorted(changed)}
    return effect(replace(before, instead=first), replace(after, instead=first))


def _standing(view: View, statements: Collection[str], mentions: Collection[tuple[str, int]]) -> Standing:
    """How all stands that ``statements`` and ``mentions`` belong to."""
    ids = sorted(set(view.proposition_of(sorted(statements)).values()))
    found = {one.id: one for one in view.propositions(ids)}
    return Standing(found, set(view.source_of(sorted(mentions)).values()))


def effect(before: Standing, after: Standing) -> Effect:
    """What is otherwise in ``after``. A proposition is the one before it that it has most statements of."""
    old, new = before.group_of, after.group_of
    heirs = _heirs(before, after)
    stayed = {id_ for id_ in new if old.get(id_) is not None and heirs.get(new[id_]) == old[id_]}
    return Effect(
        propositions=tuple(_shifts(before, after, heirs)),
        regrouped=len(new.keys() & old.keys() - stayed),
        left_out=len(old.keys() - new.keys()),
        taken_in=len(new.keys() - old.keys()),
        sources=(len(before.sources), len(after.sources)),
    )


def _heirs(before: Standing, after: Standing) -> dict[str, str]:
    """Proposition after → the one before that it goes on from: those that share most first, each once."""
    old = before.group_of
    shared: dict[tuple[str, str], int] = {}
    for id_ in after.propositions:
        for one in after.members(id_):
            if one in old:
                shared[id_, old[one]] = shared.get((id_, old[one]), 0) + 1
    heirs: dict[str, str] = {}
    for id_, former in sorted(shared, key=lambda pair: (-shared[pair], pair[0] != pair[1], pair)):
        if id_ not in heirs and former not in heirs.values():
            heirs[id_] = former
    return heirs


def _shifts(before: Standing, after: Standing, heirs: Mapping[str, str]) -> Iterator[Shift]:
    """Propositions that stand otherwise or are new, then those that are gone; those that matter most first."""
    pairs: list[tuple[Proposition | None, Proposition | None]] = [
        (before.propositions.get(heirs.get(id_, "")), found) for id_, found in after.propositions.items()
    ]
    pairs += [(found, None) for id_, found in before.propositions.items() if id_ not in heirs.values()]
    changed = [pair for pair in pairs if _stands(pair[0]) != _stands(pair[1])]
    for old, new in sorted(changed, key=_order):
        one = new or old
        if one:
            yield Shift(
                proposition=one.id,
                wording=one.wording,
                status=(old.status if old else None, new.status if new else None),
                independent=(old.independent if old else None, new.independent if new else None),
            )


def _order(pair: Sequence[Proposition | None]) -> tuple[bool, bool, float, str]:
    old, new = pair
    one = new or old
    return new is None, old is None, -one.weight if one else 0.0, one.id if one else ""


def _stands(found: Proposition | None) -> tuple[object, ...] | None:
    return (found.status, found.independent) if found else None


def _told(one: Shift) -> Iterator[str]:
    (old, new), (few, many) = one.status, one.independent
    if old is None and new:
        yield f"a proposition of its own, {_status(new)}"
    elif new is None:
        yield "no longer a proposition of its own"
    elif old != new and old:
        yield f"status: {_status(old)} → {_status(new)}"
    if few and many and few != many:
        yield f"independent origins: {_range(few)} → {_range(many)}"


def _status(value: Status) -> str:
    return value.replace("-", " ")


def _range(ends: tuple[int, int]) -> str:
    return str(ends[0]) if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


def _short(text: str, *, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]}…"
