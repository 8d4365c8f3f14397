"""What a list of propositions is asked for, as it stands in an address: words, filters, order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, get_args

from twosource.across import Status
from twosource.ledger import Sift
from twosource.ledger.facets import Stance
from twosource.ledger.listing import Order

Sorting = Literal["best", "matters", "newest", "oldest"]
"""By how well it fits the words; by how much it matters; by the latest word; by the earliest."""

FILTERS = ("status", "stance", "source", "side", "outlet", "since", "until")

LONGEST = 400
"""Characters of a question or of a value; what is longer is no name, and is cut."""

_ORDERS: Mapping[Sorting, Order] = {"matters": "weight", "newest": "last", "oldest": "first"}
_VALUES: Mapping[str, tuple[str, ...]] = {"status": get_args(Status), "stance": get_args(Stance)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """``text`` to search for, what to keep, and in what order: without ``text`` nothing fits better than another, so
    that ``best`` is ``matters``."""

    text: str = ""
    sift: Sift = field(default_factory=Sift)
    sorting: Sorting | None = None

    @property
    def sorted_by(self) -> Sorting:
        """The order that it comes to."""
        return (self.sorting or "best") if self.text else (self.sorting or "matters").replace("best", "matters")  # type: ignore[return-value]

    @property
    def order(self) -> Order:
        """The same, as the ledger calls it; what fits best is for :func:`twosource.room.finding.find` to know."""
        return _ORDERS.get(self.sorted_by, "weight")

    @property
    def filters(self) -> dict[str, str]:
        """The filters that are set, by name."""
        return {name: value for name in FILTERS if (value := getattr(self.sift, name)) is not None}

    @property
    def fields(self) -> dict[str, str]:
        """What an address holds that asks for the same."""
        asked = {"q": self.text} if self.text else {}
        return asked | self.filters | ({"order": self.sorting} if self.sorting else {})

    def without(self, name: str) -> Asked:
        """The same without a filter, or without the words where ``name`` is ``q``."""
        if name == "q":
            return replace(self, text="")
        return replace(self, sift=replace(self.sift, **{name: None}))


def asked(given: Mapping[str, str]) -> tuple[Asked, list[str]]:
    """What the fields of an address ask for, and the names of those that say nothing that can be asked for. Empty
    fields, as a form sends them, ask for nothing."""
    values = {name: " ".join(value.split())[:LONGEST] for name, value in given.items()}
    filters = {name: value for name in FILTERS if (value := values.get(name))}
    order = values.get("order") or None
    refused = [name for name, value in filters.items() if not _makes_sense(name, value)]
    if order is not None and order not in get_args(Sorting):
        refused.append("order")
        order = None
    sift = Sift(**{name: value for name, value in filters.items() if name not in refused})  # type: ignore[arg-type]
    return Asked(text=values.get("q", ""), sift=sift, sorting=order), refused  # type: ignore[arg-type]


def _makes_sense(name: str, value: str) -> bool:
    if name in _VALUES:
        return value in _VALUES[name]
    return name not in ("since", "until") or _is_day(value)


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
