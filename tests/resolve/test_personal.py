from __future__ import annotations

import pytest

from twosource.resolve.personal import fit, personal


@pytest.mark.parametrize(
    ("name", "words", "line"),
    [
        ("Dr. Anna Feld", ("anna", "feld"), None),
        ("Gen. Tomas Reke", ("tomas", "reke"), None),
        ("Tomas Reke Jr.", ("tomas", "reke"), "junior"),
        ("Hamid al-Tarn", ("hamid", "tarn"), None),
        ("Hamid bin Tarn", ("hamid", "tarn"), None),
        ("Anna van der Feld", ("anna", "feld"), None),
        ("Kim Jae-in", ("jaein", "kim"), None),
        ("Kim Jae In", ("jaein", "kim"), None),
        ("Jae-in Kim", ("jaein", "kim"), None),
        ("Jean-Luc Tarn", ("jean", "luc", "tarn"), None),
        ("J.T. Feld", ("j", "t", "feld"), None),
        ("Ivo Tarn MP", ("ivo", "tarn"), None),
        ("Torrel", ("torrel",), None),
    ],
)
def test_words(name: str, words: tuple[str, ...], line: str | None) -> None:
    found = personal(name)
    assert (found.words, found.line) == (words, line)


@pytest.mark.parametrize(
    ("name", "full"), [("Anna Feld", True), ("Feld", False), ("Dr Feld", False), ("Anna F.", False)]
)
def test_full(name: str, full: bool) -> None:
    assert personal(name).full is full


@pytest.mark.parametrize(
    ("one", "other", "tie", "shape"),
    [
        ("Anna Feld", "Anna Feld", "same", "whole"),
        ("Anna Feld", "Anna M. Feld", "same", "middle"),
        ("Anna M. Feld", "Anna Maria Feld", "same", "whole"),
        ("Ana Tarn", "Ana Tarn Vesk", "same", "front"),
        ("Robert Tarn", "J. Robert Tarn", "same", "back"),
        ("Oleh Tarnskyy", "Oleh Tarnsky", "spelling", "whole"),
        ("Bill Feld", "William Feld", "short", "whole"),
        ("Volodymyr Tarn", "Vladimir Tarn", "short", "whole"),
        ("J. Torrel", "Jana Torrel", "initial", "whole"),
        ("B. Feld", "Bill Feld", "initial", "whole"),
        ("Mohammed Talib", "Muhammad Talib", "vowels", "whole"),
        ("Anna Torrel", "Anna Torrek", "slip", "whole"),
    ],
)
def test_fitting(one: str, other: str, tie: str, shape: str) -> None:
    for found in (fit(personal(one), personal(other)), fit(personal(other), personal(one))):
        assert found is not None
        assert (found.tie, found.shape) == (tie, shape)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Smith", "Jane Smith"),
        ("John Smith", "John Tarn"),
        ("Kim Jae-in", "Kim Jae-ok"),
        ("Ivo W. Tarn", "Ivo H. W. Tarn"),
        ("K. Torrel", "Jana Torrel"),
        ("Anna Bob", "Anna Robert"),
    ],
)
def test_not_fitting(one: str, other: str) -> None:
    assert fit(personal(one), personal(other)) is None
