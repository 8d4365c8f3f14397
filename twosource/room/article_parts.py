"""Where a long article is parted, so that a page of it stays quick to make and to read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from twosource.records import Span

LONG = 100_000
"""Characters shown at once at most. Of 1,082 news articles the longest has 23,304."""

MANY = 300
"""Statements listed at once at most. Of 1,082 news articles the one with most has 93."""


def parts(length: int, paragraphs: Sequence[Span], starts: Sequence[int]) -> list[Span]:
    """Stretches that follow one another and cover a text of ``length``, parted between paragraphs where that can be.

    ``starts``, sorted, are where statements begin; no part is longer than :data:`LONG` or has more than :data:`MANY` of
    them, except where more begin at one character. An empty text is one empty part.
    """
    heads = sorted({span[0] for span in paragraphs})
    found: list[Span] = []
    begin = 0
    while begin < length:
        end = _end(begin, length, heads, starts)
        found.append((begin, end))
        begin = end
    return found or [(0, 0)]


def part_of(place: int, found: Sequence[Span]) -> int:
    """Which part the character at ``place`` is in."""
    return max(0, bisect_right([start for start, _ in found], place) - 1)


def _end(begin: int, length: int, heads: Sequence[int], starts: Sequence[int]) -> int:
    end = min(begin + LONG, length)
    over = bisect_left(starts, begin) + MANY
    if over < len(starts):
        # Those that begin at one character stay together.
        last = starts[over] if starts[over] > begin else _after(begin, starts, length)
        end = min(end, last)
    if end == length:
        return end
    head = heads[bisect_right(heads, end) - 1] if heads and heads[0] <= end else begin
    return head if head > begin else end


def _after(begin: int, starts: Sequence[int], length: int) -> int:
    place = bisect_right(starts, begin)
    return starts[place] if place < len(starts) else length
