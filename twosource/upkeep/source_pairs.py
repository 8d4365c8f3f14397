"""Pairs of sources that may be one and were not joined: what is to be asked of them, kept with both."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.across import Source
from twosource.ledger import View, Writer
from twosource.resolve import Cluster, Match, Signature, compare
from twosource.resolve.verdicts import Verdicts, pair, verdicts
from twosource.review.sources import kept_apart
from twosource.upkeep.mentions import Spoken
from twosource.upkeep.signatures import CLUSTERS, beside, inside, read


@dataclass(frozen=True, slots=True)
class _Near:
    """A signature of another source that one of a source is near to."""

    own: Signature
    other: Signature
    match: Match

    @property
    def order(self) -> tuple[float, tuple[str, str]]:
        return self.match.score, pair(self.own.id, self.other.id)


def forget(writer: Writer, ids: Iterable[str]) -> None:
    """Drop the cases about a pair of which one is a source of ``ids``, also those that are kept with the other."""
    writer.drop_cases(case.id for case in writer.cases_of(ids) if case.about == "source" and case.right)


def put(writer: Writer, found: Sequence[tuple[Source, Cluster]], spoken: Spoken) -> None:
    """Keep the cases about pairs of which one is of ``found``, sources as they are stored with their clusters."""
    others = beside(writer, (each for _, own in found for each in own.signatures))
    of = writer.keys(CLUSTERS, {other.id for those in others.values() for other in those})
    near = [_near(own, others, of) for _, own in found]
    sources = {each.id: each for each in writer.sources(sorted(set().union(*near)))}
    found_apart = [
        kept_apart(one, sources[other], best[other].match)
        for (one, own), best in zip(found, near, strict=True)
        for other in sorted(best.keys() & sources.keys() - {one.id})
        if not _judged(writer, own, other, spoken)
    ]
    cases = {case.id: case for case in found_apart}
    owners = ((end, case) for case in cases.values() for end in (case.left, case.right) if end)
    writer.add_cases(owners)


def _near(
    own: Cluster, others: Mapping[str, Sequence[Signature]], of: Mapping[str, Collection[str]]
) -> Mapping[str, _Near]:
    """The sources that a cluster may be one with, each by the best match; ``others`` share a key with a signature, and
    are ``of`` a source."""
    members = {each.id for each in own.signatures}
    found = [
        _Near(each, other, match)
        for each in own.signatures
        for other in others[each.id]
        if other.id not in members and ((match := compare(each, other)).unsure or match.joined)
    ]
    best: dict[str, _Near] = {}
    for one in sorted(found, key=lambda one: one.order):
        best |= dict.fromkeys(of[one.other.id], one)
    return best


def _judged(view: View, own: Cluster, source: str, spoken: Spoken) -> bool:
    """Whether somebody said that the two are not one, or that they cannot tell."""
    if not spoken.judgements:
        return False
    theirs = read(view, inside(view, source)).values()
    said: Verdicts = verdicts([*own.signatures, *theirs], spoken.judgements, spoken.places)
    given = said.parted | said.open_
    return any(pair(each.id, other.id) in given for each in own.signatures for other in theirs)
