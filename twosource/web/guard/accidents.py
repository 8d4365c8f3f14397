"""Mistakes of ours: the asker gets a number, the log gets the rest."""

from __future__ import annotations

import logging
import secrets

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from twosource.web.guard.plain import refuse
from twosource.web.problem import Problem

_LOG = logging.getLogger("twosource.web")


class Accidents:
    """Turns an exception that nobody expected into a problem 500, which tells nothing of the machine."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except ClientDisconnect:
            return
        except Exception:
            number = secrets.token_hex(4)
            _LOG.exception("accident %s at %s %r", number, scope["method"], scope["path"])
            if begun:
                # Half an answer must not look like a whole one: the server cuts the connection.
                raise
            await refuse(_accident(number), scope, receive, send)


def _accident(number: str) -> Problem:
    detail = f"The mistake is ours. The server's log has it under the number {number}."
    return Problem(500, "Something went wrong here", detail, accident=number)
