"""Which words of a text are those asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.ledger import terms
from twosource.room.finding_marks import kin, marks, pieces

TEXT = "Explosions at the mill: three explosive charges, the Café owner said. The MILLS of Orrin stopped."


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("mill", ["mill", "MILLS"]),
        ("mills", ["mill", "MILLS"]),
        ("explosive", ["Explosions", "explosive"]),
        ("cafe", ["Café"]),
        ("stop", ["stopped"]),
        ('"the mill"', ["the mill", "The MILLS"]),
        ('"mill owner"', []),
        ("the", ["the", "the", "The"]),
        ("the owner", ["owner"]),
        ("ill", []),
        ("", []),
    ],
)
def test_words_and_phrases_are_marked(question: str, expected: list[str]) -> None:
    assert [TEXT[start:end] for start, end in marks(TEXT, terms.read(question))] == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("kill", "killed", True),
        ("killing", "killed", True),
        ("die", "died", True),
        ("city", "cities", True),
        ("stop", "stopping", True),
        ("deny", "denies", True),
        ("evacuate", "evacuation", True),
        ("port", "porous", False),
        ("car", "care", False),
        ("car", "cart", False),
        ("in", "ing", False),
        ("mill", "million", False),
    ],
)
def test_forms_of_one_word(one: str, other: str, expected: bool) -> None:
    assert kin(one, other) is kin(other, one) is expected


WORDS = st.text(alphabet="aeilnrst", min_size=1, max_size=8)


@given(one=WORDS, other=WORDS)
def test_being_kin_is_mutual(one: str, other: str) -> None:
    assert kin(one, one)
    assert kin(one, other) == kin(other, one)


@given(text=st.text(max_size=80), question=st.text(max_size=20))
def test_pieces_make_the_text(text: str, question: str) -> None:
    query = terms.read(question)
    found = list(pieces(text, query))
    assert "".join(one.text for one in found) == text
    assert [one.text for one in found if one.marked] == [text[start:end] for start, end in marks(text, query)]
    assert all(one.text for one in found)


@given(question=st.text(min_size=1, max_size=30))
def test_a_question_finds_itself(question: str) -> None:
    query = terms.read(question)
    assert bool(marks(question, query)) is bool(query.phrases)
