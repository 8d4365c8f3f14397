"""Articles dealt into slices of one time, so that what is compared lies together and fits into memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

SLICE = 1_000
"""Articles of a slice: with what they are compared by some 40 MB, of which a worker holds a few."""

UNDATED = -1
"""The day of articles that have none."""


@dataclass(frozen=True, slots=True)
class Slice:
    """Where the articles of a ``day`` go: into ``count`` slices from the number ``first`` on, by their lot."""

    day: int
    first: int
    count: int


def slices(days: Mapping[int, int], *, size: int = SLICE) -> Iterator[Slice]:
    """The slices of articles, given how many there are of each day: days that follow one another share a slice while
    there is room, a day of more than ``size`` articles has several to itself."""
    number, held = 0, 0
    for day in sorted(days):
        if held and held + days[day] > size:
            number, held = number + 1, 0
        count = -(-days[day] // size)
        yield Slice(day, number, count)
        held += days[day]
        if count > 1:
            number, held = number + count, 0


def counted(days: Mapping[int | None, int]) -> Counter[int]:
    """The same numbers with :data:`UNDATED` for no day."""
    found: Counter[int] = Counter()
    for day, count in days.items():
        found[UNDATED if day is None else day] += count
    return found


def chunks(pairs: int, *, size: int) -> int:
    """Into how many parts the pairs of two slices go."""
    return max(1, -(-pairs // size))
