"""The parts that joins make of a number of things, with pairs that must stay apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence


def parts(
    size: int, joined: Sequence[tuple[int, int]], apart: frozenset[tuple[int, int]]
) -> tuple[list[list[int]], list[int]]:
    """The parts of ``range(size)``, each sorted, earliest first, and which of ``joined`` made them.

    Joins are made in the order given, except those that would bring a pair of ``apart`` together and those whose ends
    are in one part already.
    """
    part = {place: {place} for place in range(size)}
    against: defaultdict[int, set[int]] = defaultdict(set)
    for left, right in apart:
        against[left].add(right)
        against[right].add(left)
    made = []
    for number, (left, right) in enumerate(joined):
        one, other = part[left], part[right]
        if one is not other and not any(against[place] & other for place in one):
            one |= other
            part.update(dict.fromkeys(other, one))
            made.append(number)
    return [sorted(found) for place, found in sorted(part.items()) if place == min(found)], made
