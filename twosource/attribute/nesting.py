"""Which attribution's content holds a stretch of text: the nesting of what is said in what is said."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from twosource.records import Relation, Span

_WALK = 40
"""Contents looked at before a position, so that a long article costs no more for each statement than a short one."""


class Nesting:
    """The contents of an article's relations, by position."""

    def __init__(self, relations: Sequence[Relation]) -> None:
        spans = [(span, n) for n, relation in enumerate(relations) if relation.source for span in relation.content]
        self._spans = sorted(spans)
        self._starts = [span[0] for span, _ in self._spans]

    def holders(self, span: Span) -> dict[int, int]:
        """The relations one of whose contents holds ``span``, each with the length of that content."""
        last = bisect_right(self._starts, span[0])
        near = self._spans[max(last - _WALK, 0) : last]
        return {number: held[1] - held[0] for held, number in near if span[1] <= held[1]}
