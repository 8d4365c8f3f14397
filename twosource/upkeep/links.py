"""Links of an article's accounts to those of the articles near it, and to one another.

A link counts while both of its ends do. Until then it is kept beside, so that a person who takes a verdict back brings
back what was there, without anything being read anew.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from twosource import making
from twosource.across import Link
from twosource.ledger import View, Writer
from twosource.ledger.aside import aside
from twosource.link.near import SHARED, Profile, asked_keys, day_of, kept_keys, near_in_time, profile
from twosource.model.pairs import Reader
from twosource.records import Article
from twosource.upkeep.forms import all_links, forms, links_of
from twosource.upkeep.sides import Sides

SPACE = "article"

WAITING = "waiting"
"""A link that does not count ("left right relation") → its ends, and the link as JSON."""


def find(writer: Writer, article_id: str, *, reader: Reader, sides: Sides) -> None:
    """Link the accounts of an article that became current."""
    article = writer.article(article_id)
    assert article is not None
    own = profile(article)
    others = _near(writer, own)
    writer.put_keys(SPACE, {article_id: kept_keys(own)})
    mine, *near_ones = forms(writer, [article_id, *others], sides)
    found = list(all_links(mine, mine, reader.read))
    for other in near_ones:
        found.extend(all_links(mine, other, reader.read))
    _put(writer, found)


def find_at(writer: Writer, new: str, article: Article, *, reader: Reader, sides: Sides) -> None:
    """Link a correction that was added to a current article."""
    mine, *near_ones = forms(writer, [article.id, *_near(writer, profile(article))], sides)
    (own,) = (one for one in mine.corrections if one.id == new)
    found = list(links_of(own, mine, mine, reader.read))
    for other in near_ones:
        found.extend(links_of(own, mine, other, reader.read))
    _put(writer, found)


def forget(writer: Writer, articles: Iterable[str], accounts: Collection[str]) -> None:
    """Remove the links of ``accounts``, and what lets their ``articles`` be found."""
    writer.drop_links_at(accounts)
    writer.drop_keys(WAITING, _waiting(writer, accounts))
    writer.drop_keys(SPACE, articles)


def withhold(writer: Writer, accounts: Collection[str]) -> None:
    """Keep the links of ``accounts`` beside: they count no longer."""
    found = writer.links_at(accounts)
    writer.drop_links_at(accounts)
    _put(writer, found)


def restore(writer: Writer, accounts: Collection[str]) -> None:
    """Bring back the links of ``accounts``, which count again, to others that count."""
    waiting = _waiting(writer, accounts)
    found = [_unpacked(keys) for keys in writer.keys(WAITING, waiting).values()]
    writer.drop_keys(WAITING, waiting)
    _put(writer, found)


def _put(writer: Writer, found: Collection[Link]) -> None:
    """Keep links, those with an end that does not count beside."""
    found = [replace(link, made_by=link.made_by or making.made_by()) for link in found]
    out = aside(writer, sorted({end for link in found for end in (link.left, link.right)}))
    writer.put_links(link for link in found if not {link.left, link.right} & out.keys())
    held = [link for link in found if {link.left, link.right} & out.keys()]
    writer.put_keys(WAITING, {f"{one.left} {one.right} {one.relation}": _packed(one) for one in held})


def _waiting(view: View, accounts: Collection[str]) -> list[str]:
    return sorted(set().union(*view.items(WAITING, sorted(accounts)).values()))


def _packed(link: Link) -> set[str]:
    return {link.left, link.right, json.dumps(link.as_dict(), sort_keys=True, separators=(",", ":"))}


def _unpacked(keys: Iterable[str]) -> Link:
    fields = json.loads(next(key for key in keys if key.startswith("{")))
    return Link(**{**fields, "reasons": tuple(fields["reasons"])})


def _near(view: View, own: Profile) -> list[str]:
    """The articles near ``own``, sorted. Each of its terms is under one of the keys asked for, so that the keys in
    common are the terms in common."""
    shared: Counter[str] = Counter()
    for items in view.items(SPACE, sorted(asked_keys(own))).values():
        shared.update(items)
    likely = [item for item, count in shared.items() if count >= SHARED and item != own.article]
    return sorted(other.id for other in view.articles(likely) if near_in_time(own.day, day_of(other)))
