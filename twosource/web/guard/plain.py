"""What the guards share: the shape of ASGI, and answering instead of the application."""

from __future__ import annotations

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from twosource.web.answers import respond
from twosource.web.problem import Problem


async def refuse(problem: Problem, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with ``problem``, and let nothing further see the request."""
    await respond(Request(scope), problem)(scope, receive, send)
