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
    """Attribution id → stance, of ``accounts`` that deny what the account ``central`` says though their words affirm
    something: those that a link says contradict it, and none says agree with it."""
    affirming = {account.id for account in accounts if account.attribution.polarity == "affirm"}
    if central not in affirming:
        return {}
    beside = [link for link in links if central in (link.left, link.right) and link.score >= SURE]
    others = {
        name: _others(beside, central, relations) for name, relations in (("no", ("contradicts",)), ("yes", _ALIKE))
    }
    return dict.fromkeys(sorted((others["no"] - others["yes"]) & affirming), "deny")


def _others(links: Iterable[Link], central: str, relations: Sequence[str]) -> set[str]:
    return {link.right if link.left == central else link.left for link in links if link.relation in relations}
