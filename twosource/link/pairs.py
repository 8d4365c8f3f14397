"""Two near articles → the links between their accounts.

In three steps, each over fewer pairs: cosines of all pairs, a score of what can be counted, and the network's reading
of the likeliest. All is a function of the two articles alone, so links do not depend on what else is known, nor on
the order in which it came.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from twosource.across import Link
from twosource.language.telling import counting_words
from twosource.link.compare import Evidence, evidence
from twosource.link.gist import Gist
from twosource.link.relation import relation
from twosource.link.score import best, scorers
from twosource.link.terms import stem
from twosource.model.pairs import Reading
from twosource.model.tags import Floats

LEAST_COSINE = 0.35
"""Of the pairs about one question that would be read in 18 stories 99 % have more; of all pairs half do not."""

LEAST_FIRST = 0.02
"""First score of a pair that may be read. Below it are 7 % of the pairs about one question that are among the likeliest
of their articles, and half of all pairs."""

MOST_READ = 4
"""Pairs read of two articles. Reading is what costs time; of six stories B³ is .801 with none read, .805 with four,
.807 with twelve."""

SURE_FIRST = 0.9
"""First score from which a pair is not read: nearly all of them are reprints."""

LEAST = 0.05
"""Links of a smaller score are not kept."""

Scored = tuple[float, int, int, Evidence]
Read = Callable[[Sequence[tuple[str, str]]], list[Reading]]


@dataclass(frozen=True, slots=True)
class Side:
    """The accounts of one article, in order, with their vectors (accounts, width)."""

    gists: tuple[Gist, ...]
    vectors: Floats


def links(left: Side, right: Side, read: Read, *, at: Collection[str] = ()) -> Iterator[Link]:
    """The links between two articles, or within one (``left is right``). ``read`` is
    :meth:`twosource.model.pairs.PairReader.read`. Where ``at`` names accounts, only the links that have all of these
    for an end, each as it is among all."""
    left, right = sorted((left, right), key=_first)
    found = scored(left, right)
    likely = [entry for entry in found if LEAST_FIRST <= entry[0] < SURE_FIRST]
    wanted = set(at)
    chosen = [(i, j) for _, i, j, _ in best(likely, MOST_READ) if wanted <= {left.gists[i].id, right.gists[j].id}]
    asked = [_ordered(left.gists[i], right.gists[j]) for i, j in chosen]
    readings = dict(zip(chosen, read([(one.text, other.text) for one, other in asked]), strict=True))
    _, decide = scorers()
    for score, i, j, one in found:
        if not wanted <= {left.gists[i].id, right.gists[j].id}:
            continue
        whole = one.with_reading(readings[i, j]) if (i, j) in readings else one
        final = decide(whole) if whole is not one else score
        if final >= LEAST:
            yield _link(*_ordered(left.gists[i], right.gists[j]), whole, final)


def _first(side: Side) -> list[tuple[str, str, int, str]]:
    """Sorts two articles: ties among the likeliest go by place, and products by the order of their factors."""
    return [one.order for one in side.gists[:1]]


def scored(left: Side, right: Side) -> list[Scored]:
    """All pairs that are compared at all, each with its first score, its places and the evidence."""
    if not left.gists or not right.gists:
        return []
    cosines = np.round(left.vectors @ right.vectors.T, 4)
    gists = left.gists if left is right else right.gists
    first, _ = scorers()
    return [(first(e), i, j, e) for i, j, e in evidence(left.gists, gists, cosines, least=LEAST_COSINE)]


def _ordered(one: Gist, other: Gist) -> tuple[Gist, Gist]:
    return (one, other) if one.order <= other.order else (other, one)


def _link(earlier: Gist, later: Gist, found: Evidence, score: float) -> Link:
    kind, reasons = relation(earlier, later, found)
    left, right = (earlier, later)
    if kind in ("supports", "doubts") and later.target == earlier.id:
        left, right = later, earlier
    return Link(left=left.id, right=right.id, relation=kind, score=score, reasons=(*reasons, *_shared(left, right)))


def _shared(left: Gist, right: Gist) -> Iterator[str]:
    """The rarest words in common, as the left one has them."""
    worths = left.terms.worths
    shared = worths.keys() & right.terms.worths.keys()
    both = {word: worths[stem(word)] for word in counting_words(left.text) if stem(word) in shared}
    if both:
        yield f"words in common: {', '.join(sorted(both, key=lambda word: (-both[word], word))[:4])}"
