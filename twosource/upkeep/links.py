"""Links of an article's accounts to those of the articles near it, and to one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from twosource.across import Link
from twosource.ledger import View, Writer
from twosource.link.near import SHARED, Profile, asked_keys, day_of, kept_keys, near_in_time, profile
from twosource.link.pairs import links
from twosource.model.pairs import Reader
from twosource.upkeep.sides import Sides

SPACE = "article"


def find(writer: Writer, article_id: str, *, reader: Reader, sides: Sides) -> None:
    """Link the accounts of an article that became current."""
    article = writer.article(article_id)
    assert article is not None
    own = profile(article)
    others = _near(writer, own)
    writer.put_keys(SPACE, {article_id: kept_keys(own)})
    side, *near_ones = sides.of(writer, [article_id, *others])
    found: list[Link] = list(links(side, side, reader.read))
    for other in near_ones:
        found.extend(links(side, other, reader.read))
    writer.put_links(found)


def forget(writer: Writer, articles: Iterable[str], accounts: Collection[str]) -> None:
    """Remove the links of ``accounts``, and what lets their ``articles`` be found."""
    writer.drop_links_at(accounts)
    writer.drop_keys(SPACE, articles)


def _near(view: View, own: Profile) -> list[str]:
    """The articles near ``own``, sorted. Each of its terms is under one of the keys asked for, so that the keys in
    common are the terms in common."""
    shared: Counter[str] = Counter()
    for items in view.items(SPACE, sorted(asked_keys(own))).values():
        shared.update(items)
    likely = [item for item, count in shared.items() if count >= SHARED and item != own.article]
    return sorted(other.id for other in view.articles(likely) if near_in_time(own.day, day_of(other)))
