"""Whether two names of bodies are one body's, and whether two people belong to one."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from twosource.resolve.body import Body, body, is_generic, spells
from twosource.resolve.knownshort import KNOWN_SHORT
from twosource.resolve.spelling import fold

_ACRONYM = 4
"""Letters from which an acronym is taken for its long form; of two or three there are too many."""
_MINISTRY = frozenset({"ministry", "department"})


def country_in(name: str | None, told: str | None) -> str | None:
    """The country of a body: in its name, else as the article tells."""
    return (body(name).country if name else None) or told


def same_words(a: Body, b: Body) -> bool:
    """Whether two names have the same words, but for small ones and, of a ministry, their order."""
    return bool(a.words) and a.words == b.words and a.host == b.host


def department_for_ministry(a: Body, b: Body) -> bool:
    """Whether the names differ in "department" for "ministry" alone."""
    if {a.head, b.head} != _MINISTRY:
        return False
    return set(a.words) - _MINISTRY == set(b.words) - _MINISTRY


def acronym_of(a: Body, b: Body) -> str | None:
    """The acronym that one of the names is and the other spells."""
    return next((short.acronym for short, long in ((a, b), (b, a)) if spells(short, long)), None)


def is_telling(short: str) -> bool:
    """Whether an acronym is enough: four letters, small ones among them, or known to everybody.

    In two years of news, two in five of what three initials alone would join look wrong (11 of 27 acronyms); of what
    four join, none of 5.
    """
    return len(short) >= _ACRONYM or not short.isupper() or short in KNOWN_SHORT


def holds(a: Body, b: Body) -> bool:
    """Whether all words of one name are in the other."""
    ours, theirs = set(a.words), set(b.words)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


@lru_cache(maxsize=1 << 16)
def belongs(
    a: str | None, b: str | None, told: tuple[str | None, str | None] = (None, None)
) -> Literal["same", "other"] | None:
    """Whether two affiliations are one or two; ``None`` where that is not told. ``told`` are their countries as the
    articles tell them."""
    if not a or not b:
        return None
    ours, theirs = body(a), body(b)
    countries = country_in(a, told[0]), country_in(b, told[1])
    if None not in countries and countries[0] != countries[1]:
        return "other"
    if fold(a) == fold(b) or (ours.of_state and ours.of_state == theirs.of_state):
        return "same" if countries[0] == countries[1] else None
    if same_words(ours, theirs):
        return "same" if countries[0] == countries[1] or not is_generic(a) else None
    short = acronym_of(ours, theirs)
    if short and is_telling(short):
        return "same"
    unknown = short or holds(ours, theirs) or ours.of_state or theirs.of_state or ours.acronym or theirs.acronym
    return None if unknown or is_generic(a) or is_generic(b) else "other"
