"""How the words of a source moved, drawn: a lane for each proposition, a sign for each step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from twosource.brief.charts.scales import Times, moment
from twosource.brief.charts.svg import drawing, legend, line, mark, words
from twosource.brief.charts.text import cut, width
from twosource.brief.html import WIDTHS
from twosource.brief.phrases import count, stance_heading
from twosource.brief.records import STANCES, Stance
from twosource.export.words import moment as in_words
from twosource.export.words import number, plain
from twosource.records import Figure
from twosource.room.source_moves import Moved, Point

LANES = 8
"""Propositions that are drawn; below the chart all are told in words."""

_LABEL = 18.0
_LANE = 20.0
_APART = 14.0
_NOTE = 76.0
"""Pixels behind the axis: room for ``≥123…≥145``."""


@dataclass(slots=True)
class _Sign:
    """Steps of one stance that are drawn as one sign, with what is written behind it."""

    x: float
    steps: list[Point]

    @property
    def note(self) -> str:
        amounts = list(dict.fromkeys(_short(one.figure) for one in self.steps if one.figure))
        return f"{amounts[0]}…{amounts[-1]}" if len(amounts) > 1 else amounts[0] if amounts else ""

    @property
    def right(self) -> float:
        return self.x + 7 + (width(self.note, 10) + 3 if self.note else 0)


def moves(moved: Sequence[Moved], *, about: str) -> Markup:
    """The chart of what a source called ``about`` said, at both widths of the charts of a brief; empty where no two
    steps stand at different times."""
    drawn = [_chart(moved[:LANES], about=about, wide=wide) for wide in WIDTHS]
    if not drawn[0]:
        return Markup("")
    return Markup('<div class="wide">{}</div><div class="narrow">{}</div>').format(*drawn)


def _chart(moved: Sequence[Moved], *, about: str, wide: float) -> Markup:
    times = sorted({at for one in moved for step in one.points if (at := moment(step.when)) is not None})
    if len(times) < 2:
        return Markup("")
    stances = [stance for stance in STANCES if any(step.stance == stance for one in moved for step in one.points)]
    shown, top = legend(stances, room=wide, top=0)
    axis = Times.of(times, 16.0, wide - _NOTE)
    lanes, bottom = _lanes(moved, axis, wide=wide, top=top + 6)
    return drawing(
        [*shown, *axis.drawn(top + 6, bottom), *lanes],
        name=f"moves-{round(wide)}",
        size=(wide, bottom + 24),
        title=f"How the words of {about} moved",
        desc=". ".join(_told(place, one) for place, one in enumerate(moved, 1)),
    )


def _lanes(moved: Sequence[Moved], axis: Times, *, wide: float, top: float) -> tuple[list[Markup], float]:
    """The lanes, and where they end."""
    drawn: list[Markup] = []
    y = top
    for place, one in enumerate(moved, 1):
        drawn.append(words(0, y + 14, cut(f"{place}  {plain(one.proposition.wording)}", wide - 8), look="name"))
        y += _LABEL
        for stance in [stance for stance in STANCES if any(step.stance == stance for step in one.points)]:
            middle = y + _LANE / 2
            drawn.append(line((axis.stretches[0].left - 6, middle), (axis.stretches[-1].right + 6, middle), "lane"))
            for sign in _signs(one.points, stance, axis):
                drawn += _drawn(sign, stance, middle, right=wide)
            y += _LANE
        drawn.append(line((0, y + 2), (wide, y + 2), "rule"))
        y += 4
    return drawn, y + 4


def _signs(points: Sequence[Point], stance: Stance, axis: Times) -> list[_Sign]:
    """Steps of a stance as signs that lie apart, with what is written behind them."""
    found: list[_Sign] = []
    for point in points:
        at = moment(point.when)
        if point.stance != stance or at is None:
            continue
        x = axis.x(at)
        if found and x - _APART < found[-1].right - 7:
            found[-1].steps.append(point)
        else:
            found.append(_Sign(x, [point]))
    return found


def _drawn(sign: _Sign, stance: Stance, y: float, *, right: float) -> Iterator[Markup]:
    told = "; ".join(f"{in_words(one.when)}: {one.told}" for one in sign.steps[:6])
    more = f"; and {len(sign.steps) - 6} more" if len(sign.steps) > 6 else ""
    yield mark(stance, sign.x, y, told + more)
    if sign.note:
        yield words(sign.x + 9, y + 3.5, cut(sign.note, right - sign.x - 9, 10), look="small")


def _short(figure: Figure) -> str:
    """A figure in as few signs as it takes: ``≥7``, ``15–18``."""
    ends = list(dict.fromkeys(number(end) for end in (figure.low, figure.high) if end is not None))
    bound = {"exact": "", "at_least": "≥", "at_most": "≤", "about": "~"}[figure.bound]
    return (bound if len(ends) == 1 else "") + "–".join(ends)


def _told(place: int, one: Moved) -> str:
    stances = Counter(step.stance for step in one.points)
    told = ", ".join(f"{stance_heading(stance).lower()} {stances[stance]}" for stance in STANCES if stances[stance])
    first, last = in_words(one.points[0].when), in_words(one.points[-1].when)
    return f"{place} {plain(one.proposition.wording)}: {count(len(one.points), 'step')} from {first} to {last} ({told})"
