"""What adding came to, in words: a line an article, and the sum."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from twosource.export.words import plain
from twosource.records import Article

_TOLD = {
    "new": "new",
    "known": "known",
    "address": "known, at another address",
    "reprint": "new, a reprint",
    "version": "newer version",
    "older": "older version",
}


class Added(Protocol):
    """What a ledger says of one article that was added."""

    @property
    def status(self) -> str:
        """One of ``new``, ``known``, ``address``, ``reprint``, ``version`` and ``older``."""
        ...

    @property
    def arrived(self) -> tuple[str, ...]:
        """The attributions that became current."""
        ...


def line(article: Article, added: Added) -> str:
    """``newer version  14 statements  Halyard News Agency · Blast at Port Ansel …``"""
    count = f"{len(added.arrived):3} statement{' ' if len(added.arrived) == 1 else 's'}"
    named = " · ".join(plain(part) for part in (article.outlet, article.title) if part) or plain(article.source)
    return f"{_TOLD[added.status]:14} {count}  {named}\n"


def total(where: str, counts: Mapping[str, int]) -> str:
    """``twosource.db: 12 articles, 153 statements in 105 propositions, 68 sources``"""
    articles, statements, propositions, sources = (
        f"{counts[name]:,} {noun}{'' if counts[name] == 1 else 's'}"
        for name, noun in (
            ("articles", "article"),
            ("attributions", "statement"),
            ("propositions", "proposition"),
            ("sources", "source"),
        )
    )
    return f"{plain(where)}: {articles}, {statements} in {propositions}, {sources}\n"
