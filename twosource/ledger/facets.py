"""By what propositions are looked for: kept beside them, so that a list reads its own rows and no others.

An inverted index in the manner of full text: a row for every proposition and value, with what lists are sorted by.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any, Literal

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from twosource import wire
from twosource.across import Origin, Proposition
from twosource.ledger.dialects import Dialect
from twosource.ledger.reading import batches
from twosource.ledger.schema import articles, attributions, facets, members, mentions, origins, propositions
from twosource.ledger.stored import rebuilt
from twosource.ledger.versions import instant

Facet = Literal["all", "status", "stance", "source", "side", "outlet"]
Stance = Literal["says-so", "may-be", "denies", "withholds"]

_Row = tuple[str, str, str]
"""Kind, value, proposition."""

_SURE = ("certain", "unstated")


def keep(connection: Connection, dialect: Dialect, found: Sequence[Proposition]) -> None:
    """Put the facets of ``found``, whose members are stored, in place of those that they had; origins add theirs."""
    drop(connection, dialect, [one.id for one in found])
    _insert(connection, _of_members(connection, dialect, found), found)


def _of_members(connection: Connection, dialect: Dialect, found: Sequence[Proposition]) -> set[_Row]:
    rows: set[_Row] = {(kind, value, one.id) for one in found for kind, value in (("all", ""), ("status", one.status))}
    inside = dialect.among(members.c.proposition, [one.id for one in found])
    printed = (
        select(articles.c.outlet, members.c.proposition)
        .distinct()
        .join(attributions, attributions.c.article == articles.c.id)
        .join(members, members.c.attribution == attributions.c.id)
        .where(articles.c.outlet.is_not(None), inside)
    )
    heard = (
        select(mentions.c.source, members.c.proposition)
        .distinct()
        .join(members, members.c.attribution == mentions.c.attribution)
        .where(inside)
    )
    rows |= {("outlet", row.outlet, row.proposition) for row in connection.execute(printed)}
    rows |= {("source", row.source, row.proposition) for row in connection.execute(heard)}
    return rows


def keep_origins(connection: Connection, dialect: Dialect, added: Sequence[Origin]) -> None:
    """Put the facets that propositions have by their origins: stances and sides."""
    owners = _propositions(connection, dialect, sorted({origin.proposition for origin in added}))
    rows = _of_origins(connection, dialect, added)
    there = select(facets.c.kind, facets.c.value, facets.c.proposition).where(
        facets.c.kind.in_(("side", "stance")), dialect.among(facets.c.proposition, [one.id for one in owners])
    )
    _insert(connection, rows - {(row.kind, row.value, row.proposition) for row in connection.execute(there)}, owners)


def _of_origins(connection: Connection, dialect: Dialect, added: Sequence[Origin]) -> set[_Row]:
    sure = _sure(
        connection, dialect, (one for origin in added if origin.stance == "affirm" for one in origin.attributions)
    )
    rows: set[_Row] = set()
    for origin in added:
        if origin.side:
            rows.add(("side", origin.side, origin.proposition))
        rows |= {("stance", stance, origin.proposition) for stance in _stances(origin, sure)}
    return rows


def drop(connection: Connection, dialect: Dialect, ids: Iterable[str]) -> None:
    """Forget the facets of the propositions of ``ids``."""
    connection.execute(delete(facets).where(dialect.among(facets.c.proposition, list(ids))))


def keep_all(connection: Connection, dialect: Dialect) -> None:
    """Put the facets of every proposition there is into a table that is empty."""
    for batch in batches(connection.scalars(select(propositions.c.id).order_by(propositions.c.id)).all()):
        keep(connection, dialect, _propositions(connection, dialect, batch))
        rows = connection.scalars(select(origins.c.record).where(dialect.among(origins.c.proposition, batch)))
        keep_origins(connection, dialect, [rebuilt(wire.origin, record) for record in rows.all()])


def weigh_all(connection: Connection, dialect: Dialect) -> None:
    """Put what every proposition weighs now into its facets."""
    own = facets.c.proposition == bindparam("one")
    for batch in batches(connection.scalars(select(propositions.c.id).order_by(propositions.c.id)).all()):
        weights = [{"one": each.id, "weighs": each.weight} for each in _propositions(connection, dialect, batch)]
        connection.execute(update(facets).where(own).values(weight=bindparam("weighs")), weights)


def differing(connection: Connection, dialect: Dialect) -> list[str]:
    """The propositions of which other facets are kept than :func:`keep_all` would put."""
    found: list[str] = []
    kept = select(facets).order_by(facets.c.proposition)
    for batch in batches(connection.scalars(select(propositions.c.id).order_by(propositions.c.id)).all()):
        owners = _propositions(connection, dialect, batch)
        rows = connection.scalars(select(origins.c.record).where(dialect.among(origins.c.proposition, batch)))
        wanted = _of_members(connection, dialect, owners)
        wanted |= _of_origins(connection, dialect, [rebuilt(wire.origin, record) for record in rows.all()])
        made = {tuple(row.values()) for row in _rows(wanted, owners)}
        there = {tuple(row) for row in connection.execute(kept.where(dialect.among(facets.c.proposition, batch)))}
        found += sorted({row[2] for row in made ^ there})
    return found


def _propositions(connection: Connection, dialect: Dialect, ids: Sequence[str]) -> list[Proposition]:
    rows = connection.scalars(select(propositions.c.record).where(dialect.among(propositions.c.id, ids)))
    return [rebuilt(wire.proposition, record) for record in rows]


def _stances(origin: Origin, sure: set[str]) -> set[Stance]:
    if origin.stance == "deny":
        return {"denies"}
    if origin.stance == "withhold":
        return {"withholds"}
    return {"says-so" if one in sure else "may-be" for one in origin.attributions}


def _sure(connection: Connection, dialect: Dialect, ids: Iterable[str]) -> set[str]:
    """Those that do not say that it is only possible or probable."""
    query = select(attributions.c.id, attributions.c.record).where(dialect.among(attributions.c.id, list(ids)))
    return {row.id for row in connection.execute(query) if rebuilt(itemgetter("certainty"), row.record) in _SURE}


def _insert(connection: Connection, rows: Iterable[_Row], owners: Iterable[Proposition]) -> None:
    if made := _rows(rows, owners):
        connection.execute(insert(facets), made)


def _rows(rows: Iterable[_Row], owners: Iterable[Proposition]) -> list[dict[str, Any]]:
    """As they are stored, with what lists of ``owners`` are sorted by."""
    by = {
        one.id: {"weight": one.weight, "first": instant(one.first_said), "last": instant(one.last_said)}
        for one in owners
    }
    return [
        {"kind": kind, "value": value, "proposition": owner, **by[owner]}
        for kind, value, owner in sorted(rows)
        if owner in by
    ]
