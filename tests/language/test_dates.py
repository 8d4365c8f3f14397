from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.language.dates import find_times, publication_day
from twosource.records import check_spans

# A Saturday.
PUBLISHED = "2024-10-19"


def resolved(
    text: str, lean: str | None = "past", published: str | None = PUBLISHED
) -> list[tuple[str, str | None, str | None]]:
    found = []
    for time in find_times(text):
        interval = time.interval(published, lean=lean)  # type: ignore[arg-type]
        found.append((time.words, interval.start if interval else None, interval.end if interval else None))
    return found


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        # days
        ("Feld said on October 17 in Orrin.", "on October 17", "2024-10-17", "2024-10-18"),
        ("Feld said on Oct. 3 that", "on Oct. 3", "2024-10-03", "2024-10-04"),
        ("on October 17, 2019,", "on October 17, 2019", "2019-10-17", "2019-10-18"),
        ("on 17 October 2019", "on 17 October 2019", "2019-10-17", "2019-10-18"),
        ("on the 3rd of June", "on the 3rd of June", "2024-06-03", "2024-06-04"),
        ("on December 5", "on December 5", "2023-12-05", "2023-12-06"),
        ("Correction, October 22: it", "October 22", "2024-10-22", "2024-10-23"),
        ("on October 23", "on October 23", "2023-10-23", "2023-10-24"),
        ("on Monday, Sept. 9, 2024,", "on Monday, Sept. 9, 2024", "2024-09-09", "2024-09-10"),
        ("last Oct. 23 in", "last Oct. 23", "2023-10-23", "2023-10-24"),
        ("the week of March 6", "the week of March 6", "2024-03-04", "2024-03-11"),
        ("in July last year,", "in July last year", "2023-07-01", "2023-08-01"),
        ("last Thanksgiving,", "last Thanksgiving", "2023-11-23", "2023-11-24"),
        ("on Thanksgiving Day", "on Thanksgiving Day", "2023-11-23", "2023-11-24"),
        ("from Oct. 12-14", "from Oct. 12-14", "2024-10-12", "2024-10-15"),
        ("between 3 and 5 March", "between 3 and 5 March", "2024-03-03", "2024-03-06"),
        ("from October 3 to 5, 2023,", "from October 3 to 5, 2023", "2023-10-03", "2023-10-06"),
        ("the 3–5 March talks", "3–5 March", "2024-03-03", "2024-03-06"),
        ("on Christmas Day", "on Christmas Day", "2023-12-25", "2023-12-26"),
        ("two days before Christmas it", "two days before Christmas", "2023-12-23", "2023-12-24"),
        ("on New Year’s Eve", "on New Year’s Eve", "2023-12-31", "2024-01-01"),
        ("filed 2024-02-28", "2024-02-28", "2024-02-28", "2024-02-29"),
        ("the Sept. 11 attacks", "Sept. 11 attacks", "2001-09-11", "2001-09-12"),
        ("Feld said on Tuesday", "on Tuesday", "2024-10-15", "2024-10-16"),
        ("Feld said Saturday", "Saturday", "2024-10-19", "2024-10-20"),
        ("last Saturday", "last Saturday", "2024-10-12", "2024-10-13"),
        ("last Tuesday", "last Tuesday", "2024-10-15", "2024-10-16"),
        ("next Tuesday", "next Tuesday", "2024-10-22", "2024-10-23"),
        ("yesterday", "yesterday", "2024-10-18", "2024-10-19"),
        ("today", "today", "2024-10-19", "2024-10-20"),
        ("tomorrow", "tomorrow", "2024-10-20", "2024-10-21"),
        ("the day before yesterday", "the day before yesterday", "2024-10-17", "2024-10-18"),
        ("two days ago", "two days ago", "2024-10-17", "2024-10-18"),
        # parts of days and clocks
        ("Thursday night", "Thursday night", "2024-10-17T18:00", "2024-10-18T06:00"),
        ("Thursday morning", "Thursday morning", "2024-10-17T05:00", "2024-10-17T12:00"),
        ("overnight", "overnight", "2024-10-18T18:00", "2024-10-19T06:00"),
        ("last night", "last night", "2024-10-18T18:00", "2024-10-19T06:00"),
        ("this morning", "this morning", "2024-10-19T05:00", "2024-10-19T12:00"),
        ("at 6 p.m. on Tuesday", "at 6 p.m. on Tuesday", "2024-10-15T18:00", "2024-10-15T19:00"),
        ("at 6:30 p.m. Tuesday", "at 6:30 p.m. Tuesday", "2024-10-15T18:30", "2024-10-15T18:31"),
        # weeks, months, seasons
        ("this week", "this week", "2024-10-14", "2024-10-21"),
        ("last week", "last week", "2024-10-07", "2024-10-14"),
        ("earlier this week", "earlier this week", "2024-10-14", "2024-10-19"),
        ("over the weekend", "over the weekend", "2024-10-19", "2024-10-21"),
        ("two weeks ago", "two weeks ago", "2024-09-30", "2024-10-07"),
        ("the past two weeks", "the past two weeks", "2024-10-05", "2024-10-20"),
        ("earlier this month", "earlier this month", "2024-10-01", "2024-10-19"),
        ("later this month", "later this month", "2024-10-20", "2024-11-01"),
        ("last month", "last month", "2024-09-01", "2024-10-01"),
        ("in July", "in July", "2024-07-01", "2024-08-01"),
        ("in May", "in May", "2024-05-01", "2024-06-01"),
        ("last December", "last December", "2023-12-01", "2024-01-01"),
        ("next October", "next October", "2025-10-01", "2025-11-01"),
        ("in June 2020", "in June 2020", "2020-06-01", "2020-07-01"),
        ("at the beginning of October", "at the beginning of October", "2024-10-01", "2024-10-11"),
        ("in mid-October", "in mid-October", "2024-10-11", "2024-10-22"),
        ("in late March 2022", "in late March 2022", "2022-03-22", "2022-04-01"),
        ("last summer", "last summer", "2024-06-01", "2024-09-01"),
        ("the spring of 2020", "the spring of 2020", "2020-03-01", "2020-06-01"),
        ("in the third quarter", "in the third quarter", "2024-07-01", "2024-10-01"),
        ("in last year’s fourth quarter", "in last year’s fourth quarter", "2023-10-01", "2024-01-01"),
        ("third-quarter profit", "third-quarter", "2024-07-01", "2024-10-01"),
        ("the third quarter of 2023", "the third quarter of 2023", "2023-07-01", "2023-10-01"),
        ("the first half of 2024", "the first half of 2024", "2024-01-01", "2024-07-01"),
        # years and decades
        ("fiscal 2023 sales", "fiscal 2023", "2023-01-01", "2024-01-01"),
        ("in 2023,", "in 2023", "2023-01-01", "2024-01-01"),
        ("in early 2023", "in early 2023", "2023-01-01", "2023-05-01"),
        ("by the end of 2025", "by the end of 2025", "2025-09-01", "2026-01-01"),
        ("from 2010 to 2014", "from 2010 to 2014", "2010-01-01", "2015-01-01"),
        ("last year", "last year", "2023-01-01", "2024-01-01"),
        ("three years ago", "three years ago", "2021-01-01", "2022-01-01"),
        ("in the 1970s", "in the 1970s", "1970-01-01", "1980-01-01"),
        ("the early 1990s", "the early 1990s", "1990-01-01", "1993-01-01"),
    ],
)
def test_one_expression(text: str, words: str, start: str, end: str) -> None:
    assert resolved(text) == [(words, start, end)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("will open on Tuesday", "2024-10-22", "2024-10-23"),
        ("on October 21", "2024-10-21", "2024-10-22"),
        ("on October 3", "2025-10-03", "2025-10-04"),
        ("in July", "2025-07-01", "2025-08-01"),
    ],
)
def test_leaning_to_the_future(text: str, start: str, end: str) -> None:
    assert [r[1:] for r in resolved(text, "future")] == [(start, end)]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("on October 21", "2024-10-21"),
        ("on October 3", "2024-10-03"),
        ("in December", "2024-12-01"),
        ("in July", "2024-07-01"),
    ],
)
def test_without_a_lean_the_near_future_counts(text: str, start: str) -> None:
    assert [r[1] for r in resolved(text, None)] == [start]


