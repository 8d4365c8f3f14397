"""Scores: a logistic regression over named numbers, and what ships knows the names."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.link.made import found
from twosource.errors import WeightsError
from twosource.link import score
from twosource.link.compare import NAMES
from twosource.link.score import Scorer, best, kinds, scorers
from twosource.link.traits import CHOICES, TRAITS


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in place of the package's."""
    forget()
    monkeypatch.setattr("twosource.link.score.resources.files", lambda _: tmp_path)
    yield tmp_path / "weights.json"
    forget()


def forget() -> None:
    score._weights.cache_clear()
    score.scorers.cache_clear()


def scorer(bias: float = 0.0, **weights: float) -> Scorer:
    return Scorer(tuple(weights.get(name, 0.0) for name in NAMES), bias)


@pytest.mark.parametrize(
    ("made", "numbers", "expected"),
    [
        (scorer(), {}, 0.5),
        (scorer(math.log(3)), {}, 0.75),
        (scorer(cosine=math.log(3)), {"cosine": 1.0}, 0.75),
        (scorer(cosine=math.log(3)), {"terms": 1.0}, 0.5),
        (scorer(-math.log(3), cosine=2.0, days=-2.0), {"cosine": 1.0, "days": 1.0}, 0.25),
        (scorer(1e6), {}, 1.0),
        (scorer(-1e6), {}, 0.0),
    ],
)
def test_a_score_is_a_chance(made: Scorer, numbers: dict[str, float], expected: float) -> None:
    assert made(found(**numbers)) == pytest.approx(expected, abs=5e-5)


@settings(max_examples=60, deadline=None)
@given(st.floats(0, 1), st.floats(0, 1))
def test_more_of_what_speaks_for_it_never_lowers_a_score(one: float, other: float) -> None:
    less, more = sorted((one, other))
    made = scorer(-2.0, cosine=4.0)
    assert made(found(cosine=less)) <= made(found(cosine=more))
    assert made(found(cosine=less)) == round(made(found(cosine=less)), 4)


def test_what_ships_scores_between_0_and_1() -> None:
    none, much = found(), found(cosine=0.95, nearest=1, terms=1, terms_of_less=1, own=1, own_of_less=1)
    for one in scorers():
        assert 0 <= one(none) < one(much) <= 1
    assert scorers() is scorers()


def test_what_ships_weighs_traits_that_there_are_for_all_relations() -> None:
    assert set(kinds()) == set(CHOICES)
    for weights in kinds().values():
        assert "bias" in weights
        assert set(weights) <= {*TRAITS, "bias"}


def test_the_first_score_asks_nothing_of_the_network() -> None:
    unread, read = found(), found(same=1, agree=1, contradict=1)
    first, second = scorers()
    assert first(unread) == first(read)
    assert second(unread) != second(read)


def facts(**more: Any) -> dict[str, Any]:
    return {"first": {"bias": 0.0}, "second": {"bias": 0.0}, "kinds": {}} | more


def test_names_that_are_not_measured_are_an_error(shipped: Path) -> None:
    shipped.write_text(json.dumps(facts(second={"bias": 0.0, "moon": 1.0, "cosine": 1.0, "age": 2.0})))
    with pytest.raises(WeightsError, match="does not measure: age, moon"):
        scorers()


def test_names_that_are_not_weighed_weigh_nothing(shipped: Path) -> None:
    shipped.write_text(json.dumps(facts(first={"bias": 0.0, "cosine": 1.0})))
    first, second = scorers()
    assert first == scorer(cosine=1.0)
    assert second == scorer()


def test_absent_weights_are_an_error(shipped: Path) -> None:
    assert not shipped.exists()
    with pytest.raises(WeightsError, match=r"twosource/link/weights\.json is absent"):
        scorers()


def test_the_best_are_the_likeliest_then_the_first() -> None:
    one = found()
    scored = [(0.5, 1, 0, one), (0.9, 2, 2, one), (0.5, 0, 7, one), (0.5, 0, 1, one), (0.1, 0, 0, one)]
    expected = [(0.9, 2, 2), (0.5, 0, 1), (0.5, 0, 7), (0.5, 1, 0), (0.1, 0, 0)]
    for most in range(7):
        assert [entry[:3] for entry in best(scored, most)] == expected[:most]
        assert best(scored[::-1], most) == best(scored, most)
