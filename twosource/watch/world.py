"""What a watcher needs of the world outside, and what it tells of what happens there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from twosource.across import Change
from twosource.errors import SourceError
from twosource.ledger import Added as Addition
from twosource.read.answers import Answer, Known
from twosource.records import Article


class Ask(Protocol):
    """Asks a server: :func:`twosource.read.fetch.answered`, bound to a limit and a rule."""

    def __call__(self, url: str, *, known: Known | None = None) -> Answer:
        """Its answer; a :class:`~twosource.errors.SourceError` where there is none."""
        ...


Add = Callable[[Article], tuple[Addition, Sequence[Change]]]
"""Adds an article to the ledger and says what it changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Everything that a test puts something else in the place of. ``now`` gives a time with a zone; ``sleep`` waits for
    seconds; ``stopped`` tells whether to end, and a stop ends a sleep; ``chance`` is between 0 and 1."""

    ask: Ask
    add: Add
    now: Callable[[], datetime]
    sleep: Callable[[float], object]
    stopped: Callable[[], bool]
    chance: Callable[[], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A feed is not due before ``next_at``: its server has it so, or it was looked at a moment ago."""

    feed: str
    next_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A feed was looked at: how many ``entries`` it has and how many of them are ``new``, both ``None`` where it has
    not changed; when it is looked at again."""

    feed: str
    next_at: datetime
    entries: int | None = None
    new: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """The article of an entry was added, or was there: what that came to, and what it changed."""

    feed: str
    article: Article
    addition: Addition
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A feed, or the article of an entry, could not be read; when that is tried again, ``None`` where never."""

    feed: str
    error: SourceError
    next_at: datetime | None = None


Happening = Waiting | Looked | Added | Failed
