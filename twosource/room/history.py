"""Who judged what, and when: the newest first, with what each verdict changed and whether it still holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, Literal

from twosource.across import Account, Anchor, Judgement, Subject, Verdict
from twosource.brief import clauses
from twosource.ledger import View
from twosource.room import desk_words
from twosource.room.judging import effects, thing_judged
from twosource.room.judging_given import given
from twosource.room.judging_known import Known
from twosource.room.judging_state import touching
from twosource.room.judging_things import mention_at

Standing = Literal["holds", "withdrawn", "outranked"]
"""Whether a verdict counts: ``outranked`` where a later one in force says otherwise of the very same thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which judgements to list; what is ``None`` leaves nothing out. ``record`` is an id that one of its ends has or
    had, ``day`` the day on which it was made (UTC)."""

    by: str | None = None
    verdict: Verdict | None = None
    about: Subject | None = None
    record: str | None = None
    day: str | None = None
    in_force: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """What a judgement is about, as it is now: a statement with its speaker, or the name of a source. ``account`` is
    ``None`` where nothing stands at the anchor any more."""

    account: Account | None
    name: str

    @property
    def quote(self) -> str:
        """The words of the statement; empty for a source."""
        return self.account.quote if self.account else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A judgement with what it is about. ``withdrawal`` is what took it back, ``effect`` what it changed, where that
    was noted; ``changes`` what a correction says otherwise, in words."""

    judgement: Judgement
    ends: tuple[End, ...]
    standing: Standing
    withdrawal: Judgement | None = None
    effect: str | None = None
    changes: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The judgement, with how it stands and what it changed."""
        return {
            **self.judgement.as_dict(),
            "standing": self.standing,
            "withdrawn_by": self.withdrawal.by if self.withdrawal else None,
            "withdrawn_at": self.withdrawal.made_at if self.withdrawal else None,
            "effect": self.effect,
        }


Key = tuple[str, str]
"""When it was made and the id of the judgement where a list stopped."""


def listed(view: View, asked: Asked, *, limit: int = 25, after: Key | None = None) -> tuple[list[Entry], Key | None]:
    """The newest first, and where the list goes on, if it does."""
    known = Known(view)
    onward = iter(reversed(known.judgements))
    if after is not None:
        next((one for one in onward if one.made_at == after[0] and one.id == after[1]), None)
    found = list(islice((one for one in onward if _fits(known, one, asked)), limit + 1))
    last = found[limit - 1] if len(found) > limit else None
    return list(_entries(known, found[:limit])), (last.made_at, last.id) if last else None


def entry(view: View, id_: str, *, known: Known | None = None) -> Entry | None:
    """The judgement of that id; what takes one back is none of its own."""
    known = known or Known(view)
    found = known.judgement(id_)
    return next(_entries(known, [found]), None) if found and found.verdict != "withdrawn" else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How much was judged on a day: by all, by each person, most first."""

    day: str
    judged: int
    by: tuple[tuple[str, int], ...]


def progress(known: Known, day: date) -> Progress:
    """What was judged on ``day`` (UTC) and still holds or was outranked, not what was withdrawn."""
    today = day.isoformat()
    found = [one for one in known.judgements if one.made_at[:10] == today and known.holds(one)]
    counted = Counter(one.by for one in found)
    by = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return Progress(day=today, judged=sum(counted.values()), by=tuple(by))


def people(view: View) -> list[str]:
    """Everybody who judged, by name."""
    return sorted({one.by for one in given(view).all if one.verdict != "withdrawn" and one.by})


def _fits(known: Known, one: Judgement, asked: Asked) -> bool:
    records = {end.record for end in (one.left, one.right) if end}
    return (
        one.verdict != "withdrawn"
        and asked.by in (None, one.by)
        and asked.verdict in (None, one.verdict)
        and asked.about in (None, one.about)
        and (asked.record is None or asked.record in records)
        and (asked.day is None or one.made_at[:10] == asked.day)
        and (not asked.in_force or known.holds(one))
    )


def _entries(known: Known, found: Sequence[Judgement]) -> Iterator[Entry]:
    told = effects(known.view, [one.id for one in found])
    for one in found:
        back = known.withdrawals(one.id)
        ends = tuple(_end(known, one, end) for end in (one.left, one.right) if end)
        accounts = [end.account for end in ends if end.account]
        yield Entry(
            judgement=one,
            ends=ends[:1] if one.verdict == "corrected" else ends,
            changes=tuple(desk_words.changes(*accounts)) if one.verdict == "corrected" and len(accounts) == 2 else (),
            standing="withdrawn" if back else "outranked" if _is_outranked(known, one) else "holds",
            withdrawal=back[0] if back else None,
            effect=told.get(one.id),
        )


def _is_outranked(known: Known, one: Judgement) -> bool:
    """Whether the last word on the very same thing, of the same kind, is another's and says otherwise."""
    kind = _kind(one)
    alike = [
        other
        for other in touching(known, thing_judged(known, one))
        if known.holds(other) and _kind(other) == kind and (other.right is None) == (one.right is None)
    ]
    return bool(alike) and kind not in ("note", "grade") and alike[-1].verdict != one.verdict


def _kind(one: Judgement) -> str:
    return one.verdict if one.verdict in ("note", "grade") else "verdict"


def _end(known: Known, one: Judgement, end: Anchor) -> End:
    if one.about != "source":
        account = known.account(known.attribution_at(end))
        return End(account=account, name=clauses.speaker(account) if account else "")
    single, source = mention_at(end.record), known.source(end.record)
    account = known.account(single[0]) if single else None
    named = end.name or (source.name if source else None) or (clauses.speaker(account) if account else None)
    return End(account=account, name=named or "a source without a name")
