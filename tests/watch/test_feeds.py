from __future__ import annotations

from datetime import timedelta

import pytest

from tests.support import STORY
from twosource.errors import SourceUnreadable
from twosource.read.sources import Raw
from twosource.watch.feeds import WHOLE, alternates, contents

WORDS = "The mayor said on Monday that the mill had burned down. " * 20
BASE = "https://hillpost.example/news/feed.xml"


def raw(text: str, kind: str = "application/rss+xml") -> Raw:
    return Raw(source=BASE, data=text.encode(), url=BASE, media_type=kind)


def rss(items: str, extra: str = "") -> Raw:
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
    return raw(f'<rss version="2.0" {spaces}><channel><title>Hill Post</title>{extra}{items}</channel></rss>')


def test_entries_come_oldest_first_each_once() -> None:
    items = (
        "<item><title>B</title><link>/b</link><pubDate>Wed, 05 Mar 2025 12:00:00 GMT</pubDate></item>"
        "<item><title>A</title><link>/a</link><pubDate>Wed, 05 Mar 2025 11:00:00 GMT</pubDate></item>"
        "<item><title>B again</title><link>/b</link></item><item><title>C</title></item>"
    )
    found = contents(rss(items)).items
    assert [(item.title, item.url) for item in found] == [
        ("A", "https://hillpost.example/a"),
        ("B again", "https://hillpost.example/b"),
        ("C", None),
    ]
    assert len({item.key for item in found}) == 3


def test_an_entry_is_known_by_its_id_whatever_becomes_of_the_rest() -> None:
    one, other = (
        contents(rss(f"<item><guid>7</guid><title>{title}</title><link>{link}</link></item>")).items[0]
        for title, link in (("A", "/a"), ("A, updated", "/a?utm_source=rss"))
    )
    assert one.key == other.key


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (WORDS, True),
        (WORDS + " […]", False),
        (WORDS + " Read more", False),
        (WORDS + " Continue reading →", False),
        ("The mayor said on Monday that the mill had burned down.", False),
    ],
)
def test_whether_a_feed_has_the_whole_text(text: str, whole: bool) -> None:
    (item,) = contents(
        rss(f"<item><title>A</title><link>/a</link><content:encoded>{text}</content:encoded></item>")
    ).items
    assert item.article is not None
    assert item.whole is whole
    assert item.article.url == "https://hillpost.example/a"


def test_a_headline_is_no_article() -> None:
    (item,) = contents(rss("<item><title>Mill fire</title><link>/a</link></item>")).items
    assert item.article is None
    assert not item.whole


def test_the_example_feed_is_of_whole_articles() -> None:
    path = STORY / "08-radio-ansel.xml"
    found = contents(Raw(source=str(path), data=path.read_bytes())).items
    assert [(item.published, item.whole) for item in found] == [
        ("2025-03-05T19:20:00+02:00", True),
        ("2025-03-06T07:45:00+02:00", True),
    ]
    assert all(item.article and len(item.article.text.split()) > WHOLE for item in found)


@pytest.mark.parametrize(
    ("extra", "pause"),
    [
        ("", None),
        ("<ttl>60</ttl>", timedelta(hours=1)),
        ("<ttl>soon</ttl>", None),
        ("<sy:updatePeriod>hourly</sy:updatePeriod>", timedelta(hours=1)),
        ("<sy:updatePeriod> daily </sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", timedelta(hours=6)),
        ("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", timedelta(days=1)),
        ("<sy:updatePeriod>often</sy:updatePeriod>", None),
        ("<ttl>30</ttl><sy:updatePeriod>hourly</sy:updatePeriod>", timedelta(hours=1)),
    ],
)
def test_how_often_a_feed_wants_to_be_asked(extra: str, pause: timedelta | None) -> None:
    assert contents(rss("<item><title>A</title></item>", extra)).pause == pause


def test_a_feed_without_entries_is_one() -> None:
    assert contents(rss("")).items == ()


PAGE = """<!doctype html><html><head><base href="/feeds/">
<LINK REL="alternate" TYPE="application/rss+xml" title="News" href="news.xml">
<link rel="Alternate feed" type="application/atom+xml" href="https://other.example/atom">
<link rel="alternate" type="application/rss+xml" href="news.xml"><link rel="alternate" hreflang="fr" href="/fr">
<link rel="stylesheet" type="application/rss+xml" href="no.xml"><link rel="alternate" type="application/rss+xml">
</head><body><p>News</p></body></html>"""


def test_a_page_names_its_feeds() -> None:
    assert list(alternates(PAGE, base=BASE)) == [
        "https://hillpost.example/feeds/news.xml",
        "https://other.example/atom",
    ]


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (
            raw(PAGE, "text/html"),
            "is a page and no feed; it names https://hillpost.example/feeds/news.xml, https://other",
        ),
        (raw("<!doctype html><p>News</p>", "text/html"), "is a page and no feed, and names none"),
        (raw("News of the day", "text/plain"), "is no feed of RSS or Atom"),
        (raw('{"version": "https://jsonfeed.org/version/1.1"}', "application/json"), "is no feed of RSS or Atom"),
        (raw("<rss><channel></oops>"), "damaged feed"),
        (raw("%PDF-1.4", "application/pdf"), "is no feed"),
    ],
)
def test_what_is_no_feed(given: Raw, reason: str) -> None:
    with pytest.raises(SourceUnreadable, match=reason):
        contents(given)
