from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.brief.charts.drawn import helvetica
from twosource.brief.charts.text import cut, width

ASCII = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=60)


@given(ASCII)
def test_no_text_is_wider_than_it_is_taken_for(text: str) -> None:
    assert helvetica(text) <= width(text) + 1e-9


@given(st.text(max_size=60), st.floats(20, 400))
def test_what_is_cut_fits_and_is_a_beginning(text: str, room: float) -> None:
    shown = cut(text, room)
    assert width(shown) <= room
    assert shown == text or text.startswith(shown.removesuffix("…"))


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [("Ruth Hale", 200, "Ruth Hale"), ("Ruth Hale, harbour master", 74, "Ruth Hale…"), ("", 0, "")],
)
def test_cut(text: str, room: float, expected: str) -> None:
    assert cut(text, room) == expected
