"""What a question is answered from: the vectors of statements as they came, for those who keep them in memory and read
but what is new; and which propositions articles tell of."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from sqlalchemy import select

from twosource.ledger.article_view import printed_between
from twosource.ledger.schema import articles, attributions, members
from twosource.ledger.view import View

_BATCH = 5000


class Numbered(NamedTuple):
    """An attribution, current or not, that was stored with a vector. ``number`` counts them as they were stored."""

    number: int
    id: str
    vector: bytes


def vectors_after(view: View, number: int) -> Iterator[list[Numbered]]:
    """All that were stored after the one of ``number`` (0: all), in their order, some thousands at a time."""
    row = attributions.c
    query = select(row.number, row.id, row.vector).where(row.vector.is_not(None)).order_by(row.number).limit(_BATCH)
    while rows := view._connection.execute(query.where(row.number > number)).all():
        yield [Numbered(found.number, found.id, bytes(found.vector)) for found in rows]
        number = rows[-1].number


def past(view: View) -> set[int]:
    """The numbers of the attributions that are in no current article: few, since newer versions of pages are few."""
    inside = attributions.join(articles, articles.c.id == attributions.c.article)
    query = select(attributions.c.number).select_from(inside).where(articles.c.current.is_(False))
    return set(view._connection.scalars(query))


def vectors_of(view: View, numbers: Collection[int]) -> dict[str, bytes]:
    """The vectors of the attributions of ``numbers``, by id."""
    row = attributions.c
    query = select(row.id, row.vector).where(row.vector.is_not(None))
    return {found.id: bytes(found.vector) for found in view._among(query, attributions, "number", sorted(numbers))}


def told_of(view: View, *, outlet: str | None = None, since: str | None = None, until: str | None = None) -> set[str]:
    """The propositions of the statements that :meth:`View.attributions_between` gives."""
    inside = members.join(attributions, attributions.c.id == members.c.attribution).join(
        articles, articles.c.id == attributions.c.article
    )
    query = select(members.c.proposition).distinct().select_from(inside)
    return set(view._connection.scalars(printed_between(query, outlet=outlet, since=since, until=until)))
