"""What is longer, deeper or larger than anybody writes ends in one line."""

from __future__ import annotations

import gzip
import json

import pytest

from fuzz.made.bombs import feed, laughs, packed, response
from twosource.errors import SourceError, SourceTooLarge
from twosource.read import in_english, limits, read_raw, readers
from twosource.read.sources import Raw
from twosource.records import Article

SENTENCE = "A dam burst above the town of Farholm on Monday, officials said. "
LONG = (SENTENCE * (limits.LONGEST // len(SENTENCE) + 1))[: limits.LONGEST + 1]
TOO_LONG = "an article of 1.0 million characters; the limit is 1 million"


def results(data: bytes, name: str = "dam") -> list[Article | SourceError]:
    return list(read_raw(Raw(source=name, data=data)))


def test_an_article_as_long_as_may_be_is_read():
    (article,) = results(LONG[: limits.LONGEST].encode())
    assert isinstance(article, Article)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (LONG.encode(), f"dam: {TOO_LONG}"),
        (json.dumps({"text": LONG}).encode(), f"dam: line 1: {TOO_LONG}"),
        (packed(51), "dam: unpacks to more than 50 MB"),
        (gzip.compress(packed(1), mtime=0), "dam: binary file, not text, HTML, PDF, a feed, WARC or JSONL"),
        (b'{"text": ' + b"[" * 100_000, "dam: line 1: not JSON (nested too deeply)"),
        (b'[{"text": ' + b"[" * 100_000, "dam: not JSON (nested too deeply)"),
        (b'{"text": ' + b"9" * 5000 + b"}", "dam: line 1: not JSON"),
    ],
    ids=["text", "jsonl", "gzip", "gzip twice", "depth", "array", "number"],
)
def test_refused_in_one_line(data, said):
    (error,) = results(data)
    assert isinstance(error, SourceError)
    assert str(error).startswith(said)
    assert len(str(error).splitlines()) == 1


def test_a_bad_line_leaves_the_others():
    lines = [
        json.dumps({"text": SENTENCE}),
        '{"text": ' + "[" * 100_000,
        json.dumps({"text": LONG}),
        json.dumps({"text": SENTENCE}),
    ]
    found = results("\n".join(lines).encode(), "dam.jsonl")
    assert [isinstance(one, Article) for one in found] == [True, False, False, True]


def test_a_page_too_long_is_refused_after_it_was_read():
    article = Article(text=LONG, paragraphs=((0, len(LONG)),), source="dam")
    found = in_english(article)
    assert isinstance(found, SourceTooLarge)
    assert found.reason == TOO_LONG


def test_entities_in_entities_are_not_unfolded():
    (article,) = readers.articles(Raw(source="feed", data=laughs(10)), "feed")
    assert len(article.text) < 1000


def test_an_answer_that_unpacks_to_too_much_leaves_those_behind_it():
    page = f"<html><p>{SENTENCE * 3}</p></html>".encode()
    bomb = response(packed(60), b"Content-Encoding: gzip\r\n")
    found = results(b"".join([response(page), bomb, response(page), bomb, response(page), bomb]), "crawl")
    assert [str(one) if isinstance(one, SourceError) else "read" for one in found] == [
        *("read", "crawl: https://a.example/: unpacks to more than 50 MB"),
        *("read", "crawl: https://a.example/: unpacks to more than 50 MB"),
        *("read", "crawl: https://a.example/: unpacks to more than 50 MB"),
    ]


@pytest.mark.parametrize(
    "items",
    [
        "<item><description>&#2; dam burst above Farholm, the officials said on Monday.</description></item>",
        "<item><description>&lt;html&gt;&lt;head&gt;&lt;/head&gt;A dam burst above Farholm, x.</description></item>",
        "<item><link>http://[m</link><description>A dam burst above Farholm, officials said.</description></item>",
        "<item><description>\x0cA dam burst above Farholm,\x00 officials said.</description></item>",
    ],
    ids=["control", "page", "address", "zero"],
)
def test_strange_entries_are_read(items):
    (article,) = readers.articles(Raw(source="feed", data=feed(items)), "feed")
    assert "dam burst above Farholm," in article.text


@pytest.mark.parametrize(
    "data",
    [b"<channel<item<link</item</link>", b"<?encoding='\xff'?>", b"<l<rss>&#xd800;", b"<l<rss<&#9999999;"],
    ids=["link", "encoding", "surrogate", "beyond"],
)
def test_what_fails_in_the_parser_is_a_damaged_feed(data):
    with pytest.raises(SourceError, match=r"^feed: .*feed"):
        list(_raised(readers.articles(Raw(source="feed", data=data), "feed")))


def _raised(found):
    for one in found:
        if isinstance(one, SourceError):
            raise one
        yield one
