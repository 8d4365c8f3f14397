"""Axes: time, broken where nothing happens for long, and amounts, logarithmic where they differ by powers of ten."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from markupsafe import Markup

from twosource.brief.charts.svg import line, words
from twosource.brief.charts.text import width

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_HOURS = tuple(hours / 24 for hours in (1, 3, 6, 12))
_DAYS = (1.0, 2.0, 7.0, 14.0)
_MONTH_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600)
_BREAK = 30.0
_LEAST = 76.0
"""Pixels of a stretch at least: room for a whole date."""

_IDLE = 4
"""A gap is broken where it is longer than this many times all the rest."""

_MOST_BREAKS = 3
_APART = 10.0
_TINY = 1e-6
_LOG_FROM = 100
"""Amounts that differ by this factor share a logarithmic axis."""


def moment(time: str | None) -> float | None:
    """Days since 1970 of an ISO 8601 time; a day alone stands at its noon, ``None`` where it cannot be read."""
    try:
        parsed = datetime.fromisoformat(time or "")
    except ValueError:
        return None
    parsed = parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)
    noon = 0.5 if time and len(time) <= len("2025-03-04") else 0.0
    return (parsed - _EPOCH) / timedelta(days=1) + noon


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days of a time axis that lie together, and the pixels that they take."""

    start: float
    end: float
    left: float
    right: float

    def x(self, time: float) -> float:
        """Where a time of the stretch lies."""
        if self.end == self.start:
            return (self.left + self.right) / 2
        return self.left + (time - self.start) / (self.end - self.start) * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class _Label:
    middle: float
    half: float
    text: str
    first: bool = False

    def near(self, later: _Label) -> bool:
        return later.middle - later.half < self.middle + self.half + _APART


@dataclass(frozen=True, slots=True)
class Times:
    """A time axis from left to right, in stretches with breaks between them."""

    stretches: tuple[Stretch, ...]

    @classmethod
    def of(cls, times: Sequence[float], left: float, right: float) -> Times:
        """The axis for ``times``, of which there must be one, between two pixels."""
        parts = _parts(sorted(set(times)))
        room = right - left - _BREAK * (len(parts) - 1) - _LEAST * len(parts)
        whole = sum(end - start for start, end in parts)
        stretches, x = [], left
        for start, end in parts:
            wide = _LEAST + (room * (end - start) / whole if whole else room / len(parts))
            stretches.append(Stretch(start, end, x, x + wide))
            x += wide + _BREAK
        return cls(tuple(stretches))

    def x(self, time: float) -> float:
        """Where a time lies; one of a break lies at its edge."""
        stretch = next((one for one in self.stretches if time <= one.end), self.stretches[-1])
        return stretch.x(max(time, stretch.start))

    def breaks(self) -> list[float]:
        """The middle of each break."""
        return [one.right + _BREAK / 2 for one in self.stretches[:-1]]

    def ticks(self) -> list[tuple[float, str]]:
        """Labels and the pixel of their middle, none on top of another; a stretch begins with the year. Hours are
        those of UTC."""
        placed: list[_Label] = []
        for stretch in self.stretches:
            own: list[_Label] = []
            for x, label in _marks(stretch, first_day=_day(stretch.start)):
                shown = label.removesuffix(f" {_day(stretch.start).year}") if own else label
                half = width(shown) / 2
                found = _Label(min(max(x, stretch.left - _APART + half), stretch.right + _APART - half), half, shown)
                # What a stretch begins with says the day, and counts for more than the last hour before a break.
                while not own and placed and placed[-1].near(found) and not placed[-1].first:
                    placed.pop()
                if not (own or placed) or not (own or placed)[-1].near(found):
                    own.append(replace(found, first=not own))
            placed += own
        return [(label.middle, label.text) for label in placed]

    def drawn(self, top: float, bottom: float) -> Iterator[Markup]:
        """The axis at ``bottom``, its labels beneath it."""
        for stretch in self.stretches:
            yield line((stretch.left - 6, bottom), (stretch.right + 6, bottom), "axis")
        for middle in self.breaks():
            yield line((middle - 6, bottom + 5), (middle - 1, bottom - 5), "axis")
            yield line((middle + 1, bottom + 5), (middle + 6, bottom - 5), "axis")
            yield line((middle, top), (middle, bottom - 8), "broken")
        for x, label in self.ticks():
            yield line((x, bottom), (x, bottom + 4), "axis")
            yield words(x, bottom + 17, label, look="tick", anchor="middle")


