"""The words of an article in order, as text that was copied is compared: without case, punctuation or apostrophes."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from twosource.language.quotes import quotations
from twosource.records import Article, Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LONGEST_OPEN = 60
"""Words of a quotation that nothing closes; beyond it a mark was lost, and the rest of the text is not quoted."""


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """``words`` as compared, ``starts`` and ``ends`` where they stand in the text, and which are inside quotation
    marks."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: tuple[bool, ...]

    def inside(self, span: Span) -> slice:
        """The words that begin inside ``span``."""
        return slice(bisect_left(self.starts, span[0]), bisect_left(self.starts, span[1]))

    def span(self, first: int, last: int) -> Span:
        """The characters from the word ``first`` to the word before ``last``."""
        return self.starts[first], self.ends[last - 1]


@lru_cache(maxsize=512)
def wording(article: Article) -> Wording:
    """The words of ``article``; kept for the articles asked about last, since each is compared with several."""
    found = list(_WORD.finditer(article.text))
    return Wording(
        tuple(plain(match[0]) for match in found),
        tuple(match.start() for match in found),
        tuple(match.end() for match in found),
        _quoted(article, [match.start() for match in found]),
    )


def words_of(text: str) -> tuple[str, ...]:
    """The words of any text, as compared."""
    return tuple(plain(found) for found in _WORD.findall(text))


def plain(word: str) -> str:
    """A word without case and apostrophes: pages lose them ("dont")."""
    return word.casefold().replace("'", "").replace("’", "")


def _quoted(article: Article, starts: list[int]) -> tuple[bool, ...]:
    marked = [False] * len(starts)
    for quotation in quotations(article.text, article.paragraphs):
        first, last = (bisect_left(starts, end) for end in quotation.inner)
        if quotation.closed or last - first <= _LONGEST_OPEN:
            marked[first:last] = [True] * (last - first)
    return tuple(marked)
