"""Against bodies that nobody wants: what is answered before it was read to its end is not read on."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Leftovers:
    """Closes the connection behind such an answer. The server would else take in all of the body, without end."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application."""
        if scope["type"] != "http" or not _has_body(Headers(scope=scope)):
            await self.app(scope, receive, send)
            return
        left = True

        async def reading() -> Message:
            nonlocal left
            message = await receive()
            left = message.get("more_body", False)
            return message

        async def closing(message: Message) -> None:
            if message["type"] == "http.response.start" and left:
                MutableHeaders(scope=message)["Connection"] = "close"
            await send(message)

        await self.app(scope, reading, closing)


def _has_body(headers: Headers) -> bool:
    return "transfer-encoding" in headers or headers.get("content-length", "0") != "0"
