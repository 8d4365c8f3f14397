"""Terms of a text and what each is worth: what two texts have in common, counted so that rare words count most.

How rare a word is in English is read off its place in the embedded network's vocabulary, which is in order of frequency
(the word list of Devlin et al. 2019); so the worth of a word is the same in every ledger, however much is in it, and
what two texts have in common does not change as others are added.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from twosource.language.telling import counting_words
from twosource.model.wordpiece import WordPieces

_ENDINGS = ("ingly", "ings", "edly", "ing", "ied", "ies", "ed", "es", "ly", "s")
_COMMON, _RARE = math.log(2200), math.log(30522)
_LEAST = 0.15


@cache
def _vocabulary() -> WordPieces:
    return WordPieces.embedded()


@lru_cache(maxsize=200_000)
def worth(word: str) -> float:
    """Between 0 (as common as "people") and 1 (a word that the vocabulary has only in pieces)."""
    pieces = _vocabulary().cut(word)
    if len(pieces) != 1:
        return 1.0
    return min(1.0, max(0.0, (math.log(pieces[0]) - _COMMON) / (_RARE - _COMMON)))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """``word`` in lower case without its inflection, roughly: "killings" and "killed" are one."""
    bare = word.lower().replace("’", "'").removesuffix("'s")
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= 3 and not bare.endswith("ss"):
            bare = bare.removesuffix(ending) + ("y" if ending in ("ied", "ies") else "")
            break
    if len(bare) > 3 and bare[-1] == bare[-2] and bare[-1] not in "sl":
        bare = bare[:-1]
    return bare.removesuffix("e") if len(bare) > 4 else bare


@dataclass(frozen=True, slots=True)
class Bag:
    """The terms of a text, each with its worth, and the sum of these."""

    worths: Mapping[str, float]
    total: float


def terms(text: str) -> Bag:
    """The terms of a short text; common words are left out, figures never."""
    found: dict[str, float] = {}
    for word in counting_words(text):
        value = worth(word.lower())
        if value > 0.03 or word[0].isdigit():
            term = stem(word)
            found[term] = max(value, _LEAST, found.get(term, 0.0))
    return Bag(found, _sum(found.values()))


def common(left: Bag, right: Bag) -> tuple[float, float, float]:
    """What two bags share: of all, of the smaller, and outright."""
    both = left.worths.keys() & right.worths.keys()
    shared = _sum(min(left.worths[term], right.worths[term]) for term in both) if both else 0.0
    return (
        shared / max(left.total + right.total - shared, 1e-6),
        shared / max(min(left.total, right.total), 1e-6),
        shared,
    )


def _sum(values: Iterable[float]) -> float:
    """Exactly rounded, so that the order of the values is no matter."""
    return math.fsum(values)
