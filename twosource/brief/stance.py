"""How a speaker stands to a proposition, finer than its polarity."""

from __future__ import annotations

from twosource.across import Account
from twosource.brief.records import Stance
from twosource.language.cues import NO_SIGN
from twosource.records import Polarity

_UNSURE = ("possible", "probable")


def stance(account: Account, towards: Polarity) -> Stance:
    """The stance of ``account``, which its origin holds to stand ``towards`` the proposition so.

    "Found no sign of it" is kept apart from "it is not so": the first leaves open what the second closes.
    """
    attribution = account.attribution
    if towards == "withhold":
        return "silent" if attribution.act == "declines" else "no-sign"
    if towards == "deny":
        return "no-sign" if NO_SIGN.search(account.quote) else "denies"
    return "may-be" if attribution.certainty in _UNSURE else "says-so"
