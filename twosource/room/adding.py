"""Adding for many people at once: a queue, and one thread that works through it.

One thread is enough: a ledger has one writer at a time, and the network uses the processor to the full. Each article is
added in a transaction of its own, so what has been told is there, whatever happens afterwards.
"""

from __future__ import annotations

import logging
import secrets
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from twosource.errors import SourceError, TwosourceError
from twosource.ledger import Ledger, Trying
from twosource.model.pairs import Reader
from twosource.pipeline import add_articles
from twosource.records import Article
from twosource.room.adding_jobs import Given, Job, Pasted, weight
from twosource.room.adding_reading import articles
from twosource.room.adding_work import ItemWork, JobWork

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How much is taken on. ``jobs`` and ``size`` (bytes) are of what waits or runs; jobs that have ended are kept for
    ``minutes``, the last ``kept`` of them."""

    jobs: int = 20
    size: int = 200_000_000
    kept: int = 50
    minutes: int = 60


class TooMuch(TwosourceError):
    """No more is taken on for now. ``str()`` says what there is too much of."""


def now() -> datetime:
    """The time."""
    return datetime.now(UTC)


class Adding:
    """Works through jobs in the order in which they come. Safe for many threads; its own starts with the first job.

    ``reader`` gives the network that compares statements, and is asked for it when there is something to add.
    ``folders`` are those below which files of this machine may be read.
    """

    def __init__(
        self,
        ledger: Ledger,
        *,
        reader: Callable[[], Reader],
        folders: Sequence[Path] = (),
        bounds: Bounds = Bounds(),
        clock: Callable[[], datetime] = now,
    ) -> None:
        self._ledger, self._reader, self._folders = ledger, reader, tuple(folders)
        self._bounds, self._clock = bounds, clock
        self._jobs: dict[str, JobWork] = {}
        self._waiting: deque[JobWork] = deque()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._stopping = False

    def submit(self, given: Sequence[Given], *, by: str = "") -> Job:
        """Take on ``given``, one item each; :class:`TooMuch` where too much waits already, or it has been stopped."""
        with self._changed:
            self._forget()
            self._check(given)
            job = JobWork(secrets.token_urlsafe(12), by, self._clock(), [ItemWork(one) for one in given])
            self._jobs[job.id] = job
            self._waiting.append(job)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="twosource-adding", daemon=True)
                self._thread.start()
            self._changed.notify_all()
            return self._told(job)

    def job(self, id_: str) -> Job | None:
        """The job of that id, unless it is forgotten."""
        with self._changed:
            self._forget()
            found = self._jobs.get(id_)
            return self._told(found) if found else None

    def jobs(self) -> list[Job]:
        """All that are remembered, the latest first."""
        with self._changed:
            self._forget()
            return [self._told(job) for job in reversed(self._jobs.values())]

    def wait(self, id_: str, *, seconds: float) -> Job | None:
        """The job of that id when it has ended, or as it is after ``seconds``."""
        with self._changed:
            self._changed.wait_for(lambda: id_ not in self._jobs or self._jobs[id_].ended is not None, seconds)
        return self.job(id_)

    def stop(self, *, seconds: float = 30.0) -> None:
        """Take on no more, let the article at hand be finished, and say of all else that it was stopped."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
            thread = self._thread
        if thread:
            thread.join(seconds)

    def _check(self, given: Sequence[Given]) -> None:
        open_ = [job for job in self._jobs.values() if job.ended is None]
        if self._stopping:
            raise TooMuch("the server is being stopped")
        if len(open_) >= self._bounds.jobs:
            raise TooMuch(f"{len(open_)} jobs are waiting already")
        size = sum(item.size for job in open_ for item in job.items)
        if size and size + sum(map(weight, given)) > self._bounds.size:
            raise TooMuch(f"{size / 1e6:.0f} MB are waiting already")

    def _forget(self) -> None:
        before = self._clock() - timedelta(minutes=self._bounds.minutes)
        ended = [job for job in self._jobs.values() if job.ended is not None]
        many = len(ended) - self._bounds.kept
        for place, job in enumerate(sorted(ended, key=lambda job: (job.ended or before, job.id))):
            if place < many or (job.ended or before) < before:
                del self._jobs[job.id]

    def _told(self, job: JobWork) -> Job:
        ahead = self._waiting.index(job) if job in self._waiting else 0
        running = any(one.state == "running" for one in self._jobs.values())
        return job.told(ahead=ahead + running if job.state == "waiting" else 0)

    def _work(self) -> None:
        while job := self._next():
            for item in job.items:
                self._take(item)
            with self._changed:
                job.end(self._clock(), stopped=any(item.state == "stopped" for item in job.items))
                self._changed.notify_all()

    def _next(self) -> JobWork | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._stopping)
            if not self._waiting:
                return None
            job = self._waiting.popleft()
            job.state = "running"
            return job

    def _take(self, item: ItemWork) -> None:
        """All of one item; whatever goes wrong is told, and the next one goes on."""
        given = item.given
        if given is None or self._stopping:
            self._settle(item, stopped=True)
            return
        with self._changed:
            item.state = "reading"
        try:
            trying = Trying(self._ledger, clock=self._clock)
            for article in articles(given, folders=self._folders, on_error=self._unread(item, trying)):
                if self._stopping:
                    self._settle(item, stopped=True)
                    return
                trying.read(article)
                self._add(item, article)
        except Exception as error:
            log.exception("adding %r failed", item.source)
            self._failed(item, error)
        self._settle(item)

    def _unread(self, item: ItemWork, trying: Trying) -> Callable[[SourceError], None]:
        """What hears of that which cannot be read. A text that somebody pasted has no name to be found by again."""

        def failed(error: SourceError) -> None:
            self._failed(item, error)
            if not isinstance(item.given, Pasted):
                trying.failed(error)

        return failed

    def _add(self, item: ItemWork, article: Article) -> None:
        try:
            # One at a time: what has been read is told at once, and an article that fails takes no other with it.
            for _, added in add_articles([article], self._ledger, reader=self._reader()):
                with self._changed:
                    item.add(article, added)
        except TwosourceError as error:
            self._failed(item, error)

    def _failed(self, item: ItemWork, error: Exception) -> None:
        with self._changed:
            item.fail(error)

    def _settle(self, item: ItemWork, *, stopped: bool = False) -> None:
        with self._changed:
            item.settle(stopped=stopped)
