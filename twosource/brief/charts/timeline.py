"""Who said what when: a row for each speaker, a sign for each stance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from twosource.brief.charts.scales import Times, moment
from twosource.brief.charts.svg import drawing, legend, line, mark, words
from twosource.brief.charts.text import cut, width
from twosource.brief.phrases import count, stance_heading
from twosource.brief.records import STANCES, Entry, Stance, Statement
from twosource.export.words import moment as in_words
from twosource.export.words import plain

LEAST = 3
"""Dated statements that a timeline needs: two are told sooner in words."""

MOST = 12
"""Speakers with a row of their own; others share the last one."""

NARROW = 500
"""Below this width the speakers stand above their rows instead of beside them."""

_LANE = 17.0
_APART = 13.0
_BESIDE = 190.0


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    told: tuple[tuple[float, Statement], ...]

    @property
    def stances(self) -> list[Stance]:
        return [stance for stance in STANCES if any(one.stance == stance for _, one in self.told)]


@dataclass(frozen=True, slots=True)
class Dot:
    """Statements of one stance that are drawn as one sign at ``x``."""

    x: float
    statements: tuple[Statement, ...]

    @property
    def right(self) -> float:
        """Where the sign ends, its number included."""
        return self.x + 6 + (width(f"×{len(self.statements)}", 10) + 2 if len(self.statements) > 1 else 0)


def timeline(entry: Entry, *, wide: float) -> Markup:
    """The chart, ``wide`` pixels across; empty where fewer than :data:`LEAST` statements are dated or all stand at one
    moment. Its height has a bound however many statements there are."""
    dated = [(at, one) for one in entry.statements if (at := moment(one.when)) is not None]
    if len(dated) < LEAST or len({at for at, _ in dated}) == 1:
        return Markup("")
    rows = _rows(dated)
    shown, top = legend([stance for stance in STANCES if any(stance in row.stances for row in rows)], room=wide, top=0)
    left = 16.0 if wide < NARROW else _BESIDE + 16
    times = Times.of([at for at, _ in dated], left, wide - 34)
    body, bottom = _body(rows, times, wide=wide, top=top + 8)
    axis = list(times.drawn(top + 8, bottom))
    return drawing(
        [*shown, *axis, *body],
        name=f"when-{entry.id}-{round(wide)}",
        size=(wide, bottom + 24),
        title=f"Who said what when: {entry.proposition.wording}",
        desc=_described(rows, dated),
    )


def _rows(dated: Sequence[tuple[float, Statement]]) -> list[_Row]:
    """By the time of what each said first; beyond :data:`MOST`, those who said least come together at the end."""
    by_speaker: dict[str, list[tuple[float, Statement]]] = {}
    for at, one in sorted(dated, key=lambda told: (told[0], told[1].account.order)):
        # Each article's unnamed "officials" are a source of their own; on a chart they share what they are called.
        named = one.source.id if one.source and one.source.name else one.speaker.casefold()
        by_speaker.setdefault(named, []).append((at, one))
    spoken = list(by_speaker.values())
    if len(spoken) <= MOST:
        return [_row(told) for told in spoken]
    most = sorted(range(len(spoken)), key=lambda place: (-len(spoken[place]), place))[: MOST - 1]
    own = [_row(spoken[place]) for place in sorted(most)]
    rest = [told for place in range(len(spoken)) if place not in most for told in spoken[place]]
    return [*own, _Row(count(len(spoken) - len(most), "other speaker"), tuple(sorted(rest, key=lambda told: told[0])))]


def _row(told: Sequence[tuple[float, Statement]]) -> _Row:
    return _Row(told[0][1].speaker, tuple(told))


def _body(rows: Sequence[_Row], times: Times, *, wide: float, top: float) -> tuple[list[Markup], float]:
    """The rows, and where they end."""
    drawn: list[Markup] = []
    y = top
    for row in rows:
        if wide < NARROW:
            drawn.append(words(0, y + 14, cut(plain(row.label), wide - 8), look="name"))
            y += 18
        else:
            drawn.append(words(0, y + 15, cut(plain(row.label), _BESIDE), look="name"))
        for lane, stance in enumerate(row.stances):
            middle = y + _LANE * lane + 11
            drawn.append(line((times.stretches[0].left - 6, middle), (times.stretches[-1].right + 6, middle), "lane"))
            for dot in dots([(times.x(at), one) for at, one in row.told if one.stance == stance]):
                drawn += _dot(dot, stance, middle)
        y += max(_LANE * len(row.stances), _LANE) + 6
        drawn.append(line((0, y), (wide, y), "rule"))
        y += 2
    return drawn, y + 4


def dots(told: Sequence[tuple[float, Statement]]) -> list[Dot]:
    """Statements at their pixels, in order, as signs that lie apart, numbers included."""
    groups: list[list[tuple[float, Statement]]] = []
    for x, one in told:
        if groups and x - _APART - 6 < _dot_of(groups[-1]).right - 6:
            groups[-1].append((x, one))
        else:
            groups.append([(x, one)])
    return [_dot_of(group) for group in groups]


def _dot_of(group: Sequence[tuple[float, Statement]]) -> Dot:
    return Dot(group[0][0], tuple(one for _, one in group))


def _dot(dot: Dot, stance: Stance, y: float) -> Iterator[Markup]:
    first, last = dot.statements[0], dot.statements[-1]
    until = f" to {in_words(last.when)}" if last.when and last.when != first.when else ""
    who = first.speaker if len({one.speaker for one in dot.statements}) == 1 else "several speakers"
    times = f" ({len(dot.statements)} times)" if len(dot.statements) > 1 else ""
    yield mark(stance, dot.x, y, f"{who}, {in_words(first.when or '')}{until}: {stance_heading(stance).lower()}{times}")
    if len(dot.statements) > 1:
        yield words(dot.x + 8, y + 3.5, f"×{len(dot.statements)}", look="small")


def _described(rows: Sequence[_Row], dated: Sequence[tuple[float, Statement]]) -> str:
    ordered = sorted(dated, key=lambda told: (told[0], told[1].account.order))
    first, last = (in_words(ordered[place][1].when or "") for place in (0, -1))
    stances = Counter(one.stance for _, one in dated)
    told = ", ".join(f"{stance_heading(one).lower()}: {stances[one]}" for one in STANCES if stances[one])
    labels = ", ".join(row.label for row in rows)
    return f"{count(len(dated), 'dated statement')} from {first} to {last}; {told}. Rows: {labels}."
