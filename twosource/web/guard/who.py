"""Who is asking: by a token in ``Authorization``, or by a session. Strangers get no further than the door."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from twosource.web.answers import reads_json, respond
from twosource.web.guard import sessions
from twosource.web.page import page
from twosource.web.people import Person, Token
from twosource.web.problem import Problem
from twosource.web.settings import Settings
from twosource.web.tokens import digest

OPEN = ("/sign-in", "/static/")
"""Where strangers may go: paths, and with a slash at the end what lies below."""


class Who:
    """Puts ``person``, ``bearer``, ``session`` and ``csrf`` into the state of the request.

    ``bearer`` says whether it came with a token, ``session`` is the cookie of a session in force, else empty.
    """

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        self._recognise(request)
        if request.state.person is None and not _is_open(request.url.path):
            await _to_the_door(request)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _recognise(self, request: Request) -> None:
        state, settings = request.state, self.settings
        cookie = request.cookies.get(sessions.COOKIE, "")
        bearer = _bearer(request)
        by_session = None if bearer else sessions.owner(cookie, settings.secret, settings.tokens)
        shown = find(bearer, settings.tokens) if bearer else by_session
        state.session = cookie if by_session else ""
        state.bearer = bool(bearer)
        state.person = shown.person if shown else _everybody(settings, bearer)
        state.csrf = sessions.form_token(state.session, settings.secret)


def find(token: str, tokens: Iterable[Token]) -> Token | None:
    """Which of ``tokens`` ``token`` is."""
    shown = digest(token)
    # All are compared, each in constant time: how long it takes tells nothing.
    same = [known for known in tokens if hmac.compare_digest(known.digest, shown)]
    return same[0] if same else None


def _everybody(settings: Settings, bearer: str) -> Person | None:
    # A token that is shown to a server without tokens is meant for another server.
    return None if bearer else settings.host


def _bearer(request: Request) -> str:
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() or " " if kind.lower() == "bearer" else ""


def _is_open(path: str) -> bool:
    return any(path.startswith(one) if one.endswith("/") else path == one for one in OPEN)


def _to_the_door(request: Request) -> Response:
    by_hand = request.method == "GET" and not request.state.bearer and "hx-request" not in request.headers
    if reads_json(request) or not by_hand:
        return respond(request, _STRANGER)
    if request.headers.get("sec-fetch-site") == "cross-site":
        # A link from elsewhere comes without the cookie, which is for our own pages. From this page it comes with it.
        return page(request, "again.html.jinja", to=_target(request))
    return RedirectResponse(f"/sign-in?next={quote(_target(request), safe='')}", status_code=303)


def _target(request: Request) -> str:
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


_STRANGER = Problem(
    401,
    "Please sign in",
    "Sign in at /sign-in, or send Authorization: Bearer and your token.",
    headers={"WWW-Authenticate": "Bearer"},
)
