"""Who else may be the speaker: everybody whom the article names in a chain."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.across import Account
from twosource.export import words
from twosource.ledger import View
from twosource.records import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A mention of the article, by the words that it goes by. ``id`` names it (``attribution/place``); ``now`` tells
    whether it is the speaker as read."""

    id: str
    told: str
    mention: Mention
    now: bool


def speakers(view: View, account: Account) -> tuple[Speaker, ...]:
    """The mentions of the article of ``account`` that differ in words, in the order of the text; the speaker first."""
    article = account.article
    accounts = view.accounts(view.attributions_of([article.id])[article.id])
    found: dict[str, Speaker] = {}
    own = len(account.attribution.chain) - 1
    for one in (account, *accounts.values()):
        for place, mention in reversed(list(enumerate(one.attribution.chain))):
            told = words.mention(mention, article)
            now = one is account and place == own
            found.setdefault(told, Speaker(id=f"{one.id}/{place}", told=told, mention=mention, now=now))
    return tuple(found.values())
