"""Where somebody is at the review desk, as the query of its address: which cases, how far in them, which one."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import get_args
from urllib.parse import parse_qsl, urlencode

from twosource.across import Subject
from twosource.room.desk import Choice, Item
from twosource.room.judging_things import Thing
from twosource.web import paging
from twosource.web.api.review import key
from twosource.web.problem import Problem

_LONGEST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """``only`` is a subject, to which the queue is narrowed; ``proposition``, ``source`` and ``attribution`` name what
    somebody chose, ``case`` one thing to show first (``about~left~right``); ``after`` is where the queue goes on."""

    only: str | None = None
    proposition: str | None = None
    source: str | None = None
    attribution: str | None = None
    case: str | None = None
    after: str | None = None

    @classmethod
    def read(cls, query: str) -> Place:
        """From the query of an address; what is not of a place is left out."""
        known = {name: value for name, value in parse_qsl(query[:4000]) if name in cls.__slots__}
        return cls(**known)

    @property
    def query(self) -> str:
        """As it stands in an address."""
        return urlencode({name: value for name, value in asdict(self).items() if value})

    @property
    def url(self) -> str:
        """The address of it."""
        return f"/review?{self.query}" if self.query else "/review"

    @property
    def choice(self) -> Choice:
        """Which cases are meant; :class:`Problem` 422 for a subject that there is not."""
        if self.only and self.only not in get_args(Subject):
            raise Problem(422, "There are no such cases", f"Choose one of {', '.join(get_args(Subject))}.")
        about: Subject | None = next((one for one in get_args(Subject) if one == self.only), None)
        return Choice(about=about, proposition=self.proposition, source=self.source, attribution=self.attribution)

    @property
    def is_chosen(self) -> bool:
        """Whether somebody chose a record, rather than work through the queue."""
        return bool(self.proposition or self.source or self.attribution)

    @property
    def thing(self) -> Thing | None:
        """What is shown first, where that is given; :class:`Problem` 422 where it names nothing."""
        if not self.case:
            return None
        about, *ends = self.case[:_LONGEST].split("~")
        subject: Subject | None = next((one for one in get_args(Subject) if one == about), None)
        if subject is None or not 1 <= len(ends) <= 2 or not all(ends):
            raise Problem(422, "This names no case", "Follow a link of the review desk.")
        return Thing(about=subject, left=ends[0], right=ends[1] if len(ends) > 1 else None)

    @property
    def key(self) -> tuple[float, str] | None:
        """Where the queue goes on."""
        return key(self.after)

    def at(self, thing: Thing | None) -> Place:
        """The same with ``thing`` shown."""
        return replace(self, case=named(thing) if thing else None)

    def past(self, item: Item) -> Place:
        """Behind a case of the queue."""
        return replace(self, case=None, after=paging.encode(item.case.worth, item.case.id))


def named(thing: Thing) -> str:
    """A thing as :attr:`Place.case` names it."""
    return "~".join(one for one in (thing.about, *thing.ends))
