"""What people ask to have added, and how far that has come: records for those who ask and those who look."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

JobState = Literal["waiting", "running", "done", "stopped"]
ItemState = Literal["waiting", "reading", "done", "failed", "stopped"]
Outcome = Literal["new", "known", "address", "reprint", "version", "older"]

SHOWN = 200
"""Articles and errors of one item that are told of at most; a file may hold thousands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """The bytes of a file. ``name`` is what its sender calls it: told in messages, never opened."""

    name: str
    data: bytes
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """A text, with what its sender says of it; that goes before what is read in it."""

    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A page to be fetched."""

    url: str
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A file or folder of the machine that the server runs on."""

    path: Path
    published: str | None = None


Given = Upload | Pasted | Address | Place


def source(given: Given) -> str:
    """What a message calls it."""
    if isinstance(given, Upload):
        return given.name
    if isinstance(given, Pasted):
        return given.title or given.url or "pasted text"
    return given.url if isinstance(given, Address) else str(given.path)


def weight(given: Given) -> int:
    """The bytes that it holds in memory until it is read."""
    if isinstance(given, Upload):
        return len(given.data)
    return len(given.text) if isinstance(given, Pasted) else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One article that was read, and what adding it came to (:class:`twosource.ledger.Added`); ``statements`` are
    those that became current by it."""

    article: str
    title: str | None
    outlet: str | None
    outcome: Outcome
    statements: int

    def as_dict(self) -> dict[str, Any]:
        """An element of ``results``."""
        return {
            "article": self.article,
            "title": self.title,
            "outlet": self.outlet,
            "outcome": self.outcome,
            "statements": self.statements,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that was asked for. ``read`` articles were added, the first :data:`SHOWN` of which are ``results``;
    ``errors`` are reasons, a line each. It ``failed`` where nothing of it could be read."""

    source: str
    state: ItemState
    read: int = 0
    statements: int = 0
    results: tuple[Result, ...] = ()
    errors: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """An element of ``items``."""
        return {
            "source": self.source,
            "state": self.state,
            "read": self.read,
            "statements": self.statements,
            "results": [one.as_dict() for one in self.results],
            "errors": list(self.errors),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What one person asked for at once. ``ahead`` are the jobs that wait before it."""

    id: str
    by: str
    state: JobState
    made_at: str
    ended_at: str | None
    ahead: int
    items: tuple[Item, ...]

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.ended_at is not None

    @property
    def settled(self) -> int:
        """Items that nothing more will happen to."""
        return sum(item.state not in ("waiting", "reading") for item in self.items)

    def as_dict(self) -> dict[str, Any]:
        """What the API answers."""
        return {
            "id": self.id,
            "by": self.by,
            "state": self.state,
            "made_at": self.made_at,
            "ended_at": self.ended_at,
            "ahead": self.ahead,
            "items": [item.as_dict() for item in self.items],
        }
