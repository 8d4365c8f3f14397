"""The scores of links, fitted on stories annotated by hand: `python -m train.links --help`.

Two logistic regressions over :class:`twosource.link.compare.Evidence`, with a ridge: the first picks, out of all
pairs of two articles, those that the network reads; the second decides on these. Fitted on the stories of
:mod:`gate.annotated` that are there to develop and train on. Their worth is measured with each story left out in turn
(``--left-out``), the shipped file on the blind ones (:mod:`gate.stories`).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from gate import DATA
from gate.annotated import Story, stories
from twosource.link.compare import NAMES, READING, Evidence, evidence
from twosource.link.gist import gist, told
from twosource.link.pairs import LEAST_COSINE, LEAST_FIRST, MOST_READ, SURE_FIRST, Side
from twosource.link.score import Scorer, best
from twosource.link.traits import CHOICES, TRAITS, traits
from twosource.model.pairs import PairReader

FILE = Path(__file__).parents[1] / "twosource" / "link" / "weights.json"
RIDGE = 1e-3
KIND_RIDGE = 1e-2

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Lesson:
    """A pair with its evidence: ``where`` are the two articles, ``alike`` whether it is one question."""

    where: tuple[int, int]
    ids: tuple[str, str]
    places: tuple[int, int]
    found: Evidence
    alike: bool
    texts: tuple[str, str]


def lessons(story: Story, reader: PairReader) -> list[Lesson]:
    """All pairs of a story that are compared at all, without the network's reading."""
    sides = []
    for own in story.accounts:
        vectors = reader.vectors([told(account) for account in own])
        sides.append(Side(tuple(gist(account) for account in own), vectors.astype(np.float16).astype(np.float32)))
    found = []
    for x, left in enumerate(sides):
        for y, right in enumerate(sides[x:], start=x):
            cosines = np.round(left.vectors @ right.vectors.T, 4)
            others = left.gists if x == y else right.gists
            for i, j, each in evidence(left.gists, others, cosines, least=LEAST_COSINE):
                one, other = sorted((left.gists[i], others[j]), key=lambda g: g.order)
                numbers = [story.number_of.get(end.id) for end in (one, other)]
                known = [number for number in numbers if number is not None and number not in story.skip]
                if len(known) == 2:
                    groups = {story.group_of[number] for number in known}
                    texts = (one.text, other.text)
                    found.append(Lesson((x, y), (one.id, other.id), (i, j), each, len(groups) == 1, texts))
    return found


def read(picked: Sequence[Lesson], reader: PairReader) -> list[Lesson]:
    """``picked`` with the network's reading."""
    readings = reader.read([lesson.texts for lesson in picked])
    return [
        replace(lesson, found=lesson.found.with_reading(reading))
        for lesson, reading in zip(picked, readings, strict=True)
    ]


def picked(found: Sequence[Lesson], first: Scorer) -> list[Lesson]:
    """What :func:`twosource.link.pairs.links` has read."""
    chosen = []
    for where in sorted({lesson.where for lesson in found}):
        scored = [(first(lesson.found), *lesson.places, lesson) for lesson in found if lesson.where == where]
        likely = [entry for entry in scored if LEAST_FIRST <= entry[0] < SURE_FIRST]
        chosen += [entry[3] for entry in best(likely, MOST_READ)]
    return chosen


def related(story: Story, known: Sequence[Lesson]) -> Iterator[tuple[dict[str, float], str]]:
    """The traits and relations of annotated pairs that are about one question, as far as they are compared at all."""
    gists = {account.id: gist(account) for own in story.accounts for account in own}
    by_ids = {lesson.ids: lesson.found for lesson in known}
    account_of = story.account_of
    for left, right, relation in story.pairs:
        if relation in CHOICES and left in account_of and right in account_of:
            one, other = sorted((gists[account_of[left]], gists[account_of[right]]), key=lambda g: g.order)
            if found := by_ids.get((one.id, other.id)):
                yield traits(one, other, found), relation


