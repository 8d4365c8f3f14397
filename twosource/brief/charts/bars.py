"""Many figures as one bar for each stretch of time: from the lowest to the highest, with a line at the middle one."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from twosource.brief.charts.pills import Point, ends
from twosource.brief.charts.scales import Amounts, Times
from twosource.brief.charts.svg import line, px, words
from twosource.brief.phrases import count
from twosource.export.words import moment as in_words
from twosource.export.words import number, plain

_LEAST = 34.0
"""Pixels of a bar with the gap beside it: room for ``×999``."""


def bars(points: Sequence[Point], times: Times, amounts: Amounts) -> Iterator[Markup]:
    """The bars, each as wide as the time that it stands for, with how many figures it holds above it. None reaches
    over a break of the axis."""
    for stretch in times.stretches:
        own = sorted((one for one in points if stretch.left <= one.x <= stretch.right), key=lambda one: one.x)
        number = max(1, int((stretch.right - stretch.left) / _LEAST))
        wide = (stretch.right - stretch.left) / number
        places = [min(int((one.x - stretch.left) / wide), number - 1) for one in own]
        for place, inside in groupby(zip(places, own, strict=True), key=lambda found: found[0]):
            yield _bar([one for _, one in inside], amounts, (stretch.left + place * wide, wide))


def _bar(inside: Sequence[Point], amounts: Amounts, across: tuple[float, float]) -> Markup:
    left, wide = across[0] + 3, across[1] - 6
    given = [end for point in inside for end in ends(point.said)]
    top, bottom = amounts.y(max(given)), amounts.y(min(given))
    middle = statistics.median(point.y for point in inside)
    first, last = (in_words(inside[at].said.as_of or "") for at in (0, -1))
    told = f"{first} to {last}: {count(len(inside), 'figure')} from {number(min(given))} to {number(max(given))}"
    return Markup('<g class="bar"><title>{}</title><rect x="{}" y="{}" width="{}" height="{}" rx="2"/>{}{}</g>').format(
        plain(told),
        px(left),
        px(top),
        px(wide),
        px(max(bottom - top, 3.0)),
        line((left, middle), (left + wide, middle), "median"),
        words(left + wide / 2, top - 5, f"×{len(inside)}", look="small", anchor="middle"),
    )
