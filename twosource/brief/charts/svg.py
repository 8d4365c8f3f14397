"""The pieces that every chart is drawn of. Whatever comes from an article is escaped here.

They are put together as strings: :meth:`markupsafe.Markup.format` takes four times as long.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from twosource.brief.charts.text import SIZE, width
from twosource.brief.phrases import stance_heading
from twosource.brief.records import Stance
from twosource.export.words import plain

RADIUS = 5.0
"""Of a mark, in pixels."""

_SHAPES: dict[Stance, str] = {
    "says-so": '<circle cx="{x}" cy="{y}" r="5"/>',
    "may-be": '<circle class="hollow" cx="{x}" cy="{y}" r="4.2"/><circle cx="{x}" cy="{y}" r="1.7"/>',
    "denies": '<path class="stroke" d="M{x} {y}m-4.2-4.2l8.4 8.4m0-8.4l-8.4 8.4"/>',
    "no-sign": '<path class="hollow" d="M{x} {y}m0-5.4l5.4 5.4l-5.4 5.4l-5.4-5.4z"/>',
    "silent": '<path class="stroke" d="M{x} {y}m-5 0h10"/>',
}
"""A disc, a ring with a dot, a cross, a lozenge, a bar: told apart without any colour."""

_LEGEND_ROW = 20.0


def drawing(body: Iterable[Markup], *, name: str, size: tuple[float, float], title: str, desc: str) -> Markup:
    """The whole image. ``name`` is unique on the page; ``desc`` says in words what the image shows."""
    wide, high = size
    return Markup(
        '<svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}" '
        'role="img" aria-labelledby="{name}-title {name}-desc"><title id="{name}-title">{title}</title>'
        '<desc id="{name}-desc">{desc}</desc>{body}</svg>'
    ).format(w=px(wide), h=px(high), name=name, title=plain(title), desc=plain(desc), body=Markup("").join(body))


def px(value: float) -> str:
    """A coordinate, to a tenth of a pixel."""
    return f"{value:.1f}".removesuffix(".0")


def words(x: float, y: float, text: str, *, look: str = "", anchor: str = "start") -> Markup:
    """``text`` with its base line at ``y``; ``anchor`` is start, middle or end."""
    at = f'x="{px(x)}" y="{px(y)}" class="{escape(look)}" text-anchor="{escape(anchor)}"'
    return Markup(f"<text {at}>{escape(plain(text))}</text>")


def line(start: tuple[float, float], end: tuple[float, float], look: str) -> Markup:
    """A straight line."""
    x1, y1, x2, y2 = (px(value) for value in (*start, *end))
    return Markup(f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" class="{escape(look)}"/>')


def path(steps: str, look: str) -> Markup:
    """A path of our own making."""
    return Markup(f'<path d="{escape(steps)}" class="{escape(look)}"/>')


def mark(stance: Stance, x: float, y: float, note: str = "") -> Markup:
    """The sign of a stance; ``note`` is shown by a browser when it is pointed at."""
    shape = _SHAPES[stance].format(x=px(x), y=px(y))
    told = f"<title>{escape(plain(note))}</title>" if note else ""
    return Markup(f'<g class="mark {stance}">{told}{shape}</g>')


@functools.cache
def sign(stance: Stance) -> Markup:
    """The sign by itself, as it stands in running text beside the words."""
    drawn = mark(stance, 7, 7)
    return Markup(f'<svg class="sign" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">{drawn}</svg>')


def legend(stances: Sequence[Stance], *, room: float, top: float) -> tuple[list[Markup], float]:
    """Signs with their words, in as many rows as ``room`` needs; and the height of it."""
    drawn: list[Markup] = []
    x, y = 0.0, top + 10
    for stance in stances:
        told = stance_heading(stance)
        need = 16 + width(told) + 18
        if x and x + need - 18 > room:
            x, y = 0.0, y + _LEGEND_ROW
        drawn += [mark(stance, x + 6, y), words(x + 16, y + SIZE / 3, told)]
        x += need
    return drawn, y + 10 - top
