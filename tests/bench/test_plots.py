"""The drawings: well-formed, and true to the figures."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import plots

SVG = "{http://www.w3.org/2000/svg}"
AMOUNTS = st.integers(1, 10**9).map(lambda amount: amount / 1000)


def marks(drawing: str, tag: str, attribute: str) -> list[float]:
    """The attribute of all elements of the kind that carry a colour of their own."""
    found = ET.fromstring(drawing).iter(SVG + tag)
    return [float(one.attrib[attribute]) for one in found if one.attrib.get("class", "").startswith("c")]


def test_bars_are_as_long_as_their_amounts() -> None:
    drawing = plots.bars("Speed", {"": {"slow": 10.0, "fast": 40.0}})
    slow, fast = marks(drawing, "rect", "width")
    assert fast == pytest.approx(4 * slow, abs=0.2)
    assert [">slow<" in drawing, ">40<" in drawing] == [True, True]


def test_a_legend_names_groups_where_there_are_several() -> None:
    groups = {"all": {"a": 0.5, "b": 0.25}, "some": {"a": 0.75}}
    drawing = plots.bars("F1", groups, form=".2f")
    assert [f">{word}<" in drawing for word in ("all", "some", "0.75")] == [True, True, True]
    assert len(marks(drawing, "rect", "width")) == 3 + 2


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=4))
def test_points_stay_on_the_panel_and_in_order(points: list[tuple[float, float]]) -> None:
    points = sorted(set(points))
    drawing = plots.lines("Growth", {"memory": points}, across="attributions")
    xs, ys = marks(drawing, "circle", "cx"), marks(drawing, "circle", "cy")
    assert xs == sorted(xs)
    assert all(0 < x < plots.WIDE for x in xs)
    high = float(ET.fromstring(drawing).attrib["height"])
    assert all(0 < y < high for y in ys)


def test_a_power_law_is_a_straight_line() -> None:
    drawing = plots.lines("Growth", {"time": [(10, 1), (100, 100), (1000, 10_000)]}, across="n")
    xs, ys = marks(drawing, "circle", "cx"), marks(drawing, "circle", "cy")
    slopes = [(ys[at + 1] - ys[at]) / (xs[at + 1] - xs[at]) for at in range(2)]
    assert slopes[0] == pytest.approx(slopes[1], abs=0.01)


def test_words_are_escaped() -> None:
    assert "<script>" not in plots.bars("<script>", {"": {"<script>": 1.0}})
