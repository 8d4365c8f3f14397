"""Jobs as they are worked on: what changes, behind the records that are told."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from twosource.errors import SourceError, TwosourceError
from twosource.ledger import Added
from twosource.records import Article
from twosource.room.adding_jobs import SHOWN, Given, Item, ItemState, Job, JobState, Result, source, weight


@dataclass(slots=True)
class ItemWork:
    """One item as it is worked on."""

    given: Given | None
    state: ItemState = "waiting"
    read: int = 0
    statements: int = 0
    results: list[Result] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    source: str = ""
    size: int = 0

    def __post_init__(self) -> None:
        if self.given is not None:
            self.source, self.size = source(self.given), weight(self.given)

    def add(self, article: Article, added: Added) -> None:
        """An article of it was added."""
        self.read += 1
        self.statements += len(added.arrived)
        if len(self.results) < SHOWN:
            self.results.append(
                Result(
                    article=added.article_id,
                    title=article.title,
                    outlet=article.outlet,
                    outcome=added.status,
                    statements=len(added.arrived),
                )
            )

    def fail(self, error: Exception) -> None:
        """Something of it could not be added."""
        reason = error.reason if isinstance(error, SourceError) and error.source == self.source else str(error)
        told = reason if isinstance(error, TwosourceError) else f"an error in the program ({type(error).__name__})"
        if len(self.errors) < SHOWN:
            self.errors.append(told)

    def settle(self, *, stopped: bool = False) -> None:
        """Nothing more will happen to it; what it held of its sender's is let go."""
        self.state = "stopped" if stopped else "done" if self.read else "failed"
        self.given, self.size = None, 0

    def told(self) -> Item:
        """As it is now."""
        return Item(
            source=self.source,
            state=self.state,
            read=self.read,
            statements=self.statements,
            results=tuple(self.results),
            errors=tuple(self.errors),
        )


@dataclass(slots=True, eq=False)
class JobWork:
    """A job as it is worked on."""

    id: str
    by: str
    made: datetime
    items: list[ItemWork]
    state: JobState = "waiting"
    ended: datetime | None = None

    def end(self, time: datetime, *, stopped: bool) -> None:
        """Nothing more will happen to it."""
        self.state, self.ended = "stopped" if stopped else "done", time

    def told(self, *, ahead: int) -> Job:
        """As it is now."""
        return Job(
            id=self.id,
            by=self.by,
            state=self.state,
            made_at=_iso(self.made),
            ended_at=_iso(self.ended) if self.ended else None,
            ahead=ahead,
            items=tuple(item.told() for item in self.items),
        )


def _iso(time: datetime) -> str:
    return time.isoformat(timespec="seconds").replace("+00:00", "Z")
