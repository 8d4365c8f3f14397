"""What made the records of a ledger (:mod:`twosource.making`): each told once, records point at it by a number.

Records that were there before ledgers kept this, and those of an export that does not tell, point at nothing: their
maker is :data:`~twosource.making.UNKNOWN`.
"""

from __future__ import annotations

from sqlalchemy import Connection, func, insert, select

from twosource import making
from twosource.ledger.dialects import Dialect
from twosource.ledger.schema import makers
from twosource.ledger.stored import Unreadable

_COLUMNS = ("articles", "sources", "propositions", "links")


def made_by(connection: Connection, dialect: Dialect) -> None:
    """The step that gives records a maker."""
    connection.exec_driver_sql(
        "CREATE TABLE makers (number INTEGER NOT NULL PRIMARY KEY, made_by {text} NOT NULL UNIQUE)".format_map(
            dialect.types
        )
    )
    for table in _COLUMNS:
        connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN maker INTEGER")
    connection.exec_driver_sql("CREATE INDEX articles_maker ON articles (id, maker)")


class Makers:
    """Those of one database, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[int | None, str] = {None: making.UNKNOWN}

    def told(self, number: int | None) -> str:
        """The maker of a number."""
        if number not in self._known:
            self._known |= {row.number: row.made_by for row in self._connection.execute(select(makers))}
        if number not in self._known:
            raise Unreadable(f"maker {number} is named and is not there")
        return self._known[number]

    def number(self, told: str | None) -> int | None:
        """The number of a maker, which gets one if it has none; of what makes records now, where none is told."""
        wanted = told or making.made_by()
        if wanted == making.UNKNOWN:
            return None
        found = self.find(wanted)
        if found is None:
            found = int(self._connection.scalar(select(func.coalesce(func.max(makers.c.number), 0) + 1)) or 1)
            self._connection.execute(insert(makers).values(number=found, made_by=wanted))
            self._known[found] = wanted
        return found

    def every(self) -> list[str]:
        """All that have a number, sorted."""
        return sorted(self._connection.scalars(select(makers.c.made_by)))

    def find(self, told: str) -> int | None:
        """The number of a maker, if it has one."""
        for number, known in self._known.items():
            if known == told and number is not None:
                return number
        found = self._connection.scalar(select(makers.c.number).where(makers.c.made_by == told))
        if found is not None:
            self._known[found] = told
        return found
