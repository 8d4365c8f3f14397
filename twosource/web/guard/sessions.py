"""Sessions: a signed cookie that says whose token was shown, so that a browser need not show it again."""

from __future__ import annotations

import hmac
import re
import secrets
import time
from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import Response

from twosource.web.people import Token

COOKIE = "twosource"
LIFETIME = 12 * 60 * 60
"""Seconds: a long day's work."""

_FORM = re.compile(r"(?P<signed>(?P<digest>[0-9a-f]{64})\.(?P<begun>[0-9]{1,12})\.[0-9a-f]{32})\.(?P<mac>[0-9a-f]{64})")


def begin(token: Token, secret: bytes) -> str:
    """The cookie of a new session."""
    signed = f"{token.digest}.{int(time.time())}.{secrets.token_hex(16)}"
    return f"{signed}.{_sign(signed, secret)}"


def owner(cookie: str, secret: bytes, tokens: Iterable[Token]) -> Token | None:
    """Whose session ``cookie`` is: nobody's where it is forged, over, or its token is no longer one of ``tokens``."""
    match = _FORM.fullmatch(cookie)
    if not match or not hmac.compare_digest(match["mac"], _sign(match["signed"], secret)):
        return None
    if not 0 <= time.time() - int(match["begun"]) < LIFETIME:
        return None
    return next((token for token in tokens if token.digest == match["digest"]), None)


def keep(request: Request, response: Response, cookie: str) -> None:
    """Have the browser keep ``cookie``: for this server's own pages alone, out of the reach of scripts."""
    response.set_cookie(
        COOKIE, cookie, max_age=LIFETIME, httponly=True, samesite="strict", secure=request.url.scheme == "https"
    )


def end(request: Request, response: Response) -> None:
    """Have the browser forget it."""
    response.delete_cookie(COOKIE, httponly=True, samesite="strict", secure=request.url.scheme == "https")


def form_token(session: str, secret: bytes) -> str:
    """What the forms of a session carry, to show that a page of ours sent them; ``session`` is its cookie, or empty.

    Without a session it is the same for everybody, and a page of strangers cannot read it either.
    """
    return _sign(f"form.{session}", secret)


def _sign(text: str, secret: bytes) -> str:
    return hmac.digest(secret, text.encode(), "sha256").hex()
