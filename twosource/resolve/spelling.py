"""Letters: what of a spelling tells names apart, and what only tells who wrote it into Latin letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ə": "a"}
)
_RULES = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        # Slavic adjectives: Zelenskyy, Zelensky, Zelenskiy, Zelenskyi.
        (r"([sz])k(?:yy|yi|iy|ij|ii|yj|y|i)\Z", r"\1ki"),
        (r"\Aye(?=[a-z])|\Aie(?=[a-z])", "e"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"ph", "f"),
        (r"ck", "k"),
        (r"x", "ks"),
        # "y" for "i" at an end or beside a vowel alone: Smith and Smyth are two names.
        (r"(?<=[a-z])y\Z|(?<=[aeiou])y(?=[a-z])|(?<=[a-z])y(?=[aeiou])|\Ay(?=[aou])", "i"),
        (r"ii+", "i"),
        (r"(?<=[aeo])ie", "e"),
        (r"enka\Z", "enko"),
        (r"(.)\1+", r"\1"),
    )
)
_LOOSE = str.maketrans({"e": "a", "o": "u", "y": "i", "g": "k"})
_LONG_VOWELS = re.compile(r"ou|oo|uu")
_MIN_LOOSE = 5
"""Letters from which a change of vowels is still the same name: "Dan" and "Den" are two."""


def fold(text: str) -> str:
    """``text`` in lower case without accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return re.sub(r"[’'‘`ʼʿʾ]", "", "".join(c for c in plain if not unicodedata.combining(c)))


@lru_cache(maxsize=1 << 16)
def romanised(token: str) -> frozenset[str]:
    """The forms of one name that differ by transliteration alone: two tokens that share a form are one name.

    By rules on letters, no list of names: endings of Slavic adjectives, "kh" and "h", "y" and "i" beside vowels, "q"
    for "k" or "g", double letters, "ue" for "ü".
    """
    plain = re.sub(r"[^a-z0-9]", "", fold(token))
    spelled = {plain, re.sub(r"(?<=[aou])e(?=[^aeiou])", "", plain)}
    spelled = {one.replace("q", by) for one in spelled for by in "kg"}
    return frozenset(_by_rule(one) for one in spelled)


def _by_rule(token: str) -> str:
    for pattern, by in _RULES:
        token = pattern.sub(by, token)
    return token


@lru_cache(maxsize=1 << 16)
def loosened(token: str) -> frozenset[str]:
    """Forms that differ by what Arabic and Cyrillic leave to the writer, vowels and "g" or "k": Mohammed, Muhammad.
    Empty for short names; the last letter counts, so that Maria and Marie are two."""
    forms = (form for form in romanised(token) if len(form) >= _MIN_LOOSE)
    return frozenset(_LONG_VOWELS.sub("u", form[:-1]).translate(_LOOSE) + form[-1] for form in forms)


def bones(token: str) -> frozenset[str]:
    """The consonants of the forms of ``token``, "g" as "k": what all its spellings share, to look it up by."""
    return frozenset(_bones(form) for form in romanised(token))


def _bones(form: str) -> str:
    kept = "".join(c for c in form.translate(_LOOSE) if c not in "aiu")
    return kept if len(kept) > 1 else form.translate(_LOOSE)


def one_letter_off(a: str, b: str) -> bool:
    """Whether long words differ by one letter, changed, left out or added: a slip of the pen."""
    if min(len(a), len(b)) < _MIN_LOOSE or abs(len(a) - len(b)) > 1:
        return False
    start = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    long, short = (a, b) if len(a) >= len(b) else (b, a)
    return long[start + 1 :] == (short[start:] if len(long) > len(short) else short[start + 1 :])
