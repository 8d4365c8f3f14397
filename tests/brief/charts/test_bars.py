from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.brief.charts.drawn import collisions, pills, texts
from twosource.brief.charts.bars import bars
from twosource.brief.charts.pills import Point
from twosource.brief.charts.scales import Amounts, Times
from twosource.brief.charts.svg import drawing
from twosource.brief.records import FigureSaid
from twosource.records import Figure

DAYS = st.lists(
    st.tuples(st.one_of(st.floats(0, 20), st.floats(400, 420)), st.integers(1, 60)), min_size=2, max_size=80
)


def _drawn(given_: list[tuple[float, int]]) -> str:
    times = Times.of([day for day, _ in given_], 60, 650)
    amounts = Amounts.of([value for _, value in given_], 236, 16)
    points = [
        Point(
            times.x(day),
            amounts.y(value),
            "A",
            FigureSaid(attribution="a", figure=Figure(span=(0, 1), low=value, high=value), as_of="2025-03-04"),
        )
        for day, value in given_
    ]
    return drawing(bars(points, times, amounts), name="n", size=(680, 260), title="t", desc="d")


@given(DAYS)
def test_bars_lie_apart_and_count_every_figure(given_: list[tuple[float, int]]) -> None:
    drawn = _drawn(given_)
    assert collisions(drawn) == []
    assert sum(int(text.what[1:]) for text in texts(drawn)) == len(given_)


def test_a_bar_reaches_from_the_lowest_to_the_highest_and_over_no_break() -> None:
    drawn = _drawn([(0, 10), (0, 30), (400, 20), (400, 25), (400.5, 20), (400.5, 25)])
    first, second, third = pills(drawn)
    assert (first.bottom - first.top) / (second.bottom - second.top) == pytest.approx(4, abs=0.02)
    assert third.top == second.top
    assert "2 figures from 10 to 30" in drawn
    assert "2 figures from 20 to 25" in drawn
