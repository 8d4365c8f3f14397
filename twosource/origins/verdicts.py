"""What people judged of pairs of accounts: that they go back to one origin, or that they do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from twosource.across import Anchor, Judgement, in_force
from twosource.origins.joins import Join
from twosource.origins.voices import Voice

Found = tuple[int, int, Judgement]


def judged(voices: Sequence[Voice], judgements: Sequence[Judgement]) -> Iterator[Join]:
    """A join for every pair that the last verdict about it calls the same."""
    for left, right, verdict in _pairs(voices, judgements, "same"):
        by = f" ({verdict.by})" if verdict.by else ""
        note = f": {verdict.note}" if verdict.note else ""
        yield Join(left, right, "utterance", f"judged to have one origin{by}{note}")


def apart(voices: Sequence[Voice], judgements: Sequence[Judgement]) -> frozenset[tuple[int, int]]:
    """The pairs that the last verdict about them keeps apart."""
    return frozenset((left, right) for left, right, _ in _pairs(voices, judgements, "not-same"))


def _pairs(
    voices: Sequence[Voice], judgements: Sequence[Judgement], verdict: Literal["same", "not-same"]
) -> Iterator[Found]:
    last: dict[tuple[int, int], Judgement] = {}
    for judgement in in_force(judgements):
        ends = [_place(voices, end) for end in (judgement.left, judgement.right) if end]
        if judgement.about == "attribution" and len(ends) == 2 and None not in ends:
            left, right = sorted(place for place in ends if place is not None)
            last[left, right] = judgement
    for (left, right), judgement in sorted(last.items(), key=lambda item: item[0]):
        if judgement.verdict == verdict and left != right and voices[left].stance == voices[right].stance:
            yield left, right, judgement


def _place(voices: Sequence[Voice], anchor: Anchor) -> int | None:
    """The account that ``anchor`` is about: by its id, else by where it stands in its article."""
    for place, voice in enumerate(voices):
        if voice.account.id == anchor.record:
            return place
    for place, voice in enumerate(voices):
        start, end = voice.account.attribution.content[0]
        if anchor.article == voice.article and anchor.span and anchor.span[0] < end and start < anchor.span[1]:
            return place
    return None
