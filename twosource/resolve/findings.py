"""What the features of a comparison find, and how findings add up to a score."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from twosource.resolve.signature import Signature

JOINED = 0.8
"""Score from which two signatures are one source."""
UNSURE = 0.5
"""Score from which a person may be asked; below, they are taken for two."""
_TOP = 0.99


@dataclass(frozen=True, slots=True)
class Finding:
    """What a feature found: to which degree it holds (0 to 1), and a sentence that says so."""

    degree: float
    words: str


@dataclass(frozen=True, slots=True)
class Feature:
    """A named test of two signatures.

    A positive ``weight`` of a feature that ``identifies`` is the score that it gives alone; of another one it is added,
    or taken away. What ``parts`` leaves no room for any score.
    """

    weight: float
    find: Callable[[Signature, Signature], Finding | None]
    identifies: bool = False
    parts: bool = False

    @property
    def name(self) -> str:
        """That of its function."""
        return self.find.__name__.strip("_")


@dataclass(frozen=True, slots=True)
class Match:
    """How far two signatures are one source. ``conflict`` tells that they cannot be."""

    score: float
    reasons: tuple[str, ...]
    conflict: bool = False

    @property
    def joined(self) -> bool:
        """Whether the score is enough to take them for one."""
        return self.score >= JOINED

    @property
    def unsure(self) -> bool:
        """Whether they may be one and nothing is joined: a question for a person."""
        return UNSURE <= self.score < JOINED


def weigh(features: Sequence[Feature], a: Signature, b: Signature) -> Match:
    """The best of what identifies, and all that speaks for and against it (after logic_v2 of nomenklatura); the first
    of what parts them, if anything does."""
    for feature in features:
        if feature.parts and (finding := feature.find(a, b)):
            return Match(0.0, (finding.words,), conflict=True)
    one = max(
        (
            (feature.weight * finding.degree, finding.words)
            for feature in features
            if feature.identifies and (finding := feature.find(a, b))
        ),
        default=None,
    )
    if one is None:
        return Match(0.0, ())
    rest = [
        (feature.weight * finding.degree, finding.words)
        for feature in features
        if not feature.identifies and not feature.parts and (finding := feature.find(a, b))
    ]
    score = min(_TOP, max(0.0, one[0] + sum(weight for weight, _ in rest)))
    return Match(round(score, 4), (one[1], *(words for _, words in rest)))
