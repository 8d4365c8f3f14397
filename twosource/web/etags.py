"""Entity tags: answering "nothing has changed", and refusing to change what has changed meanwhile (RFC 9110)."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from twosource.records import content_id
from twosource.web.problem import Problem


def tag(*parts: str) -> str:
    """The tag of what ``parts`` determine, with its quotation marks, as it goes into the ``ETag`` header."""
    return f'"{content_id(*parts)}"'


def not_modified(request: Request, etag: str) -> Response | None:
    """The answer 304 where ``If-None-Match`` has ``etag`` (weakly compared), else nothing."""
    asked = request.headers.get("if-none-match")
    if asked is None or not _lists(asked, etag, weakly=True):
        return None
    return Response(status_code=304, headers={"ETag": etag})


def require(request: Request, etag: str) -> None:
    """:class:`Problem` 412 where ``If-Match`` is sent and has not ``etag``: it has changed since it was read."""
    asked = request.headers.get("if-match")
    if asked is not None and not _lists(asked, etag, weakly=False):
        raise Problem(412, "This has changed meanwhile", "Read it again, and send the new ETag.", etag=etag)


def _lists(header: str, etag: str, *, weakly: bool) -> bool:
    tags = [one.strip() for one in header.split(",")]
    if weakly:
        tags, etag = [one.removeprefix("W/") for one in tags], etag.removeprefix("W/")
    return "*" in tags or (etag in tags and not etag.startswith("W/"))
