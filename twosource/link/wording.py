"""What a proposition is called: the words of the account that puts it best. Nothing is composed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from twosource.across import Account, Link

_GOOD = range(7, 31)
_LEADING = re.compile(r"\A(?:that|whether|how|as|and|but|of|,)\s+", re.IGNORECASE)
_EDGE = " \n\t,;:“”\"'‘’"
_PRONOUN = re.compile(r"\A(?:he|she|it|they|we|i|this|that|these|those|there)\b", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|should|must|do|does|did|"
    r"[a-z]+(?:ed|es))\b"
)
_LONGEST = 280
_INTERRUPTED = re.compile(r"[,;]?[”\"’'] … [“\"‘']")


def central(accounts: Sequence[Account], links: Iterable[Link]) -> Account:
    """The account that a proposition is called after.

    Affirming ones go before denials, then whole clauses of readable length that open with a name or a noun before
    fragments, then what is closest to the others by the scores of ``links``.
    """
    closeness: Counter[str] = Counter()
    for link in links:
        closeness[link.left] += round(link.score * 1e4)
        closeness[link.right] += round(link.score * 1e4)
    return min(accounts, key=lambda account: (*_faults(account), -closeness[account.id], account.order))


def _faults(account: Account) -> tuple[bool, bool, bool, bool]:
    words = wording(account.quote)
    return (
        account.attribution.polarity != "affirm",
        len(words.split()) not in _GOOD or not is_clause(words),
        bool(_PRONOUN.match(words)),
        len(account.attribution.content) > 1,
    )


def is_clause(words: str) -> bool:
    """Whether they hold something like a verb: "the ferry had been full", not "the night as a nightmare"."""
    return _VERB.search(words) is not None


def wording(quote: str) -> str:
    """``quote`` as it may stand alone: one line, no marks around it, no conjunction before it, at most
    280 characters. A quotation that the speaker's name interrupts becomes one; one within it keeps both its marks."""
    words = _INTERRUPTED.sub(" … ", " ".join(quote.split()))
    words = _LEADING.sub("", words.strip(_EDGE)).strip(_EDGE)
    if len(words) > _LONGEST:
        words = words[: _LONGEST - len(" …”")].rsplit(" ", 1)[0].rstrip(_EDGE) + " …"
    return _closed(words) or quote.strip()


def _closed(words: str) -> str:
    """``words`` with the mark that was lost from either end."""
    if len(words) > _LONGEST - 1:
        return words
    if words.count('"') % 2:
        opens = re.search(r'(?:\A|[\s(])"(?=\S)[^"]*\Z', words)
        words = f'{words}"' if opens else f'"{words}'
    missing = words.count("“") - words.count("”")
    return f"{words}”" if missing > 0 else f"“{words}" if missing < 0 else words
