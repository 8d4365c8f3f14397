from __future__ import annotations

import pytest

from tests.attribute.told import Told, attributions

REPORT: Told = ("Harbour One", "reported", "that the dam had cracked")


@pytest.mark.parametrize(
    ("text", "told", "what", "words"),
    [
        ("Harbour One reported that the dam had cracked. Feld called the report nonsense.",
         ("Feld", "called", "the report nonsense"), "statement", "that the dam had cracked"),
        ("Harbour One reported that the dam had cracked. Feld said it was true.",
         ("Feld", "said", "it was true"), "statement", "that the dam had cracked"),
        ("Harbour One reported that the dam had cracked. Feld said it was true that rain had fallen.",
         ("Feld", "said", "it was true that rain had fallen"), None, None),
        ("Harbour One reported that the dam had cracked. Feld read the report.",
         ("Feld", "read", "the report"), None, None),
        ("Harbour One reported that the dam had cracked. Feld would not comment on the report.",
         ("Feld", "would not comment on", "the report"), None, None),
        ("Harbour One reported that the dam had cracked. Feld denied claims that he had fled.",
         ("Feld", "denied", "claims that he had fled"), "statement", "he had fled"),
        ("Harbour One reported that the dam had cracked. Feld said Pike was lying.",
         ("Feld", "said", "Pike was lying"), "speaker", "Pike"),
        ("Harbour One reported that the dam had cracked. Feld rejected Wren’s account.",
         ("Feld", "rejected", "Wren’s account"), "speaker", "Wren"),
    ],
)  # fmt: skip
def test_what_a_judgement_is_about(text: str, told: Told, what: str | None, words: str | None) -> None:
    report, judgement = attributions(text, REPORT, told)
    target = judgement.target
    assert (target and target.what) == what
    assert (target and text[slice(*target.span)]) == words
    if words == "that the dam had cracked":
        assert target is not None
        assert target.attribution == report.id
