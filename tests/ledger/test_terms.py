from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.ledger.terms import Query, fold, passage, rarest, read

QUERIES = [
    ("mill fire", (("mill",), ("fire",))),
    ("Who burnt the mill?", (("burnt",), ("mill",))),
    ("the", (("the",),)),
    ('"mill fire" toll', (("mill", "fire"), ("toll",))),
    ("“mill fire” toll", (("mill", "fire"), ("toll",))),
    ('who "is it"', (("who",), ("is", "it"))),
    ("mill AND (fire* OR toll:3) NOT -x", (("mill",), ("fire",), ("toll",), ("3",), ("not",), ("x",))),
    ("mill Mill MILL", (("mill",),)),
    ("Čapek’s café", (("capek",), ("cafe",))),
    ('"unclosed', (("unclosed",),)),
    ("  ?! ", ()),
]


@pytest.mark.parametrize(("text", "phrases"), QUERIES)
def test_a_question_becomes_words_and_phrases(text: str, phrases: tuple[tuple[str, ...], ...]) -> None:
    assert read(text) == Query(phrases)


RAREST = [
    ({}, []),
    ({"mill": 0}, []),
    ({"mill": 99}, ["mill"]),
    ({"mill": 99, "zebra": 0}, ["mill"]),
    ({"mill": 5, "burns": 4, "river": 1}, ["river", "burns", "mill"]),
    ({"mill": 6, "burns": 4, "river": 1}, ["river", "burns"]),
    ({"b": 11, "a": 11}, ["a"]),
]


@pytest.mark.parametrize(("counts", "expected"), RAREST)
def test_the_rarest_that_can_be_weighed(counts: dict[str, int], expected: list[str]) -> None:
    assert rarest(counts, most=10) == expected


@given(st.text())
def test_folding_keeps_offsets(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(min_size=1), st.text(), st.data())
def test_a_passage_stays_inside(text: str, query: str, data: st.DataObject) -> None:
    text = text * data.draw(st.integers(1, 100))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    left, right = passage(text, read(query), within=(start, end))
    assert start <= left < right <= end
    assert right - left <= 200


def test_a_passage_shows_the_word() -> None:
    text = "nothing of note " * 50 + "then the explosions came " + "and went " * 50
    left, right = passage(text, read("explosive"), within=(0, len(text)))
    assert "the explosions came" in text[left:right]
    assert text[left - 1] == text[right] == " "
