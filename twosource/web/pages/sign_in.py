"""The door: a token becomes a session, and a session ends."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from twosource.web.at_hand import Reading, TheSettings
from twosource.web.guard import sessions
from twosource.web.guard.who import find
from twosource.web.page import page

router = APIRouter(include_in_schema=False)

Next = Annotated[str, Query(alias="next", max_length=2000)]


@router.get("/sign-in")
def door(request: Request, onward: Next = "/") -> Response:
    """Where a token is shown."""
    return page(request, "sign_in.html.jinja", next=local(onward), wrong=False)


@router.post("/sign-in")
def enter(
    request: Request,
    settings: TheSettings,
    token: Annotated[str, Form(max_length=200)] = "",
    onward: Annotated[str, Form(alias="next", max_length=2000)] = "/",
) -> Response:
    """Begin a session with a token that is one of the server's, and go on to where one wanted to go."""
    shown = find(token.strip(), settings.tokens)
    if shown is None:
        return page(request, "sign_in.html.jinja", status=403, next=local(onward), wrong=True)
    answer = RedirectResponse(local(onward), status_code=303)
    sessions.keep(request, answer, sessions.begin(shown, settings.secret))
    return answer


@router.post("/sign-out")
def leave(request: Request, _: Reading) -> Response:
    """End the session of this browser."""
    answer = RedirectResponse("/sign-in", status_code=303)
    sessions.end(request, answer)
    return answer


def local(target: str) -> str:
    """``target`` where it is a path of this server, else the front page: the door leads nobody elsewhere."""
    # "//host" and "/\host" are paths to us, and other servers to a browser, which drops tabs and line ends.
    inside = target.startswith("/") and not target.startswith("//") and "\\" not in target
    return target if inside and target.isprintable() else "/"
