"""What a new signature may touch: everything that joins, judged or scored, lead to from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from twosource.across import Anchor, Judgement
from twosource.resolve.blocking import id_key, keys, name_key
from twosource.resolve.compare import compare
from twosource.resolve.signature import Signature
from twosource.resolve.verdicts import Places, about_sources, anchored

Find = Callable[[frozenset[str]], Iterable[Signature]]
"""From keys to the signatures that have one of them (more may be given, which costs time only)."""


def component(
    new: Iterable[Signature], *, find: Find, judgements: Iterable[Judgement] = (), places: Places | None = None
) -> list[Signature]:
    """All signatures that chains of joins lead to from ``new``, sorted by id.

    Clustering them alone gives the clusters that they have when all are clustered, given the same ``judgements``.
    ``find`` must know the new ones too.
    """
    ties = [one for one in about_sources(judgements) if one.verdict == "same" and one.right]
    reached = {one.id: one for one in new}
    edge = sorted(reached)
    while edge:
        found: dict[str, Signature] = {}
        for one in edge:
            found.update(_beside(reached[one], find, reached.keys() | found.keys()))
            found.update(_tied(reached[one], ties, find, places or {}))
        edge = sorted(set(found) - set(reached))
        reached.update({one: found[one] for one in edge})
    return [reached[one] for one in sorted(reached)]


def _beside(one: Signature, find: Find, reached: Set[str]) -> Iterator[tuple[str, Signature]]:
    """What ``one`` is joined with; what is reached already is not compared, or many forms of one name would cost their
    square."""
    for other in find(keys(one)):
        if other.id not in reached and compare(one, other).joined:
            yield other.id, other


def _tied(one: Signature, ties: Sequence[Judgement], find: Find, places: Places) -> Iterator[tuple[str, Signature]]:
    for judgement in ties:
        sides = [side for side in (judgement.left, judgement.right) if side]
        if any(one.id in anchored(side, (one,), places) for side in sides):
            for side in sides:
                yield from _called(side, find, places)


def _called(anchor: Anchor, find: Find, places: Places) -> Iterator[tuple[str, Signature]]:
    """The signatures that an anchor is about, looked up by the mention that it points at and by its name."""
    looked = {name_key(anchor.name, article) for article in (None, anchor.article)} if anchor.name else set()
    if anchor.article and anchor.span and (known := places.get((anchor.article, anchor.span))):
        looked.add(id_key(known))
    candidates = {one.id: one for one in find(frozenset(looked))}
    for each in anchored(anchor, candidates.values(), places):
        if each in candidates:
            yield each, candidates[each]
