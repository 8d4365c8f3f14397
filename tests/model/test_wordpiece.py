"""Word pieces: the offsets are right, and the cut is that of the `tokenizers` package."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import BertWordPieceTokenizer

from twosource.language.words import word_spans
from twosource.model.wordpiece import MAX_PIECES, WordPieces, normal

VOCABULARY = WordPieces.embedded()
ORACLE = BertWordPieceTokenizer(dict(VOCABULARY.numbers), lowercase=True)


def pieces(text: str) -> list[int]:
    return [number for start, end in word_spans(text) for number in VOCABULARY.cut(text[start:end])]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor said: “No.”", ["The", "mayor", "said", ":", "“", "No", ".", "”"]),
        ("Port Ansel's 3.5m", ["Port", "Ansel", "'", "s", "3", ".", "5m"]),
        ("don’t—ever", ["don", "’", "t", "—", "ever"]),
        ("a\u00a0b\tc\nd", ["a", "b", "c", "d"]),
        ("北京 said", ["北", "京", "said"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in word_spans(text)] == words


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Zürich", "zurich"), ("co\u00adop", "coop"), ("ÉTÉ", "ete"), ("\u200b", ""), ("Ansel", "ansel")],
)
def test_normal(word: str, expected: str) -> None:
    assert normal(word) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The harbour master, Ilse Vantongeren, told reporters that 14 of the 23 berths were “unusable”.",
        "Naïve façades — “über-cool”; €3.5bn, 50% up… (see: www.example.org/a_b?c=d)",
        "ANTI-aircraft; antidisestablishmentarianism.",
        "北京 and Владивосток, Ōsaka & İstanbul",
        "it's 'quoted' ``twice'' #tag @someone a_b",
    ],
)
def test_cut_as_tokenizers_does(text: str) -> None:
    assert pieces(text) == ORACLE.encode(text, add_special_tokens=False).ids


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cn", "Co")), max_size=60))
def test_spans_are_in_order_and_hold_no_space(text: str) -> None:
    spans = word_spans(text)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    covered = {place for start, end in spans for place in range(start, end)}
    assert all(text[place].isspace() for place in range(len(text)) if place not in covered)
    assert not any(text[place] == " " for place in covered)


@given(st.text("abcdefghijklmnopqrstuvwxyzéüABC.,'“”-0123456789 ", max_size=80))
def test_cut_as_tokenizers_does_on_anything_latin(text: str) -> None:
    long = any(len(VOCABULARY.cut(text[s:e])) == MAX_PIECES for s, e in word_spans(text))
    assert long or pieces(text) == ORACLE.encode(text, add_special_tokens=False).ids


def test_a_long_word_keeps_its_first_pieces() -> None:
    assert len(VOCABULARY.cut("x" * 90)) == MAX_PIECES
    assert VOCABULARY.cut("x" * 101) == (VOCABULARY["[UNK]"],)
