"""The words of a personal name, and how two such names fit each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from twosource.language import nouns
from twosource.language.givennames import SURNAME_FIRST, pronoun_of
from twosource.language.words import words
from twosource.resolve.firstnames import root
from twosource.resolve.spelling import fold, loosened, one_letter_off, romanised

Tie = Literal["same", "spelling", "short", "vowels", "initial", "slip"]
"""How two words of a name are one: alike, transliterated, a short form, other vowels, an initial, a slip."""
Shape = Literal["whole", "middle", "front", "back"]
"""Which part the shorter name is of the longer: all of it, both ends, its beginning, its end."""

_ORDER: tuple[Tie, ...] = ("same", "spelling", "short", "vowels", "initial", "slip")
_PARTICLES = words("de da dos del della di van von der den bin ibn al el la le du ter ten y bint abu and ul")
_HONORIFICS = frozenset(fold(title) for title in nouns.TITLES) | words(
    "hajji sheik shaikh mullah maulana don dona asst assistant ch con constable det insp supt cllr pc lt brig cpl"
)
_LINE = {"jr": "junior", "junior": "junior", "sr": "senior", "ii": "ii", "iii": "iii", "iv": "iv"}
_AFTER = words("mp mep qc kc phd md obe mbe cbe esq")
_ARTICLE = re.compile(r"\A(?:al|el|as|ar|ad|an|at|az|ash)-(?=\w{3})")
_NAME_LENGTH = 2
_WHOLE_WORD = 2
"""Letters from which a word is no initial."""


@dataclass(frozen=True, slots=True)
class Personal:
    """``words`` in the order of given name, middle, family name; ``line`` is "junior", "iii" …"""

    words: tuple[str, ...]
    line: str | None = None

    @property
    def family(self) -> str:
        """The last word."""
        return self.words[-1]

    @property
    def full(self) -> bool:
        """Whether somebody can be known by it anywhere: two words, the last of them no initial."""
        return len(self.words) >= _NAME_LENGTH and len(self.family) >= _WHOLE_WORD


@dataclass(frozen=True, slots=True)
class Fit:
    """That two names may be one: by the loosest of the ties of their words, and the shape."""

    tie: Tie
    shape: Shape


@lru_cache(maxsize=1 << 16)
def personal(name: str) -> Personal:
    """The words of ``name`` without titles, letters after it, particles and Arabic articles; "Kim Jong-un" last
    name last."""
    tokens = [
        _ARTICLE.sub("", fold(token).strip('.,"“”()')) for token in re.split(r"[\s\u00a0]+|(?<=[A-Z]\.)(?=[A-Z])", name)
    ]
    tokens = [token for token in tokens if token]
    line = next((_LINE[token] for token in tokens[1:] if token in _LINE), None)
    tokens = [token for token in tokens if token not in _LINE or token == tokens[0]]
    while (
        len(tokens) > 1
        and tokens[0] in _HONORIFICS
        and not (len(tokens) == _NAME_LENGTH and pronoun_of(name.split(maxsplit=1)[0]))
    ):
        tokens.pop(0)
    while len(tokens) > 1 and tokens[-1] in _AFTER:
        tokens.pop()
    kept = [token for token in tokens[:-1] if token not in _PARTICLES] + tokens[-1:]
    return Personal(tuple(_family_last(kept)), line)


def _family_last(tokens: list[str]) -> list[str]:
    """The given names apart at their hyphens; an East Asian name ("Kim Jong Un", "Jong-un Kim") as one given name and
    the family name."""
    first, last = tokens[0], tokens[-1]
    if len(tokens) >= _NAME_LENGTH and first.capitalize() in SURNAME_FIRST and not pronoun_of(tokens[1].capitalize()):
        return ["".join(tokens[1:]).replace("-", ""), first]
    if len(tokens) == _NAME_LENGTH and last.capitalize() in SURNAME_FIRST and "-" in first and not _is_western(first):
        return [first.replace("-", ""), last]
    return [part for token in tokens[:-1] for part in token.split("-") if part] + [last]


def _is_western(given: str) -> bool:
    return pronoun_of(given.split("-", maxsplit=1)[0].capitalize()) is not None


def tie(a: str, b: str) -> Tie | None:
    """How two words of names may be one, if they may."""
    if a == b:
        return "same"
    if min(len(a), len(b)) == 1:
        return "initial" if _starts(a, b) else None
    if a.replace("-", "") == b.replace("-", "") or romanised(a) & romanised(b):
        return "spelling"
    if root(a) == root(b):
        return "short"
    if loosened(a) & loosened(b):
        return "vowels"
    return "slip" if one_letter_off(a, b) else None


def _starts(a: str, b: str) -> bool:
    return (
        a[0] == b[0] or root(a)[0] == root(b)[0] or bool({f[:1] for f in romanised(a)} & {f[:1] for f in romanised(b)})
    )


@lru_cache(maxsize=1 << 16)
def fit(a: Personal, b: Personal) -> Fit | None:
    """How two names of two words and more may be one person's; ``None`` where they are two people's."""
    short, long = sorted((a.words, b.words), key=lambda w: (len(w), w))
    if len(short) < _NAME_LENGTH:
        return None
    found = [Fit(_loosest(ties), shape) for shape, ties in _shapes(short, long) if None not in ties]
    return min(found, key=lambda one: (_ORDER.index(one.tie), one.shape != "whole"), default=None)


def _shapes(short: tuple[str, ...], long: tuple[str, ...]) -> list[tuple[Shape, list[Tie | None]]]:
    if len(short) == len(long):
        return [("whole", _in_order(short, long))]
    ends = _in_order((short[0], short[-1]), (long[0], long[-1]))
    middle = [_middle(a, b) for a, b in zip(short[1:-1], long[1:-1], strict=False)]
    return [
        ("middle", ends + middle),
        ("front", _in_order(short, long[: len(short)])),
        ("back", _in_order(short, long[-len(short) :])),
    ]


def _in_order(ours: tuple[str, ...], theirs: tuple[str, ...]) -> list[Tie | None]:
    between = [_middle(a, b) for a, b in zip(ours[1:-1], theirs[1:-1], strict=True)]
    return [tie(ours[0], theirs[0]), *between, _family(ours[-1], theirs[-1])]


def _middle(a: str, b: str) -> Tie | None:
    """The tie of two middle names, of which an initial tells enough."""
    found = tie(a, b)
    return "same" if found == "initial" else found


def _family(a: str, b: str) -> Tie | None:
    """The tie of two family names, which have no short forms."""
    found = tie(a, b)
    return ("vowels" if loosened(a) & loosened(b) else None) if found == "short" else found


def _loosest(ties: list[Tie | None]) -> Tie:
    return max((one for one in ties if one), key=_ORDER.index)
