"""A ledger in one file of SQLite: write-ahead log, one writer, any number of readers, FTS5."""

from __future__ import annotations

import json
import sqlite3
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, ColumnElement, Connection, Engine, bindparam, create_engine, event, func, select, text

from twosource.across import Judgement
from twosource.errors import LedgerBusy, LedgerDamaged, LedgerError, LedgerMissing
from twosource.ledger.schema import comparable
from twosource.ledger.stored import SEE_CHECK
from twosource.ledger.terms import Query, rarest

# A title says in a few words what the body says in many: five to one.
_BM25 = {"article_words": "bm25(5.0, 1.0)", "attribution_words": "bm25(1.0)"}
_CURRENT = {
    "article_words": """SELECT articles.number, articles.id FROM articles
        WHERE articles.current AND articles.number IN (SELECT value FROM json_each(:numbers))""",
    "attribution_words": """SELECT attributions.number, attributions.id FROM attributions
        JOIN articles ON articles.id = attributions.article
        WHERE articles.current AND attributions.number IN (SELECT value FROM json_each(:numbers))
        AND NOT EXISTS (SELECT 1 FROM keys WHERE keys.space = 'aside' AND keys.item = attributions.id)""",
}
# Weighing a row takes 2 microseconds, and a query should take 50 milliseconds.
_WEIGHED = 15_000
_AT_ONCE = 200
# After each transaction the log is on the disk: a finished article outlives a power cut too, not only a kill.
_SYNCHRONOUS = "FULL"
_FULL_TEXT_MODULE = "fts5"
_DAMAGED = f"this is not a ledger, or it is damaged ({{said}}){SEE_CHECK}"
_KEPT = "nothing that was finished is lost"
# What SQLite says, and what that means for people; "{said}" are its words, "{timeout}" how long a writer waits.
_REASONS: Sequence[tuple[Sequence[str], type[LedgerError], str]] = (
    (("locked",), LedgerBusy, "another process has been writing for more than {timeout:g} s; try again"),
    (
        ("not a database", "malformed", "corrupt", "unsupported file format", "Could not decode to UTF-8"),
        LedgerDamaged,
        _DAMAGED,
    ),
    (("is full",), LedgerError, f"no room is left on its disk ({{said}}); make room and run this again: {_KEPT}"),
    (
        ("disk I/O error",),
        LedgerError,
        f"its disk fails, is full, or is gone ({{said}}); run this again when it is back: {_KEPT}",
    ),
    (("readonly",), LedgerError, "you may not write the file, or the folder that it is in ({said})"),
    (
        ("unable to open",),
        LedgerMissing,
        "the file cannot be opened: may you read it, and write it and the folder that it is in? ({said})",
    ),
)
_COLUMNS = {"article_words": ("title, text", ":title, :text"), "attribution_words": ("text", ":text")}
_WORDS = "tokenize = 'porter unicode61 remove_diacritics 2'"


