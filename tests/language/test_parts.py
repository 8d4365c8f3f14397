from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.language.figures import find_figures
from twosource.language.parts import with_parts


def parts(text: str) -> dict[str, str]:
    """Each part's words with those of its whole."""
    found = with_parts(text, find_figures(text, [(0, len(text))]))
    return {text[slice(*figure.span)]: text[slice(*figure.part_of)] for figure in found if figure.part_of}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18 soldiers had died, six officers among them", {"six": "18"}),
        ("three of the 12 suspects were held", {"three": "12"}),
        ("two out of 40 ships were lost", {"two": "40"}),
        ("30 people, including four women and six children, died", {"four": "30", "six": "30"}),
        ("50 were held; two of them were freed", {"two": "50"}),
        ("90 passengers, of whom 12 were missing", {"12": "90"}),
        ("200 homes, 15 percent of them new", {"15 percent": "200"}),
        ("the sale brought $3 million, including $1 million in cash", {"$1 million": "$3 million"}),
        # no part
        ("12 ships had left and 3 trains had stopped", {}),
        ("12 ships had left. Six officers were among them.", {}),
        ("12 ships, including 40 sailors", {}),
        ("five soldiers and six officers died", {}),
    ],
)
def test_parts_of_a_whole(text: str, expected: dict[str, str]) -> None:
    assert parts(text) == expected


@given(
    st.lists(st.sampled_from(["12", "three", "of the", "of them", "including", "ships", ",", ".", "and", "percent"]))
)
def test_a_whole_is_one_of_the_figures(words: list[str]) -> None:
    text = " ".join(words)
    found = with_parts(text, find_figures(text, [(0, len(text))]))
    spans = {figure.span for figure in found}
    assert all(figure.part_of in spans - {figure.span} for figure in found if figure.part_of)
