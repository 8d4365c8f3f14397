"""All accounts that a change may regroup: what links strong enough to join, or verdicts, lead to."""

from __future__ import annotations

from collections.abc import Collection

from twosource.across import Account, Link
from twosource.ledger import View
from twosource.link.groups import ENOUGH, Pair
from twosource.link.verdicts import Pairs
from twosource.upkeep.judged import Judged


class Reach:
    """The accounts reached, each read once, with the links among them and what people called pairs of them."""

    def __init__(self, view: View, judged: Judged) -> None:
        self._view = view
        self._judged = judged
        self._links: dict[Pair, Link] = {}
        self.accounts: dict[str, Account] = {}
        self.out: set[str] = set()
        """Those met that do not count."""
        self.pairs = Pairs()

    @property
    def links(self) -> list[Link]:
        """The links that have both ends among the accounts."""
        return [link for pair, link in sorted(self._links.items()) if self.accounts.keys() >= set(pair)]

    def follow(self, start: Collection[str]) -> None:
        """Go on from ``start`` as far as it leads."""
        edge = set(start)
        while edge:
            found = self._view.accounts(sorted(edge))
            articles = {account.article.id for account in found.values()}
            self.out |= self._judged.out(articles).keys() & edge
            edge -= self.out
            self.accounts |= {one: found[one] for one in sorted(edge)}
            ahead = self._linked(edge) | self._paired(articles, edge)
            ahead |= beside(self._view, ahead - self.accounts.keys())
            edge = ahead - self.accounts.keys() - self.out

    def _linked(self, edge: Collection[str]) -> set[str]:
        ahead: set[str] = set()
        for link in self._view.links_at(edge):
            self._links[link.left, link.right] = link
            if link.score >= ENOUGH:
                ahead |= {link.left, link.right}
        return ahead

    def _paired(self, articles: Collection[str], edge: Collection[str]) -> set[str]:
        found = self._judged.pairs(articles)
        self.pairs = self.pairs | found
        return {one for pair in found.same if set(pair) & set(edge) for one in pair}


def beside(view: View, accounts: Collection[str]) -> set[str]:
    """The members of the propositions that ``accounts`` belong to."""
    ids = sorted(set(view.proposition_of(accounts).values()))
    return {one for found in view.propositions(ids) for one in found.attributions}
