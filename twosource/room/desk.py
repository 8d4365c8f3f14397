"""The review desk: what is most worth judging, one after the other, each with everything that it takes to decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from twosource.across import Account, Case, Judgement, Origin, Proposition, Subject
from twosource.ledger import View
from twosource.room import desk_stakes
from twosource.room.desk_sides import SourceSide, StatementSide, alike, source_side, statement_side
from twosource.room.judging_known import Known
from twosource.room.judging_state import tag, touching
from twosource.room.judging_things import Thing, mention_at

Side = StatementSide | SourceSide
_READ = 30
"""Mentions of a source that are read to show it; some have hundreds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A case as the desk shows it. ``tag`` is the state in which it is seen (:func:`twosource.room.judging.state`),
    ``given`` the verdicts on it in force, ``stakes`` what hangs on one, in sentences. ``parts`` are the statements of
    it that are not alone in their propositions: how to take each out of its own, and the tag of that. ``waits`` tells
    whether the queue has it, or somebody chose it; ``whole`` is a source of which it is asked whether it is one."""

    case: Case
    left: Side
    right: Side | None
    stakes: tuple[str, ...]
    given: tuple[Judgement, ...]
    tag: str
    parts: tuple[tuple[Thing, str], ...] = ()
    waits: bool = True
    whole: SourceSide | None = None

    @property
    def thing(self) -> Thing:
        """What is judged."""
        return Thing.of(self.case)

    @property
    def kind(self) -> str:
        """What is asked: ``attribution`` (is it read rightly?), ``proposition`` (are two about one question?),
        ``origin`` (have two one origin?), ``source`` (one, to be graded) or ``sources`` (are two one?)."""
        if self.case.about == "source":
            return "sources" if self.right else "source"
        if self.case.about == "attribution":
            return "origin" if self.case.right else "attribution"
        return "proposition"

    @property
    def shared(self) -> Proposition | None:
        """The proposition that both sides belong to."""
        found = [one.proposition for one in (self.left, self.right) if isinstance(one, StatementSide)]
        return found[0] if len(found) == 2 and found[0] == found[1] else None

    def as_dict(self) -> dict[str, Any]:
        """What the API says of it."""
        return {
            **self.case.as_dict(),
            "sides": [one.as_dict() for one in (self.left, self.right) if one],
            "stakes": list(self.stakes),
            "judgements": [one.as_dict() for one in self.given],
            "parts": [{"left": part.left, "right": part.right, "etag": f'"{tagged}"'} for part, tagged in self.parts],
            "etag": f'"{self.tag}"',
            "waits": self.waits,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which cases to show: those of a subject, or of one proposition, source or attribution."""

    about: Subject | None = None
    proposition: str | None = None
    source: str | None = None
    attribution: str | None = None


Key = tuple[float, str]
"""The worth and the id of the case where a list stopped."""


def queue(
    view: View, choice: Choice, *, limit: int = 20, after: Key | None = None, known: Known | None = None
) -> tuple[list[Item], Key | None]:
    """The cases of ``choice``, those most worth judging first, and where the list goes on, if it does. ``known`` is of
    ``view``, where it is there already."""
    cases = _cases(view, choice, limit=limit + 1, after=after)
    last = cases[limit - 1] if len(cases) > limit else None
    return items(known or Known(view), cases[:limit]), (last.worth, last.id) if last else None


def _cases(view: View, choice: Choice, *, limit: int, after: Key | None) -> list[Case]:
    if choice.proposition is None and choice.source is None and choice.attribution is None:
        return view.cases(limit=limit, after=after, about=choice.about)
    found = [one for one in view.cases_of(_owners(view, choice)) if _fits(one, choice)]
    found = [one for one in found if after is None or (-one.worth, one.id) > (-after[0], after[1])]
    return sorted(found, key=lambda one: (-one.worth, one.id))[:limit]


def _owners(view: View, choice: Choice) -> set[str]:
    """The propositions and sources that the cases of ``choice`` may have been found in."""
    owners = {one for one in (choice.proposition, choice.source) if one}
    if choice.attribution:
        owners |= set(view.proposition_of([choice.attribution]).values())
    return owners


def _fits(case: Case, choice: Choice) -> bool:
    ends = (case.left, case.right)
    if choice.about and Thing.of(case).question != Thing(about=choice.about, left="").question:
        return False
    return all(one is None or one in ends for one in (choice.source, choice.attribution))


def chosen(view: View, thing: Thing, *, known: Known | None = None) -> Item | None:
    """A thing that somebody chose, whether it waits or not; ``None`` where it is not there."""
    made = Case(about=thing.about, left=thing.left, right=thing.right, doubt=0.0, worth=0.0)
    owners = [thing.left] if thing.about == "source" else list(view.proposition_of(thing.ends).values())
    waits = next((one for one in view.cases_of(owners) if one.id == made.id), None)
    found = items(known or Known(view), [waits or made], waiting={waits.id} if waits else ())
    return found[0] if found else None


