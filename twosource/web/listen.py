"""Where a server listens, and running it there until it is told to stop."""

from __future__ import annotations

import contextlib
import errno
import ipaddress
import os
import socket
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from twosource.errors import TwosourceError

_WAITING = 128
"""Connections that the system holds until they are taken up."""

_CONNECTIONS = 500
"""Held at the same time; further ones get 503. A process may commonly have 1,024 files open."""


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach ``host``, a name or an address. An empty one is every address."""
    if not host:
        return False
    return all(ipaddress.ip_address(address).is_loopback for _, address in _addresses(host))


def listen(host: str, port: int) -> socket.socket:
    """A socket bound to ``port`` (0: any that is free) of ``host``; :class:`TwosourceError` where it is taken."""
    family, address = _addresses(host)[0]
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere it lets two servers have one port
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((address, port))
        made.listen(_WAITING)
    except OSError as error:
        made.close()
        raise TwosourceError(_refused(host, port, error)) from error
    return made


def address(host: str, listening: socket.socket) -> str:
    """What to type into a browser on this machine."""
    port = listening.getsockname()[1]
    shown = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    return f"http://{f'[{shown}]' if ':' in shown else shown}:{port}"


def run(app: FastAPI, listening: socket.socket, *, ready: Callable[[], None]) -> None:
    """Serve ``app`` until the process is interrupted; ``ready`` is called when requests are answered."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        ws="none",
        lifespan="on",
        timeout_graceful_shutdown=3,
        limit_concurrency=_CONNECTIONS,
    )
    # uvicorn has stopped in order, and then passes the interrupt on.
    with contextlib.suppress(KeyboardInterrupt):
        _Server(config, ready).run(sockets=[listening])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            self._ready()


def _addresses(host: str) -> list[tuple[socket.AddressFamily, str]]:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise TwosourceError(f"{host}: there is no such host") from error
    return [(family, str(where[0]).partition("%")[0]) for family, _, _, _, where in found]


def _refused(host: str, port: int, error: OSError) -> str:
    where = f"port {port} of {host}"
    if error.errno == errno.EADDRINUSE:
        return f"{where} is taken: is a server running already? Choose another with --port"
    if error.errno == errno.EACCES:
        return f"{where} is not for everybody: choose one from 1024 to 65535 with --port"
    if error.errno == errno.EADDRNOTAVAIL:
        return f"{host}: this machine has no such address"
    return f"{where} cannot be listened on: {error.strerror or error}"
