"""Figures drawn one by one: the letter of an origin in a pill, and the range that it stands for."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from twosource.brief.charts.scales import Amounts
from twosource.brief.charts.svg import line, path, px, words
from twosource.brief.phrases import figure
from twosource.brief.records import FigureSaid
from twosource.export.words import moment as in_words
from twosource.export.words import plain

_PILL = (40.0, 18.0)
_SAME = 0.5
_OPEN = 24.0
"""Pixels of an arrow that stands for an open end."""

_NOTED = 6


@dataclass(frozen=True, slots=True)
class Point:
    """A figure at the place of its middle, with the letter of its origin."""

    x: float
    y: float
    letter: str
    said: FigureSaid


@dataclass(frozen=True, slots=True)
class Pill:
    """Figures that lie too close to be drawn apart, at the place of the first."""

    x: float
    y: float
    points: tuple[Point, ...]

    @property
    def label(self) -> str:
        """``A``, ``A×3``, ``A B``, ``A +3``: how often one origin gives it, or how many origins do."""
        letters = sorted({point.letter for point in self.points})
        if len(letters) == 1 < len(self.points):
            return f"{letters[0]}×{len(self.points)}"
        return " ".join(letters) if len(letters) <= 2 else f"{letters[0]} +{len(letters) - 1}"


def ends(said: FigureSaid) -> tuple[float, ...]:
    """The ends of a figure, if it can be drawn."""
    given = tuple(end for end in (said.figure.low, said.figure.high) if end is not None)
    return given if all(map(math.isfinite, given)) else ()


def pills(points: Sequence[Point]) -> list[Pill]:
    """The points as pills that do not touch, each at the place of the first point that it holds."""
    wide, high = _PILL
    led: list[tuple[Point, list[Point]]] = []
    for point in sorted(points, key=lambda one: (one.x, one.y, one.letter)):
        near = [held for lead, held in led if abs(lead.x - point.x) < wide + 2 and abs(lead.y - point.y) < high + 2]
        if near:
            near[-1].append(point)
        else:
            led.append((point, [point]))
    return [Pill(lead.x, lead.y, tuple(held)) for lead, held in led]


def drawn(placed: Sequence[Pill], amounts: Amounts) -> Iterator[Markup]:
    """Ranges, once a pill, and the pills on top of them. Closed ends are bars, open ones arrows."""
    for pill in placed:
        given = {(ends(point.said), point.said.figure.bound): point for point in pill.points}
        for point in given.values():
            yield from _whisker(point.said, pill.x, [amounts.y(end) for end in ends(point.said)])
    yield from map(_pill, placed)


def _whisker(said: FigureSaid, x: float, heights: Sequence[float]) -> Iterator[Markup]:
    value, high, low = said.figure, min(heights), max(heights)
    up = value.high is None or value.bound == "at_least"
    down = value.low is None or value.bound == "at_most"
    if low - high < _SAME:
        high, low = high - _OPEN * up, low + _OPEN * down
    if low - high >= _SAME:
        yield line((x, high), (x, low), "range")
        yield path(_end(x, high, open_=up, up=True), "range")
        yield path(_end(x, low, open_=down, up=False), "range")


def _end(x: float, y: float, *, open_: bool, up: bool) -> str:
    if not open_:
        return f"M{px(x - 5)} {px(y)}h10"
    back = 5 if up else -5
    return f"M{px(x - 4)} {px(y + back)}L{px(x)} {px(y)}L{px(x + 4)} {px(y + back)}"


def _pill(pill: Pill) -> Markup:
    label = pill.label
    wide, high = _PILL
    wide = high if len(label) == 1 else wide
    told = "; ".join(dict.fromkeys(_told(point) for point in pill.points[:_NOTED]))
    more = f"; and {len(pill.points) - _NOTED} more" if len(pill.points) > _NOTED else ""
    return Markup('<g class="pill"><title>{}</title><rect x="{}" y="{}" width="{}" height="{}" rx="9"/>{}</g>').format(
        plain(told + more),
        px(pill.x - wide / 2),
        px(pill.y - high / 2),
        px(wide),
        px(high),
        words(pill.x, pill.y + 4, label, look="letter", anchor="middle"),
    )


def _told(point: Point) -> str:
    return f"{point.letter}: {figure(point.said.figure)}, {in_words(point.said.as_of or '')}"
