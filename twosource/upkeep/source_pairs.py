"""Pairs of sources that may be one and were not joined: what is to be asked of them, kept with both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.across import Case, Source
from twosource.ledger import View, Writer
from twosource.resolve import Cluster, Match, Signature, compare, keys
from twosource.resolve.verdicts import Verdicts, pair, verdicts
from twosource.review.sources import kept_apart
from twosource.upkeep.mentions import Spoken
from twosource.upkeep.signatures import CLUSTERS, found_by, inside, read


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
    cases: dict[str, Case] = {}
    for one, own in found:
        cases |= {case.id: case for case in _cases(writer, one, own, spoken)}
    owners = ((end, case) for case in cases.values() for end in (case.left, case.right) if end)
    writer.add_cases(owners)


def _cases(view: View, one: Source, own: Cluster, spoken: Spoken) -> Iterator[Case]:
    near = _near(view, own)
    sources = {found.id: found for found in view.sources(sorted(near))}
    for other, best in sorted(near.items()):
        if other != one.id and other in sources and not _judged(view, own, other, spoken):
            yield kept_apart(one, sources[other], best.match)


def _near(view: View, own: Cluster) -> Mapping[str, _Near]:
    """The sources that a cluster may be one with, each by the best match."""
    members = {each.id for each in own.signatures}
    found = [
        _Near(each, other, match)
        for each in own.signatures
        for other in sorted(found_by(view, keys(each)), key=lambda one: one.id)
        if other.id not in members and ((match := compare(each, other)).unsure or match.joined)
    ]
    of = view.keys(CLUSTERS, sorted({one.other.id for one in found}))
    best: dict[str, _Near] = {}
    for one in sorted(found, key=lambda one: one.order):
        best |= dict.fromkeys(of[one.other.id], one)
    return best


def _judged(view: View, own: Cluster, other: str, spoken: Spoken) -> bool:
    """Whether somebody said that the two are not one, or that they cannot tell."""
    if not spoken.judgements:
        return False
    theirs = read(view, inside(view, other)).values()
    said: Verdicts = verdicts([*own.signatures, *theirs], spoken.judgements, spoken.places)
    given = said.parted | said.open_
    return any(pair(each.id, beside.id) in given for each in own.signatures for beside in theirs)
