from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.ledger.support import page
from twosource.errors import SourceMissing
from twosource.ledger import Added as Addition
from twosource.watch import Added, Failed, Happening, Looked, Waiting
from twosource.watch.schedule import ENDED
from twosource.watch.status import status

FEED = "https://hillpost.example/feed.xml"
NOON = datetime(2025, 3, 5, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(minutes=15)
ARTICLE = page()


@pytest.mark.parametrize(
    ("happening", "line"),
    [
        (Looked(feed=FEED, next_at=LATER, entries=30, new=2), f"{FEED}: 2 new of 30 entries; next look at 12:15"),
        (Looked(feed=FEED, next_at=LATER, entries=1, new=0), f"{FEED}: 0 new of 1 entry; next look at 12:15"),
        (Looked(feed=FEED, next_at=LATER), f"{FEED}: unchanged; next look at 12:15"),
        (
            Looked(feed=FEED, next_at=LATER + timedelta(days=1)),
            f"{FEED}: unchanged; next look on 6 March 2025 at 12:15",
        ),
        (Waiting(feed=FEED, next_at=LATER), f"{FEED}: next look at 12:15"),
        (Waiting(feed=FEED, next_at=ENDED), f"{FEED}: has ended"),
        (
            Failed(feed=FEED, error=SourceMissing(FEED, "no answer"), next_at=LATER),
            f"{FEED}: no answer; again at 12:15",
        ),
        (Failed(feed=FEED, error=SourceMissing(FEED, "gone\x1b")), f"{FEED}: gone\N{REPLACEMENT CHARACTER}"),
        (
            Added(feed=FEED, article=ARTICLE, addition=Addition(status="new", article_id="a"), changes=()),
            "new              0 statements  Hill Post · Mill fire kills two",
        ),
    ],
)
def test_a_line_for_whoever_looks_on(happening: Happening, line: str) -> None:
    assert status(happening, now=NOON) == line


def test_times_are_of_the_zone_one_is_in() -> None:
    here = NOON.astimezone(timezone(timedelta(hours=14)))
    assert status(Waiting(feed=FEED, next_at=LATER), now=here) == f"{FEED}: next look at 02:15"
