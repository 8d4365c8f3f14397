"""All that a ledger attributes, but for what a person called wrong or corrected, read in batches of articles, so that
memory does not grow with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.across import Account
from twosource.ledger import View
from twosource.ledger.aside import counting
from twosource.ledger.reading import batches
from twosource.records import Article

_ARTICLES = 100


@dataclass(frozen=True, slots=True)
class Batch:
    """Current ``articles``; ``inside`` has the ids of each one's attributions in the order of its text, without those
    that do not count, ``accounts`` the attributions by id, ``speaker_of`` the id of the source at the end of their
    chains, where they have one."""

    articles: Sequence[Article]
    inside: Mapping[str, Sequence[str]]
    accounts: Mapping[str, Account]
    speaker_of: Mapping[str, str]


def walk(view: View) -> Iterator[Batch]:
    """Every current article with what is attributed in it, by time of publication."""
    for articles in batches(view.articles(), size=_ARTICLES):
        inside = counting(view, [article.id for article in articles])
        accounts = view.accounts(one for own in inside.values() for one in own)
        yield Batch(articles, inside, accounts, view.speaker_of(accounts.values()))
