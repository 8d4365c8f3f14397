"""Clusters: the signatures that are one source, as a pure function of the signatures and of what people judged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from twosource.across import Judgement
from twosource.resolve.groups import Cluster, Groups
from twosource.resolve.pairs import compared
from twosource.resolve.signature import Signature
from twosource.resolve.verdicts import Places, verdicts


def cluster(
    signatures: Iterable[Signature], *, judgements: Iterable[Judgement] = (), places: Places | None = None
) -> list[Cluster]:
    """The clusters of ``signatures``, sorted by id: the same in whatever order they come.

    Pairs that :func:`compare` joins are joined, the surest first, unless that would bring two together that are in
    conflict. A signature that fits two of those ("Smith" beside John and Jane Smith) is torn and joins neither. What a
    person called "same" is one with all that the scores join to either, whatever is in conflict there; what they called
    "not-same" is kept apart, and what they were "unsure" of is not joined by its score. ``places`` finds the signature
    of a mention that a judgement points at.
    """
    known = {one.id: one for one in signatures}
    ordered = [known[each] for each in sorted(known)]
    said = verdicts(ordered, judgements, places or {})
    scored = replace(said, ties=())
    pairs = compared(ordered, scored)
    matches = pairs.untorn()
    found = Groups(ordered, scored, pairs.apart).grown(matches)
    if not said.ties:
        return found
    mates = {one.id: each.id for each in found for one in each.signatures}
    return Groups(ordered, said, compared(ordered, said).apart, mates).grown(matches)
