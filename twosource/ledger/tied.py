"""Links by where both of their ends are: within a set of statements, or from it to others."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, func, or_, select

from twosource.across import Link, Relation
from twosource.ledger.schema import links
from twosource.ledger.view import View


def within(view: View, ids: Collection[str], *, relation: Relation | None = None) -> list[Link]:
    """The links that have both ends in ``ids``, those of one ``relation`` where it is given."""
    query = _inside(view, select(links), ids)
    return _read(view, query if relation is None else query.where(links.c.relation == relation))


def counted(view: View, ids: Collection[str]) -> dict[Relation, int]:
    """How many links of each relation have both ends in ``ids``."""
    query = _inside(view, select(links.c.relation, func.count().label("number")), ids)
    return {row.relation: row.number for row in view._connection.execute(query.group_by(links.c.relation))}


def beyond(view: View, ids: Collection[str], relations: Collection[Relation]) -> list[Link]:
    """The links of these ``relations`` that have one end in ``ids`` and the other outside."""
    wanted = sorted(set(ids))
    left, right = (view._dialect.among(column, wanted) for column in (links.c.left, links.c.right))
    query = select(links).where(or_(left, right), links.c.relation.in_(sorted(relations)))
    inside = set(wanted)
    return [one for one in _read(view, query) if not {one.left, one.right} <= inside]


def _inside(view: View, query: Select[Any], ids: Collection[str]) -> Select[Any]:
    wanted = sorted(set(ids))
    return query.where(*(view._dialect.among(column, wanted) for column in (links.c.left, links.c.right)))


def _read(view: View, query: Select[Any]) -> list[Link]:
    rows = view._connection.execute(query.order_by(links.c.left, links.c.right, links.c.relation))
    return [view._link(row) for row in rows]
