"""Which articles a request asks for."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Depends, Query
from pydantic import AfterValidator, WithJsonSchema

from twosource.room.articles import Key, Which
from twosource.web.paging import Cursor, after
from twosource.web.problem import Problem


def _day(value: str) -> str:
    if value and date.fromisoformat(value).isoformat() != value:
        raise ValueError("a day is written as 2025-03-04")
    return value


# Forms send empty fields; the standard type of a day takes none, and takes numbers besides.
_Day = Annotated[
    str, AfterValidator(_day), WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {"const": ""}]})
]
Outlet = Annotated[str, Query(max_length=200, description="Of this outlet, in any case.")]
Since = Annotated[_Day, Query(description="Printed on this day or later.")]
Until = Annotated[_Day, Query(description="Printed on this day or earlier.")]


def which(outlet: Outlet = "", since: Since = "", until: Until = "") -> Which:
    """The filters of a list of articles; one that is empty leaves nothing out."""
    return Which(outlet=outlet.strip() or None, since=since or None, until=until or None)


def onward(cursor: Cursor = None) -> Key | None:
    """Where a list of articles goes on; :class:`Problem` 422 for the cursor of another list."""
    key = after(cursor)
    if key is not None and not (isinstance(key[0], str) and key[0].isascii() and key[0].isprintable()):
        raise Problem(422, "This cursor is of another list", "Take it from `next` of a list of articles.")
    return key


TheWhich = Annotated[Which, Depends(which)]
Onward = Annotated[Key | None, Depends(onward)]
