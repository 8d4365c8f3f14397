"""The steps that give a ledger its lists: propositions by facets, sources by how often they are heard, what is to be
judged, what changed, which feeds are watched."""

from __future__ import annotations

import secrets

from sqlalchemy import Connection, delete, insert, select

from twosource.ledger import schema
from twosource.ledger.dialects import Dialect
from twosource.ledger.facets import keep_all, weigh_all
from twosource.ledger.heard import hear_all
from twosource.ledger.schema import propositions

_TABLES = (
    """CREATE TABLE facets (
        kind TEXT NOT NULL,
        value {text} NOT NULL,
        proposition {text} NOT NULL REFERENCES propositions (id),
        weight DOUBLE PRECISION NOT NULL,
        first {text} NOT NULL,
        last {text} NOT NULL,
        PRIMARY KEY (kind, value, proposition)){compact}""",
    "CREATE INDEX facets_proposition ON facets (proposition)",
    "CREATE INDEX facets_weight ON facets (kind, value, weight, proposition)",
    "CREATE INDEX facets_first ON facets (kind, value, first, proposition)",
    "CREATE INDEX facets_last ON facets (kind, value, last, proposition)",
    """CREATE TABLE heard (
        source {text} NOT NULL PRIMARY KEY REFERENCES sources (id),
        size INTEGER NOT NULL,
        kind TEXT NOT NULL,
        names {text} NOT NULL)""",
    "CREATE INDEX heard_size ON heard (size, source)",
    """CREATE TABLE cases (
        id {text} NOT NULL,
        owner {text} NOT NULL,
        about TEXT NOT NULL,
        worth DOUBLE PRECISION NOT NULL,
        record TEXT NOT NULL,
        PRIMARY KEY (id, owner))""",
    "CREATE INDEX cases_worth ON cases (worth, id)",
    "CREATE INDEX cases_owner ON cases (owner)",
    """CREATE TABLE changes (
        number {number} PRIMARY KEY,
        id {text} NOT NULL UNIQUE,
        proposition {text} NOT NULL,
        kind TEXT NOT NULL,
        record TEXT NOT NULL)""",
    "CREATE INDEX changes_proposition ON changes (proposition, number)",
    "CREATE TABLE feeds (url {text} NOT NULL PRIMARY KEY, record TEXT NOT NULL)",
    "CREATE TABLE mark (number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL)",
    "CREATE INDEX articles_outlet ON articles (outlet, published, id)",
)


def listing(connection: Connection, dialect: Dialect) -> None:
    """The tables, with what is there already."""
    for statement in _TABLES:
        connection.exec_driver_sql(statement.format_map(dialect.types))
    connection.execute(insert(schema.mark).values(number=0, name=secrets.token_hex(8)))
    keep_all(connection, dialect)
    hear_all(connection, dialect)
    _cases_are_due(connection)


def telling(connection: Connection, dialect: Dialect) -> None:
    """Propositions weigh less where their words tell little, in the lists and in what is to be judged."""
    weigh_all(connection, dialect)
    _cases_are_due(connection)


def _cases_are_due(connection: Connection) -> None:
    """Note it where there are propositions: which cases there are is for a stage to find, which no step knows."""
    if connection.execute(select(propositions.c.id).limit(1)).first():
        connection.execute(delete(schema.keys).where(schema.keys.c.space == "due"))
        due = {"space": "due", "item": "cases", "digest": schema.digest(""), "key": ""}
        connection.execute(insert(schema.keys), due)
