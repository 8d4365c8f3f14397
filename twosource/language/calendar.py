"""Stretches of time as news means them: half-open, as wide as the words, counted from the day of publication.

A stretch is a pair of dates, or a pair of naive datetimes where the words name less than a day. Weeks begin on Monday;
seasons are the meteorological ones; "early", "mid" and "late" are thirds, after the START, MID and END of TIMEX3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

Stretch = tuple[date, date]
Lean = Literal["past", "future"] | None
"""Where words without a year or week point: before publication, after it, or (``None``) where news most often means."""

DAY = timedelta(days=1)
# A day or month without a year and without a sign of tense is read as one to come only when the next is more than twice
# as near as the last: coverage looks back further than it looks ahead.
_AHEAD = 2
_LATE = 3 * DAY
"""How long after publication a day may be that its words tell of as past: pages are corrected and keep their date."""

_PARTS = {"morning": (5, 12), "afternoon": (12, 18), "evening": (17, 24), "night": (18, 30), "tonight": (18, 30)}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative words are counted from: the day of publication, if known, and where undated words lean."""

    day: date | None
    lean: Lean = "past"


def days(first: date, count: int = 1) -> Stretch:
    """``count`` days from ``first``."""
    return first, first + count * DAY


def months(year: int, month: int, count: int = 1) -> Stretch:
    """``count`` calendar months from ``month``, which may lie outside 1 … 12 and then runs into other years."""
    return _first_of(year, month), _first_of(year, month + count)


def _first_of(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def year(number: int, count: int = 1) -> Stretch:
    """``count`` calendar years from ``number``."""
    return date(number, 1, 1), date(number + count, 1, 1)


def week(day: date, shift: int = 0) -> Stretch:
    """The Monday to Sunday that ``day`` lies in, ``shift`` weeks on."""
    return days(day + (7 * shift - day.weekday()) * DAY, 7)


def weekend(day: date, shift: int, lean: Lean) -> Stretch:
    """The Saturday and Sunday of the week of ``day``; the one before if they are yet to come and ``lean`` is past."""
    saturday = week(day, shift)[0] + 5 * DAY
    if lean != "future" and not shift and saturday > day:
        saturday -= 7 * DAY
    return days(saturday, 2)


def season(name: str, number: int) -> Stretch:
    """A season of a year; the winter of a year is the one that begins in its December."""
    return months(number, _SEASONS[name.lower()], 3)


def third(stretch: Stretch, part: str | None) -> Stretch:
    """The early, mid or late third of ``stretch``, by the first letters of ``part``; all of it without one."""
    if not part:
        return stretch
    start, end = stretch
    first, last = _thirds(start, end)
    word = part.lower()
    if word.startswith(("early", "begin", "start")):
        return start, first
    return (first, last) if word.startswith("mid") else (last, end)


def _thirds(start: date, end: date) -> Stretch:
    """The two borders between the thirds, on the first of a month or year where the stretch is long."""
    length = (end - start).days
    if length > 400:
        step = round(length / 365.25 / 3)
        return start.replace(year=start.year + step), end.replace(year=end.year - step)
    if length > 80:
        step = round(length / 30.4 / 3)
        return months(start.year, start.month + step)[0], months(end.year, end.month - step)[0]
    step = round(length / 3)
    return start + step * DAY, end - step * DAY


def part_of_day(stretch: Stretch, part: str | None) -> Stretch:
    """The morning, afternoon, evening or night of the one day of ``stretch``."""
    if not part or stretch[1] - stretch[0] != DAY:
        return stretch
    first, last = _PARTS[part.lower()]
    midnight = datetime.combine(stretch[0], time())
    return midnight + timedelta(hours=first), midnight + timedelta(hours=last)


def clock(stretch: Stretch, hour: int, minute: int | None) -> Stretch:
    """A time of the one day of ``stretch``: an hour wide on the hour ("at 6 p.m."), otherwise a minute."""
    start = datetime.combine(stretch[0], time(hour, minute or 0))
    return start, start + (timedelta(hours=1) if minute is None else timedelta(minutes=1))


def overnight(day: date) -> Stretch:
    """The night that ends on ``day``."""
    return part_of_day(days(day - DAY), "night")


def day_of_year(month: int, day: int, anchor: Anchor) -> Stretch | None:
    """A month and day without a year, in the year that ``anchor`` points to."""
    found = anchor.day and _choose(lambda y: _day(y, month, day), anchor)
    return days(found) if found else None


def month_of_year(month: int, anchor: Anchor) -> Stretch | None:
    """A month without a year, in the year that ``anchor`` points to; the month of publication itself is the nearest."""
    found = anchor.day and _choose(lambda y: date(y, month, 1), anchor, month=True)
    return months(found.year, found.month) if found else None


def weekday(number: int, anchor: Anchor) -> Stretch | None:
    """The nearest day of that name: on or before publication, or after it where ``anchor`` leans to the future."""
    if not anchor.day:
        return None
    back = (anchor.day.weekday() - number) % 7
    return days(anchor.day + (7 - back if anchor.lean == "future" and back else -back) * DAY)


def ago(count: int, unit: str, day: date) -> Stretch:
    """``count`` units before ``day``, as wide as the unit: "two weeks ago" is a week."""
    if unit == "day":
        return days(day - count * DAY)
    if unit == "week":
        return week(day, -count)
    if unit == "month":
        return months(day.year, day.month - count)
    if unit == "quarter":
        return months(day.year, (day.month - 1) // 3 * 3 + 1 - 3 * count, 3)
    if unit == "decade":
        return year(day.year // 10 * 10 - 10 * count, 10)
    return year(max(day.year - count, 1))


def _day(number: int, month: int, day: int) -> date | None:
    try:
        return date(number, month, day)
    except ValueError:
        return None


def exact_day(number: int, month: int, day: int) -> Stretch | None:
    """A full date, or nothing where the calendar has no such day."""
    found = _day(number, month, day)
    return days(found) if found else None


def _choose(make: Callable[[int], date | None], anchor: Anchor, *, month: bool = False) -> date | None:
    """The year's occurrence that ``anchor`` points to: the last one, the next one, or the likelier of them."""
    day = anchor.day
    if day is None:
        return None
    origin = day.replace(day=1) if month else day
    choices = [found for y in range(day.year - 4, day.year + 5) if (found := make(y))]
    past, future = _last(c for c in choices if c <= origin), _first(c for c in choices if c >= origin)
    if anchor.lean == "future":
        return future
    if not month and future and future - origin <= _LATE:
        return future
    if anchor.lean is None and future and past and (future - origin) * _AHEAD < origin - past:
        return future
    return past


def _first(found: Iterable[date]) -> date | None:
    return next(iter(found), None)


def _last(found: Iterable[date]) -> date | None:
    return max(found, default=None)
