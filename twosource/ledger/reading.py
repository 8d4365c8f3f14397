"""Asking a database: what every view does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, Table, select

from twosource.ledger.dialects import Dialect
from twosource.ledger.makers import Makers

T = TypeVar("T")

# What is read of everything is read in pieces, so that memory does not grow with the ledger.
_BATCH = 500


class Reading:
    """A transaction of one database."""

    def __init__(self, connection: Connection, dialect: Dialect) -> None:
        self._connection = connection
        self._dialect = dialect
        self._makers = Makers(connection)

    def _listed(self, table: Table, ids: Iterable[str] | None) -> Iterator[list[str]]:
        """``ids`` in batches, each once; all of ``table``, sorted, where they are ``None``."""
        listed = (
            self._connection.scalars(select(table.c.id).order_by(table.c.id)) if ids is None else dict.fromkeys(ids)
        )
        return batches(list(listed))

    def _among(
        self, query: Select[Any], table: Table, column: str, values: Iterable[str] | Iterable[int]
    ) -> Sequence[Row[Any]]:
        return self._connection.execute(self._chosen(query, table, column, values)).all()

    def _chosen(
        self, query: Select[Any], table: Table, column: str, values: Iterable[str] | Iterable[int]
    ) -> Select[Any]:
        return query.where(self._dialect.among(table.c[column], values))


def batches(values: Iterable[T], *, size: int = _BATCH) -> Iterator[list[T]]:
    """``values`` in pieces of a size that can be held and asked for at once."""
    remaining = iter(values)
    while batch := list(islice(remaining, size)):
        yield batch
