"""When a feed is looked at again. Pure functions of what its server and the feed itself said."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http.client import HTTPMessage

from twosource.across import Feed

DAY = timedelta(days=1)
LONGEST = timedelta(days=7)
"""As long as a server may put us off with ``Retry-After``."""

ENDED = datetime(9999, 1, 1, tzinfo=UTC)
"""When a feed that its server says is gone for good is looked at again."""

_AGE = re.compile(r"(?:\A|[\s,])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)


def due(feed: Feed) -> datetime:
    """When a feed is to be looked at; one that is new, at once."""
    return datetime.fromisoformat(feed.next_at) if feed.next_at else datetime.min.replace(tzinfo=UTC)


def stamp(time: datetime) -> str:
    """A time as it is remembered."""
    return time.astimezone(UTC).isoformat(timespec="seconds")


def after_success(every: timedelta, *, asked: timedelta | None, fresh: timedelta | None, chance: float) -> timedelta:
    """The pause after an answer: ``every``, or longer where the feed ``asked`` for that or the answer is good for that
    long (``fresh``), up to a day.

    ``chance``, between 0 and 1, makes it up to a tenth longer, so that many watchers do not all ask at one moment.
    """
    pause = max(every, min(max(asked or every, fresh or every), DAY))
    return pause * (1 + chance / 10)


def after_failure(
    every: timedelta, *, failures: int, put_off: timedelta | None = None, chance: float = 0.0
) -> timedelta:
    """The pause after the ``failures``-th failure in a row: twice as long each time, up to a day, of that between half
    and all by ``chance`` ("equal jitter", Brooker 2015); and as long as the server ``put_off`` further questions."""
    doubled: timedelta = min(every * 2 ** min(failures, 20), max(DAY, every))
    return max(doubled / 2 + doubled / 2 * chance, min(put_off or timedelta(), LONGEST))


def fresh(headers: HTTPMessage, now: datetime) -> timedelta | None:
    """For how long an answer says that it is good: ``Cache-Control``, else ``Expires`` (RFC 9111, 4.2.1)."""
    if match := _AGE.search(headers.get("Cache-Control", "")):
        return timedelta(seconds=int(match[1]))
    until = moment(headers.get("Expires"))
    return max(timedelta(), until - (moment(headers.get("Date")) or now)) if until else None


def put_off(headers: HTTPMessage, now: datetime) -> timedelta | None:
    """How long a server asks us to wait: ``Retry-After``, seconds or a time (RFC 9110, 10.2.3)."""
    given = headers.get("Retry-After", "").strip()
    if re.fullmatch(r"\d{1,9}", given):
        return timedelta(seconds=int(given))
    until = moment(given)
    return max(timedelta(), until - now) if until else None


def moment(header: str | None) -> datetime | None:
    """A time of HTTP; ``None`` where it is none."""
    try:
        parsed = parsedate_to_datetime(header or "")
    except (ValueError, TypeError):
        return None
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)
