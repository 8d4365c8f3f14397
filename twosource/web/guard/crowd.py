"""Against too much at once: some requests are worked on, some wait for their turn, the others are sent away."""

from __future__ import annotations

import asyncio

from starlette.types import ASGIApp, Receive, Scope, Send

from twosource.web.guard.plain import refuse
from twosource.web.problem import Problem
from twosource.web.settings import Limits


class Crowd:
    """Lets ``limits.at_once`` requests pass at the same time; one that waits too long or in too long a row gets 503."""

    def __init__(self, app: ASGIApp, *, limits: Limits) -> None:
        self.app = app
        self._free = asyncio.Semaphore(limits.at_once)
        self._most = limits.waiting
        # Half of what a request has until its answer must begin: what gets its turn has the other half.
        self._seconds = limits.request_seconds / 2
        self._waiting = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application."""
        if scope["type"] != "http" or scope["path"].startswith("/static/"):
            await self.app(scope, receive, send)
        elif await self._has_turn():
            try:
                await self.app(scope, receive, send)
            finally:
                self._free.release()
        else:
            await refuse(_CROWDED, scope, receive, send)

    async def _has_turn(self) -> bool:
        if self._free.locked() and self._waiting >= self._most:
            return False
        self._waiting += 1
        try:
            async with asyncio.timeout(self._seconds):
                return await self._free.acquire()
        except TimeoutError:
            return False
        finally:
            self._waiting -= 1


_CROWDED = Problem(503, "Too many ask at once", "Try again in a moment.", headers={"Retry-After": "2"})
