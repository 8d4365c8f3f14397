"""Links between statements, a piece at a time: how two statements stand to each other, and why that is held."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from twosource.across import Link, Relation
from twosource.ledger import View, tied

TELLING: tuple[Relation, ...] = ("contradicts", "differs", "updates", "doubts", "supports", "agrees", "same")
"""What readers look for first."""

At = tuple[int, float, str, str]
"""Where a list stopped: the place of the relation among :data:`TELLING`, the score below zero, both ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """A piece of a list of ``count`` links; ``next`` is what to go on after, ``None`` at the end."""

    items: tuple[Link, ...]
    count: int
    next: At | None


def of_statement(view: View, attribution_id: str, *, limit: int = 50, after: At | None = None) -> Links:
    """The links of a statement, to whatever proposition the other end belongs: what tells most first, of one relation
    the surest."""
    found = sorted(view.links_at([attribution_id]), key=at)
    return _piece([link for link in found if after is None or at(link) > after], len(found), limit)


def of_proposition(view: View, attribution_ids: Collection[str], *, limit: int = 50, after: At | None = None) -> Links:
    """The links between the statements of one proposition, in the order of :func:`of_statement`.

    They are read a relation at a time, the telling ones first, which are few: of five hundred statements nearly all
    pairs are linked, by "same" and "updates".
    """
    counted = tied.counted(view, attribution_ids)
    rest: list[Link] = []
    for place, relation in enumerate(TELLING):
        if counted.get(relation) and (after is None or place >= after[0]) and len(rest) <= limit:
            found = tied.within(view, attribution_ids, relation=relation)
            rest += sorted((link for link in found if after is None or at(link) > after), key=at)
    return _piece(rest, sum(counted.values()), limit)


def at(link: Link) -> At:
    """Where a link stands in a list."""
    return TELLING.index(link.relation), -link.score, link.left, link.right


def _piece(rest: Sequence[Link], count: int, limit: int) -> Links:
    shown = tuple(rest[:limit])
    return Links(items=shown, count=count, next=at(shown[-1]) if len(rest) > limit else None)
