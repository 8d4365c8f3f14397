from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.brief.charts.drawn import helvetica
from twosource.brief.charts.scales import Amounts, Times, moment

DAYS = st.lists(st.floats(-20000, 40000), min_size=1, max_size=40)
VALUES = st.lists(st.floats(0, 1e9).map(lambda value: round(value, 3)), min_size=2, max_size=20)


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("1970-01-02", 1.5),
        ("1970-01-02T06:00:00", 1.25),
        ("1970-01-02T06:00:00+06:00", 1.0),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_moments(time: str | None, expected: float | None) -> None:
    assert moment(time) == expected


@given(DAYS)
def test_later_lies_further_right_and_nothing_outside(days: list[float]) -> None:
    times = Times.of(days, 10, 600)
    places = [times.x(day) for day in sorted(days)]
    assert places == sorted(places)
    assert all(10 <= place <= 600.001 for place in places)


@given(DAYS, st.sampled_from([(16, 310), (206, 646), (60, 650)]))
def test_labels_of_time_lie_apart_and_one_says_the_year(days: list[float], ends: tuple[float, float]) -> None:
    ticks = Times.of(days, *ends).ticks()
    edges = [(x - helvetica(label) / 2, x + helvetica(label) / 2) for x, label in ticks]
    assert all(before[1] < after[0] for before, after in pairwise(edges))
    assert any(character.isdigit() for character in ticks[0][1][-4:])
    assert len(ticks) < 14


@pytest.mark.parametrize(
    ("days", "breaks"),
    [
        ([0, 1, 2, 3], 0),
        ([0, 365, 366, 367], 1),
        ([0, 1, 400, 401, 20000], 2),
        ([0, 365, 367, 900], 0),
        ([0, 365], 0),
        ([5], 0),
        ([1, 2, 3], 0),
    ],
)
def test_time_in_which_nothing_happens_is_broken_out(days: list[float], breaks: int) -> None:
    assert len(Times.of(days, 0, 600).breaks()) == breaks


def test_each_side_of_a_break_says_its_day() -> None:
    ticks = Times.of([moment(day) or 0 for day in ("2024-03-07", "2025-03-05", "2025-03-06")], 0, 600).ticks()
    assert [label for _, label in ticks] == ["7 Mar 2024", "5 Mar 2025", "6 Mar"] or ticks[0][1] == "7 Mar 2024"
    assert any(label.endswith("2025") for _, label in ticks)


@given(VALUES)
def test_more_lies_higher_and_nothing_outside(values: list[float]) -> None:
    amounts = Amounts.of(values, 236, 16)
    places = [amounts.y(value) for value in sorted(values)]
    assert places == sorted(places, reverse=True)
    assert all(15.9 <= place <= 236.1 for place in places)


@given(VALUES)
def test_amounts_have_a_handful_of_ticks_on_the_axis(values: list[float]) -> None:
    amounts = Amounts.of(values, 236, 16)
    ticks = amounts.ticks()
    assert 1 <= len(ticks) <= 8
    assert all(amounts.low - 1e-6 <= tick <= amounts.high * (1 + 1e-9) for tick in ticks)


@pytest.mark.parametrize(
    ("values", "log", "low"),
    [([7, 19], False, 0), ([18, 21], False, 17.55), ([3, 40_000], True, 1), ([0, 5], False, 0)],
)
def test_powers_of_ten_share_a_logarithmic_axis(values: list[float], log: bool, low: float) -> None:
    amounts = Amounts.of(values, 236, 16)
    assert (amounts.log, amounts.low) == (log, pytest.approx(low))
