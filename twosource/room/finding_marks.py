"""Where in a text the words of a question stand, other forms of them included ("explosions" by "explosive").

The full text of a ledger knows words by their stems, and each database has a stemmer of its own that a page cannot ask.
Two words are taken for forms of one here where what follows their common beginning are endings of English words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from twosource.language.words import words
from twosource.ledger.terms import Query, fold
from twosource.records import Span

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = words(
    """s es ed d ing e er ers ly ion ions ive ives al ally y ies ied ment ments ness ity ities ation ations able ible
    or ors ance ence"""
) | {""}
_SHORTEST = 3
"""Letters that forms of one word have in common at least."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; ``marked`` where it is of the words asked for."""

    text: str
    marked: bool


def pieces(text: str, query: Query) -> Iterator[Piece]:
    """``text`` from beginning to end, in stretches that are marked and that are not."""
    place = 0
    for start, end in marks(text, query):
        if start > place:
            yield Piece(text[place:start], marked=False)
        yield Piece(text[start:end], marked=True)
        place = end
    if place < len(text):
        yield Piece(text[place:], marked=False)


def marks(text: str, query: Query) -> list[Span]:
    """The spans of the words asked for, in order; those of a phrase only where it stands whole, as one span."""
    found = [(match[0], match.span()) for match in _WORD.finditer(fold(text))]
    spans = {
        (found[place][1][0], found[place + len(phrase) - 1][1][1])
        for phrase in query.phrases
        for place in range(len(found) - len(phrase) + 1)
        if _stands(phrase, [word for word, _ in found[place : place + len(phrase)]])
    }
    return _joined(sorted(spans))


def _stands(phrase: Sequence[str], there: Sequence[str]) -> bool:
    return all(kin(asked, word) for asked, word in zip(phrase, there, strict=True))


@lru_cache(maxsize=4096)
def kin(one: str, other: str) -> bool:
    """Whether two folded words are forms of one: equal, or alike but for their endings."""
    if one == other:
        return True
    common = next((place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    common = min(len(one), len(other)) if common is None else common
    return any(
        _ends(one, at) and _ends(other, at) and {one[at:], other[at:]} != {"", "e"}
        for at in range(common, _SHORTEST - 1, -1)
    )


def _ends(word: str, at: int) -> bool:
    """Whether an ending follows, the letter before it perhaps doubled ("stopped"). As in Porter's stemmer, "ion" is one
    behind s and t alone: "million" is no form of "mill"."""
    rest = word[at:]
    if rest.startswith("ion") and word[at - 1] not in "st":
        return False
    return rest in _ENDINGS or (rest[:1] == word[at - 1] and rest[1:] in _ENDINGS - {""})


def _joined(spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
