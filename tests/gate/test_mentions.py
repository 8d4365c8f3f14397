from __future__ import annotations

import pytest

from gate.mentions import Tally, agrees


@pytest.mark.parametrize(
    ("name", "words", "right"),
    [
        ("Anna Feld", {"anna", "feld", "mayor"}, True),
        ("Anna Pike", {"anna", "feld"}, False),
        ("the Orrin Dam", {"orrin", "dam"}, True),
        (None, {"anna"}, False),
        ("Anna", set(), False),
    ],
)
def test_a_name_is_right_where_all_its_words_are(name: str | None, words: set[str], right: bool) -> None:
    assert agrees(name, frozenset(words)) is right


def test_precision_and_coverage() -> None:
    assert Tally(named=4, given=2, right=1).scores("x") == {"x.precision": 0.5, "x.coverage": 0.25}
