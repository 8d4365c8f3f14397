"""A ledger in a database of PostgreSQL: the same tables, one writer at a time, full text by ``tsvector`` and GIN."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import (
    ARRAY,
    URL,
    BigInteger,
    ColumnElement,
    Connection,
    Engine,
    Integer,
    Text,
    any_,
    bindparam,
    create_engine,
    text,
)
from sqlalchemy.exc import DBAPIError

from twosource.across import Judgement
from twosource.errors import LedgerBusy, LedgerDamaged, LedgerError, LedgerMissing
from twosource.ledger.schema import METADATA, comparable
from twosource.ledger.stored import SEE_CHECK
from twosource.ledger.terms import Query, fold, rarest

# Two numbers name the lock of writers: this one, and the schema's, so that ledgers in one database do not wait for each
# other.
_LOCK = 0x7457053
_INDEX = {
    "article_words": """INSERT INTO article_words (number, words) VALUES (:number,
        setweight(to_tsvector('english', :title), 'A') || setweight(to_tsvector('english', :text), 'B'))""",
    "attribution_words": """INSERT INTO attribution_words (number, words) VALUES (:number,
        to_tsvector('english', :text))""",
}
# The divisor 1 + log(length) makes a short text and a long one comparable, as bm25 does.
_MATCHES = {
    "article": """SELECT articles.id, ts_rank(words, query, 1) AS score
        FROM websearch_to_tsquery('english', :query) AS query, article_words
        JOIN articles ON articles.number = article_words.number
        WHERE words @@ query AND articles.current ORDER BY score DESC, articles.id LIMIT :limit""",
    "attribution": """SELECT attributions.id, ts_rank(words, query, 1) AS score
        FROM websearch_to_tsquery('english', :query) AS query, attribution_words
        JOIN attributions ON attributions.number = attribution_words.number
        JOIN articles ON articles.id = attributions.article
        WHERE words @@ query AND articles.current
        AND NOT EXISTS (SELECT 1 FROM keys WHERE keys.space = 'aside' AND keys.item = attributions.id)
        ORDER BY score DESC, attributions.id LIMIT :limit""",
}
# Weighing a row takes 3 microseconds, and a query should take 50 milliseconds.
_WEIGHED = 15_000
_CONNECT_SECONDS = 10
_KEPT = "nothing that was finished is lost"
# How PostgreSQL's number of an error begins, and what that means for people; "{said}" are its words.
_REASONS: Sequence[tuple[tuple[str, ...], type[LedgerError], str]] = (
    (("55P03",), LedgerBusy, "another process has been writing for more than {timeout:g} s; try again"),
    (("3D", "3F", "28"), LedgerMissing, "{said}"),
    (("XX",), LedgerDamaged, f"the database is damaged ({{said}}){SEE_CHECK}"),
    (("08", "53", "57"), LedgerError, f"{{said}}; run this again when the server can take it: {_KEPT}"),
    (("42501", "25006"), LedgerError, "you may not write it ({said})"),
)


class Postgres:
    """``timeout`` is in seconds. Tables are made in the first schema of the search path."""

    # Without COLLATE "C" the order of ids and times would be that of the server's language.
    types: Mapping[str, str] = {"text": 'TEXT COLLATE "C"', "binary": "BYTEA", "number": "BIGINT", "compact": ""}
    full_text: Sequence[str] = tuple(
        statement
        for table in ("article_words", "attribution_words")
        for statement in (
            f"CREATE TABLE {table} (number BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)",
            f"CREATE INDEX {table}_words ON {table} USING GIN (words)",
        )
    )

    def __init__(self, url: URL, *, timeout: float) -> None:
        self.url = url.set(drivername="postgresql+psycopg")
        self.timeout = timeout
        self.judgements: dict[str, Judgement] = {}

    @property
    def where(self) -> str:
        """The URL without its password."""
        return self.url.set(drivername="postgresql").render_as_string()

    def engine(self, *, create: bool, timeout: float) -> Engine:  # noqa: ARG002
        """Connections to the database, which must be there whatever ``create`` says."""
        try:
            import psycopg  # noqa: F401
        except ImportError as error:
            raise LedgerError(
                self.where, 'PostgreSQL needs one package more: pip install "twosource[postgres]"'
            ) from error
        asked = {"connect_timeout": _CONNECT_SECONDS} if "connect_timeout" not in self.url.query else {}
        return create_engine(self.url, connect_args=asked, pool_pre_ping=True)

    @contextmanager
    def writing(self, engine: Engine) -> Iterator[Connection]:
        """The lock ends with the transaction. What was committed while waiting for it is seen."""
        with engine.connect() as connection, connection.begin():
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {max(1, round(self.timeout * 1000))}")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK}, hashtext(current_schema()))")
            yield connection

    @contextmanager
    def viewing(self, engine: Engine) -> Iterator[Connection]:
        """The first read fixes what is seen."""
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with engine.connect().execution_options(**options) as connection, connection.begin():
            connection.exec_driver_sql("SELECT 1").fetchall()
            yield connection

    def among(self, column: ColumnElement[Any], values: Iterable[str] | Iterable[int]) -> ColumnElement[bool]:
        """One parameter however many there are."""
        kind = ARRAY(BigInteger if isinstance(column.type, Integer) else Text)
        return column == any_(bindparam(None, comparable(values), type_=kind, unique=True))

    def index(self, connection: Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """The words of ``rows`` under their numbers, without accents as in SQLite."""
        folded = [{**row, "title": fold(row["title"]), "text": fold(row["text"])} for row in rows]
        if folded:
            connection.execute(text(_INDEX[table]), folded)

    def unindex(self, connection: Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Take ``rows`` out, by their numbers."""
        if rows:
            connection.execute(text(f"DELETE FROM {table} WHERE number = :number"), rows)

    def matches(self, connection: Connection, query: Query, *, limit: int) -> list[tuple[str, str, float]]:
        """Those that have all of the phrases; where there are none, those that have any of the rarer ones."""
        phrases = query.quoted()
        return self._found(connection, dict.fromkeys(_MATCHES, " ".join(phrases)), limit=limit) or self._found(
            connection, {kind: " or ".join(_rarer(connection, kind, phrases)) for kind in _MATCHES}, limit=limit
        )

    def _found(self, connection: Connection, asked: Mapping[str, str], *, limit: int) -> list[tuple[str, str, float]]:
        return [
            (kind, str(row.id), float(row.score))
            for kind, expression in asked.items()
            for row in connection.execute(text(_MATCHES[kind]), {"query": expression, "limit": limit})
        ]

    def faults(self, connection: Connection) -> Iterator[str]:
        """Every row is read, which finds pages that are damaged. What rows name, the server itself sees to."""
        for table in METADATA.sorted_tables:
            columns = ", ".join(f'count("{column.name}")' for column in table.columns)
            try:
                with connection.begin_nested():
                    connection.exec_driver_sql(f"SELECT {columns} FROM {table.name}").fetchall()
            except DBAPIError as error:
                yield f"the table {table.name} cannot be read ({' '.join(str(error.orig).split())})"

    def indexed(self, connection: Connection, table: str) -> set[int]:
        """One row each."""
        return set(connection.scalars(text(f"SELECT number FROM {table}")))

    def check_index(self, connection: Connection) -> None:
        """The server has no check of GIN that it lets everybody ask for."""

    def finds(self, connection: Connection, table: str, wanted: tuple[int, str]) -> bool:
        """Words that the server's dictionary leaves out find everything."""
        number, word = wanted
        query = text(f"""SELECT 1 FROM {table}, websearch_to_tsquery('english', :word) AS query
            WHERE number = :number AND (words @@ query OR numnode(query) = 0)""")
        return connection.execute(query, {"word": word.lower(), "number": number}).first() is not None

    def reason(self, error: BaseException) -> LedgerError | None:
        """By PostgreSQL's number of the error; one without a number comes from not reaching the server."""
        number = getattr(error, "sqlstate", None)
        said = " ".join(str(error).split())
        if number is None and type(error).__name__ in {"OperationalError", "ConnectionTimeout"}:
            broken = f"no connection to the database, or it broke off ({said})"
            return LedgerMissing(self.where, f"{broken}; run this again when it is there: {_KEPT}")
        for numbers, kind, told in _REASONS:
            if number is not None and number.startswith(numbers):
                return kind(self.where, told.format(said=said, timeout=self.timeout))
        return None


def _rarer(connection: Connection, kind: str, phrases: Sequence[str]) -> list[str]:
    """As in SQLite; nothing is counted further than it matters."""
    count = text(
        f"""SELECT count(*) FROM (SELECT 1 FROM {kind}_words
        WHERE words @@ websearch_to_tsquery('english', :query) LIMIT {_WEIGHED + 1}) AS counted"""
    )
    return rarest({phrase: int(connection.scalar(count, {"query": phrase}) or 0) for phrase in phrases}, most=_WEIGHED)
