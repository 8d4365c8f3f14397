"""Cases about sources: mentions that were taken for one on little."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from twosource.across import Case, Source
from twosource.resolve import Cluster, compare

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
