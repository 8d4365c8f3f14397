"""What differs between SQLite and PostgreSQL, behind one choice: :func:`choose`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError

from twosource.across import Judgement
from twosource.errors import LedgerError
from twosource.ledger.terms import Query


class Dialect(Protocol):
    """One kind of database. The two of them hold everything that the rest would have to ask "which one?" for."""

    @property
    def judgements(self) -> dict[str, Judgement]:
        """Those read so far, by id. An id stands for all that a judgement says, and every desk needs all of them: five
        thousand take 0.1 s to read."""
        ...

    @property
    def where(self) -> str:
        """The ledger as people are told of it: without a password."""
        ...

    @property
    def types(self) -> Mapping[str, str]:
        """What the migrations call text in code-point order, bytes, a row's number, a table that is its own index."""
        ...

    @property
    def full_text(self) -> Sequence[str]:
        """The statements that make the tables of the full text."""
        ...

    def engine(self, *, create: bool, timeout: float) -> Engine:
        """Connections; ``LedgerMissing`` where there is nothing to connect to and ``create`` does not help."""
        ...

    def writing(self, engine: Engine) -> AbstractContextManager[Connection]:
        """A transaction that is the only one to write; it waits for the other one, ``timeout`` at the most."""
        ...

    def viewing(self, engine: Engine) -> AbstractContextManager[Connection]:
        """A transaction that sees one state of everything, and writes nothing."""
        ...

    def among(self, column: ColumnElement[Any], values: Iterable[str] | Iterable[int]) -> ColumnElement[bool]:
        """Whether ``column`` is one of ``values``, of which there may be any number."""
        ...

    def index(self, connection: Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Put ``rows`` (``number``, ``title``, ``text``) into a table of the full text."""
        ...

    def unindex(self, connection: Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Take ``rows`` out of a table of the full text, as they were put there."""
        ...

    def matches(self, connection: Connection, query: Query, *, limit: int) -> list[tuple[str, str, float]]:
        """Of current articles and statements: which, its id, its score; the ``limit`` best of each."""
        ...

    def faults(self, connection: Connection) -> Iterator[str]:
        """What is wrong with the file, or with the tables of the server, in words."""
        ...

    def indexed(self, connection: Connection, table: str) -> set[int]:
        """The numbers of the rows of a table of the full text."""
        ...

    def check_index(self, connection: Connection) -> None:
        """Let the database check its tables of the full text itself, as far as it can; an error where they are not
        sound."""
        ...

    def finds(self, connection: Connection, table: str, wanted: tuple[int, str]) -> bool:
        """Whether a table of the full text finds the row of a number by a word."""
        ...

    def reason(self, error: BaseException) -> LedgerError | None:
        """What an error of the driver means for people; nothing where it is a mistake in this package."""
        ...


def choose(where: str | Path, *, timeout: float) -> Dialect:
    """The dialect of a path, or of a URL ``postgresql://…``."""
    text = str(where)
    if isinstance(where, Path) or "://" not in text:
        from twosource.ledger.sqlite import SQLite

        return SQLite(Path(where), timeout=timeout)
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise LedgerError(text.partition("://")[0], "this is no URL of a database") from error
    if url.get_backend_name() not in {"postgresql", "postgres"}:
        raise LedgerError(
            url.render_as_string(), "a ledger is a file, or a database of PostgreSQL (postgresql://host/database)"
        )
    from twosource.ledger.postgres import Postgres

    return Postgres(url, timeout=timeout)
