"""Connections that end in time, and that go only where a rule lets them."""

from __future__ import annotations

import functools
import http.client
import io
import queue
import socket
import ssl
import threading
import time
import urllib.request
from collections.abc import Callable
from typing import Any

from twosource.read.addresses import Rule

SILENCE = 20.0
"""Seconds without a byte after which nobody is thought to answer."""

clock: Callable[[], float] = time.monotonic


class Refused(OSError):
    """The rule does not let a connection be made. ``str()`` says why."""


class Deadline:
    """So many ``seconds`` from now, for all that is done by it."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = clock() + seconds

    def left(self) -> float:
        """Seconds to wait for the next byte; ``TimeoutError`` where the time is over."""
        left = self._end - clock()
        if left <= 0:
            raise TimeoutError
        return min(left, SILENCE)


def opener(deadline: Deadline, rule: Rule | None) -> urllib.request.OpenerDirector:
    """Opens http and https, ending with ``deadline``; redirections and errors come back as answers.

    With a ``rule``, each connection is checked by the address that it is made to, which is looked up once; and the
    environment's proxies are passed by, because they would look it up again. Without one, all is as usual.
    """
    made = urllib.request.OpenerDirector()
    for handler in (_Plain(deadline, rule), _Secure(deadline, rule), urllib.request.UnknownHandler()):
        made.add_handler(handler)
    if rule is None:
        made.add_handler(urllib.request.ProxyHandler())
    return made


class _Plain(urllib.request.HTTPHandler):
    def __init__(self, deadline: Deadline, rule: Rule | None) -> None:
        super().__init__()
        self._deadline, self._rule = deadline, rule

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """Ask over a plain connection."""
        return self.do_open(self._connection, req)

    def _connection(self, host: str, **given: Any) -> http.client.HTTPConnection:
        made = _Checked(host, **given) if self._rule else http.client.HTTPConnection(host, **given)
        return _timed(made, self._deadline, self._rule)


class _Secure(urllib.request.HTTPSHandler):
    def __init__(self, deadline: Deadline, rule: Rule | None) -> None:
        super().__init__()
        self._deadline, self._rule = deadline, rule

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """Ask over a connection under TLS."""
        return self.do_open(self._connection, req)

    def _connection(self, host: str, **given: Any) -> http.client.HTTPConnection:
        kind = _CheckedSecure if self._rule else http.client.HTTPSConnection
        made = kind(host, context=_trusted(), **given)
        return _timed(made, self._deadline, self._rule)


class _Checked(http.client.HTTPConnection):
    deadline: Deadline
    rule: Rule

    def connect(self) -> None:
        """Connect to where the rule lets it."""
        self.sock = dial(self.host, self.port, deadline=self.deadline, rule=self.rule)


class _CheckedSecure(_Checked, http.client.HTTPSConnection):
    def connect(self) -> None:
        """Connect to where the rule lets it, and prove who answers there."""
        super().connect()
        self.sock = _trusted().wrap_socket(self.sock, server_hostname=self.host)


@functools.cache
def _trusted() -> ssl.SSLContext:
    """Whom the system trusts; reading their certificates takes as long as a short page."""
    return ssl.create_default_context()


def _timed(connection: http.client.HTTPConnection, deadline: Deadline, rule: Rule | None) -> http.client.HTTPConnection:
    if isinstance(connection, _Checked) and rule:
        connection.deadline, connection.rule = deadline, rule
    connection.response_class = functools.partial(_Answer, deadline=deadline)  # type: ignore[assignment]
    return connection


class _Answer(http.client.HTTPResponse):
    """An answer of which every wait, for its head or its body, ends with the deadline: a drip of bytes would otherwise
    hold its reader for as long as it drips."""

    def __init__(self, sock: socket.socket, *given: Any, deadline: Deadline, **named: Any) -> None:
        super().__init__(_Timed(sock, deadline), *given, **named)  # type: ignore[arg-type]


class _Timed:
    """What an answer takes of a socket: a file to read from."""

    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self._sock, self._deadline = sock, deadline

    def makefile(self, _mode: str) -> io.BufferedReader:
        """A file for reading bytes."""
        return io.BufferedReader(_Waiting(self._sock, self._deadline))


class _Waiting(io.RawIOBase):
    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self._sock, self._deadline = sock, deadline
        self._file = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int | None:
        """Wait for bytes, to the deadline at the longest."""
        self._sock.settimeout(self._deadline.left())
        return self._file.readinto(buffer)

    def close(self) -> None:
        """Close the connection, if nobody else holds it."""
        self._file.close()
        super().close()


def dial(host: str, port: int, *, deadline: Deadline, rule: Rule) -> socket.socket:
    """A connection to the first address of ``host`` that the ``rule`` lets through and that answers.

    :class:`Refused` where it lets none through; else the error of the last that was tried.
    """
    refused: OSError | None = None
    failed: OSError | None = None
    for family, address in resolved(host, port, deadline=deadline):
        if refusal := rule.refusal(address[0], port):
            refused = Refused(refusal)
            continue
        made = socket.socket(family, socket.SOCK_STREAM)
        try:
            made.settimeout(deadline.left())
            made.connect(address)
            made.settimeout(deadline.left())
        except OSError as error:
            made.close()
            failed = error
        else:
            return made
    raise failed or refused or OSError("the host has no address")


def resolved(host: str, port: int, *, deadline: Deadline) -> list[tuple[socket.AddressFamily, tuple[Any, ...]]]:
    """The addresses of ``host``, looked up in a thread, because the system's own look-up knows no deadline."""
    answers: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def look_up() -> None:
        try:
            answers.put(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except Exception as error:
            answers.put(error)

    threading.Thread(target=look_up, daemon=True).start()
    try:
        found = answers.get(timeout=deadline.left())
    except queue.Empty:
        raise TimeoutError from None
    if isinstance(found, Exception):
        raise found
    return [(family, address) for family, _, _, _, address in found]
