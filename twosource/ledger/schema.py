"""The tables as this version of the code reads and writes them; :mod:`twosource.ledger.migrations` makes them.

Records are kept as the JSON that their ``as_dict`` gives, in ASCII, so that a database holds any text that Python holds
(PostgreSQL's text takes neither NUL nor a lone surrogate). Beside it stand the columns that are looked up by, and no
others: what a record says is said once.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Double,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)

from twosource.ledger.stored import Unreadable

METADATA = MetaData()

ASIDE = "aside"
"""The space of keys whose items are the attributions that do not count (:mod:`twosource.ledger.aside`)."""

UNKNOWN = "9999"
"""A time of publication that is not known: sorts last."""

_UNSTORABLE = re.compile(r"[\\\x00\ud800-\udfff]")
_ESCAPE = re.compile(r"\\([0-9a-f]{4})")


class AnyText(TypeDecorator[str]):
    """Text that is compared, and may be of others' making: NUL and lone surrogates are kept as escapes."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """As it is stored."""
        return None if value is None else stored(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """As it was given."""
        if value is not None and not isinstance(value, str):
            raise Unreadable(f"{value!r:.40} stands where a text should")
        return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), value) if value and "\\" in value else value


def stored(text: str) -> str:
    """``text`` without what a database refuses."""
    return _UNSTORABLE.sub(lambda match: f"\\{ord(match[0]):04x}", text)


def comparable(values: Iterable[str] | Iterable[int]) -> list[str | int]:
    """``values`` as they stand in columns that are looked up by."""
    return [stored(value) if isinstance(value, str) else value for value in values]


def digest(key: str) -> int:
    """What a key is found by: 64 bits of its SHA-256, as the databases' integers are signed."""
    return int.from_bytes(hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()[:8], "big", signed=True)


def packed(fields: Mapping[str, Any]) -> str:
    """A record's fields as they are stored."""
    return json.dumps(fields, ensure_ascii=True, allow_nan=False, separators=(",", ":"))


def _number() -> Column[int]:
    return Column("number", BigInteger, primary_key=True, autoincrement=False)


steps = Table(
    "twosource_migrations",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", Text),
)

makers = Table(
    "makers", METADATA, Column("number", Integer, primary_key=True, autoincrement=False), Column("made_by", AnyText)
)

# A page is what stands at one URL, or one text where there is none; see twosource.ledger.versions.
articles = Table(
    "articles",
    METADATA,
    _number(),
    Column("id", AnyText),
    Column("page", Text),
    Column("fingerprint", Text),
    Column("outlet", Text),
    Column("host", Text),
    Column("published", Text),
    Column("stamp", Text),
    Column("current", Boolean),
    Column("record", Text),
    Column("maker", Integer),
)

attributions = Table(
    "attributions",
    METADATA,
    _number(),
    Column("id", AnyText),
    Column("article", AnyText, ForeignKey("articles.id")),
    Column("start", Integer),
    Column("vector", LargeBinary),
    Column("record", Text),
)

# Found by a digest: a key may be of any length, and PostgreSQL indexes 2 700 bytes.
keys = Table(
    "keys",
    METADATA,
    Column("space", AnyText, primary_key=True),
    Column("item", AnyText, primary_key=True),
    Column("digest", BigInteger, primary_key=True, autoincrement=False),
    Column("key", AnyText),
)

links = Table(
    "links",
    METADATA,
    Column("left", AnyText, ForeignKey("attributions.id"), primary_key=True),
    Column("right", AnyText, ForeignKey("attributions.id"), primary_key=True),
    Column("relation", AnyText, primary_key=True),
    Column("record", Text),
    Column("maker", Integer),
)

propositions = Table(
    "propositions",
    METADATA,
    Column("id", AnyText, primary_key=True),
    Column("record", Text),
    Column("maker", Integer),
)

members = Table(
    "members",
    METADATA,
    Column("attribution", AnyText, ForeignKey("attributions.id"), primary_key=True),
    Column("proposition", AnyText, ForeignKey("propositions.id")),
)

origins = Table(
    "origins",
    METADATA,
    Column("id", AnyText, primary_key=True),
    Column("proposition", AnyText, ForeignKey("propositions.id")),
    Column("place", Integer),
    Column("record", Text),
)

# Without its mentions, so that a source of ten thousand is not written anew for one more.
sources = Table(
    "sources",
    METADATA,
    Column("id", AnyText, primary_key=True),
    Column("seed", AnyText),
    Column("seed_place", Integer),
    Column("record", Text),
    Column("maker", Integer),
)

mentions = Table(
    "mentions",
    METADATA,
    Column("attribution", AnyText, ForeignKey("attributions.id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("source", AnyText, ForeignKey("sources.id")),
)

judgements = Table(
    "judgements",
    METADATA,
    Column("id", AnyText, primary_key=True),
    Column("stamp", Text),
    Column("record", Text),
)

# Propositions by what they are looked for by, each with what they are sorted by; kind "all" holds every one.
facets = Table(
    "facets",
    METADATA,
    Column("kind", Text, primary_key=True),
    Column("value", AnyText, primary_key=True),
    Column("proposition", AnyText, ForeignKey("propositions.id"), primary_key=True),
    Column("weight", Double),
    Column("first", Text),
    Column("last", Text),
)

# Sources by how often they are heard.
heard = Table(
    "heard",
    METADATA,
    Column("source", AnyText, ForeignKey("sources.id"), primary_key=True),
    Column("size", Integer),
    Column("kind", Text),
    Column("names", AnyText),
)

# The owner is the proposition or the source that a case was found in.
cases = Table(
    "cases",
    METADATA,
    Column("id", AnyText, primary_key=True),
    Column("owner", AnyText, primary_key=True),
    Column("about", Text),
    Column("worth", Double),
    Column("record", Text),
)

changes = Table(
    "changes",
    METADATA,
    _number(),
    Column("id", AnyText),
    Column("proposition", AnyText),
    Column("kind", Text),
    Column("record", Text),
)

feeds = Table("feeds", METADATA, Column("url", AnyText, primary_key=True), Column("record", Text))

unread = Table(
    "unread",
    METADATA,
    Column("source", AnyText, primary_key=True),
    Column("tried", Text),
    Column("record", Text),
)

# One row: how many transactions have written, and a name by which two ledgers are told apart.
mark = Table("mark", METADATA, Column("number", BigInteger, primary_key=True), Column("name", Text))

# Full text: the row of an article or attribution under its number. Their columns are the dialect's own affair.
article_words = "article_words"
attribution_words = "attribution_words"
