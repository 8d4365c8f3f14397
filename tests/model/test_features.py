"""The two facts about a word that the network is told: how it is written, and whether it is quoted."""

from __future__ import annotations

import pytest

from twosource.model import features as f


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("mayor", f.LOWER),
        ("Ansel", f.CAPITAL),
        ("A", f.CAPITAL),
        ("McRae", f.CAPITAL),
        ("UN", f.UPPER),
        ("5m", f.LOWER),
        ("17", f.NUMBER),
        ("F16", f.NUMBER),
        (",", f.MARK),
        ("“", f.MARK),
    ],
)
def test_shape(word: str, expected: int) -> None:
    assert f.shape(word) == expected


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("He said “ no ” .", "0 0 2 1 3 0"),
        ('" No , " he said .', "2 1 1 3 0 0 0"),
        ("“ No end", "2 1 1"),
        ("no ” start", "0 0 0"),
        ("‘ Well ’ s", "2 1 1 1"),
    ],
)
def test_quotation_states(words: str, states: str) -> None:
    assert f.quotation_states(words.split()) == [int(state) for state in states.split()]


def test_every_feature_has_a_row() -> None:
    assert all(0 <= number < f.COUNT for number in f.features(["“", "The", "UN", "said", "17", "ships", "”", "."]))
