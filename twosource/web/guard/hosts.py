"""Against DNS rebinding: a page of strangers whose name was turned to this machine calls the server by that name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from starlette.types import ASGIApp, Receive, Scope, Send

from twosource.web.guard.plain import refuse
from twosource.web.problem import Problem

_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(?::(?P<port>[0-9]{1,5}))?")


class Hosts:
    """Answers only to the names in ``hosts``: to any port of them, or to the one that is written there.

    ``Host`` alone counts. ``X-Forwarded-Host`` is not looked at: anybody can send it.
    """

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str]) -> None:
        self.app = app
        self.hosts = frozenset(map(normal, hosts))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application."""
        if scope["type"] == "http" and not self._is_ours(scope):
            await refuse(_MISDIRECTED, scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _is_ours(self, scope: Scope) -> bool:
        called = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        # Two of them are an attempt to show one to us and another to whatever stands before us.
        return len(called) == 1 and called_by(called[0], self.hosts)


def called_by(host: str, hosts: Iterable[str]) -> bool:
    """Whether the ``Host`` header ``host`` is one of ``hosts``, which are :func:`normal`."""
    match = _HOST.fullmatch(normal(host))
    return match is not None and not {match["name"].rstrip("."), match[0]}.isdisjoint(hosts)


def normal(host: str) -> str:
    """A host as it is compared: names of machines know no capitals."""
    return host.strip(" \t").lower()


_MISDIRECTED = Problem(
    421,
    "This server does not go by that name",
    "If it should, whoever runs it starts it with --allow-host and the name in your address bar.",
)
