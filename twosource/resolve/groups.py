"""Groups of signatures under growth, and the clusters that they end as."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from twosource.resolve.findings import Match
from twosource.resolve.pairs import Beside
from twosource.resolve.signature import Signature
from twosource.resolve.verdicts import Pair, Verdicts, pair

_BY_PERSON = "a person's judgement"
_NO_MATES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Cluster:
    """One source. ``signatures`` are sorted by id; ``score`` is that of the least sure join, 1 where there was none or
    a person joined them; ``reasons`` are those of the joins, sorted. ``seam`` are the two signatures that the least
    sure join brought together, where a score did."""

    signatures: tuple[Signature, ...]
    score: float = 1.0
    reasons: tuple[str, ...] = ()
    seam: tuple[Signature, Signature] | None = None

    @property
    def id(self) -> str:
        """That of the first signature."""
        return self.signatures[0].id


class Groups:
    """Groups that begin with one signature each; ``apart`` says which are never brought together by a score, ``mates``
    by an equal value which are all the same, because only a person's word could part them."""

    def __init__(
        self, signatures: Sequence[Signature], said: Verdicts, apart: Beside, mates: Mapping[str, str] = _NO_MATES
    ) -> None:
        self._known = {one.id: one for one in signatures}
        self._said = said
        self._mates = mates
        self._apart = {one: set(apart.get(one, ())) for one in self._known}
        self._of = {one: one for one in self._known}
        self._members = {one: {one} for one in self._known}
        self._score = dict.fromkeys(self._known, 1.0)
        self._seam: dict[str, tuple[Signature, Signature]] = {}
        self._reasons: dict[str, set[str]] = {one: set() for one in self._known}

    def grown(self, matches: Mapping[Pair, Match]) -> list[Cluster]:
        """The clusters after what a person called one, and then ``matches``, the surest first; sorted by id."""
        for tie in self._said.ties:
            for a, b in pairwise(tie):
                self._tie(a, b)
        for (a, b), match in sorted(matches.items(), key=lambda item: (-item[1].score, item[0])):
            ours, theirs = self._of[a], self._of[b]
            mates = self._mates.get(a, a) == self._mates.get(b, b)
            if ours != theirs and (self._may_tie(ours, theirs) if mates else self._may_join(ours, theirs)):
                self._join(ours, theirs, match.score, match.reasons[0])
                self._seam[self._of[a]] = (self._known[a], self._known[b])
        return sorted(self._clusters(), key=lambda one: one.id)

    def _tie(self, a: str, b: str) -> None:
        """Joins on a person's word, which only another word of theirs prevents."""
        ours, theirs = self._of[a], self._of[b]
        if ours != theirs and self._may_tie(ours, theirs):
            self._join(ours, theirs, 1.0, _BY_PERSON)

    def _may_tie(self, ours: str, theirs: str) -> bool:
        return not any(pair(x, y) in self._said.parted for x in self._members[ours] for y in self._members[theirs])

    def _may_join(self, ours: str, theirs: str) -> bool:
        return self._members[theirs].isdisjoint(self._apart[ours])

    def _join(self, ours: str, theirs: str, score: float, reason: str) -> None:
        if len(self._members[ours]) < len(self._members[theirs]):
            ours, theirs = theirs, ours
        for one in self._members[theirs]:
            self._of[one] = ours
        self._members[ours] |= self._members.pop(theirs)
        self._apart[ours] |= self._apart[theirs]
        self._reasons[ours] |= {reason, *self._reasons[theirs]}
        self._score[ours] = min(score, self._score[ours], self._score[theirs])

    def _clusters(self) -> Iterator[Cluster]:
        for group, members in self._members.items():
            found = tuple(self._known[one] for one in sorted(members))
            reasons = tuple(sorted(self._reasons[group]))
            yield Cluster(found, self._score[group], reasons, self._seam.get(group))
