"""The fits find what was put into the data."""

from __future__ import annotations

import random

import pytest

from tests.link.made import found
from train.links import Lesson, fit, fit_kinds, picked
from twosource.link.pairs import MOST_READ
from twosource.link.traits import CHOICES, TRAITS, choice


def lessons(number: int) -> list[Lesson]:
    """Pairs that are alike where their cosine is above a half, whatever the network reads."""
    chance = random.Random(3)
    made = []
    for at in range(number):
        cosine = chance.random()
        evidence = found(cosine=cosine, same=chance.random())
        made.append(Lesson((0, 1), ("a", str(at)), (at, at), evidence, cosine > 0.5, ("", "")))
    return made


def test_a_scorer_is_fitted_with_and_without_reading() -> None:
    known = lessons(400)
    for reading in (False, True):
        scorer = fit(known, reading=reading)
        right = sum((scorer(lesson.found) > 0.5) == lesson.alike for lesson in known)
        assert right > 0.95 * len(known)
    blind = fit(known, reading=False)
    assert blind(found(cosine=0.5, same=0.0)) == blind(found(cosine=0.5, same=1.0))


def test_what_is_picked_is_what_would_be_read() -> None:
    known = lessons(400)
    scorer = fit(known, reading=False)
    chosen = picked(known, scorer)
    assert len(chosen) == MOST_READ
    left = [scorer(lesson.found) for lesson in known if lesson not in chosen]
    assert min(scorer(lesson.found) for lesson in chosen) >= max(s for s in left if s < 0.9)


@pytest.mark.parametrize("relation", CHOICES)
def test_relations_are_fitted(relation: str) -> None:
    trait = TRAITS[CHOICES.index(relation)]  # type: ignore[arg-type]
    rows = [
        ({name: float(name == TRAITS[at]) for name in TRAITS}, kind)
        for at, kind in enumerate(CHOICES)
        for _ in range(20)
    ]
    assert choice({name: float(name == trait) for name in TRAITS}, fit_kinds(rows))[0] == relation
