"""What fits: the propositions of some ids that pass a sift, and the ids that the full text finds."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import func, select

from twosource.ledger import terms
from twosource.ledger.article_view import printed_between
from twosource.ledger.listing import Sift
from twosource.ledger.schema import articles, facets, members
from twosource.ledger.view import View


@dataclass(frozen=True, slots=True)
class Fitting:
    """A proposition, and what lists sort it by: how much it matters, the instants of its first and its last word
    (empty where unknown)."""

    id: str
    weight: float
    first: str
    last: str


def fitting(view: View, ids: Collection[str], sift: Sift) -> dict[str, Fitting]:
    """Those of ``ids`` that pass ``sift``."""
    row = facets.c
    passed = dict.fromkeys(ids)
    found: dict[str, Fitting] = {}
    for kind, value in sift.facets:
        query = select(row.proposition, row.weight, row.first, row.last).where(row.kind == kind, row.value == value)
        if sift.since is not None:
            query = query.where(row.last >= sift.since[:10])
        if sift.until is not None:
            query = query.where(row.first != "", func.substr(row.first, 1, 10) <= sift.until[:10])
        rows = view._among(query, facets, "proposition", passed)
        found = {one.proposition: Fitting(one.proposition, one.weight, one.first, one.last) for one in rows}
        passed = {id_: None for id_ in passed if id_ in found}
    return {id_: found[id_] for id_ in passed}


def printed(view: View, ids: Collection[str], sift: Sift) -> set[str]:
    """Those of ``ids``, current articles, that the outlet and the days of ``sift`` let in; what else it asks is not of
    articles."""
    if (sift.outlet, sift.since, sift.until) == (None, None, None):
        return set(ids)
    query = printed_between(select(articles.c.id), outlet=sift.outlet, since=sift.since, until=sift.until)
    return {row.id for row in view._among(query, articles, "id", ids)}


def matches(view: View, text: str, *, limit: int) -> tuple[dict[str, float], dict[str, float]]:
    """Current statements and current articles that :meth:`View.search` would find by ``text``, the ``limit`` best of
    each: their ids with their scores, the best first."""
    asked = terms.read(text)
    found: dict[str, dict[str, float]] = {"attribution": {}, "article": {}}
    if asked.phrases:
        rows = view._dialect.matches(view._connection, asked, limit=limit)
        for kind, id_, score in sorted(rows, key=lambda row: (-row[2], row[1])):
            found[kind][id_] = score
    return found["attribution"], found["article"]


def memberships(view: View) -> Iterator[tuple[str, str]]:
    """Every statement with the proposition that it belongs to, in no order."""
    for row in view._connection.execute(select(members.c.attribution, members.c.proposition)):
        yield row.attribution, row.proposition
