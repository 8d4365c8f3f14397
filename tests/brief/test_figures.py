from __future__ import annotations

import pytest

from tests.brief.made import KARL, OFFICER, RUTH, by
from twosource.brief.figures import ends, figures, middle
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


def counted(words: str, content: str, number: float, of: str, source: str = "Ruth Hale") -> Figure:
    return figure(words, content, source, low=number, high=number, of=of)


@pytest.mark.parametrize(
    ("content", "words", "number", "of"),
    [
        ("three children drowned", "three", 3, "children"),
        ("an additional three people drowned", "three", 3, "people"),
        ("three more people drowned", "three", 3, "people"),
        ("the wreck cost three crowns", "three", 3, "crowns"),
    ],
    ids=["a part of the people", "an addition", "more", "other things"],
)
def test_what_counts_something_else_is_not_held_against_a_toll(
    content: str, words: str, number: float, of: str
) -> None:
    toll = "twelve people drowned"
    whole = by(RUTH, toll, figures=(counted("twelve", toll, 12, "people"),))
    other = by(KARL, content, figures=(counted(words, content, number, of, "Karl Brandt"),))
    assert figures([whole, other]) == ()


def test_the_parts_of_a_sum_are_not_held_against_the_sum() -> None:
    parts = "ten passengers and two pilots drowned"
    given = (counted("ten", parts, 10, "passengers"), counted("two", parts, 2, "pilots"))
    toll = "ten passengers drowned"
    other = by(KARL, toll, figures=(counted("ten", toll, 10, "passengers", "Karl Brandt"),))
    assert figures([by(RUTH, parts, figures=given), other]) == ()


def test_of_equal_figures_somebody_named_gives_it() -> None:
    toll = "twelve people drowned"
    unnamed = by(OFFICER, toll, words="An officer", figures=(counted("twelve", toll, 12, "people", "An officer"),))
    named = by(RUTH, toll, published="2025-03-05", figures=(counted("twelve", toll, 12, "people"),))
    said = {one.id: one for one in (unnamed, named)}
    given = figures([unnamed, named])
    assert len(given) == 2
    assert ends(given, said) == (given[1], given[1])
