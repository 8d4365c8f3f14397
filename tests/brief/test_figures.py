from __future__ import annotations

import pytest

from tests.brief.made import KARL, RUTH, by
from twosource.brief.figures import figures, middle
from twosource.records import Figure


def figure(words: str, content: str, source: str, **more: object) -> Figure:
    """A figure whose words stand in the sentence "source said content."."""
    text = f"{source} said {content}."
    start = text.index(words)
    return Figure(span=(start, start + len(words)), **more)  # type: ignore[arg-type]


FOUR = "four people had drowned and nine were injured"
SEVEN = "seven bodies were found"


def test_the_quantity_that_most_give_is_shown_and_no_other() -> None:
    first = by(
        RUTH,
        FOUR,
        figures=(
            figure("four", FOUR, "Ruth Hale", low=4, high=4, unit="people"),
            figure("nine", FOUR, "Ruth Hale", low=9, high=9, unit="people"),
        ),
    )
    second = by(
        KARL,
        SEVEN,
        published="2025-03-05",
        figures=(figure("seven", SEVEN, "Karl Brandt", low=7, high=7, unit="bodies"),),
    )
    found = figures([first, second])
    assert [(one.attribution, one.figure.low, one.as_of) for one in found] == [
        (first.id, 4, "2025-03-04"),
        (second.id, 7, "2025-03-05"),
    ]


def test_a_figure_given_once_is_no_comparison() -> None:
    one = by(RUTH, FOUR, figures=(figure("four", FOUR, "Ruth Hale", low=4, high=4, unit="people"),))
    assert figures([one, by(KARL, "it was full")]) == ()
    assert figures([]) == ()


@pytest.mark.parametrize(("low", "high", "expected"), [(4, 4, 4), (4, 6, 5), (4, None, 4), (None, 6, 6)])
def test_a_figure_has_one_number_to_compare(low: float | None, high: float | None, expected: float) -> None:
    assert middle(Figure(span=(0, 1), low=low, high=high)) == expected


def test_a_vague_figure_is_none() -> None:
    dozens = "dozens of people drowned"
    many = by(KARL, dozens, figures=(figure("dozens", dozens, "Karl Brandt", low=24, high=None, unit="people"),))
    told = by(RUTH, FOUR, figures=(figure("four", FOUR, "Ruth Hale", low=4, high=4, unit="people"),))
    assert figures([told, many]) == ()
