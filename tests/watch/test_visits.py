from __future__ import annotations

from datetime import timedelta

import pytest

from tests.watch.made import START, Web, answer
from twosource.errors import SourceMissing, SourceUnreadable
from twosource.read.answers import Known
from twosource.read.fetch import Unreachable
from twosource.watch.visits import KEPT, MOST_PAUSE, PAUSE, SHUT, Forbidden, Gone, Later, Visitor

SITE, OTHER = "https://hillpost.example", "https://baycourier.example"
ROBOTS = f"{SITE}/robots.txt"
GOOD = answer("<p>Here.</p>")


def web(**replies: object) -> Web:
    """A site of one page, and what else is said."""
    found = Web({f"{SITE}/a": GOOD, f"{SITE}/b": GOOD, f"{OTHER}/a": GOOD})
    found.replies |= {f"{SITE}/{path.replace('_', '.')}": reply for path, reply in replies.items()}  # type: ignore[misc]
    return found


def test_robots_are_asked_once_a_day_and_a_site() -> None:
    found = web()
    visitor = Visitor(found.world)
    for url in (f"{SITE}/a", f"{SITE}/b", f"{OTHER}/a"):
        assert visitor.page(url).status == 200
    assert found.urls == [ROBOTS, f"{SITE}/a", f"{SITE}/b", f"{OTHER}/robots.txt", f"{OTHER}/a"]
    found.time += KEPT
    visitor.page(f"{SITE}/a")
    assert found.urls[5:] == [ROBOTS, f"{SITE}/a"]


def test_each_host_has_its_pause() -> None:
    found = web()
    visitor = Visitor(found.world)
    for url in (f"{SITE}/a", f"{OTHER}/a", f"{SITE}/b"):
        visitor.page(url)
    assert found.slept == [PAUSE, PAUSE]
    assert next(when for url, when, _ in found.asked if url.startswith(OTHER)) == START + timedelta(seconds=PAUSE)


@pytest.mark.parametrize(("delay", "pause"), [("10", 10), ("0.1", PAUSE), ("86400", MOST_PAUSE)])
def test_a_pause_that_is_asked_for_is_made_within_reason(delay: str, pause: float) -> None:
    found = web(robots_txt=answer(f"User-agent: *\nCrawl-delay: {delay}"))
    visitor = Visitor(found.world)
    visitor.page(f"{SITE}/a")
    visitor.page(f"{SITE}/b")
    assert found.slept[1:] == [pause]


@pytest.mark.parametrize("status", [404, 403, 401, 410, 302])
def test_where_there_is_no_robots_txt_all_may_be_read(status: int) -> None:
    assert Visitor(web(robots_txt=answer(status=status)).world).page(f"{SITE}/a").status == 200


@pytest.mark.parametrize("reply", [answer(status=500), answer(status=429), Unreachable(ROBOTS, "no answer")])
def test_where_robots_txt_cannot_be_told_nothing_is_read_for_a_while(reply: object) -> None:
    found = web(robots_txt=reply)
    visitor = Visitor(found.world)
    for _ in range(2):
        with pytest.raises(Later):
            visitor.page(f"{SITE}/a")
    assert found.urls == [ROBOTS]
    found.replies.pop(ROBOTS)
    found.time += SHUT
    assert visitor.page(f"{SITE}/a").status == 200


def test_what_robots_may_not_read_is_not_asked_for() -> None:
    found = web(robots_txt=answer("User-agent: *\nDisallow: /a"))
    visitor = Visitor(found.world)
    with pytest.raises(Forbidden, match=f"^{SITE}/a: the site's robots.txt asks not to read it$"):
        visitor.page(f"{SITE}/a")
    assert visitor.page(f"{SITE}/b").status == 200
    assert found.urls == [ROBOTS, f"{SITE}/b"]


@pytest.mark.parametrize(
    ("reply", "wait"),
    [
        (answer(status=429), SHUT),
        (answer(status=429, Retry_After="60"), timedelta(seconds=60)),
        (answer(status=503, Retry_After="60"), timedelta(seconds=60)),
        (Unreachable(f"{SITE}/a", "no answer"), SHUT),
    ],
)
def test_a_site_that_wants_no_more_questions_is_left_alone(reply: object, wait: timedelta) -> None:
    found = web(a=reply)
    visitor = Visitor(found.world)
    with pytest.raises(Later):
        visitor.page(f"{SITE}/a")
    asked = len(found.asked)
    with pytest.raises(Later, match=r"the site is left alone until 12:\d\d UTC: "):
        visitor.page(f"{SITE}/b")
    assert len(found.asked) == asked
    assert visitor.page(f"{OTHER}/a").status == 200
    found.time = START + wait + timedelta(seconds=10)
    assert visitor.page(f"{SITE}/b").status == 200


def test_a_page_that_fails_alone_does_not_shut_its_site() -> None:
    visitor = Visitor(web(a=answer(status=500)).world)
    with pytest.raises(Later, match="the server answers 500"):
        visitor.page(f"{SITE}/a")
    assert visitor.page(f"{SITE}/b").status == 200


@pytest.mark.parametrize(
    ("status", "error"),
    [(404, SourceMissing), (410, Gone), (403, SourceUnreadable), (500, Later), (302, SourceUnreadable)],
)
def test_an_answer_that_brings_nothing_is_an_error(status: int, error: type[Exception]) -> None:
    with pytest.raises(error, match=f"the server answers {status}"):
        Visitor(web(a=answer(status=status)).world).page(f"{SITE}/a")


def test_a_feed_is_asked_for_without_asking_robots() -> None:
    found = web(robots_txt=answer("User-agent: *\nDisallow: /"), feed_xml=answer(status=304))
    known = Known(etag='"1"')
    assert Visitor(found.world).feed(f"{SITE}/feed.xml", known).status == 304
    assert [(url, what) for url, _, what in found.asked] == [(f"{SITE}/feed.xml", known)]
