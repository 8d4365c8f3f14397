"""Sources by how often they are heard: kept beside them, so that a list of them counts nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from twosource.ledger.dialects import Dialect
from twosource.ledger.reading import batches
from twosource.ledger.schema import heard, mentions, sources
from twosource.ledger.stored import rebuilt


def hear(connection: Connection, dialect: Dialect, ids: Sequence[str]) -> None:
    """Put what is kept of the sources of ``ids``, stored with their mentions, as it is now."""
    silence(connection, dialect, ids)
    if made := _rows(connection, dialect, ids):
        connection.execute(insert(heard), made)


def differing(connection: Connection, dialect: Dialect) -> list[str]:
    """The sources of which something else is kept than :func:`hear_all` would put."""
    found: list[str] = []
    for batch in batches(connection.scalars(select(sources.c.id).order_by(sources.c.id)).all()):
        wanted = {row["source"]: tuple(row.values()) for row in _rows(connection, dialect, batch)}
        kept = connection.execute(select(heard).where(dialect.among(heard.c.source, batch)))
        there = {row.source: tuple(row) for row in kept}
        found += [id_ for id_ in batch if wanted.get(id_) != there.get(id_)]
    return found


def _rows(connection: Connection, dialect: Dialect, ids: Sequence[str]) -> list[dict[str, Any]]:
    counted = select(mentions.c.source, func.count().label("size")).group_by(mentions.c.source)
    size = {row.source: row.size for row in connection.execute(counted.where(dialect.among(mentions.c.source, ids)))}
    rows = connection.execute(select(sources.c.id, sources.c.record).where(dialect.among(sources.c.id, ids)))
    return [rebuilt(partial(_row, row.id, size.get(row.id, 0)), row.record) for row in rows]


def silence(connection: Connection, dialect: Dialect, ids: Iterable[str]) -> None:
    """Forget the sources of ``ids``."""
    connection.execute(delete(heard).where(dialect.among(heard.c.source, list(ids))))


def hear_all(connection: Connection, dialect: Dialect) -> None:
    """Put every source there is."""
    for batch in batches(connection.scalars(select(sources.c.id).order_by(sources.c.id)).all()):
        hear(connection, dialect, batch)


def _row(id_: str, size: int, fields: Mapping[str, Any]) -> dict[str, Any]:
    words = (fields["name"], *fields["names"], fields["role"], fields["affiliation"])
    return {"source": id_, "size": size, "kind": fields["kind"], "names": " | ".join(filter(None, words)).casefold()}
