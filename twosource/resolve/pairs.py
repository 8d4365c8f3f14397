"""The pairs of signatures that are joined by their score, and those that nothing but a person may bring together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from twosource.resolve.blocking import keys
from twosource.resolve.compare import compare
from twosource.resolve.findings import Match
from twosource.resolve.signature import Signature
from twosource.resolve.verdicts import Pair, Verdicts, pair

Beside = Mapping[str, set[str]]
"""The id of a signature → those of others."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """``matches`` are joined by their score; ``apart`` says which signatures of the same chains of matches are in
    conflict."""

    matches: Mapping[Pair, Match]
    apart: Beside

    def untorn(self) -> dict[Pair, Match]:
        """The matches but those of the torn, who match two that are in conflict; the torn keep those among them."""
        beside = _both_ways(self.matches)
        torn: set[str] = set()
        for one, others in self.apart.items():
            for other in others:
                torn |= beside.get(one, set()) & beside.get(other, set())
        return {two: match for two, match in self.matches.items() if len(torn.intersection(two)) != 1}


def compared(signatures: Sequence[Signature], said: Verdicts) -> Pairs:
    """All pairs that share a key, compared; and those whose ends chains of matches bring together. What a person
    parted or left open is no match."""
    known = {one.id: one for one in signatures}
    found = {two: compare(known[two[0]], known[two[1]]) for two in _sharing(signatures)}
    kept = {two: one for two, one in found.items() if one.joined and two not in said.open_ and two not in said.parted}
    apart = {two for two, match in found.items() if match.conflict} | said.parted
    for chain in _chains(kept, said):
        for two in combinations(chain, 2):
            if two not in found and compare(known[two[0]], known[two[1]]).conflict:
                apart.add(two)
    return Pairs(kept, _both_ways(apart))


def _sharing(signatures: Sequence[Signature]) -> set[Pair]:
    blocks: dict[str, list[str]] = defaultdict(list)
    for one in signatures:
        for key in keys(one):
            blocks[key].append(one.id)
    return {pair(a, b) for block in blocks.values() for a, b in combinations(block, 2)}


def _both_ways(pairs: Mapping[Pair, Match] | set[Pair]) -> dict[str, set[str]]:
    beside: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        beside[a].add(b)
        beside[b].add(a)
    return beside


def _chains(matches: Mapping[Pair, Match], said: Verdicts) -> Iterator[list[str]]:
    """The sorted ids that matches and a person's word connect."""
    beside = _both_ways(matches)
    for tie in said.ties:
        for one in tie:
            beside[one] |= {*tie}
    left = set(beside)
    while left:
        edge, chain = {left.pop()}, set()
        while edge:
            chain |= edge
            edge = {other for one in edge for other in beside[one]} - chain
        left -= chain
        yield sorted(chain)
