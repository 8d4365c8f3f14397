"""The chart of how a source's words moved."""

from __future__ import annotations

import pytest
from lxml import html
from lxml.html import HtmlElement

from tests.web.test_page_stories import HOSTILE
from twosource.across import Proposition
from twosource.brief.html import WIDTHS
from twosource.brief.records import Stance
from twosource.records import Figure
from twosource.room.source_moves import Moved, Point
from twosource.web.pages.source_chart import LANES, moves


def point(when: str, stance: Stance = "says-so", figure: int | None = None, bound: str = "exact") -> Point:
    high = None if bound == "at_least" else figure
    amount = Figure(span=(0, 1), low=figure, high=high, bound=bound) if figure else None  # type: ignore[arg-type]
    return Point(
        attribution="a",
        article="b",
        span=(0, 1),
        outlet="Hill Post",
        when=when,
        stance=stance,
        certainty="unstated",
        figure=amount,
        quote="words",
    )


def moved(*points: Point, wording: str = "The dam will break") -> Moved:
    found = Proposition(attributions=("a",), wording=wording, status="contested", independent=(1, 1))
    return Moved(proposition=found, points=points)


def charts(*given: Moved) -> list[HtmlElement]:
    drawn = moves(given, about="Ines Marr")
    return html.fromstring(f"<div>{drawn}</div>").xpath("//svg") if drawn else []


def test_a_sign_for_each_step_and_the_figure_behind_it() -> None:
    found = charts(moved(point("2025-03-03", figure=4, bound="at_least"), point("2025-03-09", "denies")))
    assert [chart.get("width") for chart in found] == [str(width) for width in WIDTHS]
    for chart in found:
        signs = [one.get("class") for one in chart.xpath(".//g[contains(@class, 'mark')][title]")]
        assert signs == ["mark says-so", "mark denies"]
        assert "≥4" in [one.text for one in chart.xpath(".//text[@class='small']")]
        assert chart.xpath("./title")[0].text == "How the words of Ines Marr moved"


@pytest.mark.parametrize("given", [(), (moved(point("2025-03-03"), point("2025-03-03", "denies")),)])
def test_there_is_none_where_all_stand_at_one_time(given: tuple[Moved, ...]) -> None:
    assert moves(given, about="Ines Marr") == ""


def test_many_are_drawn_in_so_many_lanes_and_inside_the_chart() -> None:
    steps = [point(f"2025-03-{day:02}", figure=1000 * day) for day in range(1, 29)]
    for chart in charts(*[moved(*steps, wording=f"Wording {place} " * 40) for place in range(LANES + 5)]):
        width = float(chart.get("width"))
        assert len(chart.xpath(".//text[@class='name']")) == LANES
        assert all(float(one.get("x")) <= width for one in chart.xpath(".//text"))
        signs = chart.xpath(".//g[contains(@class, 'mark')][title]//circle/@cx")
        assert all(0 <= float(x) <= width for x in signs)


def test_steps_that_lie_close_share_a_sign_that_tells_of_all() -> None:
    days = ("2025-01-01", "2025-02-15", "2025-03-30", "2025-03-31")
    steps = [point(day, figure=number) for number, day in enumerate(days, 1)]
    for chart in charts(moved(*steps)):
        notes = [one.text for one in chart.xpath(".//text[@class='small']")]
        assert notes == ["1", "2", "3…4"]
        told = chart.xpath(".//g[contains(@class, 'mark')]/title/text()")[-1]
        assert told == "30 March 2025: says so; 3; 31 March 2025: says so; 4"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_words(text: str) -> None:
    drawn = str(moves([moved(point("2025-03-03"), point("2025-03-09"), wording=text)], about=text))
    page = html.fromstring(f"<div>{drawn}</div>")
    assert page.xpath("//script | //img | //@onload | //@onerror | //@style") == []
    assert not any(one in drawn for one in "\u202e\x00\x1b")
