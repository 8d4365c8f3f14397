"""How new statements moved a proposition that was known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from twosource.across import ChangeKind, Origin
from twosource.brief.figures import is_toll, middle
from twosource.brief.records import Entry, FigureSaid, Statement
from twosource.changes import sentences

Move = tuple[ChangeKind, Statement, str]

RECENT = 7
"""Days for which a toll is held to be of the same event: of the tolls of one war that were grouped together, those
further apart were of two attacks."""

_PRO = ("says-so", "may-be")


@dataclass(frozen=True, slots=True)
class Turn:
    """A proposition as it stands ``now``, and the one or more that it ``was``. ``new`` are its new statements in the
    order of print; ``fresh`` are those of their origins that nobody was heard of before, by statement."""

    now: Entry
    was: tuple[Entry, ...]
    new: tuple[Statement, ...]
    fresh: Mapping[str, Origin]

    @classmethod
    def of(cls, now: Entry, was: Sequence[Entry], new: Sequence[Statement]) -> Self:
        """The turn that ``new`` statements gave."""
        ids = {one.id for one in new}
        fresh = {
            one: origin for origin in now.origins if ids >= set(origin.attributions) for one in origin.attributions
        }
        return cls(now, tuple(was), tuple(sorted(new, key=lambda one: one.account.order)), fresh)

    @property
    def old(self) -> tuple[Statement, ...]:
        """The statements that were there."""
        return tuple(one for entry in self.was for one in entry.statements)

    @property
    def high(self) -> int:
        """How many origins there were before at the most."""
        return max((entry.proposition.independent[1] for entry in self.was), default=0)

    def became(self, status: str) -> bool:
        """Whether it stands so now and stood otherwise before."""
        return self.now.proposition.status == status and all(one.proposition.status != status for one in self.was)


def moves(turn: Turn) -> Iterator[Move]:
    """The changes that the new statements made, one for a statement and one for an origin at the most."""
    told: set[ChangeKind] = set()
    heard: set[str] = set()
    figures = dict(_figures(turn))
    for one in turn.new:
        origin = turn.fresh.get(one.id)
        if origin and origin.id in heard:
            continue
        move = next(_moves(turn, one, told, figures), None)
        if move:
            told.add(move[0])
            heard |= {origin.id} if origin else set()
            yield move


def _moves(
    turn: Turn, one: Statement, told: set[ChangeKind], figures: Mapping[str, tuple[FigureSaid, FigureSaid]]
) -> Iterator[Move]:
    """What ``one`` may have done, the most telling first."""
    if turn.became("retracted") and one.stance in ("denies", "no-sign") and "corrected" not in told:
        yield "corrected", one, sentences.taken_back(turn.now, one)
    if _denies_first(turn, one) and not told & {"first-denial", "corrected"}:
        yield "first-denial", one, sentences.denied(turn.now, one)
    if turn.became("contested") and one.stance != "silent" and not told & {"first-denial", "contested"}:
        yield "contested", one, sentences.contested(turn.now, one)
    if one.id in figures:
        yield "figure-moved", one, sentences.moved(turn.now, one, *figures[one.id])
    if _raises(turn, one) and _confirms(turn, one):
        yield "confirmed", one, sentences.confirmed(turn.now, one)
    if _raises(turn, one):
        named_first = _is_named(one) and not any(_is_named(old) for old in turn.old if old.stance in _PRO)
        yield "new-origin", one, sentences.also_said(turn.now, one, before=turn.high, named_first=named_first)


def _denies_first(turn: Turn, one: Statement) -> bool:
    """Whether nobody denied it before; to find no sign of it is less, and is no denial after one."""
    if one.id not in turn.fresh or one.stance not in ("denies", "no-sign"):
        return False
    if one.account.attribution.polarity == "withhold" and turn.fresh[one.id].stance == "withhold":
        return False
    as_strong = ("denies",) if one.stance == "denies" else ("denies", "no-sign")
    return not any(old.stance in as_strong for old in turn.old)


def _raises(turn: Turn, one: Statement) -> bool:
    """Whether its origin is somebody who was not heard before, and there are more of them now."""
    origin = turn.fresh.get(one.id)
    rose = turn.now.proposition.independent[1] > turn.high
    return origin is not None and origin.stance == "affirm" and one.stance in _PRO and rose and sentences.is_voice(one)


def _confirms(turn: Turn, one: Statement) -> bool:
    """Whether a named source says that it confirms, or a body of a state says for sure what stood unconfirmed."""
    attribution = one.account.attribution
    if one.stance != "says-so" or not _is_named(one):
        return False
    unconfirmed = turn.high > 0 and all(entry.proposition.status == "unconfirmed" for entry in turn.was)
    return attribution.act == "confirms" or (unconfirmed and attribution.chain[-1].kind == "government")


def _is_named(one: Statement) -> bool:
    chain = one.account.attribution.chain
    return bool(chain and chain[-1].name and chain[-1].anonymity == "named")


def _figures(turn: Turn) -> Iterator[tuple[str, tuple[FigureSaid, FigureSaid]]]:
    """Statement → the figure that stood before and the one that it gives, where a toll moves: it rises above all that
    was said, or its own speaker lowers it. That holds of nothing but tolls (:func:`is_toll`), and of these for as long
    as they are of one event."""
    said_by = turn.now.statement_of
    new = {one.id for one in turn.new}
    given = [found for found in turn.now.figures if said_by[found.attribution].stance in _PRO and _day(found)]
    given.sort(key=lambda found: (_day(found), said_by[found.attribution].account.order))
    if not is_toll(turn.now.statements, turn.now.figures):
        return
    known = [found for found in given if found.attribution not in new]
    for found in given:
        if found.attribution not in new:
            continue
        before = _before(found, known, said_by)
        known.append(found)
        if before:
            yield found.attribution, (before, found)


def _before(found: FigureSaid, known: Sequence[FigureSaid], said_by: Mapping[str, Statement]) -> FigureSaid | None:
    """The figure that ``found`` takes the place of, if it does."""
    recent = [one for one in known if abs(_day(found) - _day(one)) <= RECENT]
    highest = max(recent, key=lambda one: middle(one.figure), default=None)
    if highest is None or middle(found.figure) > middle(highest.figure):
        return highest
    speaker = said_by[found.attribution].speaker
    own = [one for one in recent if said_by[one.attribution].speaker == speaker and _day(one) <= _day(found)]
    return own[-1] if own and middle(found.figure) < middle(own[-1].figure) else None


def _day(found: FigureSaid) -> int:
    """The day as of which it was said; 0 where none is known."""
    try:
        return date.fromisoformat((found.as_of or "")[:10]).toordinal()
    except ValueError:
        return 0
