"""Links → groups: which accounts make one proposition. A pure function of scores and people's verdicts.

Groups grow by average linkage (Sokal and Michener 1958) inside of connected components: two groups join while the mean
score over all of their pairs is high enough, a pair without a link counting :data:`ABSENT`. Single links do not chain:
one mistaken link between two large groups is outvoted. A person's "same" joins two accounts, and with them all that
the scores alone join to either; "not-same" keeps two groups apart whatever their scores.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

Pair = tuple[str, str]

ENOUGH = 0.3
ABSENT = 0.05


def components(ids: Iterable[str], pairs: Iterable[Pair]) -> list[tuple[str, ...]]:
    """The connected components of ``ids`` under ``pairs``, each sorted, in the order of their first ids."""
    root = {one: one for one in ids}

    def find(one: str) -> str:
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    for left, right in pairs:
        low, high = sorted((find(left), find(right)))
        root[high] = low
    found: dict[str, list[str]] = defaultdict(list)
    for one in sorted(root):
        found[find(one)].append(one)
    return sorted(tuple(group) for group in found.values())


def groups(
    ids: Iterable[str],
    scores: Mapping[Pair, float],
    *,
    same: Collection[Pair] = (),
    apart: Collection[Pair] = (),
    leaving: Collection[str] = (),
    enough: float = ENOUGH,
) -> list[tuple[str, ...]]:
    """A partition of ``ids``, each group sorted.

    ``scores`` are chances between 0 and 1 of pairs of ``ids`` (either order, each pair once); ``same`` and ``apart``
    are verdicts of people, of which those about other accounts do not count. Of a pair that is in both, ``apart``
    holds. Who is ``leaving`` joins last, so that the group which a person took it out of is what it is without it.
    """
    ids = set(ids)
    forbidden = {_pair(*pair) for pair in apart}
    joined = sorted({_pair(*pair) for pair in same if ids.issuperset(pair)} - forbidden)
    parts = components(ids, [*scores, *joined])
    part_of = {one: number for number, part in enumerate(parts) for one in part}
    inside: dict[int, _Known] = defaultdict(_Known)
    for pair, score in scores.items():
        inside[part_of[pair[0]]].scores[_pair(*pair)] = score
    for pair in joined:
        inside[part_of[pair[0]]].same.append(pair)
    for left, right in sorted(forbidden):
        if left in part_of and part_of[left] == part_of.get(right):
            inside[part_of[left]].apart.append((left, right))
    for one in ids.intersection(leaving):
        inside[part_of[one]].leaving.add(one)
    found = []
    for number, part in enumerate(parts):
        found.extend(_grown(part, inside[number], enough) if len(part) > 1 else [part])
    return sorted(found)


def _grown(part: tuple[str, ...], known: _Known, enough: float) -> list[tuple[str, ...]]:
    """The groups of one component. What scores alone join to either end of a person's pair comes along with it."""
    if known.same:
        alone = _Growing(part, replace(known, same=[])).grown(enough)
        ends = {end for pair in known.same for end in pair}
        along = [pair for group in alone if ends.intersection(group) for pair in pairwise(group)]
        known = replace(known, same=[*known.same, *along])
    return _Growing(part, known).grown(enough)


def _pair(left: str, right: str) -> Pair:
    return (left, right) if left < right else (right, left)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the pairs of one component, each pair sorted."""

    scores: dict[Pair, float] = field(default_factory=dict)
    same: list[Pair] = field(default_factory=list)
    apart: list[Pair] = field(default_factory=list)
    leaving: set[str] = field(default_factory=set)


class _Growing:
    """The groups of one component while they grow; a group goes by its first id."""

    def __init__(self, component: tuple[str, ...], known: _Known) -> None:
        self.known = known
        self.members: dict[str, list[str]] = {one: [one] for one in component}
        self.sums: dict[str, dict[str, tuple[float, int]]] = {one: {} for one in component}
        self.apart: dict[str, set[str]] = defaultdict(set)
        for left, right in sorted(known.scores):
            self.sums[left][right] = self.sums[right][left] = (known.scores[left, right], 1)
        for left, right in known.apart:
            self.apart[left].add(right)
            self.apart[right].add(left)

    def grown(self, enough: float) -> list[tuple[str, ...]]:
        """Join what people joined, then the best pair of groups while its mean is ``enough``; with those who are
        leaving when nothing else joins."""
        for left, right in self.known.same:
            one, other = self._group_of(left), self._group_of(right)
            if one != other and self._may_join(one, other):
                self._join(one, other)
        last = {one for one in self.known.leaving if self.members.get(one) == [one]}
        for barred in (last, set[str]()) if last else (last,):
            self._grow(enough, barred)
        return [tuple(sorted(group)) for group in self.members.values()]

    def _grow(self, enough: float, barred: set[str]) -> None:
        waiting = sorted({entry for group in self.members for entry in self._offers(group, enough, barred)})
        while waiting:
            offer = heapq.heappop(waiting)
            if self._stands(*offer):
                group = self._join(*offer[1:])
                for entry in self._offers(group, enough, barred):
                    heapq.heappush(waiting, entry)

    def _group_of(self, one: str) -> str:
        return next(group for group, members in self.members.items() if one in members)

    def _offers(self, group: str, enough: float, barred: set[str]) -> Iterator[tuple[float, str, str]]:
        for other in self.sums[group] if group not in barred else ():
            if other not in barred and self._may_join(group, other) and (mean := self._mean(group, other)) >= enough:
                yield -mean, *_pair(group, other)

    def _stands(self, less: float, left: str, right: str) -> bool:
        """Whether an offer still holds after what was joined since it was made."""
        return {left, right} <= self.members.keys() and self._may_join(left, right) and -less == self._mean(left, right)

    def _may_join(self, left: str, right: str) -> bool:
        return right not in self.apart[left]

    def _mean(self, left: str, right: str) -> float:
        total, known = self.sums[left].get(right, (0.0, 0))
        pairs = len(self.members[left]) * len(self.members[right])
        return round((total + ABSENT * (pairs - known)) / pairs, 9)

    def _join(self, left: str, right: str) -> str:
        left, right = _pair(left, right)
        self.members[left].extend(self.members.pop(right))
        for other, (total, known) in self.sums.pop(right).items():
            del self.sums[other][right]
            if other != left:
                before, count = self.sums[left].get(other, (0.0, 0))
                self.sums[left][other] = self.sums[other][left] = (before + total, count + known)
        for other in self.apart.pop(right, set()):
            self.apart[other].discard(right)
            self.apart[other].add(left)
            self.apart[left].add(other)
        return left
