"""Evidence of pairs: each number by hand, and the same whichever article comes first."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.link.made import FOUR, RUTH, a_gist, found, told
from tests.origins.made import body, outlet, person, unnamed
from tests.resolve.given import signatures
from twosource.link.compare import (
    NAMES,
    Evidence,
    amounts,
    compatible,
    days_between,
    evidence,
    speaker_score,
    spoken_for,
    times_apart,
)
from twosource.link.gist import Amount, Gist, gist
from twosource.model.pairs import Reading
from twosource.model.tags import Floats
from twosource.records import Bound, Interval, Mention
from twosource.resolve import Signature


def figure(low: float | None, high: float | None, bound: Bound = "exact", unit: str = "body") -> Amount:
    return Amount(low, high, bound, unit)


COMPATIBLE = [
    (figure(19, 19), figure(19, 19), True),
    (figure(19, 19), figure(16, 16), False),
    (figure(19, 19), figure(16, None, "at_least"), True),
    (figure(12, 12), figure(16, None, "at_least"), False),
    (figure(19, 19), figure(None, 20, "at_most"), True),
    (figure(21, 21), figure(None, 20, "at_most"), False),
    (figure(16, None, "at_least"), figure(None, 16, "at_most"), True),
    (figure(17, None, "at_least"), figure(None, 16, "at_most"), False),
    (figure(10, 20), figure(20, 30), True),
    (figure(10, 20), figure(21, 30), False),
    (figure(100, 100, "about"), figure(96, 96), True),
    (figure(100, 100, "about"), figure(90, 90), False),
    (figure(None, None), figure(5, 5), True),
    (figure(0, 0), figure(0, 0, "about"), True),
]


@pytest.mark.parametrize(("a", "b", "expected"), COMPATIBLE)
def test_figures_that_can_both_be_right(a: Amount, b: Amount, expected: bool) -> None:
    assert compatible(a, b) is expected
    assert compatible(b, a) is expected


ENDS = st.none() | st.integers(-30, 30)


@st.composite
def some_amounts(draw: st.DrawFn) -> Amount:
    low, high = draw(ENDS), draw(ENDS)
    if low is not None and high is not None:
        low, high = sorted((low, high))
    return figure(low, high, draw(st.sampled_from(("exact", "about"))), draw(st.sampled_from(("body", "boat"))))


@settings(max_examples=60, deadline=None)
@given(some_amounts(), some_amounts())
def test_figures_agree_with_each_other_or_not(a: Amount, b: Amount) -> None:
    assert compatible(a, b) == compatible(b, a)
    assert compatible(a, a)
    if "about" not in (a.bound, b.bound):
        both = [
            n
            for n in range(-40, 41)
            if all((x.low is None or x.low <= n) and (x.high is None or n <= x.high) for x in (a, b))
        ]
        assert compatible(a, b) is bool(both)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([], [], (False, False)),
        ([figure(4, 4)], [], (False, False)),
        ([figure(4, 4)], [figure(4, 4)], (True, False)),
        ([figure(4, 4)], [figure(5, 5)], (False, True)),
        ([figure(4, 4)], [figure(4, 4, unit="boat")], (False, False)),
        ([figure(4, 4), figure(2, 2, unit="boat")], [figure(4, 4), figure(3, 3, unit="boat")], (True, True)),
        ([figure(4, 4, unit="")], [figure(5, 5, unit="")], (False, True)),
    ],
)
def test_figures_of_one_unit(left: list[Amount], right: list[Amount], expected: tuple[bool, bool]) -> None:
    assert amounts(left, right) == amounts(right, left) == expected


def when(start: str, end: str) -> Interval:
    return Interval(start=start, end=end, text="then")


MONDAY, TUESDAY = when("2025-03-03", "2025-03-04"), when("2025-03-04", "2025-03-05")
NIGHT = when("2025-03-03T22:00", "2025-03-04T06:00")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (None, None, False),
        (MONDAY, None, False),
        (MONDAY, MONDAY, False),
        (MONDAY, TUESDAY, True),
        (when("2025-03-01", "2025-04-01"), TUESDAY, False),
        (when("2025-03-04T09:00", "2025-03-04T09:01"), TUESDAY, False),
        (when("2025-03-04T09:00", "2025-03-04T09:01"), MONDAY, True),
        (NIGHT, MONDAY, False),
        (NIGHT, TUESDAY, False),
        (NIGHT, when("2025-03-05", "2025-03-06"), True),
        (when("2025-03-03T18:00", "2025-03-04T00:00"), TUESDAY, True),
    ],
)
def test_times_apart(a: Interval | None, b: Interval | None, expected: bool) -> None:
    assert times_apart(a, b) is expected
    assert times_apart(b, a) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"), [(5, 5, 0), (5, 7, 2), (5, 15, 10), (5, 500, 10), (5, None, 0), (None, None, 0)]
)
def test_days_between(a: int | None, b: int | None, expected: float) -> None:
    one, other = a_gist(day=a), a_gist(day=b)
    assert days_between(one, other) == days_between(other, one) == expected


UNION = body("Tarn Rail Union")
SPOKESMAN = Mention(name=None, kind="person", anonymity="role-only", role="spokesman", affiliation="Tarn Rail Union")
SPEAKERS: list[tuple[tuple[Mention, ...], tuple[Mention, ...], bool]] = [
    ((RUTH,), (RUTH,), True),
    ((RUTH,), (outlet("Bay Courier"), RUTH), True),
    ((outlet("Bay Courier"),), (outlet("Bay Courier"), RUTH), True),
    ((outlet("Bay Courier"), RUTH), (outlet("Bay Courier"), person("Omar Stern")), False),
    ((RUTH,), (person("Omar Stern"),), False),
    ((RUTH,), (), False),
    ((UNION,), (SPOKESMAN,), True),
    ((SPOKESMAN,), (SPOKESMAN,), True),
    ((UNION,), (unnamed("driver", "Tarn Rail Union"),), False),
    ((UNION,), (unnamed("spokesman", "Vesk Water Board"),), False),
    (
        (person("Ivo Tarn", "spokesman", "Tarn Rail Union"),),
        (person("Ana Vesk", "spokeswoman", "Tarn Rail Union"),),
        False,
    ),
]


@pytest.mark.parametrize(("left", "right", "expected"), SPEAKERS)
def test_whether_one_speaks_in_both(left: tuple[Mention, ...], right: tuple[Mention, ...], expected: bool) -> None:
    one, other = gist(told("He", "said", FOUR, *left)), gist(told("She", "said", "it sank", *right))
    assert (speaker_score(one, other) >= 0.6) is expected
    assert speaker_score(one, other) == speaker_score(other, one)


def test_who_speaks_for_a_body_counts_less_than_the_body() -> None:
    union, spokesman = (gist(told("It", "said", FOUR, each)) for each in (UNION, SPOKESMAN))
    assert 0 < speaker_score(union, spokesman) < speaker_score(union, union) == 1


@settings(max_examples=60, deadline=None)
@given(signatures(), signatures())
def test_speaking_for_is_mutual(a: Signature, b: Signature) -> None:
    assert spoken_for(a, b) == spoken_for(b, a)
    assert 0 <= spoken_for(a, b) <= 1


FIELDS: list[tuple[dict[str, Any], dict[str, Any], dict[str, float]]] = [
    ({}, {}, {"terms": 1, "terms_of_less": 1, "own": 1, "own_of_less": 1, "opposed": 0, "strangers": 0}),
    ({}, {}, {"brief": 11 / 12, "speaker": 1, "names": 1, "days": 0, "apart": 0, "equal": 0, "unequal": 0}),
    ({"polarity": "deny"}, {}, {"opposed": 1}),
    ({"names": frozenset("ab")}, {"names": frozenset("bcd")}, {"names": 0.5, "strangers": 0}),
    ({"names": frozenset("ab")}, {"names": frozenset("cd")}, {"names": 0, "strangers": 1}),
    ({"names": frozenset("ab")}, {"names": frozenset()}, {"names": 0, "strangers": 0}),
    ({"content": "It sank"}, {}, {"brief": 2 / 12}),
    ({"content": "so " * 40}, {"content": "so " * 50}, {"brief": 1}),
    ({"day": 4}, {"day": 9}, {"days": 0.5}),
    ({"about": MONDAY}, {"about": TUESDAY}, {"apart": 1}),
    ({"amounts": (figure(4, 4),)}, {"amounts": (figure(5, 5),)}, {"equal": 0, "unequal": 1}),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "expected"), FIELDS)
def test_each_number(left: dict[str, Any], right: dict[str, Any], expected: dict[str, float]) -> None:
    ((i, j, one),) = evidence([a_gist(**left)], [a_gist(**right)], np.array([[0.7]], np.float32), least=0.3)
    assert (i, j) == (0, 0)
    assert one.cosine == pytest.approx(0.7)
    assert (one.nearest, one.one_article) == (1, 0)
    assert {name: getattr(one, name) for name in expected} == pytest.approx(expected)


POOL = [
    a_gist(),
    a_gist("nobody had drowned", polarity="deny"),
    gist(told("Omar Stern", "said", "the ferry Marigold had sunk in the bay", person("Omar Stern"))),
    a_gist("16 boats of Anna Feld had burned", amounts=(figure(16, None, "at_least", "boat"),), about=MONDAY),
    a_gist("12 boats had burned", amounts=(figure(12, 12, unit="boat"),), about=TUESDAY, day=None),
    gist(told("It", "emerged", "the Marigold had been sold", published="2025-03-09")),
]


@st.composite
def two_articles(draw: st.DrawFn) -> tuple[list[Gist], list[Gist], Floats]:
    left = draw(st.lists(st.sampled_from(POOL), min_size=1, max_size=4))
    right = draw(st.lists(st.sampled_from(POOL), min_size=1, max_size=4))
    cosines = draw(st.lists(st.sampled_from((0.2, 0.35, 0.5, 0.5001, 0.8)), min_size=16, max_size=16))
    return left, right, np.array(cosines[: len(left) * len(right)]).reshape(len(left), len(right))


@settings(max_examples=60, deadline=None)
@given(two_articles())
def test_which_article_comes_first_is_no_matter(two: tuple[list[Gist], list[Gist], Floats]) -> None:
    left, right, cosines = two
    there = {(i, j): one for i, j, one in evidence(left, right, cosines, least=0.35)}
    back = {(j, i): one for i, j, one in evidence(right, left, cosines.T, least=0.35)}
    assert there == back
    assert there.keys() == {(i, j) for i in range(len(left)) for j in range(len(right)) if cosines[i, j] >= 0.35}
    assert all(0 <= number <= 1 for one in there.values() for number in one.numbers())


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 5), st.integers(1, 5))
def test_nearest_counts_those_that_are_nearer(seed: int, rows: int, columns: int) -> None:
    cosines = np.random.default_rng(seed).permutation(rows * columns).reshape(rows, columns) / 100 + 0.4
    left, right = [POOL[0]] * rows, [POOL[1]] * columns
    for i, j, one in evidence(left, right, cosines, least=0.3):
        nearer = sum(cosines[i] > cosines[i, j]) + sum(cosines[:, j] > cosines[i, j])
        assert one.nearest == pytest.approx(1 / (1 + nearer))


def test_of_one_article_each_pair_is_compared_once() -> None:
    own = POOL[:3]
    cosines = np.array([[1, 0.9, 0.5], [0.9, 1, 0.4], [0.5, 0.4, 1]])
    both = {(i, j): one for i, j, one in evidence(own, own, cosines, least=0.3)}
    assert list(both) == [(0, 1), (0, 2), (1, 2)]
    assert all(one.one_article for one in both.values())
    assert [one.nearest for one in both.values()] == pytest.approx([1, 1 / 2, 1 / 3])


def test_nothing_is_compared_below_the_least() -> None:
    assert list(evidence(POOL[:1], POOL[1:2], np.array([[0.29]]), least=0.3)) == []


def test_a_reading_joins_and_changes_nothing_else() -> None:
    plain = found(cosine=0.71239, days=0.2)
    read = plain.with_reading(Reading(same=0.9, agree=0.8, contradict=0.1))
    assert replace(read, same=0, agree=0, contradict=0) == plain
    assert read.numbers()[-3:] == (0.9, 0.8, 0.1)


def test_numbers_are_all_fields_in_order_and_rounded() -> None:
    one = Evidence(**{name: number + 0.00049 for number, name in enumerate(NAMES)})
    assert one.numbers() == tuple(float(number) for number in range(len(NAMES)))
    assert tuple(field.name for field in fields(Evidence)) == NAMES
