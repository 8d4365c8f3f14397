"""What a server is told when it starts."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from twosource.web.people import Person, Token

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
"""How a browser on the same machine may call the server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one request may ask of the server, and all of them together.

    Bytes are of whole bodies: ``upload_bytes`` where files may be in it (multipart), ``body_bytes`` otherwise.
    ``files`` and ``fields`` are of one form, ``text_chars`` of a pasted text. ``request_seconds`` is how long a request
    may take to arrive and, once it has, until its answer begins; ``at_once`` how many are worked on at the same time
    and ``waiting`` how many may wait for that; ``jobs`` how many jobs of adding may wait or run.
    """

    upload_bytes: int = 50_000_000
    body_bytes: int = 5_000_000
    files: int = 200
    fields: int = 200
    text_chars: int = 500_000
    request_seconds: float = 60.0
    # A ledger has fifteen connections: a request that has its turn never waits for one.
    at_once: int = 12
    waiting: int = 100
    jobs: int = 20

    @property
    def field_bytes(self) -> int:
        """Of one field of a form: a character takes four at the most."""
        return 4 * self.text_chars


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a server is told when it starts.

    ``ledger`` is a path or ``postgresql://…``. ``hosts`` are the names by which it may be called, with a port where
    only that port is meant. ``tokens`` are those of the people who may come in; without any, everybody who reaches the
    server is an admin called ``name``, so it must listen on loopback alone. ``folders`` are those below which paths of
    this machine may be added. ``secret`` signs sessions: they end with the server.
    """

    ledger: str
    hosts: tuple[str, ...] = LOOPBACK
    tokens: tuple[Token, ...] = ()
    name: str = ""
    folders: tuple[Path, ...] = ()
    limits: Limits = field(default_factory=Limits)
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    @property
    def host(self) -> Person | None:
        """Who everybody is where there are no tokens."""
        return None if self.tokens else Person(name=self.name or "someone", role="admin")
