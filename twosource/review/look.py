"""What a reviewer looks at: a proposition with all that its reporting stands on, and what people judged of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from twosource.across import Account, Link, Proposition
from twosource.link.groups import ABSENT, Pair
from twosource.origins import Standing
from twosource.origins.otherwise import without
from twosource.review.worth import Stand


@dataclass(frozen=True, slots=True)
class Settled:
    """What people gave a verdict on, that is in force: ``extractions`` by id; ``pairs`` of statements, as one
    proposition or two; ``origins``, pairs of statements as one origin or two. Pairs are sorted."""

    extractions: frozenset[str] = frozenset()
    pairs: frozenset[Pair] = frozenset()
    origins: frozenset[Pair] = frozenset()


@dataclass(frozen=True)
class Look:
    """A proposition, its ``members`` in order, the ``links`` among them, the ``standing`` of its support, and the
    account that it is called after."""

    proposition: Proposition
    members: Sequence[Account]
    links: Sequence[Link]
    standing: Standing
    central: str

    @property
    def stand(self) -> Stand:
        """How it is told of now."""
        return Stand(self.proposition.status, self.proposition.independent)

    @cached_property
    def by_id(self) -> Mapping[str, Account]:
        """The members by id."""
        return {account.id: account for account in self.members}

    @cached_property
    def score(self) -> Mapping[Pair, float]:
        """The scores of pairs that are linked."""
        return {pair(link.left, link.right): link.score for link in self.links}

    @cached_property
    def telling(self) -> Sequence[Link]:
        """The links that a status may turn on."""
        return [link for link in self.links if link.relation in ("contradicts", "differs")]

    @cached_property
    def _sums(self) -> Mapping[str, tuple[float, int]]:
        """Of each member the sum of its scores with others, and how many there are."""
        found: dict[str, tuple[float, int]] = dict.fromkeys(self.by_id, (0.0, 0))
        for two, score in sorted(self.score.items()):
            for one in two:
                total, known = found[one]
                found[one] = (total + score, known + 1)
        return found

    def belongs(self, one: str) -> float:
        """The chance that a member is about what the others are: half by its score with the statement that the
        proposition is called after, half by the mean over all."""
        (total, known), others = self._sums[one], len(self.members) - 1
        named = self.score.get(pair(one, self.central), ABSENT)
        return (named + (total + ABSENT * (others - known)) / others) / 2

    def without(self, one: str) -> Stand:
        """How it would be told of without a member; where it has no other, as it is, with no origin."""
        rest = [account for account in self.members if account.id != one]
        if not rest:
            return Stand(self.proposition.status, (0, 0))
        links = [link for link in self.telling if one not in (link.left, link.right)]
        return Stand.of(rest, without(self.standing, one), links)

    def with_other(self, changed: Account, support: Standing) -> Stand:
        """How it would be told of with another reading of a member, and the support that it would have then."""
        members = [changed if account.id == changed.id else account for account in self.members]
        return Stand.of(members, support, self.telling)


def pair(left: str, right: str) -> Pair:
    """Two ids in order."""
    return (left, right) if left < right else (right, left)
