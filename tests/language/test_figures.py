from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.language.dates import find_times
from twosource.language.figures import find_figures
from twosource.language.numbers import DIGITS, WORDS, value
from twosource.records import Figure, check_spans


def figures(text: str) -> tuple[Figure, ...]:
    return find_figures(text, [(0, len(text))], [t.span for t in find_times(text)])


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("18", 18), ("10,000", 10_000), ("3.5 million", 3_500_000), ("1.2bn", 1_200_000_000), ("950m", 950_000_000),
         ("20k", 20_000),
        ("twenty-five", 25), ("two hundred and fifty", 250), ("half a million", 500_000), ("a dozen", 12),
         ("two dozen", 24),
        ("one and a half million", 1_500_000), ("a quarter of a million", 250_000), ("a hundred thousand", 100_000),
        ("three thousand two hundred", 3_200), ("half a dozen", 6),
    ],
)  # fmt: skip
def test_value(written: str, number: float) -> None:
    assert value(written) == number


@pytest.mark.parametrize(
    ("text", "low", "high", "bound", "unit", "of"),
    [
        ("18 Corvian soldiers had deserted", 18, 18, "exact", None, "Corvian soldiers"),
        ("More than 20 military personnel died", 20, None, "at_least", None, "military personnel"),
        ("six officers from Corvia", 6, 6, "exact", None, "officers"),
        ("send as many as 10,000 soldiers", None, 10_000, "at_most", None, "soldiers"),
        ("at least 12 villagers were killed", 12, None, "at_least", None, "villagers"),
        ("at least 12 were killed", 12, None, "at_least", None, "killed"),
        ("killing 12 in the night", 12, 12, "exact", None, "killed"),
        ("no fewer than six bridges", 6, None, "at_least", None, "bridges"),
        ("nearly 300 homes", 300, 300, "about", None, "homes"),
        ("around 3,000 military \"advisers\"", 3000, 3000, "about", None, "military \"advisers\""),
        ("up to 40% of homes", None, 40, "at_most", "percent", "homes"),
        ("sixty-one per cent", 61, 61, "exact", "percent", None),
        ("by 2.5 percentage points", 2.5, 2.5, "exact", "percentage points", None),
        ("between 20 and 30 boats", 20, 30, "exact", None, "boats"),
        ("three or four engineer brigades might go", 3, 4, "exact", None, "engineer brigades"),
        ("20-30 ships", 20, 30, "exact", None, "ships"),
        ("3 to 4 million euros", 3e6, 4e6, "exact", "EUR", None),
        ("gets $2,000 a month", 2000, 2000, "exact", "USD", None),
        ("$1.2bn in aid", 1.2e9, 1.2e9, "exact", "USD", "aid"),
        ("a bonus of as much as €20,000", None, 20_000, "at_most", "EUR", None),
        ("half a million people fled", 500_000, 500_000, "exact", None, "people"),
        ("3.5 million displaced people", 3.5e6, 3.5e6, "exact", None, "displaced people"),
        ("950m litres", 950e6, 950e6, "exact", "litres", None),
        ("dozens of villagers", 24, None, "at_least", None, "villagers"),
        ("tens of thousands of people", 20_000, None, "at_least", None, "people"),
        ("several hundred protesters", 200, 900, "about", None, "protesters"),
        ("two-thirds of voters", 66.6666666667, 66.6666666667, "exact", "percent", "voters"),
        ("half of the crew", 50, 50, "exact", "percent", "crew"),
        ("one soldier was killed", 1, 1, "exact", None, "soldier"),
        ("30 years in prison", 30, 30, "exact", "years", None),
        ("a 90-second film", 90, 90, "exact", "seconds", "film"),
        ("in 2023, 2,000 people left", 2000, 2000, "exact", None, "people"),
    ],
)  # fmt: skip
def test_one_figure(
    text: str, low: float | None, high: float | None, bound: str, unit: str | None, of: str | None
) -> None:
    (figure,) = figures(text)
    assert (figure.low, figure.high, figure.bound, figure.unit, figure.of) == (low, high, bound, unit, of)


@pytest.mark.parametrize(
    "text",
    [
        "on October 17, 2024", "in 2023", "a 43-year-old man", "Flight 370 and F-16 jets on Highway 12",
         "Call 555-1234 or 24/7",
        "won 3-1", "the 1st and the 2nd", "on the one condition that", "no one knew, one of them", "at 10:30",
         "one-on-one talks",
        "Article 5 of the treaty", "a one-sided, two-party affair", "a second later", "nobody at all", "the 1990s",
    ],
)  # fmt: skip
def test_no_figure(text: str) -> None:
    assert figures(text) == ()


def test_a_change_is_two_figures() -> None:
    assert [(f.low, f.unit) for f in figures("rose from 20 to 30 percent")] == [(20, "percent"), (30, "percent")]


def test_each_part_of_a_sentence() -> None:
    text = "More than 20 military personnel, including six officers, were killed and 30 wounded."
    assert [(f.low, f.of) for f in figures(text)] == [(20, "military personnel"), (6, "officers"), (30, "wounded")]


def test_only_within_the_spans() -> None:
    text = "12 boats, 13 boats"
    assert [f.low for f in find_figures(text, [(10, len(text))])] == [13]


PIECES = st.sampled_from(
    [
        "12",
        "3,000",
        "$",
        "€5",
        "million",
        "bn",
        "half",
        "a",
        "of",
        "between",
        "and",
        "to",
        "-",
        "at least",
        "two",
        "dozen",
        "%",
        "people",
        "percent",
        "the",
    ]
)


@given(st.lists(PIECES, max_size=20), st.booleans())
def test_spans_hold_and_ends_are_in_order(pieces: list[str], tight: bool) -> None:
    text = ("" if tight else " ").join(pieces)
    found = figures(text)
    check_spans(tuple(f.span for f in found), len(text))
    assert all(f.low is None or f.high is None or f.low <= f.high for f in found)


@given(st.from_regex(DIGITS, fullmatch=True) | st.from_regex(WORDS, fullmatch=True))
def test_every_number_found_has_a_value(written: str) -> None:
    assert value(written) >= 0
