"""RSS and Atom → articles: one an entry, of its full content where the feed carries it, else of its teaser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from twosource.errors import NoArticle, SourceError, SourceUnreadable
from twosource.read import bylines, furniture, metadata, outlets, paragraphs, times
from twosource.read.body import fragment
from twosource.read.linked_data import clean
from twosource.records import Article


def articles(data: bytes, *, source: str = "-", url: str | None = None) -> Iterator[Article | SourceError]:
    """The entries that hold at least a sentence. The title of an entry is its headline and so opens its text."""
    feed = parsed(data, source=source)
    if not feed.entries:
        why = f"damaged feed ({feed.bozo_exception})" if feed.bozo else "feed without entries"
        yield (SourceUnreadable if feed.bozo else NoArticle)(source, " ".join(why.split()))
        return
    found = False
    for entry in feed.entries:
        article = of_entry(entry, feed.feed, source=source, url=url)
        if article is not None:
            found = True
            yield article
    if not found:
        yield NoArticle(source, "feed of headlines only, without article text")


def parsed(data: bytes, *, source: str) -> Any:
    """What feedparser makes of a feed. It stands much, and fails on some of what is no XML in ways of its own: those
    are a :class:`SourceUnreadable` too."""
    import feedparser

    try:
        return feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:
        raise SourceUnreadable(source, f"damaged feed ({type(error).__name__})") from error


def of_entry(entry: Mapping[str, Any], feed: Mapping[str, Any], *, source: str, url: str | None) -> Article | None:
    """The article that an entry of ``feed``, as feedparser gives both, carries itself; ``None`` for a headline."""
    title = clean(entry.get("title"))
    shown = fragment(content(entry), title=title)
    if not any(furniture.is_sentence(line) or furniture.words(line) >= furniture.PROSE_WORDS for line in shown.lines):
        return None
    text, spans = paragraphs.join([title or "", *shown.lines])
    signed = _signed(entry)
    address = clean(entry.get("link"))
    return Article(
        text=text,
        paragraphs=spans,
        url=address,
        title=title,
        language=_language(entry, feed),
        outlet=_outlet(entry, feed) or outlets.of_url(address or url),
        authors=signed.authors,
        credits=bylines.unique((*signed.credits, *shown.credits)),
        published=times.from_machine(entry.get("published")),
        modified=_modified(entry),
        media_type="text/html",
        captions=shown.captions,
        source=source,
    )


def _modified(entry: Mapping[str, Any]) -> str | None:
    """When the entry says that it was changed. Asked as of a plain dict: feedparser's own gives ``published``
    instead."""
    updated = dict(entry).get("updated")
    return times.from_machine(updated) if updated != entry.get("published") else None


def content(entry: Mapping[str, Any]) -> str:
    """The longest of what the entry carries: feeds put the article into ``content`` and a teaser into ``summary``, or
    the other way round."""
    parts = [*entry.get("content", ()), {"value": entry.get("summary")}]
    return str(max((part.get("value") or "" for part in parts), key=len))


def _signed(entry: Mapping[str, Any]) -> bylines.Byline:
    names = [str(author.get("name", "")) for author in entry.get("authors", ()) if author] or [
        str(entry.get("author", ""))
    ]
    found = [bylines.byline(name) for name in names]
    return bylines.Byline(
        bylines.unique(author for one in found for author in one.authors),
        bylines.unique(agency for one in found for agency in one.credits),
    )


def _outlet(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> str | None:
    own = (entry.get("source") or {}).get("title")
    title = clean(own or feed.get("title"))
    return metadata.without_section(title) if title else None


def _language(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> str | None:
    named = entry.get("language") or feed.get("language") or ""
    return str(named)[:2].lower() or None
