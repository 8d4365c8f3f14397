import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.read import times


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("17 October 2024, 14:05 BST", "2024-10-17T14:05:00+01:00"),
        ("Published 17 October 2024, 14:05 BST", "2024-10-17T14:05:00+01:00"),
        ("14:05 GMT, 3 May 2024", "2024-05-03T14:05:00+00:00"),
        ("Oct. 17, 2024 at 2:05 p.m. ET", "2024-10-17T14:05:00-04:00"),
        ("Jan. 17, 2024 at 2:05 p.m. ET", "2024-01-17T14:05:00-05:00"),
        ("Sept 3, 2024 9am", "2024-09-03T09:00:00"),
        ("October 19, 2024", "2024-10-19"),
        ("Thursday, 3rd May 2024", "2024-05-03"),
        ("Thu, 17 Oct 2024 14:05:00 +0100", "2024-10-17T14:05:00+01:00"),
        ("17 Oct 2024 12:00 IST", "2024-10-17T12:00:00"),
        ("25/12/2024", "2024-12-25"),
        ("17 October 2024, 2.05 p.m.", "2024-10-17T14:05:00"),
        ("17 October 2024 – Evening edition – 1.20 crowns", "2024-10-17"),
        ("3/4/2024", None),
        ("31 February 2024", None),
        ("no date", None),
    ],
)
def test_shown_times(words, expected):
    assert times.from_words(words) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2024-10-17T14:05:00.123Z", "2024-10-17T14:05:00+00:00"),
        ("2024-10-17T14:05+0100", "2024-10-17T14:05:00+01:00"),
        ("2024-10-17 14:05:00", "2024-10-17T14:05:00"),
        ("2024-10-17", "2024-10-17"),
        ("2024-10-17T00:00:00+02:00", "2024-10-17"),
        ("2024-13-17T14:05:00Z", None),
        ("", None),
        (None, None),
        (20241017, None),
    ],
)
def test_stated_times(stated, expected):
    assert times.from_machine(stated) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published 3 May 2024, updated 4 May 2024 09:10 GMT", ("2024-05-03", "2024-05-04T09:10:00+00:00")),
        ("3 May 2024 (last modified 4 May 2024)", ("2024-05-03", "2024-05-04")),
        ("Updated: 4 May 2024", (None, "2024-05-04")),
        ("4 May 2024", ("2024-05-04", None)),
    ],
)
def test_labelled_times(line, expected):
    assert times.labelled(line) == expected


@given(st.datetimes(timezones=st.timezones()).map(lambda moment: moment.replace(microsecond=0)))
def test_a_stated_time_is_kept_or_is_a_day(moment):
    if moment.utcoffset().seconds % 60 or moment.year < 1000:
        return
    found = times.from_machine(moment.isoformat())
    midnight = (moment.hour, moment.minute, moment.second) == (0, 0, 0)
    assert found == (moment.date().isoformat() if midnight else moment.isoformat())


@given(st.text(max_size=40))
def test_no_text_breaks_it(text):
    times.from_machine(text)
    times.labelled(text)