def items(known: Known, cases: Sequence[Case], *, waiting: Iterable[str] | None = None) -> list[Item]:
    """``cases`` with what it takes to decide them; those left out whose records are no longer there."""
    known.read(map(Thing.of, cases))
    read = _Reading(known.view, known, cases)
    waits = {one.id for one in cases} if waiting is None else set(waiting)
    return [item for case in cases if (item := read.item(case, waits=case.id in waits))]


class _Reading:
    """What is read at once for several cases."""

    def __init__(self, view: View, known: Known, cases: Sequence[Case]) -> None:
        self.view, self.known = view, known
        things = [Thing.of(case) for case in cases]
        named = {end for thing in things if thing.about != "source" for end in thing.ends}
        accounts = {end: account for end in sorted(named) if (account := known.account(end))}
        grouped = view.proposition_of(accounts)
        ids = sorted(set(grouped.values()))
        propositions: Mapping[str, Proposition] = {one.id: one for one in view.propositions(ids)}
        self.proposition_of = {one: propositions[id_] for one, id_ in grouped.items() if id_ in propositions}
        self.origins: dict[str, list[Origin]] = {}
        for origin in view.origins(ids):
            self.origins.setdefault(origin.proposition, []).append(origin)
        self.speakers = view.speaker_of(accounts.values())

    def item(self, case: Case, *, waits: bool) -> Item | None:
        """The item of a case, unless one of its ends is gone."""
        thing = Thing.of(case)
        sides = self._sources(thing) if case.about == "source" else self._statements(thing)
        if len(sides) < len(thing.ends):
            return None
        given = [one for one in touching(self.known, thing) if self.known.holds(one)]
        return Item(
            case=case,
            left=sides[0],
            right=sides[1] if len(sides) > 1 else None,
            stakes=tuple(_stakes(thing, sides)),
            given=tuple(given),
            tag=tag(self.known, thing),
            parts=tuple(self._parts(thing, sides)),
            waits=waits,
            whole=self._source(thing.left) if case.about == "source" and not thing.right else None,
        )

    def _parts(self, thing: Thing, sides: Sequence[Side]) -> Iterator[tuple[Thing, str]]:
        for side in sides:
            if isinstance(side, StatementSide) and side.proposition and not _told_already(thing, side, sides):
                part = Thing(about="proposition", left=side.id, right=side.proposition.id)
                yield part, tag(self.known, part)

    def _statements(self, thing: Thing) -> list[StatementSide]:
        accounts = [account for end in thing.ends if (account := self.known.account(end))]
        return [self._statement(one, [other for other in accounts if other is not one]) for one in accounts]

    def _statement(self, account: Account, beside: Sequence[Account]) -> StatementSide:
        proposition = self.proposition_of.get(account.id)
        return statement_side(
            account,
            beside=beside,
            proposition=proposition,
            origins=self.origins.get(proposition.id, ()) if proposition else (),
            source=self.speakers.get(account.id),
        )

    def _sources(self, thing: Thing) -> list[SourceSide]:
        ends = thing.ends if thing.right else self._seam(thing.left) or thing.ends
        return [side for end in ends if (side := self._source(end))]

    def _seam(self, source_id: str) -> list[str]:
        """The two mentions of which it is asked whether they mean one, where nothing but a score says so."""
        both = self.known.seam(source_id)
        found = [self.known.mention_at(end) for end in both or ()]
        return [one for one in found if one] if all(found) else []

    def _source(self, id_: str) -> SourceSide | None:
        single = mention_at(id_)
        owner = self.view.source_of([single]).get(single) if single else id_
        found = self.known.source(owner) if owner else None
        if found is None:
            return None
        first = [one for one in (single, found.seed) if one]
        places = list(dict.fromkeys([*first, *found.mentions]))[:_READ]
        accounts = self.known.accounts(attribution for attribution, _ in places)
        there = [(attribution, place) for attribution, place in places if attribution in accounts]
        if single:
            there = alike(accounts, single, there)
        return source_side(id_, found, list(accounts.values()), places=there) if there else None


def _told_already(thing: Thing, side: StatementSide, sides: Sequence[Side]) -> bool:
    """Whether "not the same" takes a statement out of its proposition already, or there is nobody beside it."""
    others = len(side.proposition.attributions) - 1 if side.proposition else 0
    if thing.about != "proposition" or thing.right is None:
        return not others
    shared = all(isinstance(one, StatementSide) and one.proposition == side.proposition for one in sides)
    return not others or (shared and (others == 1 or side.id == thing.left))


def _stakes(thing: Thing, sides: Sequence[Side]) -> Iterator[str]:
    match sides:
        case [StatementSide() as left]:
            return desk_stakes.of_one(left)
        case [StatementSide() as left, StatementSide() as right]:
            if thing.about == "attribution":
                return desk_stakes.of_origins(left, right)
            return desk_stakes.of_pair(left, right, leaves=thing.about == "proposition")
        case [SourceSide() as left]:
            return desk_stakes.of_source(left)
        case [SourceSide() as left, SourceSide() as right]:
            return desk_stakes.of_sources(left, right)
    return iter(())
