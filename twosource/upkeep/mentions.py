"""Mentions that people judged, and the signatures that they have for it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cached_property

from twosource.across import Account, Anchor, Judgement, Source, in_force
from twosource.records import Article, Mention, Span
from twosource.resolve import Signature, alone, signature, taken_out

Place = tuple[str, int]
"""An attribution's id and a place in its chain."""

Where = tuple[str, Span]
"""An article's id and the span of a mention in it."""


def mention_at(accounts: Iterable[Account], span: Span) -> set[Place]:
    """The mentions of ``accounts`` that stand at ``span``."""
    return {
        (account.id, place)
        for account in accounts
        for place, mention in enumerate(account.attribution.chain)
        if mention.span == span
    }


class Spoken:
    """What people judged about sources, among the accounts that count: ``find`` gives those of an article."""

    def __init__(self, judgements: Iterable[Judgement], find: Callable[[str], Iterable[Account]]) -> None:
        self.judgements = [one for one in judgements if one.about == "source" or one.verdict == "withdrawn"]
        self._find = find

    @cached_property
    def places(self) -> dict[Where, str]:
        """The signatures of the mentions that judgements point at."""
        return {where: self.signature(*told).id for where, told in self._told.items()}

    def signature(self, mention: Mention, article: Article) -> Signature:
        """That of ``mention`` in ``article``: one of its own where a person took it out of the rest."""
        if mention.span and (article.id, mention.span) in self._out:
            return alone(mention, article=article)
        return signature(mention, article=article)

    def settled(self, found: Source) -> bool:
        """Whether somebody judged a source as a whole: that it is right, or that they cannot tell."""
        return any(one.left.record == found.id or one.left.name in (found.name, *found.names) for one in self._whole)

    @cached_property
    def _whole(self) -> list[Judgement]:
        verdicts = ("right", "unsure")
        return [one for one in in_force(self.judgements) if one.verdict in verdicts and one.right is None]

    def depending(self, articles: Collection[str]) -> set[Place]:
        """The mentions whose signature depends on what stands in ``articles``: those called another than one there."""
        pairs = ((_where(one.left), _where(one.right)) for one in self.judgements)
        wanted = {left for left, right in pairs if left and right and right[0] in articles}
        return {place for article, span in wanted for place in mention_at(self._find(article), span)}

    @cached_property
    def _out(self) -> frozenset[Where]:
        by_words = {where: signature(mention, article=article).id for where, (mention, article) in self._told.items()}
        return taken_out(self.judgements, by_words)

    @cached_property
    def _told(self) -> dict[Where, tuple[Mention, Article]]:
        """The mentions that judgements point at, each with its article."""
        wanted = {where for one in self.judgements for end in (one.left, one.right) if (where := _where(end))}
        return {
            (article, mention.span): (mention, account.article)
            for article in sorted({article for article, _ in wanted})
            for account in self._find(article)
            for mention in account.attribution.chain
            if mention.span and (article, mention.span) in wanted
        }


def _where(end: Anchor | None) -> Where | None:
    return (end.article, end.span) if end and end.article and end.span else None
