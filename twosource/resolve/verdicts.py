"""What people have judged about sources: which signatures a judgement is about, and what it says of pairs of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.across import Anchor, Judgement, in_force
from twosource.records import Span
from twosource.resolve.signature import Signature
from twosource.resolve.spelling import fold

Places = Mapping[tuple[str, Span], str]
"""Article id and span of a mention → the id of its signature."""
Pair = tuple[str, str]
"""Two ids of signatures, in order."""

_ABOUT_PAIRS = ("same", "not-same", "unsure")


@dataclass(frozen=True, slots=True)
class Verdicts:
    """``ties`` are the groups that a person calls one, oldest first; ``parted`` the pairs called two; ``open_`` the
    pairs that a person is unsure of, so that no score joins them."""

    ties: tuple[tuple[str, ...], ...] = ()
    parted: frozenset[Pair] = frozenset()
    open_: frozenset[Pair] = frozenset()


def pair(a: str, b: str) -> Pair:
    """``a`` and ``b`` in order."""
    return (a, b) if a <= b else (b, a)


def about_sources(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements about pairs of sources that nobody took back, oldest first; of those about the same two anchors
    the last."""
    last: dict[tuple[str, ...], Judgement] = {}
    for one in in_force(judgements):
        if one.about == "source" and one.verdict in _ABOUT_PAIRS and one.right:
            last[_subject(one.left, one.right)] = one
    return sorted(last.values(), key=lambda one: (one.made_at, one.id))


def _subject(left: Anchor, right: Anchor) -> tuple[str, ...]:
    return tuple(
        sorted(f"{fold(one.name or one.record)}|{one.article or ''}|{one.span or ''}" for one in (left, right))
    )


def taken_out(judgements: Iterable[Judgement], words_at: Places) -> frozenset[tuple[str, Span]]:
    """The mentions, by article and span, that a person took out of all that goes by their words.

    That is a mention which is called another than a source, or which nobody is sure of, where the source is told by
    its name alone; and the left one of two mentions of the same words. ``words_at`` finds the signature that a mention
    has by its words. Of two mentions of different words each stands for all that goes by its own.
    """
    found: set[tuple[str, Span]] = set()
    for one in about_sources(judgements):
        left, right = _place(one.left), _place(one.right)
        if one.verdict == "same" or not (left or right):
            continue
        if left is None or right is None:
            found.update(place for place in (left, right) if place)
        elif left != right and words_at.get(left, left) == words_at.get(right, right):
            found.add(left)
    return frozenset(found)


def _place(anchor: Anchor | None) -> tuple[str, Span] | None:
    return (anchor.article, anchor.span) if anchor and anchor.article and anchor.span else None


def anchored(anchor: Anchor, signatures: Iterable[Signature], places: Places) -> tuple[str, ...]:
    """The ids of the signatures that ``anchor`` is about, sorted.

    Where its article and span are those of a mention that ``places`` knows: that mention's. Else all that go by its
    name (:attr:`Signature.label`, but for case and accents); of those that mean somebody only within an article, the
    ones of the anchor's article.
    """
    if anchor.article and anchor.span and (known := places.get((anchor.article, anchor.span))):
        return (known,)
    if not anchor.name:
        return ()
    name = fold(anchor.name)
    return tuple(sorted(one.id for one in signatures if fold(one.label) == name and _reaches(one, anchor)))


def _reaches(signature: Signature, anchor: Anchor) -> bool:
    return signature.article in (None, anchor.article)


def verdicts(signatures: Sequence[Signature], judgements: Iterable[Judgement], places: Places) -> Verdicts:
    """What ``judgements`` say of ``signatures``."""
    by_name: dict[str, list[Signature]] = {}
    for one in signatures:
        by_name.setdefault(fold(one.label), []).append(one)
    known = {one.id for one in signatures}
    ties: list[tuple[str, ...]] = []
    pairs: dict[str, set[Pair]] = {"not-same": set(), "unsure": set()}
    for given in about_sources(judgements):
        left, right = (
            known.intersection(anchored(side, by_name.get(fold(side.name or ""), ()), places))
            for side in (given.left, given.right)
            if side
        )
        both = {pair(a, b) for a in left for b in right if a != b}
        for earlier in pairs.values():
            earlier.difference_update(both)
        if given.verdict == "same":
            ties.append(tuple(sorted(left | right)))
        else:
            pairs[given.verdict] |= both
    return Verdicts(tuple(ties), frozenset(pairs["not-same"]), frozenset(pairs["unsure"]))
