from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.brief.faithful import fault

TOLD = (
    "Harbour master Jana Ostrow said at least seven passengers drowned off Orrin on Monday; against that, ferry owner "
    "Karl Brandt denied that the Morning Star carried too many passengers."
)
QUOTED = "Danica Voll (spokeswoman): “Tarsk has nothing to do with this,” she said of the blast in the port of Ansel."
REFUSED = "The Orrin Shipping Company declined to say how many passengers the ferry Morning Star carried that night."
DOUBTED = "An unnamed officer said that the hull of the Morning Star may have been cut open in the dock at Sarnow."


@pytest.mark.parametrize(
    "worded",
    [
        TOLD,
        TOLD.replace("said at", "said that at").replace("; against that,", ", but"),
        TOLD.replace("seven", "7"),
        TOLD.replace("denied", "rejected"),
        TOLD.replace("Harbour master Jana Ostrow said", "According to harbour master Jana Ostrow"),
        TOLD.replace("Karl Brandt denied", "Karl Brandt has denied"),
    ],
)
def test_other_words_for_the_same(worded: str) -> None:
    assert fault(TOLD, worded) is None


@pytest.mark.parametrize(
    ("original", "old", "new", "expected"),
    [
        (TOLD, "seven", "eight", "a new number (eight)"),
        (TOLD, "seven", "7,000", "a new number (7,000)"),
        (TOLD, "seven passengers", "seven of 11 passengers", "a new number (11)"),
        (TOLD, "seven passengers", "seven passengers and both pilots", "a new number (both)"),
        (TOLD, "seven passengers", "passengers", "numbers left out or in another order"),
        (TOLD, "at least seven", "seven", "a number more or less exact"),
        (TOLD, "at least", "up to", "a number more or less exact"),
        (TOLD, "Monday", "Tuesday", "a new date (on Tuesday)"),
        (TOLD, "on Monday", "yesterday", "a new date (yesterday)"),
        (TOLD, "drowned", "drowned in March", "a new date (in March)"),
        (TOLD, "Karl", "Paul", "a new name (Paul)"),
        (TOLD, "Orrin", "Sarnow", "a new name (Sarnow)"),
        (TOLD, "Harbour", "Petrov: harbour", "a new name (Petrov)"),
        (TOLD, "Jana Ostrow", "Jana Brandt", "a new name (Jana Brandt)"),
        (TOLD, "off Orrin ", "", "names left out or in another order"),
        (TOLD, "denied", "said", "a denial, a refusal or a confirmation more or less"),
        (TOLD, "denied", "confirmed", "a denial, a refusal or a confirmation more or less"),
        (TOLD, "denied", "did not deny", "a negation more or less"),
        (TOLD, "said at", "did not say that at", "a negation more or less"),
        (TOLD, "drowned", "allegedly drowned", "another reserve"),
        (TOLD, "drowned", "may have drowned", "another reserve"),
        (TOLD, "too many", "“too many”", "other words in quotation marks"),
        (QUOTED, "nothing", "something", "a negation more or less"),
        (QUOTED, "nothing to do", "nothing in common", "other words in quotation marks"),
        (REFUSED, "declined to say", "said", "a denial, a refusal or a confirmation more or less"),
        (DOUBTED, "may have been", "was", "another reserve"),
        (DOUBTED, "An unnamed officer", "An officer", "another reserve"),
    ],
)
def test_what_is_sent_back(original: str, old: str, new: str, expected: str) -> None:
    assert original.count(old) == 1
    assert fault(original, original.replace(old, new)) == expected


def test_speakers_may_not_change_places() -> None:
    swapped = TOLD.replace("Jana Ostrow", "?").replace("Karl Brandt", "Jana Ostrow").replace("?", "Karl Brandt")
    assert fault(TOLD, swapped) == "names left out or in another order"


@pytest.mark.parametrize("number", range(3))
def test_length_is_bounded(number: int) -> None:
    plain = "the crew of the ferry said that the captain slept on the bridge while the hull filled with water"
    worded = ("the captain slept", plain + " and" + plain[8:] + " and" + plain[8:], plain + ", they said")[number]
    assert fault(plain, worded) == ("much shorter", "much longer", None)[number]


def test_invention_in_small_letters_shows_in_its_words() -> None:
    plain = "the crew of the ferry said that the captain slept on the bridge"
    worded = "the drunken crew of the ferry bribed greedy inspectors and said the captain slept"
    assert fault(plain, worded) == "too many words of its own"


@given(st.lists(st.sampled_from(f"{TOLD} {QUOTED} {REFUSED} {DOUBTED}".split()), min_size=1))
def test_any_row_of_words_stands_for_itself(told: list[str]) -> None:
    assert fault(" ".join(told), " ".join(told)) in (None, "other words in quotation marks")


@given(st.text(max_size=80))
def test_nothing_is_too_odd_to_be_judged(text: str) -> None:
    assert fault(TOLD, text) is not None
    assert fault(text, TOLD) is not None
