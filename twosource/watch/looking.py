"""One look at a feed: whether it has changed, what is new in it, and when to look again."""

from __future__ import annotations

import os
from collections.abc import Collection, Generator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from twosource.across import Feed
from twosource.errors import LedgerBusy, SourceError
from twosource.ledger import Ledger, Trying
from twosource.read import LIMIT
from twosource.read.answers import Known
from twosource.read.fetch import raw
from twosource.read.sources import Raw, open_source
from twosource.watch import schedule
from twosource.watch.articles import article
from twosource.watch.feeds import Contents, Item, contents
from twosource.watch.visits import Gone, Later, Visitor
from twosource.watch.world import Added, Failed, Happening, Looked, World

REMEMBERED = 1000
"""Entries of a feed that are remembered beside those that it has now: it drops old ones, and may bring them back."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a look gave: the ``raw`` feed, ``None`` where it has not changed; what to ask with the next time; for how
    long the answer is good."""

    raw: Raw | None
    known: Known
    fresh: timedelta | None = None


def look(
    feed: Feed, ledger: Ledger, visitor: Visitor, *, world: World, every: timedelta
) -> Generator[Happening, None, Feed]:
    """Look at ``feed`` and add what is new in it; in the end, the feed as it is remembered, in the ledger too."""
    trying = Trying(ledger, clock=world.now)
    try:
        seen = _file(feed) if is_file(feed.url) else _address(feed, visitor, world)
        found = contents(seen.raw) if seen.raw else None
    except SourceError as error:
        if world.stopped():
            return feed
        trying.failed(error)
        feed = _put(ledger, _failed(feed, error, world=world, every=every))
        yield Failed(feed=feed.url, error=error, next_at=None if isinstance(error, Gone) else schedule.due(feed))
        return feed
    trying.reached(feed.url)
    feed = _put(ledger, _succeeded(feed, seen, found, world=world, every=every))
    if found is None:
        yield Looked(feed=feed.url, next_at=schedule.due(feed))
        return feed
    new = [item for item in found.items if item.key not in set(feed.seen)]
    yield Looked(feed=feed.url, entries=len(found.items), new=len(new), next_at=schedule.due(feed))
    listed = {item.key for item in found.items}
    feed, complete = yield from _take(feed, new, trying, visitor, world=world, listed=listed)
    # What is left over would not be seen again if the server were asked for changes since now.
    return _put(ledger, replace(feed, etag=seen.known.etag, modified=seen.known.modified)) if complete else feed


def is_file(url: str) -> bool:
    """Whether a feed is a file and no address."""
    return not url.lower().startswith(("http://", "https://"))


def _address(feed: Feed, visitor: Visitor, world: World) -> _Seen:
    answer = visitor.feed(feed.url, Known(etag=feed.etag, modified=feed.modified))
    fresh = schedule.fresh(answer.headers, world.now())
    if answer.status == 304:
        return _Seen(None, Known(etag=feed.etag, modified=feed.modified), fresh)
    return _Seen(raw(answer, source=feed.url), answer.known, fresh)


def _file(feed: Feed) -> _Seen:
    known = Known(modified=_stamp(feed.url))
    if known.modified and known.modified == feed.modified:
        return _Seen(None, known)
    found = next(iter(open_source(feed.url, limit=LIMIT)))
    if isinstance(found, SourceError):
        raise found
    return _Seen(found, known)


def _stamp(path: str) -> str | None:
    try:
        about = os.stat(Path(path))
    except (OSError, ValueError):
        return None
    return f"{about.st_mtime_ns} {about.st_size}"


def _take(
    feed: Feed, new: Sequence[Item], trying: Trying, visitor: Visitor, *, world: World, listed: Collection[str]
) -> Generator[Happening, None, tuple[Feed, bool]]:
    """Add the articles of ``new`` entries, and remember each; whether none is left over for the next time."""
    complete = True
    for item in new:
        if world.stopped():
            return feed, False
        if not _is_there(trying.ledger, item):
            happened = _happened(item, feed, visitor, world)
            if isinstance(happened, Failed) and world.stopped():
                return feed, False
            _note(trying, item, happened)
            yield happened
            if isinstance(happened, Failed) and happened.next_at:
                complete = False
                continue
        feed = _put(trying.ledger, replace(feed, seen=bounded((*feed.seen, item.key), listed)))
    return feed, complete


def _happened(item: Item, feed: Feed, visitor: Visitor, world: World) -> Added | Failed:
    """What came of an entry; a failure that has a time is worth another try."""
    try:
        found = article(item, visitor)
        addition, changes = world.add(found)
    except Later as error:
        return Failed(feed=feed.url, error=error, next_at=schedule.due(feed))
    except LedgerBusy as error:
        later = Later(item.url or feed.url, str(error))
        later.__cause__ = error
        return Failed(feed=feed.url, error=later, next_at=schedule.due(feed))
    except SourceError as error:
        return Failed(feed=feed.url, error=error)
    return Added(feed=feed.url, article=found, addition=addition, changes=tuple(changes))


def _note(trying: Trying, item: Item, happened: Added | Failed) -> None:
    if isinstance(happened, Added):
        trying.reached(item.url, happened.article.source, happened.article.url)
    elif not isinstance(happened.error.__cause__, LedgerBusy):
        trying.failed(happened.error)


def _is_there(ledger: Ledger, item: Item) -> bool:
    """Whether another feed, or a person, brought its page already."""
    if item.url is None:
        return False
    with ledger.view() as view:
        return bool(view.versions(item.url))


def bounded(seen: Sequence[str], listed: Collection[str]) -> tuple[str, ...]:
    """All that the feed has now, and the latest :data:`REMEMBERED` others."""
    others = [key for key in seen if key not in listed]
    forgotten = set(others[: max(0, len(others) - REMEMBERED)])
    return tuple(key for key in dict.fromkeys(seen) if key not in forgotten)


def _succeeded(feed: Feed, seen: _Seen, found: Contents | None, *, world: World, every: timedelta) -> Feed:
    now = world.now()
    asked = found.pause if found else None
    pause = schedule.after_success(every, asked=asked, fresh=seen.fresh, chance=world.chance())
    return replace(feed, checked_at=schedule.stamp(now), next_at=schedule.stamp(now + pause), failures=0)


def _failed(feed: Feed, error: SourceError, *, world: World, every: timedelta) -> Feed:
    now, failures = world.now(), feed.failures + 1
    wait = error.wait if isinstance(error, Later) else None
    pause = schedule.after_failure(every, failures=failures, put_off=wait, chance=world.chance())
    next_at = schedule.ENDED if isinstance(error, Gone) else now + pause
    return replace(feed, checked_at=schedule.stamp(now), next_at=schedule.stamp(next_at), failures=failures)


def _put(ledger: Ledger, feed: Feed) -> Feed:
    with ledger.write() as writer:
        writer.put_feed(feed)
    return feed
