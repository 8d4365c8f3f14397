"""A line of an export, read: the record of one type, exactly as it stands there."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

from twosource import wire
from twosource.across import Case
from twosource.making import UNKNOWN
from twosource.records import Article, Attribution

Fields = Mapping[str, Any]

NO_RECORD = (ValueError, TypeError, AttributeError, IndexError, OverflowError, RecursionError)
"""What is raised for a line that is no record, besides ``KeyError`` where a field is missing."""


class _Wired(Protocol):
    def as_dict(self) -> dict[str, Any]: ...


Record = TypeVar("Record", bound=_Wired)


def read(line: str) -> tuple[str, Any]:
    """The type of a line's record, and the record: of an ``article`` with what made it, of an ``attribution`` with its
    vector, of a ``case`` with its owner before it, of ``keys`` space, item and keys. :data:`NO_RECORD` or ``KeyError``
    unless it says all that the line says and no more."""
    fields = json.loads(line)
    if not isinstance(fields, dict):
        raise TypeError("not an object")
    type_ = fields.pop("type")
    if type_ not in _READ:
        raise ValueError(f"the type {type_!r} is unknown")
    return type_, _READ[type_](fields)


def _article(fields: Fields) -> tuple[Article, str]:
    own = _without(fields, "current", "addresses", "made_by")
    return _exactly(wire.article(fields), own), _maker(fields)


def _attribution(fields: Fields) -> tuple[Attribution, bytes | None]:
    # Exports of versions that knew no corrections do not say that an attribution is none.
    own = {"amends": None, **_without(fields, "article_id", "vector")}
    found = _exactly(wire.attribution(fields, article_id=fields["article_id"]), own)
    vector = fields["vector"]
    return found, None if vector is None else base64.b64decode(vector, validate=True)


def _case(fields: Fields) -> tuple[str, Case]:
    owner = fields["owner"]
    if not isinstance(owner, str):
        raise TypeError("the owner is not a text")
    return owner, _exactly(wire.case(fields), _without(fields, "owner"))


def _keys(fields: Fields) -> tuple[str, str, list[str]]:
    space, item, keys = fields["space"], fields["item"], fields["keys"]
    if not isinstance(keys, list) or not all(isinstance(text, str) for text in (space, item, *keys)):
        raise TypeError("space, item and keys are not texts")
    return space, item, keys


def _made(read: Callable[[Fields], Record]) -> Callable[[Fields], Record]:
    """What reads a record that says what made it."""

    def exactly(fields: Fields) -> Record:
        own = {**fields, "made_by": _maker(fields)}
        return _exactly(read(own), own)

    return exactly


def _maker(fields: Fields) -> str:
    # Exports of versions that did not say what made a record do not.
    found = fields.get("made_by", UNKNOWN)
    if not isinstance(found, str) or not found:
        raise TypeError("made_by is not a text")
    return found


def _without(fields: Fields, *names: str) -> Fields:
    return {name: value for name, value in fields.items() if name not in names}


def _exactly(record: Record, fields: Fields) -> Record:
    """``record``, if it says all that ``fields`` say and no more: otherwise a second export would differ."""
    written = record.as_dict()
    differing = [name for name in {**fields, **written} if fields.get(name, ...) != written.get(name, ...)]
    if differing:
        raise ValueError(f"{differing[0]!r} is missing, unknown, or does not fit the rest")
    return record


_READ: Mapping[str, Callable[[Fields], Any]] = {
    "article": _article,
    "attribution": _attribution,
    "source": _made(wire.source),
    "proposition": _made(wire.proposition),
    "link": _made(wire.link),
    "origin": lambda fields: _exactly(wire.origin(fields), fields),
    "judgement": lambda fields: _exactly(wire.judgement(fields), fields),
    "change": lambda fields: _exactly(wire.change(fields), fields),
    "feed": lambda fields: _exactly(wire.feed(fields), fields),
    "unread": lambda fields: _exactly(wire.unread(fields), fields),
    "case": _case,
    "keys": _keys,
}
