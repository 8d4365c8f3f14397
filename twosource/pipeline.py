"""The stages in order on one machine."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from twosource import upkeep
from twosource.across import Change
from twosource.attribute import attribute
from twosource.changes import noticing
from twosource.errors import SourceError
from twosource.ledger import Added, Ledger, Trying
from twosource.model.pairs import PairReader, Reader
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


def add(
    sources: Iterable[str],
    ledger: Ledger,
    *,
    on_error: Callable[[SourceError], None],
    on_read: Callable[[Article], None] | None = None,
    threads: int = 1,
    published: str | None = None,
) -> Iterator[tuple[Article, Added]]:
    """Each article of ``sources`` as it is added to ``ledger``, each in a transaction of its own: what has been given
    is there, whatever happens afterwards. One that is there already is not attributed anew, and may come a little
    early or late; all others come in the order given. What cannot be read is kept in the ledger until it can be.
    """
    trying = Trying(ledger)

    def failed(error: SourceError) -> None:
        trying.failed(error)
        on_error(error)

    def read(article: Article) -> None:
        trying.read(article)
        if on_read:
            on_read(article)

    articles = _read(sources, on_error=failed, on_read=read, published=published)
    yield from add_articles(articles, ledger, reader=PairReader(threads=threads), threads=threads)


def add_articles(
    articles: Iterable[Article],
    ledger: Ledger,
    *,
    reader: Reader,
    threads: int = 1,
    on_changes: Callable[[list[Change]], None] | None = None,
) -> Iterator[tuple[Article, Added]]:
    """The same for ``articles`` that were read elsewhere. ``on_changes`` hears what each that is new changed, before
    the article is given; it is kept in the ledger in any case."""
    sides = upkeep.Sides()
    known: deque[tuple[Article, Added]] = deque()

    def new() -> Iterator[Article]:
        for article in articles:
            if _is_there(ledger, article):
                known.append((article, Added(status="known", article_id=article.id)))
            else:
                yield article

    for article, attributions in attribute(new(), threads=threads):
        with ledger.write() as writer, ledger.view() as before:
            added = upkeep.add(writer, article, attributions, reader=reader, sides=sides)
            changed = noticing(before, writer, added)
        if on_changes:
            on_changes(changed)
        yield article, added
        while known:
            yield known.popleft()
    yield from known


def _is_there(ledger: Ledger, article: Article) -> bool:
    with ledger.view() as view:
        return view.article(article.id) is not None


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
