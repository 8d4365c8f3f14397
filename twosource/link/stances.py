"""How each account of a proposition stands to it, where that is not how its words stand to themselves.

"There was nothing but grain" affirms what it says and denies that there were munitions. The network reads such pairs as
contradictions; which of the two the proposition is called after decides who denies.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twosource.across import Account, Link
from twosource.records import Polarity

SURE = 0.5
"""Score of a link from which on its relation turns a stance."""

_ALIKE = ("same", "agrees", "updates")


def stances(accounts: Sequence[Account], central: str, links: Iterable[Link]) -> dict[str, Polarity]:
    """Attribution id → stance, of ``accounts`` that stand to what the account ``central`` says otherwise than to their
    own words.

    Those deny it that affirm something which, a link says, contradicts it, and none says agrees with it. Those affirm
    it that deny something in words which a link says agree with it ("no sign of a bomb" beside "it was not a bomb").
    """
    polarity = {account.id: account.attribution.polarity for account in accounts}
    if polarity.get(central) != "affirm":
        return {}
    beside = [link for link in links if central in (link.left, link.right) and link.score >= SURE]
    against, for_it = (_others(beside, central, relations) for relations in (("contradicts",), _ALIKE))
    turned: dict[str, Polarity] = {}
    for one in sorted(against ^ for_it):
        if polarity.get(one) == "affirm" and one in against:
            turned[one] = "deny"
        elif polarity.get(one) == "deny" and one in for_it:
            turned[one] = "affirm"
    return turned


def _others(links: Iterable[Link], central: str, relations: Sequence[str]) -> set[str]:
    return {link.right if link.left == central else link.left for link in links if link.relation in relations}
