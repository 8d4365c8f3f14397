"""The step that gives a ledger a list of what could not be read."""

from __future__ import annotations

from sqlalchemy import Connection

from twosource.ledger.dialects import Dialect

_TABLES = (
    "CREATE TABLE unread (source {text} NOT NULL PRIMARY KEY, tried {text} NOT NULL, record TEXT NOT NULL)",
    "CREATE INDEX unread_tried ON unread (tried, source)",
)


def unread(connection: Connection, dialect: Dialect) -> None:
    """The table. What failed before was not kept."""
    for statement in _TABLES:
        connection.exec_driver_sql(statement.format_map(dialect.types))
