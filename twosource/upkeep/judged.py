"""What people judged, read from a ledger as far as it is asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from twosource.across import Account, Anchor, Judgement, in_force
from twosource.ledger import View, accounts_in
from twosource.ledger.aside import Why
from twosource.link.verdicts import ABOUT_ONE, Pairs, Standing, as_they_stand, judged_pairs
from twosource.review.look import Settled, pair
from twosource.upkeep.mentions import Place, Spoken, mention_at


class Judged:
    """The judgements of a ledger as it is at one moment, by the articles that they are anchored in: those about an
    article are looked at when it is, so that many judgements on other stories cost little."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._find = accounts_in(view)

    @cached_property
    def all(self) -> list[Judgement]:
        """All there are, oldest first."""
        return self._view.judgements()

    @cached_property
    def extractions(self) -> frozenset[str]:
        """The articles of which somebody ever judged an extraction."""
        return frozenset(
            one.left.article
            for one in self.all
            if one.about == "attribution" and one.verdict in ABOUT_ONE and one.left.article
        )

    @cached_property
    def _by_article(self) -> dict[str, list[Judgement]]:
        found: dict[str, list[Judgement]] = defaultdict(list)
        for one in in_force(self.all):
            for article in sorted({end.article for end in (one.left, one.right) if end and end.article}):
                found[article].append(one)
        return found

    @cached_property
    def standing(self) -> Standing:
        """Which accounts count."""
        return Standing(self.all, self._find)

    @cached_property
    def spoken(self) -> Spoken:
        """Those about sources."""
        return Spoken(self.all, self.counting)

    def counting(self, article: str) -> list[Account]:
        """The accounts of an article that count."""
        fates = self.standing.of(article)
        return [account for account in self._find(article) if not fates[account.id].why]

    def out(self, articles: Iterable[str]) -> dict[str, Why]:
        """The accounts of ``articles`` that do not count, and why."""
        judged = sorted(self.extractions.intersection(articles))
        return {one: fate.why for each in judged for one, fate in self.standing.of(each).items() if fate.why}

    def pairs(self, articles: Iterable[str]) -> Pairs:
        """What people called pairs of accounts of which one is in ``articles``."""
        return judged_pairs(self._about(articles), self.standing)

    def origins(self, articles: Iterable[str]) -> list[Judgement]:
        """The judgements about origins with an end in ``articles``; their ends are the accounts that count now."""
        return as_they_stand(self._about(articles), self.standing)

    def settled(self, articles: Iterable[str]) -> Settled:
        """What has a verdict, of accounts of which one is in ``articles``."""
        given = self._about(articles)
        pairs = judged_pairs(given, self.standing)
        return Settled(
            extractions=frozenset(found for one in given if _is_of_one(one) for found in self.at(one)),
            pairs=pairs.same | pairs.apart | pairs.unsure,
            origins=frozenset(
                pair(one.left.record, one.right.record) for one in as_they_stand(given, self.standing) if one.right
            ),
        )

    def at(self, judgement: Judgement) -> set[str]:
        """The accounts that a judgement about accounts concerns now."""
        return {found for end in (judgement.left, judgement.right) if end and (found := self.standing.now(end))}

    def mentions(self, judgement: Judgement) -> set[Place]:
        """The mentions that a judgement about sources concerns."""
        return {place for end in (judgement.left, judgement.right) if end for place in self._mentions(end)}

    def _mentions(self, anchor: Anchor) -> set[Place]:
        """The mention that an anchor points at; else all of the source of its id, and of those that go by its name."""
        if anchor.article and anchor.span:
            at = mention_at(self.counting(anchor.article), anchor.span)
            if at:
                return at
        view = self._view
        found = {mention for one in view.sources([anchor.record]) for mention in one.mentions}
        if not found and anchor.name:
            named = (one for one in view.sources() if anchor.name in (one.name, *one.names))
            found = {mention for one in named for mention in one.mentions}
        return found

    def _about(self, articles: Iterable[str]) -> list[Judgement]:
        if not self.all:
            return []
        found = {one.id: one for article in articles for one in self._by_article.get(article, ())}
        return list(found.values())


def _is_of_one(judgement: Judgement) -> bool:
    """Whether it is a verdict on how one statement was read."""
    one = judgement.verdict in ABOUT_ONE or (judgement.verdict == "unsure" and judgement.right is None)
    return judgement.about == "attribution" and one
