"""The stages in order on one machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from twosource.attribute import attribute
from twosource.errors import SourceError
from twosource.read import read_all
from twosource.records import Article, Attribution


def extract(
    sources: Iterable[str],
    *,
    on_error: Callable[[SourceError], None],
    on_read: Callable[[Article], None] | None = None,
    threads: int = 1,
    published: str | None = None,
    min_confidence: float = 0.0,
) -> Iterator[tuple[Article, tuple[Attribution, ...]]]:
    """Each article of ``sources`` with its attributions, in the order given; a source that fails goes to ``on_error``.

    ``published`` is the day for articles that do not say when they were published. ``on_read`` hears of each article
    before the network sees it.
    """
    articles = _read(sources, on_error=on_error, on_read=on_read, published=published)
    for article, attributions in attribute(articles, threads=threads):
        yield article, tuple(found for found in attributions if found.confidence >= min_confidence)


def _read(
    sources: Iterable[str],
    *,
    on_error: Callable[[SourceError], None],
    on_read: Callable[[Article], None] | None,
    published: str | None,
) -> Iterator[Article]:
    for article in read_all(sources, on_error=on_error):
        if on_read:
            on_read(article)
        yield article if article.published else replace(article, published=published)