@pytest.mark.parametrize(
    "text",
    [
        "She may say so, and troops march on. A second later May Feld spoke.",
        "March Hare ran. April Tal said no.",
        "the Sunday Times said",
        "on Black Friday and Good Friday",
        "He recently said so, two days before the vote, at the time.",
        "It has 2,023 rooms and 1990 of them are empty.",
        "in 15 months",
        "USA 24 7",
    ],
)
def test_not_times(text: str) -> None:
    assert resolved(text) == []


def test_two_in_a_row() -> None:
    assert [r[0] for r in resolved("in the 1970s and 1980s")] == ["in the 1970s", "1980s"]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("on October 17", None),
        ("yesterday", None),
        ("on Tuesday", None),
        ("in 2023", "2023-01-01"),
        ("on October 17, 2019", "2019-10-17"),
    ],
)
def test_without_a_day_of_publication_only_full_dates_resolve(text: str, start: str | None) -> None:
    assert [r[1] for r in resolved(text, published=None)] == [start]


def test_impossible_days_do_not_resolve() -> None:
    assert resolved("on February 30, 2023") == [("on February 30, 2023", None, None)]


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024-10-19T23:30:00-05:00", date(2024, 10, 19)),
        ("2024-10-19", date(2024, 10, 19)),
        ("soon", None),
        (None, None),
    ],
)
def test_publication_day_is_that_of_its_own_zone(published: str | None, day: date | None) -> None:
    assert publication_day(published) == day


PIECES = st.sampled_from(
    [
        "on",
        "October",
        "17",
        "2024",
        "Tuesday",
        "last",
        "next",
        "week",
        "the",
        "early",
        "May",
        "ago",
        "two",
        "days",
        "6 p.m.",
        ",",
        "in",
        "1990s",
    ]
)


@given(st.lists(PIECES, max_size=25), st.sampled_from(["past", "future", None]))
def test_spans_hold_and_intervals_are_half_open(pieces: list[str], lean: str | None) -> None:
    text = " ".join(pieces)
    times = find_times(text)
    check_spans(tuple(t.span for t in times), len(text))
    for time in times:
        assert text[slice(*time.span)] == time.words
        interval = time.interval(PUBLISHED, lean=lean)  # type: ignore[arg-type]
        assert interval is None or (interval.start < interval.end and len(interval.start) == len(interval.end))
