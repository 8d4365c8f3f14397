"""Opening a ledger, and the two things to do with it: view it, and write it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, Engine, event, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from twosource.errors import LedgerDamaged, RecordRefused
from twosource.ledger.dialects import Dialect, choose
from twosource.ledger.migrations import upgrade
from twosource.ledger.schema import mark
from twosource.ledger.stored import SEE_CHECK, Unreadable
from twosource.ledger.view import View
from twosource.ledger.writer import Writer

_TIMEOUT = 30.0


class Ledger:
    """The store of articles, attributions and all that is known across them.

    One object may be used by several threads, and one ledger by several processes: any number view it while one writes;
    a second writer waits. Errors of the database come as :class:`~twosource.errors.LedgerError` in one line.
    """

    def __init__(self, engine: Engine, dialect: Dialect) -> None:
        self._engine = engine
        self._dialect = dialect

    @classmethod
    def open(cls, where: str | Path, *, create: bool = True, timeout: float = _TIMEOUT) -> Self:
        """The ledger at ``where``, a path or ``postgresql://…``; one of an older version is brought up to date.

        ``timeout`` is how many seconds to wait for another writer. ``create`` says whether one that is not there is
        made; the database of a URL must be there in any case. :class:`~twosource.errors.LedgerMissing` where it is
        not, :class:`~twosource.errors.LedgerDamaged` where something else is, or one made by a newer version.
        """
        dialect = choose(where, timeout=timeout)
        engine = dialect.engine(create=create, timeout=timeout)
        try:
            with _plain_errors(dialect):
                upgrade(engine, dialect, create=create)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, dialect)

    @property
    def where(self) -> str:
        """The ledger as people are told of it."""
        return self._dialect.where

    @contextmanager
    def view(self) -> Iterator[View]:
        """One state of everything, for as long as it takes."""
        with _plain_errors(self._dialect), self._dialect.viewing(self._engine) as connection:
            yield View(connection, self._dialect)

    @contextmanager
    def write(self) -> Iterator[Writer]:
        """One transaction: all of it at the end, nothing of it after an exception.

        :class:`~twosource.errors.LedgerBusy` where another writer does not end in time. The mark of the ledger moves
        where a row was written; a transaction that only reads leaves it.
        """
        with _plain_errors(self._dialect), self._dialect.writing(self._engine) as connection:
            written = _written(connection)
            yield Writer(connection, self._dialect)
            if written:
                connection.execute(update(mark).values(number=mark.c.number + 1))

    def check_index(self) -> None:
        """Let the database check its full text, as a writer: :class:`~twosource.errors.LedgerDamaged` where it is not
        sound."""
        with _plain_errors(self._dialect), self._dialect.writing(self._engine) as connection:
            self._dialect.check_index(connection)

    def close(self) -> None:
        """Close its connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _written(connection: Connection) -> list[bool]:
    """A list that has something in it as soon as a statement changes a row."""
    found: list[bool] = []

    def note(*told: Any) -> None:
        cursor, context = told[1], told[4]
        # Of many rows at once some drivers do not know how many they were: -1.
        if not found and context and (context.isinsert or context.isupdate or context.isdelete) and cursor.rowcount:
            found.append(True)

    event.listen(connection, "after_cursor_execute", note)
    return found


@contextmanager
def _plain_errors(dialect: Dialect) -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        reason = "a record names one that is not there, or claims what belongs to another"
        raise RecordRefused(dialect.where, f"{reason} ({' '.join(str(error.orig).split())})") from error
    except Unreadable as error:
        raise LedgerDamaged(dialect.where, f"a record in it cannot be read ({error}){SEE_CHECK}") from error
    except DBAPIError as error:
        raise dialect.reason(error.orig or error) or error from error
