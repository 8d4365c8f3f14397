"""What is known of one article's language, found once and at first need, for all who ask about its spans."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from twosource.language import nouns
from twosource.language.dates import TimeExpression, find_times
from twosource.language.givennames import pronoun_of
from twosource.language.kinds import kind_of
from twosource.language.names import Name, find_names
from twosource.language.quotes import Quotation, quotations
from twosource.language.sentences import sentences
from twosource.records import Article, Span

_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_FEWEST = 4
_CAPITALS = 0.9
"""Least share of the words of four letters or more in a headline that have capitals."""


class Facts:
    """The sentences, quotations, times and names of an article, with look-up by position."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of every paragraph, in order."""
        return sentences(self.text, self.article.paragraphs) or ((0, len(self.text)),)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The outermost quotations, in order."""
        return quotations(self.text, self.article.paragraphs)

    @cached_property
    def times(self) -> tuple[TimeExpression, ...]:
        """The time expressions, in order."""
        return find_times(self.text)

    @cached_property
    def time_spans(self) -> tuple[Span, ...]:
        """The spans of :attr:`times`."""
        return tuple(time.span for time in self.times)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names, in order: without the credit that a caption begins with, and without the runs of capitals that a
        headline alone has ("Ferry Sinks Again")."""
        headed = [span for span in self.article.paragraphs if _is_headed(self.text[slice(*span)])]
        starts = [start for start, _ in headed]
        places = [bisect_right(starts, name.span[0]) - 1 for name in self._found]
        inside = [
            place >= 0 and name.span[0] < headed[place][1] for place, name in zip(places, self._found, strict=True)
        ]
        told = {name.text for name, within in zip(self._found, inside, strict=True) if not within}
        return tuple(
            self._bare(name)
            for name, within in zip(self._found, inside, strict=True)
            if not within or name.text in told or len(name.tokens) == 1 or pronoun_of(name.tokens[0])
        )

    @cached_property
    def _found(self) -> tuple[Name, ...]:
        return tuple(find_names(self.text))

    @cached_property
    def _texts(self) -> frozenset[str]:
        return frozenset(name.text for name in self._found)

    def without_credit(self, name: str) -> str:
        """``name`` without the agency or outlet that took the picture: the name of a caption that runs on behind its
        credit ("AFP Orrin Ferries said"), where the article has it without that elsewhere; behind an outlet, which
        names its own branches so, only "Police" and the like."""
        first, _, rest = name.partition(" ")
        if rest not in self._texts:
            return name
        body = first.lower() in nouns.OUTLETS and kind_of(rest) == "government" and f" {rest.lower()} " in self.text
        return rest if first in nouns.PICTURES or body else name

    def _bare(self, name: Name) -> Name:
        bare = self.without_credit(name.text)
        return name if bare == name.text else Name((name.span[1] - len(bare), name.span[1]), bare)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [span[0] for span in self.sentences]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.span[0] for quotation in self.quotations]

    @cached_property
    def _time_starts(self) -> list[int]:
        return [span[0] for span in self.time_spans]

    @cached_property
    def _name_starts(self) -> list[int]:
        return [name.span[0] for name in self.names]

    def sentence_number(self, position: int) -> int:
        """The index of the sentence that ``position`` lies in, or of the one before it; 0 at the least."""
        return max(bisect_right(self._sentence_starts, position) - 1, 0)

    def sentence_at(self, position: int) -> Span:
        """The sentence that ``position`` lies in, or the one before it."""
        return self.sentences[self.sentence_number(position)]

    def quotation_at(self, position: int) -> Quotation | None:
        """The quotation that ``position`` lies in, marks included."""
        place = bisect_right(self._quotation_starts, position) - 1
        if place < 0 or position >= self.quotations[place].span[1]:
            return None
        return self.quotations[place]

    def quotations_in(self, span: Span) -> Sequence[Quotation]:
        """The quotations that overlap ``span``."""
        first = max(bisect_right(self._quotation_starts, span[0]) - 1, 0)
        last = bisect_right(self._quotation_starts, span[1] - 1)
        return [q for q in self.quotations[first:last] if q.span[1] > span[0]]

    def names_in(self, span: Span) -> Sequence[Name]:
        """The names that begin within ``span``."""
        return self.names[bisect_right(self._name_starts, span[0] - 1) : bisect_right(self._name_starts, span[1] - 1)]

    def times_in(self, span: Span) -> Sequence[TimeExpression]:
        """The time expressions that begin within ``span``."""
        starts = self._time_starts
        return self.times[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]


def _is_headed(line: str) -> bool:
    """Whether a line is capitalised as a headline is: nearly every long word of it."""
    long = _LONG_WORD.findall(line)
    return len(long) >= _FEWEST and sum(word[0].isupper() for word in long) >= _CAPITALS * len(long)


def overlap(left: Span, right: Span) -> bool:
    """Whether two half-open spans share a character."""
    return left[0] < right[1] and right[0] < left[1]


def within(inner: Span, outer: Sequence[Span]) -> bool:
    """Whether one of ``outer`` holds all of ``inner``."""
    return any(span[0] <= inner[0] and inner[1] <= span[1] for span in outer)