def _parts(times: Sequence[float]) -> list[tuple[float, float]]:
    gaps = sorted(((after - before, place) for place, (before, after) in enumerate(pairwise(times))))
    cuts: list[int] = []
    while len(gaps) > 1 and len(cuts) < _MOST_BREAKS and gaps[-1][0] > _IDLE * sum(gap for gap, _ in gaps[:-1]):
        cuts.append(gaps.pop()[1])
    starts = [0, *(cut + 1 for cut in sorted(cuts))]
    return [(times[start], times[end - 1]) for start, end in zip(starts, [*starts[1:], len(times)], strict=True)]


def _day(time: float) -> datetime:
    return _EPOCH + timedelta(minutes=round(time * 24 * 60))


def _marks(stretch: Stretch, *, first_day: datetime) -> Iterator[tuple[float, str]]:
    """What could be labelled, with the year on each day."""
    if stretch.end == stretch.start:
        yield stretch.x(stretch.start), _dated(first_day)
        return
    found = list(_even(stretch))
    yield from found or [(stretch.left, _dated(first_day))]


def _even(stretch: Stretch) -> Iterator[tuple[float, str]]:
    per_day = (stretch.right - stretch.left) / (stretch.end - stretch.start)
    for step in (*_HOURS, *_DAYS):
        if step * per_day >= _LEAST:
            if step < 1:
                yield stretch.left, _dated(_day(stretch.start))
            for place in range(math.ceil(stretch.start / step), math.floor(stretch.end / step) + 1):
                yield stretch.x(place * step), _hour(_day(place * step)) if step < 1 else _dated(_day(place * step))
            return
    months = next((step for step in _MONTH_STEPS if step * 30 * per_day >= _LEAST), _MONTH_STEPS[-1])
    yield from _monthly(stretch, months)


def _monthly(stretch: Stretch, months: int) -> Iterator[tuple[float, str]]:
    start, end = _day(stretch.start), _day(stretch.end)
    for number in range(start.year * 12, end.year * 12 + 12, months):
        year, month = divmod(number, 12)
        at = (datetime(year, month + 1, 1, tzinfo=UTC) - _EPOCH) / timedelta(days=1)
        if stretch.start <= at <= stretch.end:
            yield stretch.x(at), str(year) if months % 12 == 0 else f"{_MONTHS[month]} {year}"


def _dated(day: datetime) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _hour(day: datetime) -> str:
    return _dated(day) if (day.hour, day.minute) == (0, 0) else f"{day:%H:%M}"


@dataclass(frozen=True, slots=True)
class Amounts:
    """An axis of amounts from ``bottom`` up to ``top`` (pixels)."""

    low: float
    high: float
    bottom: float
    top: float
    log: bool

    @classmethod
    def of(cls, values: Sequence[float], bottom: float, top: float) -> Amounts:
        """The axis for ``values``; it reaches down to nothing, unless they are far from it."""
        low, high = min(values), max(values)
        if low >= _TINY and high / low >= _LOG_FROM:
            return cls(10 ** math.floor(math.log10(low)), 10 ** math.ceil(math.log10(high)), bottom, top, log=True)
        floor = 0.0 if 0 <= low < high * 0.6 else low - (high - low) * 0.15
        ceiling = high + (high - floor or abs(high) or 1) * 0.08
        return cls(floor, ceiling, bottom, top, log=False)

    def y(self, value: float) -> float:
        """Where a value lies."""
        measure = math.log10 if self.log else float
        low, high = measure(self.low), measure(self.high)
        share = (measure(min(max(value, self.low), self.high)) - low) / ((high - low) or 1)
        return self.bottom - share * (self.bottom - self.top)

    def ticks(self) -> list[float]:
        """From two to seven round values."""
        if self.log:
            first, last = round(math.log10(self.low)), round(math.log10(self.high))
            return [10.0**power for power in range(first, last + 1, max(1, math.ceil((last - first) / 6)))]
        step = _round_step((self.high - self.low) / 5)
        return [place * step for place in range(math.ceil(self.low / step), math.floor(self.high / step) + 1)]


def _round_step(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough)) if rough > 0 else 1.0
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * 0.999)
