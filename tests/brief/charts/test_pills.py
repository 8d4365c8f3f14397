from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.brief.charts.drawn import Box
from twosource.brief.charts.pills import Pill, Point, ends, pills
from twosource.brief.records import FigureSaid
from twosource.records import Figure

SAID = FigureSaid(attribution="a", figure=Figure(span=(0, 1), low=4, high=4), as_of="2025-03-04")
PLACES = st.tuples(st.floats(40, 640), st.floats(16, 236), st.sampled_from("ABC*"))


@given(st.lists(PLACES, max_size=60))
def test_pills_do_not_touch_and_none_is_lost(placed: list[tuple[float, float, str]]) -> None:
    found = pills([Point(x, y, letter, SAID) for x, y, letter in placed])
    boxes = [Box("pill", pill.x - 20, pill.y - 9, pill.x + 20, pill.y + 9) for pill in found]
    assert not any(a.on(b) for place, a in enumerate(boxes) for b in boxes[place + 1 :])
    assert sum(len(pill.points) for pill in found) == len(placed)


@pytest.mark.parametrize(
    ("letters", "label"), [("A", "A"), ("AAA", "A×3"), ("BA", "A B"), ("ABAB", "A B"), ("CABD", "A +3")]
)
def test_a_pill_says_whose_figures_it_holds(letters: str, label: str) -> None:
    assert Pill(0, 0, tuple(Point(0, 0, letter, SAID) for letter in letters)).label == label


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(4, 7, (4, 7)), (4, None, (4,)), (None, 7, (7,)), (None, None, ()), (4, float("inf"), ())],
)
def test_ends_are_what_can_be_drawn(low: float | None, high: float | None, expected: tuple[float, ...]) -> None:
    assert ends(FigureSaid(attribution="a", figure=Figure(span=(0, 1), low=low, high=high), as_of=None)) == expected
