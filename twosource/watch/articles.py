"""The article of an entry: what the feed carries where that is all of it, else the page that it leads to."""

from __future__ import annotations

from dataclasses import replace

from twosource.errors import NoArticle, SourceError, UnsupportedLanguage
from twosource.read import in_english, read_raw
from twosource.read.fetch import raw
from twosource.records import Article
from twosource.watch.feeds import Item
from twosource.watch.visits import Later, Visitor


def article(item: Item, visitor: Visitor) -> Article:
    """The article of ``item``. Where its page may not or cannot be read, what the feed carries of it has to do; a
    :class:`SourceError` where that is no article. :class:`Later` where the page may be there another time."""
    if item.article and item.whole:
        return _read(in_english(item.article))
    if not item.url:
        return _carried(item, NoArticle(item.title or "entry", "leads to no page, and the feed has no text of it"))
    try:
        return _completed(_page(item.url, visitor), item)
    except (Later, UnsupportedLanguage):
        raise
    except SourceError as error:
        return _carried(item, error)


def _page(url: str, visitor: Visitor) -> Article:
    found = list(read_raw(raw(visitor.page(url), source=url)))
    errors = [one for one in found if isinstance(one, SourceError)]
    return next((one for one in found if isinstance(one, Article)), None) or _read(errors[0])


def _carried(item: Item, error: SourceError) -> Article:
    if item.article is None:
        raise error
    return _read(in_english(item.article))


def _read(found: Article | SourceError) -> Article:
    if isinstance(found, SourceError):
        raise found
    return found


def _completed(page: Article, item: Item) -> Article:
    """What a page does not say of itself, the feed may: when it was published, whose it is, at which address."""
    carried = item.article
    return replace(
        page,
        url=page.url or item.url,
        title=page.title or item.title,
        published=page.published or item.published,
        outlet=page.outlet or (carried.outlet if carried else None),
    )
