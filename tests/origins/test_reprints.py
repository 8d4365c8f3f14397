"""Copied text joins the accounts that stand in it, a quotation those that quote it."""

from __future__ import annotations

from tests.origins.made import (
    OMAR,
    RUTH,
    article,
    parts,
    said,
    standing,
    unnamed,
)
from tests.origins.test_copies import QUOTE, WIRE


def test_copied_text_joins_what_stands_in_it() -> None:
    words = "took on water within minutes"
    wire, reprint = (
        article(WIRE, outlet="Halm News Agency"),
        article(f"{WIRE} More.", outlet="Bay Courier", published="2025-03-05"),
    )
    found = standing(said(wire, words, unnamed("sailor")), said(reprint, words, unnamed("sailor")))
    (origin,) = found.origins
    assert origin.basis == "copy"
    assert origin.why == (f"Bay Courier prints {len(WIRE.split())} words of Halm News Agency's text",)


def test_two_speakers_in_one_copied_passage_stay_two() -> None:
    claims = "The car deck was full of water at noon, Ruth Hale said. The car deck held water by noon, Omar Stern said."
    text = f"{WIRE} {claims}"
    wire, reprint = article(text, outlet="Halm News Agency"), article(f"{text} More.", outlet="Bay Courier")
    ruth, omar = "The car deck was full of water at noon", "The car deck held water by noon"
    found = standing(
        *(said(where, words, who) for where in (wire, reprint) for words, who in ((ruth, RUTH), (omar, OMAR)))
    )
    assert [len(part) for part in parts(found)] == [2, 2]
    assert found.independent == (2, 2)


def test_words_that_both_quote_are_one_utterance() -> None:
    a = article(f"At Hill school a survivor spoke.\n\n“{QUOTE},” one man said.", outlet="Hill Post")
    b = article(f"It was dark on board.\n\n“{QUOTE},” a passenger told us.", outlet="Bay Courier")
    found = standing(said(a, QUOTE, unnamed("man")), said(b, QUOTE, unnamed("passenger")))
    (origin,) = found.origins
    first, second = sorted((a, b), key=lambda one: one.id)
    assert origin.basis == "utterance"
    assert origin.why == (f"{first.outlet} and {second.outlet} print the same quoted words",)
