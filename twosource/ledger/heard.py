"""Sources by how often they are heard: kept beside them, so that a list of them counts nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from twosource.ledger.dialects import Dialect
from twosource.ledger.reading import batches
from twosource.ledger.schema import heard, mentions, sources


def hear(connection: Connection, dialect: Dialect, ids: Sequence[str]) -> None:
    """Put what is kept of the sources of ``ids``, stored with their mentions, as it is now."""
    silence(connection, dialect, ids)
    counted = select(mentions.c.source, func.count().label("size")).group_by(mentions.c.source)
    size = {row.source: row.size for row in connection.execute(counted.where(dialect.among(mentions.c.source, ids)))}
    rows = connection.execute(select(sources.c.id, sources.c.record).where(dialect.among(sources.c.id, ids)))
    made = [_row(row.id, json.loads(row.record), size.get(row.id, 0)) for row in rows]
    if made:
        connection.execute(insert(heard), made)


def silence(connection: Connection, dialect: Dialect, ids: Iterable[str]) -> None:
    """Forget the sources of ``ids``."""
    connection.execute(delete(heard).where(dialect.among(heard.c.source, list(ids))))


def hear_all(connection: Connection, dialect: Dialect) -> None:
    """Put every source there is."""
    for batch in batches(connection.scalars(select(sources.c.id).order_by(sources.c.id)).all()):
        hear(connection, dialect, batch)


def _row(id_: str, fields: Mapping[str, Any], size: int) -> dict[str, Any]:
    words = (fields["name"], *fields["names"], fields["role"], fields["affiliation"])
    return {"source": id_, "size": size, "kind": fields["kind"], "names": " | ".join(filter(None, words)).casefold()}
