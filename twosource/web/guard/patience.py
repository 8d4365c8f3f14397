"""Against requests that never end: they have so long to arrive, and as long again until their answer begins."""

from __future__ import annotations

import asyncio
import logging

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from twosource.web.guard.plain import refuse
from twosource.web.problem import Problem

_LOG = logging.getLogger("twosource.web")


class Patience:
    """Answers 408 to a request that does not arrive within ``seconds``, 503 to one whose answer does not begin.

    A thread cannot be stopped: what is late goes on to its end, and nobody hears of it. An answer that has begun may
    take as long as it likes, for an export does.
    """

    def __init__(self, app: ASGIApp, *, seconds: float) -> None:
        self.app = app
        self.seconds = seconds
        self._late: set[asyncio.Task[None]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        timed = _Timed(self.seconds, receive, send)
        work = asyncio.ensure_future(self.app(scope, timed.receive, timed.send))
        try:
            await timed.begin(work)
            if not timed.given_up:
                await work
                return
        except asyncio.CancelledError:
            work.cancel()
            raise
        self._leave(work, str(scope["path"]))
        await refuse(_NOT_ANSWERED if timed.arrived else _NOT_ARRIVED, scope, receive, send)

    def _leave(self, work: asyncio.Task[None], path: str) -> None:
        # The loop holds tasks weakly.
        self._late.add(work)
        work.add_done_callback(self._late.discard)
        work.add_done_callback(lambda task: _told(task, path))


class _Timed:
    """A request with a time until which it must go on."""

    def __init__(self, seconds: float, receive: Receive, send: Send) -> None:
        self._seconds = seconds
        self._receive = receive
        self._send = send
        self._begun = asyncio.Event()
        self._until = asyncio.get_running_loop().time() + seconds
        self._reading = False
        self.arrived = True
        self.given_up = False

    async def begin(self, work: asyncio.Task[None]) -> None:
        """Wait until the answer begins, ``work`` is over, or the time is."""
        begun = asyncio.ensure_future(self._begun.wait())
        try:
            while not begun.done() and not work.done() and (left := self._left()) > 0:
                await asyncio.wait({begun, work}, timeout=left, return_when=asyncio.FIRST_COMPLETED)
        finally:
            begun.cancel()
        self.given_up = self.given_up or not (self._begun.is_set() or work.done())
        self.arrived = not self._reading

    async def receive(self) -> Message:
        if self._begun.is_set():
            return await self._receive()
        self._reading = True
        try:
            async with asyncio.timeout(max(self._left(), 0)):
                message = await self._receive()
        except TimeoutError:
            self.given_up = True
            return {"type": "http.disconnect"}
        self._reading = message.get("more_body", False)
        if not self._reading:
            self._until = asyncio.get_running_loop().time() + self._seconds
        return message

    async def send(self, message: Message) -> None:
        if not self.given_up:
            self._begun.set()
            await self._send(message)

    def _left(self) -> float:
        return self._until - asyncio.get_running_loop().time()


def _told(task: asyncio.Task[None], path: str) -> None:
    error = None if task.cancelled() else task.exception()
    _LOG.warning("%r was late; it has ended meanwhile", path, exc_info=error)


_NOT_ARRIVED = Problem(408, "This took too long to arrive", "Send less at once, or over a faster line.")
_NOT_ANSWERED = Problem(
    503, "This takes too long", "Ask for less at once, or try again later.", headers={"Retry-After": "30"}
)
