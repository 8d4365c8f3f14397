"""What tells relations apart: each trait by hand, and the choice among them."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.link.made import a_gist, found
from twosource.link.compare import NAMES, READING, Evidence
from twosource.link.traits import CHOICES, MOVES_ON, OWN, TRAITS, choice, traits

LONG = "the wreck of the Marigold lay in the bay"
TABLE: list[tuple[dict[str, Any], dict[str, Any], Evidence, set[str]]] = [
    ({}, {}, found(), set()),
    ({"polarity": "deny"}, {}, found(), {"denied"}),
    ({"polarity": "deny"}, {"polarity": "deny"}, found(), set()),
    ({}, {"polarity": "withhold"}, found(), {"left_open"}),
    ({"polarity": "deny"}, {"polarity": "withhold"}, found(), {"left_open"}),
    ({"polarity": "withhold"}, {"polarity": "withhold"}, found(), set()),
    ({"text": "He said it did not sink"}, {}, found(), {"negated"}),
    ({"text": "He said it didn’t sink"}, {"text": "It never sank"}, found(), set()),
    ({"text": "The note was by nobody"}, {"text": "The notes were long"}, found(), {"negated"}),
    ({}, {"content": f"by now {LONG}"}, found(), {"moves_on"}),
    ({"content": f"by now {LONG}"}, {}, found(), set()),
    ({"content": f"by now {LONG}"}, {"content": f"so far {LONG}"}, found(), set()),
    ({"published": "2025-03-04T08:00"}, {"published": "2025-03-04T09:00"}, found(), {"later"}),
    (
        {"published": "2025-03-03", "day": 9},
        {"published": "2025-03-04", "day": 10},
        found(days=0.1),
        {"later", "next_day"},
    ),
    ({}, {}, found(equal=1), {"amounts"}),
    ({}, {}, found(unequal=1), {"amounts"}),
    ({}, {}, found(own=0.85), {"text"}),
    ({}, {"content": "It sank"}, found(), {"few_words"}),
]


@pytest.mark.parametrize(("left", "right", "numbers", "expected"), TABLE)
def test_each_trait(left: dict[str, Any], right: dict[str, Any], numbers: Evidence, expected: set[str]) -> None:
    one, other = (a_gist(**{"content": LONG} | fields) for fields in (left, right))
    told = traits(one, other, numbers)
    assert {name for name in OWN if told[name]} == expected
    assert set(told.values()) - set(numbers.numbers()) <= {0.0, 1.0}


def test_traits_hold_the_evidence_that_is_counted() -> None:
    numbers = Evidence(*(number / 100 for number in range(len(NAMES))))
    told = traits(a_gist(), a_gist(), numbers)
    assert tuple(told) == TRAITS
    counted = {name: number for name, number in zip(NAMES, numbers.numbers(), strict=True) if name not in READING}
    assert {name: told[name] for name in told if name not in OWN} == counted


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the toll has risen to 19", True),
        ("the toll Rose to 19", True),
        ("an additional three bodies", True),
        ("it was later determined that nobody steered", True),
        ("the work is no longer under way", True),
        ("roses grew by the pier", False),
        ("the known facts led nowhere", False),
        ("three bodies", False),
    ],
)
def test_words_that_move_on(words: str, expected: bool) -> None:
    assert bool(MOVES_ON.search(words)) is expected


NOTHING = dict.fromkeys(TRAITS, 0.0)


def weights(**biases: float) -> dict[str, dict[str, float]]:
    return {kind: {"bias": biases.get(kind, 0.0)} for kind in CHOICES}


@pytest.mark.parametrize("kind", CHOICES)
def test_the_likeliest_is_chosen(kind: str) -> None:
    best, chance = choice(NOTHING, weights(**{kind: math.log(4)}))
    assert best == kind
    assert chance == pytest.approx(4 / 8)


def test_traits_turn_the_choice() -> None:
    table = weights(agrees=1)
    table["contradicts"] |= {"denied": 3.0, "cosine": -1.0}
    assert choice(NOTHING, table)[0] == "agrees"
    assert choice(NOTHING | {"denied": 1.0}, table)[0] == "contradicts"
    assert choice(NOTHING | {"denied": 1.0, "cosine": 2.5}, table)[0] == "agrees"


def test_of_equals_the_first_is_chosen() -> None:
    assert choice(NOTHING, weights()) == (CHOICES[0], pytest.approx(1 / len(CHOICES)))
    assert choice(NOTHING, weights(agrees=1, updates=1 + 1e-9))[0] == "agrees"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(-1000, 1000), min_size=5, max_size=5))
def test_the_chance_is_that_of_all_choices(totals: list[float]) -> None:
    best, chance = choice(NOTHING, weights(**dict(zip(CHOICES, totals, strict=True))))
    top = max(totals)
    assert dict(zip(CHOICES, totals, strict=True))[best] == pytest.approx(top, abs=1e-5)
    assert chance == pytest.approx(1 / sum(math.exp(total - top) for total in totals), abs=1e-4)
    assert 1 / len(CHOICES) - 1e-4 <= chance <= 1 + 1e-4
