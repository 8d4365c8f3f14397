"""Against forged requests: another site that has a visitor's browser send something in the visitor's name."""

from __future__ import annotations

import hmac
from collections.abc import AsyncIterator

from starlette.requests import Request

from twosource.web.at_hand import settings
from twosource.web.problem import Problem

SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
HEADER = "X-CSRF-Token"
FIELD = "csrf"
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


async def unforged(request: Request) -> AsyncIterator[None]:
    """What every route depends on: :class:`Problem` 403 for a request that another site may have caused.

    One with a token in ``Authorization`` cannot have been: only who knows the token can send it. All others must come
    from one of our own pages, as far as the browser tells, and show the token of its forms. The API asks for that
    token where the asker is known by a session, and where a browser hides from where it sends.
    """
    try:
        if request.method not in SAFE and not request.state.bearer:
            await _check(request)
        yield
    finally:
        if request._form is not None:  # it may be read here alone: nobody else would close its files
            await request.close()


async def _check(request: Request) -> None:
    foreign = elsewhere(request)
    if foreign:
        raise _forged("It came from another site.")
    if _needs_token(request, hidden=foreign is None) and not await _has_token(request):
        raise _forged("The page that sent it is out of date. Load it again, and send it once more.")


def elsewhere(request: Request) -> bool | None:
    """Whether a browser says that another site caused the request; ``None`` where it hides that.

    Programs that are no browsers say nothing of it, and are taken for our own.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = request.headers.get("origin")
    if origin == "null":
        # Our own pages send this too, because they tell nobody where they are (Referrer-Policy).
        return None
    return origin is not None and origin.partition("://")[2].lower() != request.headers.get("host", "").lower()


def _needs_token(request: Request, *, hidden: bool) -> bool:
    return bool(not request.url.path.startswith("/api/") or request.state.session or hidden)


async def _has_token(request: Request) -> bool:
    shown = request.headers.get(HEADER)
    if shown is None and request.headers.get("content-type", "").lower().startswith(_FORMS):
        limits = settings(request).limits
        form = await request.form(max_files=limits.files, max_fields=limits.fields, max_part_size=limits.field_bytes)
        shown = str(form.get(FIELD, ""))
    return shown is not None and hmac.compare_digest(shown.encode(), request.state.csrf.encode())


def _forged(detail: str) -> Problem:
    return Problem(403, "This request was not accepted", detail)
