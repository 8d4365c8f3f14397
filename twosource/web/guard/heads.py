"""``HEAD`` for every address that has ``GET``: the same headers, no body."""

from __future__ import annotations

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Heads:
    """Asks the application for ``GET`` and keeps what stands above the body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return
        done = False

        async def head(message: Message) -> None:
            nonlocal done
            if done:
                # A long answer need not be made to its end.
                raise ClientDisconnect
            if message["type"] == "http.response.body":
                message, done = {"type": "http.response.body"}, True
            await send(message)

        try:
            await self.app({**scope, "method": "GET"}, receive, head)
        except ClientDisconnect:
            if not done:
                raise
