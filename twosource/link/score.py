"""Evidence → the chance that two accounts are about one question: two logistic regressions, with and without the
network's reading of the pair.

:mod:`train.links` fits them on stories annotated by hand and writes ``weights.json``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from twosource.errors import WeightsError
from twosource.link.compare import NAMES, Evidence


@dataclass(frozen=True, slots=True)
class Scorer:
    """A logistic regression over :meth:`Evidence.numbers`."""

    weights: tuple[float, ...]
    bias: float

    def __call__(self, found: Evidence) -> float:
        """The chance, between 0 and 1, to four digits."""
        total = self.bias + sum(w * x for w, x in zip(self.weights, found.numbers(), strict=True))
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 4)


@cache
def _weights() -> dict[str, Any]:
    path = resources.files("twosource.link") / "weights.json"
    try:
        loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise WeightsError("this installation has no link weights: twosource/link/weights.json is absent") from error
    return loaded


@cache
def scorers() -> tuple[Scorer, Scorer]:
    """The one that picks the pairs to be read, and the one that decides."""
    return _scorer(_weights()["first"]), _scorer(_weights()["second"])


def kinds() -> Mapping[str, Mapping[str, float]]:
    """What :func:`twosource.link.traits.choice` weighs."""
    found: Mapping[str, Mapping[str, float]] = _weights()["kinds"]
    return found


def _scorer(facts: dict[str, float]) -> Scorer:
    unknown = facts.keys() - {*NAMES, "bias"}
    if unknown:
        raise WeightsError(f"link weights for what this code does not measure: {', '.join(sorted(unknown))}")
    return Scorer(tuple(facts.get(name, 0.0) for name in NAMES), facts["bias"])


def best(scored: Sequence[tuple[float, int, int, Evidence]], most: int) -> list[tuple[float, int, int, Evidence]]:
    """The ``most`` likeliest, ties by place, so that the choice is a function of the two articles alone."""
    return sorted(scored, key=lambda entry: (-entry[0], entry[1], entry[2]))[:most]
