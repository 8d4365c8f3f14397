"""The drawings of docs/bench.md: bars and lines as SVG, from the figures alone, the same every time.

Each stands on a panel of its own, light or dark as the reader's system is, so that it can be read on any page.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape

WIDE = 720.0
_LEFT, _RIGHT, _TOP, _FOOT = 190.0, 90.0, 44.0, 30.0
_ROW, _BAR = 22.0, 15.0
_HIGH = 300.0
_COLOURS = 4
_STYLE = """<style>
.panel{fill:#ffffff;stroke:#d0d7de}text{fill:#1f2328;font:13px system-ui,sans-serif}
.soft{fill:#59636e}.head{font-weight:600}.grid{stroke:#d0d7de}.line{fill:none;stroke-width:2}
.c0{fill:#0969da;stroke:#0969da}.c1{fill:#bc4c00;stroke:#bc4c00}.c2{fill:#1a7f37;stroke:#1a7f37}
.c3{fill:#8250df;stroke:#8250df}.line{fill:none}
@media (prefers-color-scheme:dark){.panel{fill:#0d1117;stroke:#3d444d}text{fill:#f0f6fc}.soft{fill:#9198a1}
.grid{stroke:#3d444d}.c0{fill:#4493f8;stroke:#4493f8}.c1{fill:#f0883e;stroke:#f0883e}
.c2{fill:#3fb950;stroke:#3fb950}.c3{fill:#ab7df8;stroke:#ab7df8}.line{fill:none}}
</style>"""

Points = Sequence[tuple[float, float]]


def bars(title: str, groups: Mapping[str, Mapping[str, float]], *, form: str = ",.0f") -> str:
    """A row a name of each group, from nought; the legend names the groups where there are several. Numbers are written
    as ``form`` says."""
    names = list(dict.fromkeys(name for group in groups.values() for name in group))
    most = max(value for group in groups.values() for value in group.values())
    legend = [*groups] if len(groups) > 1 else []
    step = _ROW + (len(groups) - 1) * (_BAR + 2)
    top = _TOP + (20 if legend else 0)
    parts = [*_legend(legend)]
    for row, name in enumerate(names):
        y = top + row * (step + 6)
        parts.append(_text(_LEFT - 10, y + step / 2 + 1, name, anchor="end"))
        for place, (_, group) in enumerate(groups.items()):
            if name in group:
                length = group[name] / most * (WIDE - _LEFT - _RIGHT)
                at = y + place * (_BAR + 2)
                parts.append(
                    f'<rect x="{_LEFT:.1f}" y="{at:.1f}" width="{length:.1f}" height="{_BAR:.1f}" class="c{place}"/>'
                )
                parts.append(_text(_LEFT + length + 6, at + 12, format(group[name], form), look="soft"))
    return _drawing(title, parts, top + len(names) * (step + 6) + 12)


def lines(title: str, series: Mapping[str, Points], *, across: str) -> str:
    """Lines through points, both axes logarithmic; ``across`` says what the lower one counts, the title or the legend
    the other."""
    xs = _decades([x for points in series.values() for x, _ in points])
    ys = _decades([y for points in series.values() for _, y in points])
    left, right, top, foot = 76.0, WIDE - 48, _TOP + 24, _TOP + 24 + _HIGH

    def x_of(value: float) -> float:
        return left + (math.log10(value) - xs[0]) / (xs[-1] - xs[0]) * (right - left)

    def y_of(value: float) -> float:
        return foot - (math.log10(value) - ys[0]) / (ys[-1] - ys[0]) * (foot - top)

    parts = [*_legend(list(series))]
    for power in xs:
        parts += _grid((x_of(10**power), top), (x_of(10**power), foot))
        parts.append(_text(x_of(10**power), foot + 18, _amount(power), look="soft", anchor="middle"))
    for power in ys:
        parts += _grid((left, y_of(10**power)), (right, y_of(10**power)))
        parts.append(_text(left - 8, y_of(10**power) + 4, _amount(power), look="soft", anchor="end"))
    for place, points in enumerate(series.values()):
        look = f"c{place % _COLOURS}"
        steps = " ".join(f"{x_of(x):.1f},{y_of(y):.1f}" for x, y in points)
        parts.append(f'<polyline points="{steps}" class="{look} line"/>')
        parts += [f'<circle cx="{x_of(x):.1f}" cy="{y_of(y):.1f}" r="3.5" class="{look}"/>' for x, y in points]
    parts.append(_text((left + right) / 2, foot + 38, across, look="soft", anchor="middle"))
    return _drawing(title, parts, foot + _FOOT + 20)


def _decades(values: Sequence[float]) -> range:
    """The powers of ten around all of them: at least one step of the axis."""
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return range(low, max(high, low + 1) + 1)


def _amount(power: int) -> str:
    return f"{10**power:,}" if power >= 0 else f"{10**power:.{-power}f}"


def _legend(names: Sequence[str]) -> Iterator[str]:
    x = 20.0
    for place, name in enumerate(names):
        yield f'<rect x="{x:.1f}" y="37" width="11" height="11" class="c{place % _COLOURS}"/>'
        yield _text(x + 17, 47, name)
        x += 17 + 7.2 * len(name) + 22


def _grid(start: tuple[float, float], end: tuple[float, float]) -> list[str]:
    return [f'<line x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}" class="grid"/>']


def _text(x: float, y: float, words: str, *, look: str = "", anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{look}" text-anchor="{anchor}">{escape(words)}</text>'


def _drawing(title: str, parts: Sequence[str], high: float) -> str:
    box = f'viewBox="0 0 {WIDE:.0f} {high:.0f}" width="{WIDE:.0f}" height="{high:.0f}"'
    panel = f'<rect x="0.5" y="0.5" width="{WIDE - 1:.0f}" height="{high - 1:.0f}" rx="6" class="panel"/>'
    head = _text(20, 26, title, look="head")
    body = "\n".join([f"<title>{escape(title)}</title>", _STYLE, panel, head, *parts])
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box} role="img">\n{body}\n</svg>\n'
