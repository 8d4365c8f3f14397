"""Made-up accounts: a sentence in an article of its own, or several in one."""

from __future__ import annotations

from typing import Any

from twosource.across import Account, Source
from twosource.origins import Standing, origins, shared
from twosource.records import Article, Attribution, Mention


def article(
    text: str, *, outlet: str | None = "Hill Post", published: str | None = "2025-03-04", **more: Any
) -> Article:
    """An article whose paragraphs are those between blank lines."""
    spans, start = [], 0
    for part in text.split("\n\n"):
        spans.append((start, start + len(part)))
        start += len(part) + 2
    return Article(text=text, paragraphs=tuple(spans), outlet=outlet, published=published, **more)


def said(where: Article, words: str, *chain: Mention, **more: Any) -> Account:
    """The account of ``words``, which stand in the article once."""
    assert where.text.count(words) == 1, words
    start = where.text.index(words)
    content = ((start, start + len(words)),)
    return Account(article=where, attribution=Attribution(article_id=where.id, content=content, chain=chain, **more))


def person(name: str, role: str | None = None, affiliation: str | None = None) -> Mention:
    """Somebody by name."""
    return Mention(name=name, kind="person", anonymity="named", role=role, affiliation=affiliation)


def body(name: str) -> Mention:
    """A body of a state by name."""
    return Mention(name=name, kind="government", anonymity="named")


def unnamed(role: str, affiliation: str | None = None) -> Mention:
    """Somebody who will not be named."""
    return Mention(name=None, kind="person", anonymity="unnamed", role=role, affiliation=affiliation)


def group(role: str) -> Mention:
    """Several people together."""
    return Mention(name=None, kind="collective", anonymity="collective", role=role)


def outlet(name: str) -> Mention:
    """An outlet that is cited."""
    return Mention(name=name, kind="outlet", anonymity="named")


DIVERS = "divers found four bodies in the car deck"
FOUR = "four people were dead"


def standing(*accounts: Account, **more: Any) -> Standing:
    """The standing of ``accounts`` of one proposition, with the copies that their articles are."""
    articles = {account.article.id: account.article for account in accounts}
    found = [copy for a in articles.values() for b in articles.values() if a.id < b.id for copy in shared(a, b)]
    return origins(accounts, proposition="p", **{"source_of": nobody, "copies": found, **more})


def nobody(_attribution: str, _place: int) -> Source | None:
    """Nothing is resolved."""
    return None


def parts(found: Standing) -> list[list[str]]:
    """The ids of each origin's accounts."""
    return [list(origin.attributions) for origin in found.origins]


def report(name: str, words: str = FOUR, **more: Any) -> Article:
    """An article of an outlet of its own, in words of its own around ``words``."""
    return article(
        f"News of the ferry from {name}\n\nIt was known at {name} by noon that {words}.", outlet=name, **more
    )


HILL, BAY, DALE = (report(name) for name in ("Hill Post", "Bay Courier", "Dale News"))
RUTH, OMAR = person("Ruth Hale", "harbour master"), person("Omar Stern")
