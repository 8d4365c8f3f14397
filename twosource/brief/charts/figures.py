"""Figures as ranges over time: a letter for each origin, a line from the low end to the high one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from string import ascii_uppercase

from markupsafe import Markup

from twosource.brief.charts.bars import bars
from twosource.brief.charts.pills import Point, drawn, ends, pills
from twosource.brief.charts.scales import Amounts, Times, moment
from twosource.brief.charts.svg import drawing, line, words
from twosource.brief.charts.text import cut
from twosource.brief.figures import middle
from twosource.brief.phrases import count, figure
from twosource.brief.records import Entry, FigureSaid
from twosource.export.words import moment as in_words
from twosource.export.words import number, plain

MOST = 8
"""Origins with a letter of their own; others share ``*``."""

CROWDED = 24
"""Beyond so many letters they would hide each other's ranges, and bars sum them up."""

_TALL = 220.0
_KEY = 18.0


def figures(entry: Entry, *, wide: float) -> Markup:
    """The chart, ``wide`` pixels across; empty where fewer than two moments have a figure or all figures are one
    number. Its size does not depend on how many there are."""
    dated = [(at, said) for said in entry.figures if (at := moment(said.as_of)) is not None and ends(said)]
    if len({at for at, _ in dated}) < 2 or len({end for _, said in dated for end in ends(said)}) < 2:
        return Markup("")
    letters, key = _letters(entry, [said for _, said in dated])
    amounts = Amounts.of([end for _, said in dated for end in ends(said)], 16 + _TALL, 16)
    margin = max(len(number(tick)) for tick in amounts.ticks()) * 7.2 + 12
    times = Times.of([at for at, _ in dated], margin + 26, wide - 30)
    points = [Point(times.x(at), amounts.y(middle(said.figure)), letters[said.attribution], said) for at, said in dated]
    bottom = 16 + _TALL
    placed = pills(points)
    crowded = len(placed) > CROWDED
    shown = bars(points, times, amounts) if crowded else drawn(placed, amounts)
    legend = _keyed(key, wide=wide, top=bottom + 34, lettered=not crowded)
    return drawing(
        [*_grid(amounts, margin, wide), *times.drawn(16, bottom), *shown, *legend],
        name=f"figures-{entry.id}-{round(wide)}",
        size=(wide, bottom + 34 + _KEY * len(key)),
        title=f"Figures over time: {entry.proposition.wording}",
        desc=_described(dated),
    )


def _letters(entry: Entry, dated: Sequence[FigureSaid]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Attribution → letter of its origin; and what each letter stands for."""
    origin_of = entry.origin_of
    speaker_of = {statement.id: statement.speaker for statement in entry.statements}
    saids = {said.attribution: said for said in dated}
    roots: dict[str, str] = {}
    given: dict[str, list[str]] = {}
    for said in dated:
        origin = origin_of.get(said.attribution)
        id_ = origin.id if origin else said.attribution
        roots.setdefault(id_, origin.root if origin else speaker_of.get(said.attribution, "no origin known"))
        given.setdefault(id_, []).append(said.attribution)
    heard = list(given)
    own = sorted(sorted(heard, key=lambda id_: (-len(given[id_]), heard.index(id_)))[:MOST], key=heard.index)
    letter_of = dict(zip(own, ascii_uppercase, strict=False))
    letters = {one: letter_of.get(id_, "*") for id_, ones in given.items() for one in ones}
    key = [(letter_of[id_], f"{roots[id_]}: {_summed([saids[one] for one in given[id_]])}") for id_ in own]
    if rest := [id_ for id_ in heard if id_ not in letter_of]:
        others = [saids[one] for id_ in rest for one in given[id_]]
        key.append(("*", f"{count(len(rest), 'other origin')}: {_summed(others)}"))
    return letters, key


def _summed(given: Sequence[FigureSaid]) -> str:
    """``22 figures, 20 to 64``."""
    values = [end for said in given for end in ends(said)]
    low, high = number(min(values)), number(max(values))
    return f"{count(len(given), 'figure')}, {low if low == high else f'{low} to {high}'}"


def _grid(amounts: Amounts, margin: float, wide: float) -> Iterator[Markup]:
    for tick in amounts.ticks():
        y = amounts.y(tick)
        yield line((margin, y), (wide, y), "rule")
        yield words(margin - 6, y + 4, number(tick), look="tick", anchor="end")


def _keyed(key: Sequence[tuple[str, str]], *, wide: float, top: float, lettered: bool) -> Iterator[Markup]:
    for place, (letter, told) in enumerate(key):
        y = top + _KEY * place + 8
        if lettered:
            yield words(6, y, letter, look="letter-key", anchor="middle")
        yield words(20 if lettered else 0, y, cut(plain(told), wide - 24), look="name")


def _described(dated: Sequence[tuple[float, FigureSaid]]) -> str:
    ordered: Mapping[str, None] = dict.fromkeys(
        f"{figure(said.figure)} ({in_words(said.as_of or '')})" for _, said in sorted(dated, key=lambda one: one[0])
    )
    told = list(ordered)
    more = f"; and {len(told) - 12} more" if len(told) > 12 else ""
    return f"{count(len(dated), 'dated figure')}: {'; '.join(told[:12])}{more}."
