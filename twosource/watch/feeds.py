"""A feed as a watcher sees it: its entries, and how often it wants to be asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from html.parser import HTMLParser
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from twosource.errors import SourceUnreadable
from twosource.read import feed as reading
from twosource.read import sniff, times
from twosource.read.linked_data import clean
from twosource.read.sources import Raw
from twosource.records import Article, content_id

WHOLE = 100
"""Words from which the text of an entry is taken for all of the article: teasers of feeds have 60 at most, and a short
news item as many as this."""

_TORN = re.compile(r"(?:…|\.\.\.|\[\s*…\s*\]|\bread (?:more|on|the full \w+)|\bcontinue reading)\W*\Z", re.IGNORECASE)
_PERIODS = {
    "hourly": timedelta(hours=1),
    "daily": timedelta(days=1),
    "weekly": timedelta(weeks=1),
    "monthly": timedelta(days=30),
    "yearly": timedelta(days=365),
}
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry. ``key`` tells it from others; ``article`` is what the feed itself carries of it, if it is a sentence at
    least, and ``whole`` whether that is all of it."""

    key: str
    url: str | None
    title: str | None
    published: str | None
    article: Article | None
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The ``items`` of a feed, oldest first as far as they say when they are from; ``pause`` is the time between two
    looks that the feed asks for."""

    items: tuple[Item, ...]
    pause: timedelta | None


def contents(raw: Raw) -> Contents:
    """What is in a feed; :class:`SourceUnreadable` where it is none, with the feeds that it names where it is a
    page."""
    import feedparser

    kind = sniff.kind(raw.data, source=raw.source, media_type=raw.media_type)
    if kind != "feed":
        raise SourceUnreadable(raw.source, _no_feed(raw, page=kind == "html"))
    found = feedparser.parse(BytesIO(raw.data), sanitize_html=False, resolve_relative_uris=False)
    if found.bozo and not found.entries and not found.feed:
        raise SourceUnreadable(raw.source, " ".join(f"damaged feed ({found.bozo_exception})".split()))
    items = [_item(entry, found.feed, raw) for entry in found.entries]
    items.sort(key=lambda item: item.published or "9999")
    return Contents(items=tuple({item.key: item for item in items}.values()), pause=_pause(found.feed))


def _no_feed(raw: Raw, *, page: bool) -> str:
    named = list(alternates(sniff.decode(raw.data, declared=raw.charset, source=raw.source), base=raw.url or ""))
    if page and named:
        return f"is a page and no feed; it names {', '.join(named)}"
    return "is a page and no feed, and names none" if page else "is no feed of RSS or Atom"


def _item(entry: Mapping[str, Any], feed: Mapping[str, Any], raw: Raw) -> Item:
    link = clean(entry.get("link"))
    url = urljoin(raw.url or "", link) if link else None
    title, published = clean(entry.get("title")), times.from_machine(entry.get("published") or entry.get("updated"))
    article = reading.of_entry({**entry, "link": url}, feed, source=url or raw.source, url=raw.url)
    return Item(
        key=content_id("entry", str(entry.get("id") or url or f"{title} {published}")),
        url=url if url and url.startswith(("http://", "https://")) else None,
        title=title,
        published=published,
        article=article,
        whole=article is not None and len(article.text.split()) >= WHOLE and not _TORN.search(article.text),
    )


def _pause(feed: Mapping[str, Any]) -> timedelta | None:
    """By ``ttl`` (RSS, in minutes) and ``sy:updatePeriod``, the longer."""
    asked = []
    if re.fullmatch(r"\d{1,6}", ttl := str(feed.get("ttl") or "").strip()):
        asked.append(timedelta(minutes=int(ttl)))
    if period := _PERIODS.get(str(feed.get("sy_updateperiod") or "").strip().lower()):
        often = str(feed.get("sy_updatefrequency") or "1").strip()
        asked.append(period / max(1, int(often) if re.fullmatch(r"\d{1,6}", often) else 1))
    return max(asked, default=None)


def alternates(page: str, *, base: str) -> Iterator[str]:
    """The feeds that a page names in ``<link rel="alternate">``, each once."""
    found = _Links(base)
    found.feed(page)
    yield from dict.fromkeys(found.feeds)


class _Links(HTMLParser):
    def __init__(self, base: str) -> None:
        super().__init__()
        self._base = base
        self.feeds: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at ``<base>`` and ``<link>``."""
        given = {name: value or "" for name, value in attrs}
        if tag == "base" and given.get("href"):
            self._base = urljoin(self._base, given["href"])
        alternate = tag == "link" and "alternate" in given.get("rel", "").lower().split()
        if alternate and given.get("href") and given.get("type", "").strip().lower() in _FEED_TYPES:
            self.feeds.append(urljoin(self._base, given["href"].strip()))
