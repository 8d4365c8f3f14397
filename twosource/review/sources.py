"""Cases about sources: mentions that were taken for one on little, and two that were not and may be one."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from twosource.across import Case, Source
from twosource.resolve import Cluster, Match, compare

LEAST = 0.07
"""Doubt from which a join is asked about: names that end alike, a capital for its government, an acronym written out.
A middle name more or less (.04) is not."""


def joins(found: Source, cluster: Cluster, counts: Mapping[str, int]) -> Iterator[Case]:
    """The case of a source whose least sure join leaves a doubt.

    ``counts`` are how many mentions each signature has, by id. ``worth`` is the doubt times how many mentions would be
    somebody else's, counted by doublings; it says nothing of propositions, so that a source's cases change with its
    mentions alone.
    """
    doubt = round(1 - found.score, 4)
    if cluster.seam is None or doubt < LEAST:
        return
    one, other = cluster.seam
    moved = min(counts.get(one.id, 0), counts.get(other.id, 0))
    names = f"“{one.label}” and “{other.label}” were taken for one"
    yield Case(
        about="source",
        left=found.id,
        doubt=doubt,
        worth=round(doubt * math.log2(1 + moved), 4),
        reasons=(names, *compare(one, other).reasons),
    )


TORN = 0.5
"""The chance that one which fits two that cannot be one is this one of them: it is the one or the other, or neither."""


def kept_apart(one: Source, other: Source, found: Match) -> Case:
    """The case of two sources that ``found``, the best match of their names, does not join: its score is too low, or
    one of the two fits others besides, with whom it cannot be one. ``doubt`` is the chance that they are one; ``worth``
    counts the mentions that would be somebody else's as :func:`joins` does. The same whichever comes first."""
    left, right = sorted((one, other), key=lambda each: each.id)
    doubt = TORN if found.joined else found.score
    moved = min(len(left.mentions), len(right.mentions))
    torn = ("one of them fits others too, which cannot all be one",) if found.joined else ()
    return Case(
        about="source",
        left=left.id,
        right=right.id,
        doubt=doubt,
        worth=round(doubt * math.log2(1 + moved), 4),
        reasons=(f"{_called(left)} and {_called(right)} were not taken for one", *found.reasons, *torn),
    )


def _called(one: Source) -> str:
    return f"“{one.name or one.role or one.kind}”"
