"""A question as typed, read for the full text: words and phrases; and where in a text they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

from twosource.language.words import words
from twosource.records import Span

_PART = re.compile(r'"([^"]*)"|[“”]([^“”]*)[“”]|([^"“”]+)')
_WORD = re.compile(r"[^\W_]+")
# Words that nearly every article holds: left out where there are others. What carries meaning in news ("not", "no",
# "against", "after") stays in.
_COMMON = words(
    """a an the and or but of to in on at by for from with as is are was were be been being it its this that these
    those he she they we you i his her their our your my him them us who whom whose which what when where why how
    do does did has have had will would can could should may might shall s t there here than then so if about into"""
)
_WIDTH = 200


@dataclass(frozen=True, slots=True)
class Query:
    """``phrases`` are one word or several that stand together, folded, in the order typed."""

    phrases: tuple[tuple[str, ...], ...]

    def quoted(self) -> list[str]:
        """The phrases as both databases take them."""
        return [f'"{" ".join(phrase)}"' for phrase in self.phrases]


def read(text: str) -> Query:
    """Any ``text`` is a query: words, and phrases between quotation marks; nothing in it is an operator."""
    phrases: list[tuple[str, ...]] = []
    for straight, curly, loose in _PART.findall(fold(text)):
        if quoted := _WORD.findall(straight or curly):
            phrases.append(tuple(quoted))
        phrases.extend((word,) for word in _WORD.findall(loose))
    telling = [phrase for phrase in phrases if not _COMMON.issuperset(phrase)]
    return Query(tuple(dict.fromkeys(telling or phrases)))


def rarest(counts: Mapping[str, int], *, most: int) -> list[str]:
    """Of phrases with the number of rows that have them, the rarest that occur, together in ``most`` rows or fewer; one
    at least. What nearly all rows have tells little, and weighing all of them takes long."""
    occurring = sorted((number, phrase) for phrase, number in counts.items() if number)
    few = sum(total <= most for total in accumulate(number for number, _ in occurring))
    return [phrase for _, phrase in occurring[: max(few, 1)]]


def fold(text: str) -> str:
    """``text`` in lower case without accents, character by character: offsets stay what they are."""
    return text.lower() if text.isascii() else "".join(map(_folded, text))


def _folded(character: str) -> str:
    base = unicodedata.normalize("NFKD", character)[0].lower()
    return base if len(base) == 1 else character


def passage(text: str, query: Query, *, within: Span) -> Span:
    """The part of ``within``, 200 characters at the most, that shows the first words of ``query`` that occur there."""
    start, end = within
    if end - start <= _WIDTH:
        return within
    first = _first(fold(text[start:end]), query.phrases)
    left = max(start, min(start + first - _WIDTH // 4, end - _WIDTH))
    if left > start:
        left = text.find(" ", left, left + _WIDTH // 4) + 1 or left
    right = min(end, left + _WIDTH)
    if right < end:
        right = max(text.rfind(" ", left + _WIDTH // 2, right), left + _WIDTH // 2)
    return left, right


def _first(folded: str, phrases: Iterable[tuple[str, ...]]) -> int:
    # The index knows words by their stems and this does not; three letters less finds "explosions" by "explosive".
    stems = "|".join(re.escape(word[: max(3, len(word) - 3)]) for phrase in phrases for word in phrase)
    found = re.search(rf"\b(?:{stems})", folded) if stems else None
    return found.start() if found else 0
