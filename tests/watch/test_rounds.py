"""Looking at feeds again and again: what is fetched, what is added, what is remembered. The clock is made up."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from tests.watch.made import FEED, QUARTER, START, Web, answer, feed, page, story
from twosource.across import Feed
from twosource.errors import LedgerBusy, SourceMissing
from twosource.ledger import Ledger
from twosource.read.answers import Known
from twosource.read.fetch import Unreachable
from twosource.watch import Added, Failed, Looked, Waiting
from twosource.watch.looking import REMEMBERED, bounded
from twosource.watch.schedule import ENDED

SITE = "https://hillpost.example"
ROBOTS = f"{SITE}/robots.txt"


@pytest.fixture
def web() -> Web:
    """A feed of two entries with their pages."""
    return Web(
        {
            FEED: feed(("/1", "Mill 11 burns"), ("/2", "Mill 12 burns")),
            f"{SITE}/1": page("Mill 11 burns", story(11)),
            f"{SITE}/2": page("Mill 12 burns", story(12)),
        }
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def remembered(path: Path, url: str = FEED) -> Feed:
    with Ledger.open(path) as ledger, ledger.view() as view:
        return next(one for one in view.feeds() if one.url == url)


def titles(web: Web) -> list[str | None]:
    return [article.title for article in web.articles]


def test_pages_of_new_entries_are_added_and_the_feed_is_remembered(web: Web, path: Path) -> None:
    happened = web.watch(path)
    assert titles(web) == ["Mill 11 burns", "Mill 12 burns"]
    assert web.urls == [FEED, ROBOTS, f"{SITE}/1", f"{SITE}/2"]
    assert [type(one) for one in happened] == [Looked, Added, Added]
    assert happened[0] == Looked(feed=FEED, next_at=START + QUARTER, entries=2, new=2)
    known = remembered(path)
    assert (known.etag, known.failures, len(known.seen)) == ('"1"', 0, 2)
    assert known.next_at == "2025-03-05T12:15:00+00:00"


def test_known_entries_are_never_asked_for_again(web: Web, path: Path) -> None:
    web.watch(path)
    web.time += timedelta(hours=1)
    web.asked.clear()
    web.replies[FEED] = feed(("/1", "Mill 11 burns"), ("/2", "Mill 12 burns, updated"), ("/3", "Mill 13 burns"))
    web.replies[f"{SITE}/3"] = page("Mill 13 burns", story(13))
    web.watch(path)
    assert titles(web)[2:] == ["Mill 13 burns"]
    assert web.urls == [FEED, ROBOTS, f"{SITE}/3"]
    assert web.asked[0][2] == Known(etag='"1"')


def test_an_unchanged_feed_costs_one_question(web: Web, path: Path) -> None:
    web.watch(path)
    web.time += timedelta(hours=1)
    web.asked.clear()
    web.replies[FEED] = answer(status=304, Cache_Control="max-age=7200")
    (looked,) = web.watch(path)
    assert looked == Looked(feed=FEED, next_at=web.time + timedelta(hours=2))
    assert web.urls == [FEED]
    assert remembered(path).etag == '"1"'


def test_a_feed_that_is_not_due_is_left_alone(web: Web, path: Path) -> None:
    web.watch(path)
    web.asked.clear()
    web.time = START + QUARTER - timedelta(seconds=1)
    assert web.watch(path) == [Waiting(feed=FEED, next_at=START + QUARTER)]
    assert web.asked == []


def test_it_goes_on_by_the_clock_until_it_is_stopped(web: Web, path: Path) -> None:
    web.until = START + timedelta(hours=1, minutes=1)
    web.replies[FEED] = feed()
    looks = [one for one in web.watch(path, once=False) if isinstance(one, Looked)]
    assert [asked for _, asked, _ in web.asked] == [START + QUARTER * place for place in range(5)]
    assert [one.next_at for one in looks] == [START + QUARTER * place for place in range(1, 6)]


@pytest.mark.parametrize(
    ("extra", "headers", "pause"),
    [
        ("<ttl>60</ttl>", {}, timedelta(hours=1)),
        ("<sy:updatePeriod>hourly</sy:updatePeriod>", {}, timedelta(hours=1)),
        ("", {"Cache-Control": "max-age=3600"}, timedelta(hours=1)),
        ("", {"Cache-Control": "max-age=60"}, QUARTER),
    ],
)
def test_what_a_feed_asks_for_is_kept_to(
    web: Web, path: Path, extra: str, headers: dict[str, str], pause: timedelta
) -> None:
    given = feed(extra=extra)
    for name, value in headers.items():
        given.headers[name] = value
    web.replies[FEED] = given
    (looked,) = web.watch(path)
    assert looked.next_at == START + pause


def test_failures_are_told_and_the_pause_grows(web: Web, path: Path) -> None:
    web.replies[FEED] = answer(status=500)
    web.until = START + timedelta(hours=3)
    failed = [one for one in web.watch(path, once=False) if isinstance(one, Failed)]
    assert [str(one.error) for one in failed] == [f"{FEED}: the server answers 500 Internal Server Error"] * 4
    pauses = [one.next_at - when for one, (_, when, _) in zip(failed, web.asked, strict=True) if one.next_at]
    assert pauses == [QUARTER, QUARTER * 2, QUARTER * 4, QUARTER * 8]
    web.replies[FEED] = feed()
    web.until = START + timedelta(days=9)
    web.time = START + timedelta(days=8)
    web.watch(path)
    assert remembered(path).failures == 0


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_puts_us_off_is_left_alone(web: Web, path: Path, status: int) -> None:
    web.replies[FEED] = answer(status=status, Retry_After="7200")
    (failed,) = web.watch(path)
    assert failed.next_at == START + timedelta(hours=2)


def test_a_feed_that_is_gone_is_not_asked_again(web: Web, path: Path) -> None:
    web.replies[FEED] = answer(status=410)
    (failed,) = web.watch(path, once=False)
    assert (str(failed.error), failed.next_at) == (f"{FEED}: the server answers 410 Gone", None)
    assert web.watch(path, once=False) == [Waiting(feed=FEED, next_at=ENDED)]
    assert web.urls == [FEED]


def unread(path: Path) -> list[tuple[str, str]]:
    with Ledger.open(path) as ledger, ledger.view() as view:
        return [(one.source, one.tried_at) for one in view.unread()]


def test_what_cannot_be_read_is_kept_until_it_can_be(web: Web, path: Path) -> None:
    kept, web.replies[FEED] = web.replies[FEED], answer(status=500)
    web.watch(path)
    assert unread(path) == [(FEED, "2025-03-05T12:00:00+00:00")]
    web.replies[FEED], web.replies[f"{SITE}/2"] = kept, answer(status=503)
    web.time += timedelta(days=1)
    web.watch(path)
    assert unread(path) == [(f"{SITE}/2", "2025-03-06T12:00:06+00:00")]
    web.replies[f"{SITE}/2"] = page("Mill 12 burns", story(12))
    web.time += timedelta(days=2)
    web.watch(path)
    assert titles(web) == ["Mill 11 burns", "Mill 12 burns"]
    assert unread(path) == []


def test_one_feed_that_fails_does_not_keep_the_others(web: Web, path: Path) -> None:
    happened = web.watch(path, "https://absent.example/feed", FEED)
    assert [type(one) for one in happened] == [Failed, Looked, Added, Added]


def test_a_page_instead_of_a_feed_is_told_with_the_feeds_that_it_names(web: Web, path: Path) -> None:
    web.replies[FEED] = answer('<!doctype html><link rel="alternate" type="application/rss+xml" href="/news.xml"><p>Hi')
    (failed,) = web.watch(path)
    assert str(failed.error) == f"{FEED}: is a page and no feed; it names {SITE}/news.xml"


def test_the_text_that_a_feed_has_whole_is_taken_from_it(web: Web, path: Path) -> None:
    web.replies[FEED] = feed(
        ("/1", "Mill 11 burns", "".join(map(story, (11, 21, 31))).replace("<", "&lt;")), ("/2", "Mill 12 burns")
    )
    web.watch(path)
    assert titles(web) == ["Mill 11 burns", "Mill 12 burns"]
    assert f"{SITE}/1" not in web.urls
    assert [article.url for article in web.articles] == [f"{SITE}/1", f"{SITE}/2"]


def test_a_teaser_has_to_do_where_the_page_may_not_be_read(web: Web, path: Path) -> None:
    teaser = "The mill at Orrin burned down on Monday, the mayor said."
    web.replies[FEED] = feed(("/1", "Mill 11 burns", teaser), ("/2", "Mill 12 burns"))
    web.replies[ROBOTS] = answer("User-agent: *\nDisallow: /", kind="text/plain")
    happened = web.watch(path)
    assert [article.text for article in web.articles] == [f"Mill 11 burns\n\n{teaser}"]
    assert [str(one.error) for one in happened if isinstance(one, Failed)] == [
        f"{SITE}/2: the site's robots.txt asks not to read it"
    ]
    assert web.urls == [FEED, ROBOTS]
    assert len(remembered(path).seen) == 2


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (answer(status=404), "the server answers 404 Not Found"),
        (answer("<!doctype html><nav>Home</nav>"), "article"),
        (SourceMissing(f"{SITE}/1", "is not fetched: 10.0.0.1 is an address of a private network"), "private network"),
        (
            page(
                "Le moulin", "<p>Le moulin a brûlé lundi, a dit le maire de la ville. Personne n'a été blessé.</p>" * 3
            ),
            "French",
        ),
    ],
)
def test_an_entry_that_leads_nowhere_is_told_once(web: Web, path: Path, reply: object, reason: str) -> None:
    web.replies[f"{SITE}/1"] = reply  # type: ignore[assignment]
    happened = web.watch(path)
    (failed,) = [one for one in happened if isinstance(one, Failed)]
    assert reason in str(failed.error)
    assert failed.next_at is None
    assert titles(web) == ["Mill 12 burns"]
    web.time += timedelta(hours=1)
    assert [type(one) for one in web.watch(path)] == [Looked]


@pytest.mark.parametrize(
    "reply", [answer(status=503), answer(status=500), answer(status=429), Unreachable(f"{SITE}/1", "no answer")]
)
def test_an_entry_that_may_be_there_later_is_tried_again(web: Web, path: Path, reply: object) -> None:
    good = web.replies[f"{SITE}/1"]
    web.replies[f"{SITE}/1"] = reply  # type: ignore[assignment]
    happened = web.watch(path)
    assert happened[1].next_at == START + QUARTER  # type: ignore[union-attr]
    assert remembered(path).etag is None
    web.time += timedelta(hours=1)
    web.replies[f"{SITE}/1"] = good
    web.watch(path)
    assert sorted(map(str, titles(web))) == ["Mill 11 burns", "Mill 12 burns"]
    assert remembered(path).etag == '"1"'


def test_a_ledger_that_others_write_is_waited_for(web: Web, path: Path) -> None:
    web.refuses = LedgerBusy("port.db", "another process has been writing for more than 30 s; try again")
    happened = web.watch(path)
    assert next(str(one.error) for one in happened if isinstance(one, Failed)).startswith(f"{SITE}/1: port.db: another")
    web.refuses, web.time = None, START + timedelta(hours=1)
    web.watch(path)
    assert len(titles(web)) == 2


def test_a_stop_lets_the_article_at_hand_be_done_and_a_start_goes_on(web: Web, path: Path) -> None:
    web.stops = 1
    happened = web.watch(path, once=False)
    assert [type(one) for one in happened] == [Looked, Added]
    assert len(remembered(path).seen) == 1
    assert remembered(path).etag is None
    web.stops, web.time = None, START + timedelta(hours=1)
    web.watch(path)
    assert titles(web) == ["Mill 11 burns", "Mill 12 burns"]


def test_a_stop_in_a_pause_asks_for_nothing_more_and_is_no_failure(web: Web, path: Path) -> None:
    web.until = START + timedelta(seconds=1)
    assert [type(one) for one in web.watch(path, once=False)] == [Looked]
    assert web.urls == [FEED]
    assert remembered(path).seen == ()
    other = "https://hillpost.example/other.xml"
    web.time, web.until = START + timedelta(hours=1), START + timedelta(hours=1, seconds=1)
    web.replies[FEED] = feed()
    web.watch(path, FEED, other, once=False)
    with Ledger.open(path) as ledger, ledger.view() as view:
        assert [one.url for one in view.feeds()] == [FEED]


def test_a_page_that_another_feed_brought_is_not_asked_for(web: Web, path: Path) -> None:
    with Ledger.open(path) as ledger, ledger.write() as writer:
        from tests.ledger.support import page as article

        writer.add(article(url=f"{SITE}/1"), ())
    web.watch(path)
    assert f"{SITE}/1" not in web.urls
    assert titles(web) == ["Mill 12 burns"]
    assert len(remembered(path).seen) == 2


def test_a_server_is_asked_one_thing_at_a_time_with_a_pause(web: Web, path: Path) -> None:
    web.replies[ROBOTS] = answer("User-agent: *\nCrawl-delay: 10", kind="text/plain")
    web.watch(path)
    times = [when for _, when, _ in web.asked]
    assert [(later - earlier).total_seconds() for earlier, later in pairwise(times)] == [2, 2, 10]


def test_what_a_page_does_not_say_of_itself_the_feed_does(web: Web, path: Path) -> None:
    items = "<item><title>Mill 11 burns</title><link>/1</link><pubDate>Wed, 05 Mar 2025 11:00:00 GMT</pubDate></item>"
    web.replies[FEED] = feed(extra=items)
    bare = web.replies[f"{SITE}/1"]
    web.replies[f"{SITE}/1"] = answer(f"<!doctype html><html><body><article>{story(11)}</article></body></html>")
    assert bare
    web.watch(path)
    (article,) = web.articles
    assert (article.published, article.url) == ("2025-03-05T11:00:00+00:00", f"{SITE}/1")


def test_a_file_may_be_watched(tmp_path: Path, web: Web, path: Path) -> None:
    file = tmp_path / "feed.xml"
    given = web.replies[FEED]
    file.write_bytes(given.data)  # type: ignore[union-attr]
    assert [type(one) for one in web.watch(path, str(file))] == [Looked, Added, Added]
    web.time += timedelta(hours=1)
    assert web.watch(path, str(file)) == [Looked(feed=str(file), next_at=web.time + QUARTER)]
    file.unlink()
    web.time += timedelta(hours=1)
    (failed,) = web.watch(path, str(file))
    assert str(failed.error) == f"{file}: no such file or folder"


@pytest.mark.parametrize(
    ("seen", "listed", "kept"),
    [
        (["a", "b"], {"b"}, ["a", "b"]),
        (["a", "b", "a"], set(), ["a", "b"]),
        ([f"{n}" for n in range(REMEMBERED + 3)], {"0"}, ["0", *(f"{n}" for n in range(3, REMEMBERED + 3))]),
    ],
)
def test_what_is_remembered_is_bounded(seen: list[str], listed: set[str], kept: list[str]) -> None:
    assert list(bounded(seen, listed)) == kept
