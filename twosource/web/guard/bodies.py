"""Against bodies that are too large: bytes are counted as they come, whatever was announced."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from twosource.web.guard.plain import refuse
from twosource.web.problem import Problem
from twosource.web.settings import Limits


class Bodies:
    """Answers 413 to a body above its limit, before it is read where its length is announced."""

    def __init__(self, app: ASGIApp, *, limits: Limits) -> None:
        self.app = app
        self.limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        most = self._most(headers)
        announced = headers.get("content-length", "0")
        if announced.isdecimal() and int(announced) > most:
            await refuse(_too_large(most), scope, receive, send)
        else:
            counted = _Counted(most, scope, receive, send)
            await self.app(scope, counted.receive, counted.send)

    def _most(self, headers: Headers) -> int:
        has_files = headers.get("content-type", "").lower().startswith("multipart/form-data")
        return self.limits.upload_bytes if has_files else self.limits.body_bytes


class _Counted:
    """A request whose body is counted. Above ``most`` it looks to the application as if the asker had gone, and what it
    would answer is replaced."""

    def __init__(self, most: int, scope: Scope, receive: Receive, send: Send) -> None:
        self._most = most
        self._scope = scope
        self._receive = receive
        self._send = send
        self._read = 0
        self._answered = False

    async def receive(self) -> Message:
        message = await self._receive()
        if message["type"] == "http.request":
            self._read += len(message.get("body", b""))
            if self._read > self._most:
                await self._refuse()
                return {"type": "http.disconnect"}
        return message

    async def send(self, message: Message) -> None:
        if self._read <= self._most:
            await self._send(message)

    async def _refuse(self) -> None:
        if not self._answered:
            self._answered = True
            await refuse(_too_large(self._most), self._scope, self._receive, self._send)


def _too_large(most: int) -> Problem:
    detail = f"At most {most / 1_000_000:g} MB may be sent at once; send less, or in several parts."
    return Problem(413, "This is too much at once", detail, most_bytes=most)
