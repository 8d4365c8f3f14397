"""What a list of propositions can be narrowed to, as the ledger has it; and what to let go where nothing fits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace

from twosource.across import Source
from twosource.export.words import moment
from twosource.ledger import Sift, View
from twosource.ledger.facets import Facet
from twosource.ledger.glance import unmentioned
from twosource.room import finding
from twosource.room.memo import Memo
from twosource.room.stories import COUNTED
from twosource.room.stories_asked import Asked

OFFERED: tuple[Facet, ...] = ("status", "stance", "side", "source", "outlet")

STANCE_TOLD: Mapping[str, str] = {
    "says-so": "somebody says so",
    "may-be": "somebody says it may be",
    "denies": "somebody denies it",
    "withholds": "somebody withholds it",
}
"""What a filter by stance asks for."""

_OFFERS = 50
"""Values of a filter that are offered, those of most propositions."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A ``value`` that a filter may have, what people call it, and how many propositions have it."""

    value: str
    label: str
    count: int


Offers = dict[Facet, tuple[Offer, ...]]


def offers(view: View) -> Offers:
    """The values of each filter, those of most propositions first.

    Counting them takes 60 ms in a ledger of 100,000 propositions, so they are kept for as long as nothing in the ledger
    changes.
    """
    return _kept.get(view.mark(), lambda: {kind: tuple(_offers(view, kind)) for kind in OFFERED})


_kept: Memo[Offers] = Memo(room=8)


def _offers(view: View, kind: Facet) -> Iterator[Offer]:
    counted = view.facets(kind, limit=_OFFERS)
    names = _names(view, [value for value, _ in counted]) if kind == "source" else {}
    for value, count in counted:
        if kind != "source" or value in names:
            yield Offer(value, names.get(value, value), count)


def _names(view: View, ids: list[str]) -> dict[str, str]:
    return {source.id: named(source) for source in unmentioned(view, ids)}


def named(source: Source) -> str:
    """What a source is called where there is room for little."""
    if source.name:
        return source.name
    role = source.role or source.kind
    told = role if source.anonymity != "unnamed" or "unnamed" in role.casefold() else f"unnamed {role}"
    return f"{told} ({source.affiliation})" if source.affiliation else told


def offered(view: View, sift: Sift) -> dict[str, list[Offer]]:
    """The same, with the values that ``sift`` has among them also where they are rare."""
    found: dict[str, list[Offer]] = {kind: list(own) for kind, own in offers(view).items()}
    for kind in ("side", "source", "outlet"):
        value = getattr(sift, kind)
        if value is not None and value.casefold() not in {one.value.casefold() for one in found[kind]}:
            label = _names(view, [value]).get(value, value) if kind == "source" else value
            found[kind].append(Offer(value, label, view.count_listed(Sift(**{kind: value}), most=COUNTED)))
    return found


def labels(view: View, asked: Asked) -> list[tuple[str, str]]:
    """What a list is narrowed by, each with a few words that tell."""
    named = {"q": f"“{asked.text}”"} if asked.text else {}
    for name, value in asked.filters.items():
        named[name] = _label(view, name, value)
    return list(named.items())


def _label(view: View, name: str, value: str) -> str:
    match name:
        case "status":
            return value.replace("-", " ")
        case "stance":
            return STANCE_TOLD[value]
        case "source":
            return f"source: {_names(view, [value]).get(value, 'not known')}"
        case "since" | "until":
            return f"{'from' if name == 'since' else 'to'} {moment(value)}"
    return f"{name}: {value}"


def loosened(view: View, sift: Sift, text: str = "") -> list[tuple[str, int]]:
    """Each filter without which something would be found, and how many propositions; what brings most first. ``q``
    stands for ``text``, where there are filters beside it."""
    names = [one.name for one in fields(sift) if getattr(sift, one.name) is not None]
    found = [(name, _count(view, replace(sift, **{name: None}), text)) for name in names]
    if text and names:
        found.append(("q", _count(view, sift, "")))
    return sorted(((name, count) for name, count in found if count), key=lambda one: -one[1])


def _count(view: View, sift: Sift, text: str) -> int:
    return finding.count(view, text, sift) if text else view.count_listed(sift, most=COUNTED)
