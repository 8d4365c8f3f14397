"""Numbered steps from an empty database to the tables of this version.

A step is never edited once it is released, only followed by another, and it runs in one transaction together with the
record of having run. A file of an older version is therefore brought up to date by the steps that it lacks, and a kill
in the middle leaves it as it was before the step.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, Engine, func, insert, inspect, select

from twosource.errors import LedgerDamaged, LedgerMissing
from twosource.ledger import search
from twosource.ledger.dialects import Dialect
from twosource.ledger.listing_step import listing, telling
from twosource.ledger.makers import made_by
from twosource.ledger.schema import steps
from twosource.ledger.unread_step import unread

Step = Callable[[Connection, Dialect], None]

_TABLES = (
    """CREATE TABLE articles (
        number {number} PRIMARY KEY,
        id {text} NOT NULL UNIQUE,
        page {text} NOT NULL,
        fingerprint {text} NOT NULL,
        outlet {text},
        host {text},
        published {text} NOT NULL,
        stamp {text} NOT NULL,
        current BOOLEAN NOT NULL,
        record TEXT NOT NULL)""",
    "CREATE INDEX articles_page ON articles (page, stamp, id)",
    "CREATE INDEX articles_fingerprint ON articles (fingerprint)",
    "CREATE INDEX articles_current ON articles (current, published, id)",
    """CREATE TABLE attributions (
        number {number} PRIMARY KEY,
        id {text} NOT NULL UNIQUE,
        article {text} NOT NULL REFERENCES articles (id),
        start INTEGER NOT NULL,
        vector {binary},
        record TEXT NOT NULL)""",
    "CREATE INDEX attributions_article ON attributions (article, start, id)",
    """CREATE TABLE keys (
        space {text} NOT NULL,
        item {text} NOT NULL,
        digest BIGINT NOT NULL,
        key {text} NOT NULL,
        PRIMARY KEY (space, item, digest)){compact}""",
    "CREATE INDEX keys_digest ON keys (space, digest, item)",
    """CREATE TABLE links (
        "left" {text} NOT NULL REFERENCES attributions (id),
        "right" {text} NOT NULL REFERENCES attributions (id),
        relation {text} NOT NULL,
        record TEXT NOT NULL,
        PRIMARY KEY ("left", "right", relation))""",
    'CREATE INDEX links_right ON links ("right")',
    "CREATE TABLE propositions (id {text} NOT NULL PRIMARY KEY, record TEXT NOT NULL)",
    """CREATE TABLE members (
        attribution {text} NOT NULL PRIMARY KEY REFERENCES attributions (id),
        proposition {text} NOT NULL REFERENCES propositions (id))""",
    "CREATE INDEX members_proposition ON members (proposition)",
    """CREATE TABLE origins (
        id {text} NOT NULL PRIMARY KEY,
        proposition {text} NOT NULL REFERENCES propositions (id),
        place INTEGER NOT NULL,
        record TEXT NOT NULL)""",
    "CREATE INDEX origins_proposition ON origins (proposition, place, id)",
    """CREATE TABLE sources (
        id {text} NOT NULL PRIMARY KEY,
        seed {text} NOT NULL,
        seed_place INTEGER NOT NULL,
        record TEXT NOT NULL)""",
    """CREATE TABLE mentions (
        attribution {text} NOT NULL REFERENCES attributions (id),
        place INTEGER NOT NULL,
        source {text} NOT NULL REFERENCES sources (id),
        PRIMARY KEY (attribution, place))""",
    "CREATE INDEX mentions_source ON mentions (source, attribution, place)",
    "CREATE TABLE judgements (id {text} NOT NULL PRIMARY KEY, stamp {text} NOT NULL, record TEXT NOT NULL)",
)


def tables(connection: Connection, dialect: Dialect) -> None:
    """Articles, attributions, and what is known across them."""
    for statement in _TABLES:
        connection.exec_driver_sql(statement.format_map(dialect.types))


def full_text(connection: Connection, dialect: Dialect) -> None:
    """Full text over articles and statements, those already there included."""
    for statement in dialect.full_text:
        connection.exec_driver_sql(statement)
    search.index_all(connection, dialect)


STEPS: tuple[Step, ...] = (tables, full_text, listing, telling, made_by, unread)


def upgrade(engine: Engine, dialect: Dialect, *, create: bool = True, to: int = len(STEPS)) -> None:
    """Run the steps that the database lacks, up to number ``to``.

    Each asks again, under the lock that writers take, whether it has still to be run: two processes that open one file
    do not run it twice. :class:`~twosource.errors.LedgerDamaged` where there are tables of something else, or steps
    that this version does not know; :class:`~twosource.errors.LedgerMissing` where there is nothing and ``create`` is
    false.
    """
    with engine.begin() as connection:
        done = _done(connection, where=dialect.where)
    if not done and not create:
        raise LedgerMissing(dialect.where, "there is no ledger in it")
    while done < to:
        with dialect.writing(engine) as connection:
            done = _done(connection, where=dialect.where)
            if done < to:
                _run(connection, dialect, number=done + 1)
                done += 1


def _done(connection: Connection, *, where: str) -> int:
    """How many steps have been run."""
    names = inspect(connection).get_table_names()
    if steps.name not in names:
        if names:
            raise LedgerDamaged(where, f"this is not a ledger: it holds the tables of something else ({names[0]})")
        return 0
    done = int(connection.scalar(select(func.max(steps.c.number))) or 0)
    if done > len(STEPS):
        raise LedgerDamaged(
            where, f"it was made by a newer version of twosource (format {done}, this one knows {len(STEPS)}): upgrade"
        )
    return done


def _run(connection: Connection, dialect: Dialect, *, number: int) -> None:
    if number == 1:
        connection.exec_driver_sql(
            f"CREATE TABLE {steps.name} (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL)"
        )
    step = STEPS[number - 1]
    step(connection, dialect)
    connection.execute(insert(steps).values(number=number, name=step.__name__))
