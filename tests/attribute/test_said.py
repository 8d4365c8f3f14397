from __future__ import annotations

import pytest

from tests.attribute.told import Told, attributions


@pytest.mark.parametrize(
    ("text", "told", "start", "words"),
    [
        ("The dam is safe, Feld said on October 17 in Orrin.", ("Feld", "said", "The dam is safe"), "2024-10-17",
         "on October 17"),
        ("On October 8, Feld had already said in parliament that it was safe.", ("Feld", "had already said",
         "that it was safe"),
         "2024-10-08", "On October 8"),
        ("Feld suggested in July there was no leak.", ("Feld", "suggested", "there was no leak"), "2024-07-01",
         "in July"),
        ("But in 2023, Feld reported that a unit had arrived.", ("Feld", "reported", "that a unit had arrived"),
         "2023-01-01",
         "in 2023"),
        ("Feld reported at the beginning of October that it was safe.", ("Feld", "reported", "that it was safe"),
         "2024-10-01",
         "at the beginning of October"),
        ("Feld, of the dam office, wrote in 2020 that it leaked.", ("Feld, of the dam office", "wrote",
         "that it leaked"),
         "2020-01-01", "in 2020"),
        ("Feld said Tuesday that it was safe.", ("Feld", "said Tuesday", "that it was safe"), "2024-10-15", "Tuesday"),
    ],
)  # fmt: skip
def test_when_it_was_said(text: str, told: Told, start: str, words: str) -> None:
    (found,) = attributions(text, told)
    assert found.said
    assert (found.said.start, found.said.text) == (start, words)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Feld said the dam broke on Tuesday.", ("Feld", "said", "the dam broke on Tuesday")),
        ("Feld recently told Tal that it was safe.", ("Feld", "told", "that it was safe")),
        ("Feld said it was safe. On Tuesday it broke.", ("Feld", "said", "it was safe")),
        ("The host of Thursday’s debate said it was safe.", ("The host of Thursday’s debate", "said", "it was safe")),
        ("Feld, mayor since 2019, said it was safe.", ("Feld", "said", "it was safe")),
    ],
)
def test_not_told_when(text: str, told: Told) -> None:
    assert attributions(text, told)[0].said is None


@pytest.mark.parametrize(
    ("content", "start"),
    [
        ("the dam broke on Tuesday", "2024-10-15"),
        ("the dam will open on Tuesday", "2024-10-22"),
        ("two died near Orrin on October 3", "2024-10-03"),
        ("it leaked in the 1970s", "1970-01-01"),
    ],
)
def test_the_time_it_tells_of(content: str, start: str) -> None:
    (found,) = attributions(f"Feld said {content}.", ("Feld", "said", content))
    assert found.about
    assert found.about.start == start
