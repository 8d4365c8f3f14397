"""One run of reading sources into a ledger, as far as it fails: what could not be read is kept, and struck off when it
can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime

from twosource.across import Unread
from twosource.errors import LedgerBusy, SourceError, SourceMissing
from twosource.ledger.store import Ledger
from twosource.records import Article


def _now() -> datetime:
    return datetime.now(UTC)


class Trying:
    """Hears of every article read and of every failure, in the order in which they come, and writes in transactions of
    its own: not to be called while one is open. A file of many articles of which one cannot be read stays kept, and so
    does the first reason of several. A name of no file is a slip of the hand, and is not kept; nor is anything while
    another writes for long, since who runs it is told in any case."""

    def __init__(self, ledger: Ledger, *, clock: Callable[[], datetime] = _now) -> None:
        self.ledger, self._clock = ledger, clock
        self._failed: Counter[str | None] = Counter()
        self._first: dict[str, str] = {}
        with ledger.view() as view:
            self._kept: set[str | None] = set(view.unread_sources())

    def failed(self, error: SourceError) -> None:
        """A source, or a part of it, could not be read."""
        source = error.source
        if isinstance(error, SourceMissing) and not source.lower().startswith(("http://", "https://")):
            return
        self._failed[source] += 1
        first, others = self._first.setdefault(source, error.reason), self._failed[source] - 1
        reason = f"{first} (and {others} more)" if others else first
        tried = self._clock().astimezone(UTC).isoformat(timespec="seconds")
        with suppress(LedgerBusy), self.ledger.write() as writer:
            writer.put_unread(Unread(source=source, reason=reason, tried_at=tried))
            self._kept.add(source)

    def read(self, article: Article) -> None:
        """An article was read."""
        self.reached(article.source, article.url)

    def reached(self, *sources: str | None) -> None:
        """What goes by these names could be read."""
        struck = {one for one in sources if one in self._kept and one not in self._failed}
        if struck:
            with suppress(LedgerBusy), self.ledger.write() as writer:
                writer.drop_unread(one for one in struck if one)
                self._kept -= struck