def fit_kinds(rows: Sequence[tuple[dict[str, float], str]]) -> dict[str, dict[str, float]]:
    """A multinomial logistic regression by gradient descent, over traits of unit variance."""
    table = np.array([[found[name] for name in TRAITS] for found, _ in rows])
    goal = np.array([[float(kind == choice) for choice in CHOICES] for _, kind in rows])
    mean, scale = table.mean(0), np.maximum(table.std(0), 0.1)
    ones = np.c_[(table - mean) / scale, np.ones(len(table))]
    weights = np.zeros((len(TRAITS) + 1, len(CHOICES)))
    ridge = KIND_RIDGE * np.r_[np.ones(len(TRAITS)), 0.0][:, None]
    for _ in range(3000):
        chance = np.exp(ones @ weights)
        chance /= chance.sum(1, keepdims=True)
        weights -= 0.3 * (ones.T @ (chance - goal) / len(table) + ridge * weights)
    plain = weights[:-1] / scale[:, None]
    bias = weights[-1] - mean @ plain
    return {
        choice: {name: round(float(w), 4) for name, w in zip(TRAITS, plain[:, at], strict=True)}
        | {"bias": round(float(bias[at]), 4)}
        for at, choice in enumerate(CHOICES)
    }


def fit(found: Sequence[Lesson], *, reading: bool) -> Scorer:
    """A logistic regression by Newton's method, with features of unit variance while it is fitted."""
    table = np.array([lesson.found.numbers() for lesson in found])
    used = np.array([reading or name not in READING for name in NAMES])
    table = table * used
    goal = np.array([float(lesson.alike) for lesson in found])
    mean, scale = table.mean(0), np.maximum(table.std(0), 1e-3)
    ones = np.c_[(table - mean) / scale, np.ones(len(table))]
    ridge = RIDGE * len(table) * np.r_[np.ones(len(NAMES)), 0.0]
    weights = np.zeros(len(NAMES) + 1)
    for _ in range(50):
        chance = 1 / (1 + np.exp(-ones @ weights))
        slope = ones.T @ (chance - goal) + ridge * weights
        curve = (ones * (chance * (1 - chance))[:, None]).T @ ones + np.diag(ridge + 1e-9)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    plain = weights[:-1] / scale * used
    return Scorer(tuple(round(float(w), 5) for w in plain), round(float(weights[-1] - plain @ mean), 5))


def written(first: Scorer, second: Scorer, kinds: dict[str, dict[str, float]]) -> str:
    """All of it as the package reads it."""
    parts: dict[str, Any] = {
        name: {**{n: w for n, w in zip(NAMES, scorer.weights, strict=True) if w}, "bias": scorer.bias}
        for name, scorer in (("first", first), ("second", second))
    }
    return json.dumps(parts | {"kinds": kinds}, indent=1) + "\n"


def main() -> None:
    """Read the options, fit, write."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--data", type=Path, default=DATA)
    options.add_argument("--out", type=Path, default=FILE)
    options.add_argument("--relation", type=Path, help="the relation network; default: the one that ships")
    chosen = options.parse_args()
    reader = PairReader(threads=2, weights=chosen.relation.read_bytes() if chosen.relation else None)
    listed = list(stories(chosen.data, ["fit", "train"]))
    found = [lessons(story, reader) for story in listed]
    new = [own for story, own in zip(listed, found, strict=True) if story.use == "fit"]
    first = fit([lesson for own in found for lesson in own], reading=False)
    readings = [read(picked(own, first), reader) for own in new]
    second = fit([lesson for own in readings for lesson in own], reading=True)
    pairs = [pair for story, own in zip(listed, found, strict=True) for pair in related(story, own)]
    chosen.out.write_text(written(first, second, fit_kinds(pairs)), encoding="utf-8")
    alike = sum(lesson.alike for own in found for lesson in own)
    kept = sum(lesson.alike for own in readings for lesson in own)
    print(f"{sum(map(len, found))} pairs, {alike} alike; {sum(map(len, readings))} read, {kept} of them alike")
    print(f"{len(pairs)} annotated pairs: {dict(Counter(kind for _, kind in pairs))}")


if __name__ == "__main__":
    main()
