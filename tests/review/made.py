"""Propositions to look at, of made-up accounts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.origins.made import BAY, DALE, FOUR, HILL, said, standing
from twosource.across import Account, Link, Proposition
from twosource.origins import status
from twosource.records import Mention
from twosource.review.look import Look


def look(*members: Account, links: Sequence[Link] = (), central: str = "") -> Look:
    """The proposition of ``members``, called after the first, with what follows from them."""
    ordered = sorted(members, key=lambda account: account.order)
    support = standing(*members)
    found = Proposition(
        attributions=tuple(account.id for account in ordered),
        wording=FOUR,
        status=status(ordered, support, links),
        independent=support.independent,
    )
    return Look(proposition=found, members=ordered, links=links, standing=support, central=central or ordered[0].id)


def link(left: Account, right: Account, score: float = 0.9, relation: Any = "agrees") -> Link:
    return Link(left=left.id, right=right.id, relation=relation, score=score)


def three(*chain: Mention, **fields: Any) -> tuple[Account, Account, Account]:
    """What three outlets say, each on the word of another."""
    hill, bay, dale = (said(where, FOUR, one, **fields) for where, one in zip((HILL, BAY, DALE), chain, strict=True))
    return hill, bay, dale
