from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.attribute.punctuated import punctuated


@pytest.mark.parametrize(
    ("written", "punctuated_"),
    [
        ("Anna Feld head of the port", "Anna Feld, head of the port"),
        ("Anna Feld a local teacher", "Anna Feld, a local teacher"),
        ("Anna Feld a", "Anna Feld"),
        ("The Orrin Rescue Center an activist group", "The Orrin Rescue Center, an activist group"),
        ("Mayor of Orrin Anna Feld", "Mayor of Orrin, Anna Feld"),
        ("President of France Iwo Tarn", "President of France, Iwo Tarn"),
        ("Secretary of State Iwo Tarn", "Secretary of State, Iwo Tarn"),
        ("ambassador to France Iwo Tarn", "ambassador to France, Iwo Tarn"),
        ("party leader and Prime Minister Anna Feld", "Prime Minister Anna Feld"),
        ("Puzzlingly the ministry", "the ministry"),
        ("Defence Ministry officials", "Defence Ministry officials"),
        ("Anna Feld, head of the port", "Anna Feld, head of the port"),
        ("the head of the Bank of Orrin", "the head of the Bank of Orrin"),
    ],
)
def test_commas_where_an_editor_sets_them(written: str, punctuated_: str) -> None:
    assert punctuated(written) == punctuated_


@given(st.text(alphabet="aA ,.’'-of theMayorAnna", max_size=60))
def test_words_are_never_added(written: str) -> None:
    assert set(punctuated(written).replace(",", "").split()) <= set(written.replace(",", "").split())
