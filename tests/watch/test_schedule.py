from __future__ import annotations

from datetime import UTC, datetime, timedelta
from http.client import HTTPMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.across import Feed
from twosource.watch.schedule import DAY, LONGEST, after_failure, after_success, due, fresh, put_off, stamp

NOW = datetime(2025, 3, 5, 12, 0, tzinfo=UTC)
QUARTER, HOUR = timedelta(minutes=15), timedelta(hours=1)
CHANCES = st.floats(0, 1)


def headers(**given: str) -> HTTPMessage:
    message = HTTPMessage()
    for name, value in given.items():
        message[name.replace("_", "-")] = value
    return message


@pytest.mark.parametrize(
    ("every", "asked", "good_for", "pause"),
    [
        (QUARTER, None, None, QUARTER),
        (QUARTER, HOUR, None, HOUR),
        (QUARTER, None, HOUR, HOUR),
        (QUARTER, HOUR, 2 * HOUR, 2 * HOUR),
        (2 * HOUR, HOUR, timedelta(), 2 * HOUR),
        (QUARTER, timedelta(days=365), None, DAY),
        (2 * DAY, HOUR, None, 2 * DAY),
    ],
)
def test_a_look_waits_for_as_long_as_any_wants(
    every: timedelta, asked: timedelta | None, good_for: timedelta | None, pause: timedelta
) -> None:
    assert after_success(every, asked=asked, fresh=good_for, chance=0) == pause
    assert after_success(every, asked=asked, fresh=good_for, chance=1) == pause * 1.1


@pytest.mark.parametrize(
    ("failures", "least", "most"),
    [
        (1, QUARTER, 2 * QUARTER),
        (2, 2 * QUARTER, 4 * QUARTER),
        (3, HOUR, 2 * HOUR),
        (10, DAY / 2, DAY),
        (10_000, DAY / 2, DAY),
    ],
)
def test_failures_double_the_pause_up_to_a_day(failures: int, least: timedelta, most: timedelta) -> None:
    assert after_failure(QUARTER, failures=failures, chance=0) == least
    assert after_failure(QUARTER, failures=failures, chance=1) == most


def test_a_server_may_put_us_off_for_longer_but_not_for_ever() -> None:
    assert after_failure(QUARTER, failures=1, put_off=2 * DAY) == 2 * DAY
    assert after_failure(QUARTER, failures=10, put_off=QUARTER) == DAY / 2
    assert after_failure(QUARTER, failures=1, put_off=timedelta(days=4000)) == LONGEST


@given(st.integers(1, 50), CHANCES, CHANCES)
def test_more_failures_never_mean_less_waiting(failures: int, one: float, other: float) -> None:
    assert after_failure(QUARTER, failures=failures, chance=one) <= 4 * after_failure(
        QUARTER, failures=failures + 1, chance=other
    )
    assert QUARTER <= after_failure(QUARTER, failures=failures, chance=one) <= DAY


@pytest.mark.parametrize(
    ("given_headers", "expected"),
    [
        ({}, None),
        ({"Cache_Control": "max-age=600"}, timedelta(seconds=600)),
        ({"Cache_Control": "public, max-age=600, must-revalidate"}, timedelta(seconds=600)),
        ({"Cache_Control": "s-maxage=600"}, None),
        ({"Cache_Control": "no-cache"}, None),
        ({"Cache_Control": "max-age=soon"}, None),
        ({"Expires": "Wed, 05 Mar 2025 13:00:00 GMT"}, HOUR),
        ({"Expires": "Wed, 05 Mar 2025 13:00:00 GMT", "Date": "Wed, 05 Mar 2025 12:30:00 GMT"}, HOUR / 2),
        ({"Expires": "0"}, None),
        ({"Expires": "Wed, 05 Mar 2025 11:00:00 GMT"}, timedelta()),
        ({"Expires": "Wed, 05 Mar 2025 13:00:00 GMT", "Cache_Control": "max-age=60"}, timedelta(seconds=60)),
    ],
)
def test_for_how_long_an_answer_is_good(given_headers: dict[str, str], expected: timedelta | None) -> None:
    assert fresh(headers(**given_headers), NOW) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("120", timedelta(seconds=120)),
        (" 120 ", timedelta(seconds=120)),
        ("Wed, 05 Mar 2025 13:00:00 GMT", HOUR),
        ("Wed, 05 Mar 2025 11:00:00 GMT", timedelta()),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_how_long_a_server_puts_us_off(value: str, expected: timedelta | None) -> None:
    assert put_off(headers(Retry_After=value), NOW) == expected


def test_a_new_feed_is_due_at_once_and_others_when_they_say() -> None:
    assert due(Feed(url="x")) < NOW
    assert due(Feed(url="x", next_at=stamp(NOW + HOUR))) == NOW + HOUR
