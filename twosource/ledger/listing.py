"""Lists of a ledger: propositions, articles and sources, sifted, sorted, and read on from where one stopped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Select, and_, case, exists, func, or_, select

from twosource.across import Status
from twosource.ledger import schema, versions
from twosource.ledger.article_view import ArticleView
from twosource.ledger.facets import Facet, Stance
from twosource.ledger.schema import UNKNOWN, articles, facets, heard
from twosource.records import content_id

Order = Literal["weight", "last", "first"]
Key = tuple[float | str, str]
"""Where a list stopped: what the last one was sorted by, and its id."""

_SELECTIVE: Sequence[Facet] = ("source", "side", "outlet", "status", "stance")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sift:
    """Which propositions to list: of that ``status``, in which somebody takes that ``stance``, somebody of the
    ``source`` (id) is in a chain, an origin speaks for that ``side``, an ``outlet`` (in any case) tells of; said from
    the day ``since`` to the day ``until``, both included. What is ``None`` leaves nothing out."""

    status: Status | None = None
    stance: Stance | None = None
    source: str | None = None
    side: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None

    @property
    def facets(self) -> list[tuple[Facet, str]]:
        """Kind and value of what is asked for, what leaves out most first; all, where nothing is."""
        wanted = {kind: getattr(self, kind) for kind in _SELECTIVE}
        if wanted["outlet"] is not None:
            wanted["outlet"] = versions.outlet_key(wanted["outlet"])
        return [(kind, value) for kind, value in wanted.items() if value is not None] or [("all", "")]


@dataclass(frozen=True, slots=True)
class Listed:
    """One of a list: its ``id``, and what it is sorted by."""

    id: str
    key: float | str


class ListingView(ArticleView):
    """What is there, a piece at a time. ``after`` is the key and the id of the last of the piece before."""

    def listed(self, sift: Sift, *, order: Order = "weight", limit: int = 25, after: Key | None = None) -> list[Listed]:
        """Propositions: those that matter most first, or those of the newest or of the earliest word."""
        column = facets.c[order]
        query = _sifted(select(facets.c.proposition, column.label("key")), sift)
        descends = order != "first"
        if order == "first":
            query = query.where(column != "")
        if after is not None:
            query = query.where(_behind(column, facets.c.proposition, after, descends=descends))
        query = query.order_by(column.desc() if descends else column, facets.c.proposition).limit(limit)
        return [Listed(row.proposition, row.key) for row in self._connection.execute(query)]

    def count_listed(self, sift: Sift, *, most: int = 1000) -> int:
        """How many there are, counted up to ``most``."""
        inside = _sifted(select(facets.c.proposition), sift).limit(most).subquery()
        return int(self._connection.scalar(select(func.count()).select_from(inside)) or 0)

    def facets(self, kind: Facet, *, limit: int = 50) -> list[tuple[str, int]]:
        """The values of a facet with how many propositions have it, most first; of outlets, their names."""
        number = func.count().label("number")
        query = select(facets.c.value, number).where(facets.c.kind == kind).group_by(facets.c.value)
        rows = self._connection.execute(query.order_by(number.desc(), facets.c.value).limit(limit)).all()
        if kind != "outlet":
            return [(row.value, row.number) for row in rows]
        return [(name, row.number) for row in rows if (name := self._outlet(row.value))]

    def _outlet(self, key: str) -> str | None:
        """The name of an outlet as its newest article has it."""
        query = select(articles.c.id).where(articles.c.outlet == key, articles.c.current)
        newest = self._connection.scalar(query.order_by(articles.c.published.desc(), articles.c.id).limit(1))
        found = self._articles([newest]).get(newest) if newest else None
        return found.outlet if found else None

    def articles_listed(
        self,
        *,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int = 25,
        after: Key | None = None,
    ) -> list[Listed]:
        """Current articles, the newest first, those of no known time last (their key is empty)."""
        key = case((articles.c.published == UNKNOWN, ""), else_=articles.c.published)
        query = select(articles.c.id, key.label("key")).where(articles.c.current)
        if outlet is not None:
            query = query.where(articles.c.outlet == versions.outlet_key(outlet))
        if since is not None:
            query = query.where(key >= since[:10])
        if until is not None:
            query = query.where(key != "", func.substr(key, 1, 10) <= until[:10])
        if after is not None:
            query = query.where(_behind(key, articles.c.id, after, descends=True))
        rows = self._connection.execute(query.order_by(key.desc(), articles.c.id).limit(limit))
        return [Listed(row.id, row.key) for row in rows]

    def sources_listed(
        self, *, name: str | None = None, kind: str | None = None, limit: int = 25, after: Key | None = None
    ) -> list[Listed]:
        """Sources, those heard most first: with ``name`` in a name, the role or whom they speak for, of that kind."""
        query = select(heard.c.source, heard.c.size)
        if name:
            query = query.where(heard.c.names.contains(schema.stored(name.casefold()), autoescape=True))
        if kind:
            query = query.where(heard.c.kind == kind)
        if after is not None:
            query = query.where(_behind(heard.c.size, heard.c.source, after, descends=True))
        rows = self._connection.execute(query.order_by(heard.c.size.desc(), heard.c.source).limit(limit))
        return [Listed(row.source, row.size) for row in rows]

    def mark(self) -> str:
        """Another text whenever anything in the ledger is another; of two ledgers never the same, copies included."""
        row = self._connection.execute(select(schema.mark)).one()
        return f"{row.name}-{row.number}-{content_id(self._dialect.where)[:8]}"


def _sifted(query: Select[Any], sift: Sift) -> Select[Any]:
    """Rows of the facet that leaves out most, and of them those that have the others too."""
    (kind, value), *others = sift.facets
    query = query.where(facets.c.kind == kind, facets.c.value == value)
    for other, wanted in others:
        also = facets.alias()
        found = and_(also.c.kind == other, also.c.value == wanted, also.c.proposition == facets.c.proposition)
        query = query.where(exists().where(found))
    if sift.since is not None:
        query = query.where(facets.c.last >= sift.since[:10])
    if sift.until is not None:
        query = query.where(facets.c.first != "", func.substr(facets.c.first, 1, 10) <= sift.until[:10])
    return query


def _behind(column: Any, id_: Any, after: Key, *, descends: bool) -> Any:
    key, last = after
    further = column < key if descends else column > key
    return or_(further, and_(column == key, id_ > last))