class SQLite:
    """``timeout`` is in seconds."""

    types: Mapping[str, str] = {"text": "TEXT", "binary": "BLOB", "number": "INTEGER", "compact": " WITHOUT ROWID"}
    # Contentless: the words are of records that stand in other tables. Who removes one must tell its words again.
    full_text: Sequence[str] = (
        f"CREATE VIRTUAL TABLE article_words USING fts5(title, text, content = '', {_WORDS})",
        f"CREATE VIRTUAL TABLE attribution_words USING fts5(text, content = '', {_WORDS})",
    )

    def __init__(self, path: Path, *, timeout: float) -> None:
        self.path = path
        self.timeout = timeout
        self.judgements: dict[str, Judgement] = {}
        self._inode: tuple[int, int] | None = None

    @property
    def where(self) -> str:
        """The path as given."""
        return str(self.path)

    def engine(self, *, create: bool, timeout: float) -> Engine:
        """Connections to the file, which is made where ``create`` allows it."""
        if self.path.is_dir():
            raise LedgerMissing(self.where, "this is a folder; name a file in it")
        if not self.path.parent.is_dir():
            raise LedgerMissing(self.where, f"there is no folder {self.path.parent}")
        if not create and not self.path.exists():
            raise LedgerMissing(self.where, "there is no such file")
        engine = create_engine(URL.create("sqlite", database=str(self.path)), connect_args={"timeout": timeout})
        event.listen(engine, "connect", self._prepare)
        event.listen(engine, "begin", _begin)
        return engine

    def _prepare(self, connection: sqlite3.Connection, _record: object) -> None:
        try:
            self._set_up(connection)
        except UnicodeDecodeError as error:
            # What SQLite says of damage quotes it.
            raise LedgerDamaged(self.where, _DAMAGED.format(said="its schema cannot be read")) from error

    def _set_up(self, connection: sqlite3.Connection) -> None:
        # SQLAlchemy is told when a transaction begins; the driver's own guesses would begin it too late.
        connection.isolation_level = None
        if not connection.execute("SELECT 1 FROM pragma_module_list WHERE name = ?", (_FULL_TEXT_MODULE,)).fetchone():
            raise LedgerError(
                self.where, "this Python's SQLite was built without FTS5 (full text), which a ledger needs"
            )
        self._log_ahead(connection)
        connection.execute(f"PRAGMA synchronous = {_SYNCHRONOUS}")
        connection.execute("PRAGMA foreign_keys = ON")
        # An article with its keys and links changes some 500 pages all over the file. Ten thousand pages of log, 40 MB,
        # hold twenty of them before they are copied into the file, and what they have in common is copied once.
        connection.execute("PRAGMA wal_autocheckpoint = 10000")
        connection.execute("PRAGMA cache_size = -65536")
        self._inode = self._inode or _inode(self.path)

    def _log_ahead(self, connection: sqlite3.Connection) -> None:
        """Turn the write-ahead log on. SQLite does not wait for its lock when two processes do so at once."""
        until = time.monotonic() + self.timeout
        while connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            try:
                connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > until:
                    raise
                time.sleep(0.01)

    def _still_there(self) -> None:
        """SQLite writes on in a file that was removed, or whose drive was, and nobody would ever see it."""
        if self._inode is not None and self._inode != _inode(self.path):
            raise LedgerMissing(
                self.where,
                "the file was removed, replaced or its drive taken away while it was open; what was added to it since "
                "is not kept: bring it back, or name another, and run this again",
            )

    @contextmanager
    def writing(self, engine: Engine) -> Iterator[Connection]:
        """``BEGIN IMMEDIATE``: takes the lock at once, so that nothing read before can have become stale."""
        with engine.connect().execution_options(writing=True) as connection, connection.begin():
            yield connection
            self._still_there()

    @contextmanager
    def viewing(self, engine: Engine) -> Iterator[Connection]:
        """The first read fixes what is seen."""
        with engine.connect() as connection, connection.begin():
            connection.exec_driver_sql("SELECT 1 FROM twosource_migrations").fetchall()
            yield connection

    def among(self, column: ColumnElement[Any], values: Iterable[str] | Iterable[int]) -> ColumnElement[bool]:
        """One parameter however many there are: SQLite takes 32 766, and a statement with other numbers is another."""
        listed: Any = bindparam(None, json.dumps(comparable(values)), unique=True)
        return column.in_(select(func.json_each(listed).table_valued("value").c.value))

    def index(self, connection: Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """The words of ``rows`` under their numbers."""
        if rows:
            columns, values = _COLUMNS[table]
            connection.execute(text(f"INSERT INTO {table} (rowid, {columns}) VALUES (:number, {values})"), rows)

    def unindex(self, connection: Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Take the words of ``rows`` from their numbers."""
        if rows:
            columns, values = _COLUMNS[table]
            connection.execute(
                text(f"INSERT INTO {table} ({table}, rowid, {columns}) VALUES ('delete', :number, {values})"), rows
            )

    def matches(self, connection: Connection, query: Query, *, limit: int) -> list[tuple[str, str, float]]:
        """Those that have all of the phrases; where there are none, those that have any of the rarer ones."""
        phrases = query.quoted()
        return self._found(connection, dict.fromkeys(_BM25, " AND ".join(phrases)), limit=limit) or self._found(
            connection, {table: " OR ".join(_rarer(connection, table, phrases)) for table in _BM25}, limit=limit
        )

    def _found(self, connection: Connection, asked: Mapping[str, str], *, limit: int) -> list[tuple[str, str, float]]:
        return [
            (table.removesuffix("_words"), id_, score)
            for table, expression in asked.items()
            if expression
            for id_, score in _best(connection, table, expression, limit=limit)
        ]

    def faults(self, connection: Connection) -> Iterator[str]:
        """By SQLite's own checks of its pages and indices, and of what rows name."""
        for row in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
            if row[0] != "ok":
                yield " ".join(str(row[0]).split())
        rows = connection.exec_driver_sql("PRAGMA foreign_key_check")
        missing = Counter((row[0], row[2]) for row in rows)
        for (table, named), count in sorted(missing.items()):
            yield f"{count:,} of the {table} name {named} that are not there"

    def indexed(self, connection: Connection, table: str) -> set[int]:
        """By the sizes that FTS5 keeps of each row."""
        return set(connection.scalars(text(f"SELECT id FROM {table}_docsize")))

    def check_index(self, connection: Connection) -> None:
        """FTS5 compares its own tables. It is asked by a statement that writes, and writes nothing."""
        for table in _BM25:
            connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")

    def finds(self, connection: Connection, table: str, wanted: tuple[int, str]) -> bool:
        """The word is one of letters."""
        number, word = wanted
        query = text(f"SELECT 1 FROM {table} WHERE {table} MATCH :word AND rowid = :number")
        return connection.execute(query, {"word": f'"{word}"', "number": number}).first() is not None

    def reason(self, error: BaseException) -> LedgerError | None:
        """By SQLite's own words; it has a number for each, and this Python's driver does not always tell it."""
        said = " ".join(str(error).split())[:200]
        for words, kind, told in _REASONS:
            if any(one in said for one in words):
                return kind(self.where, told.format(said=said, timeout=self.timeout))
        if type(error) is sqlite3.DatabaseError:
            # Not one of its kinds, which are mistakes in what was asked: in what is stored.
            return LedgerDamaged(self.where, _DAMAGED.format(said=said))
        return LedgerError(self.where, said) if isinstance(error, sqlite3.OperationalError) else None


def _inode(path: Path) -> tuple[int, int] | None:
    """Which file stands at ``path``."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writing") else "BEGIN")


def _rarer(connection: Connection, table: str, phrases: Sequence[str]) -> list[str]:
    count = text(f"SELECT count(*) FROM {table} WHERE {table} MATCH :asked")
    return rarest({phrase: int(connection.scalar(count, {"asked": phrase}) or 0) for phrase in phrases}, most=_WEIGHED)


def _best(connection: Connection, table: str, asked: str, *, limit: int) -> list[tuple[str, float]]:
    """The best ``limit`` that are current, ties by id. FTS5 sorts; rows are taken until none can be among the best."""
    query = text(f"SELECT rowid, rank FROM {table} WHERE {table} MATCH :asked AND rank MATCH :by ORDER BY rank")
    rows = connection.execute(query, {"asked": asked, "by": _BM25[table]})
    best: list[tuple[float, str]] = []
    while batch := rows.fetchmany(_AT_ONCE):
        ranks = {row.rowid: float(row.rank) for row in batch}
        current = connection.execute(text(_CURRENT[table]), {"numbers": json.dumps(list(ranks))})
        best = sorted([*best, *((ranks[row.number], str(row.id)) for row in current)])[:limit]
        if len(best) == limit and best[-1][0] < batch[-1].rank:
            break
    rows.close()
    return [(id_, -rank) for rank, id_ in best]
