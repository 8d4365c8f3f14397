"""How a speaker stands to a proposition, finer than its polarity."""

from __future__ import annotations

import re

from twosource.across import Account
from twosource.brief.records import Stance
from twosource.language.cues import NO_SIGN
from twosource.records import Polarity

_CONFIRMS = re.compile(r"\b(?:confirm|verif|corroborat)", re.IGNORECASE)
_REFUSES = re.compile(r"\b(?:declin|refus|neither|nor\b|would(?:n['’]t|\s+not))", re.IGNORECASE)
_UNSURE = ("possible", "probable")


def stance(account: Account, towards: Polarity) -> Stance:
    """The stance of ``account``, which its origin holds to stand ``towards`` the proposition so.

    "Found no sign of it" is kept apart from "it is not so": the first leaves open what the second closes.
    """
    attribution = account.attribution
    if towards == "withhold":
        return "silent" if attribution.act == "declines" and not _unconfirmed(account) else "no-sign"
    if towards == "deny":
        return "no-sign" if NO_SIGN.search(account.quote) else "denies"
    return "may-be" if attribution.certainty in _UNSURE else "says-so"


def _unconfirmed(account: Account) -> bool:
    """Whether the cue says that somebody has not confirmed it, rather than that they refuse to."""
    cue = " ".join(account.article.text[start:end] for start, end in account.attribution.cue)
    return bool(_CONFIRMS.search(cue)) and not _REFUSES.search(cue)
