"""Lists in pieces: a cursor says where the next piece begins, however much was added meanwhile."""

from __future__ import annotations

import base64
import binascii
import json
import math
from typing import Annotated

from fastapi import Query
from starlette.requests import Request
from starlette.responses import Response

from twosource.web.problem import Problem

Key = str | float | int

LONGEST = 2000
"""Characters of a cursor at most."""

_LARGEST = 2**63
"""No database takes a larger number."""

Limit = Annotated[int, Query(ge=1, le=200, description="How many items at most.")]
Cursor = Annotated[
    str | None, Query(alias="cursor", max_length=LONGEST, description="`next` of the answer before; none: the start.")
]


def encode(*key: Key) -> str:
    """A cursor that holds ``key``: opaque to whoever gets it, and safe in a URL."""
    packed = json.dumps(key, separators=(",", ":"), allow_nan=False).encode()
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def decode(cursor: str) -> tuple[Key, ...]:
    """The key in ``cursor``; :class:`Problem` 422 where it is none of ours."""
    try:
        packed = base64.b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        key = json.loads(packed)
    except (binascii.Error, ValueError, RecursionError) as error:
        raise _broken() from error
    if not isinstance(key, list) or not key or not all(map(_fits, key)):
        raise _broken()
    return tuple(key)


def after(cursor: str | None) -> tuple[float | str, str] | None:
    """Where a list of the ledger goes on: the key of the last item shown, and its id."""
    if cursor is None:
        return None
    key = decode(cursor)
    if len(key) != 2 or not isinstance(key[1], str):
        raise _broken()
    return key[0], key[1]


def link_next(request: Request, response: Response, cursor: str | None) -> None:
    """Say in a ``Link`` header where the next piece is, if there is one (RFC 8288)."""
    if cursor is not None:
        url = request.url.include_query_params(cursor=cursor)
        response.headers["Link"] = f'<{url.path}?{url.query}>; rel="next"'


def _fits(part: object) -> bool:
    if isinstance(part, float):
        return math.isfinite(part)
    return isinstance(part, str) or (type(part) is int and abs(part) < _LARGEST)


def _broken() -> Problem:
    return Problem(422, "This cursor is not one of ours", "Take it whole from `next` of an answer, or begin without.")
