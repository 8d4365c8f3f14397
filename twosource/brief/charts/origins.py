"""The chain of sources as a small graph: which outlets hang on which origin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from twosource.across import Origin
from twosource.brief.charts.svg import drawing, mark, path, px, words
from twosource.brief.charts.text import cut, width
from twosource.brief.phrases import count, outlet
from twosource.brief.records import Entry, Stance, Statement
from twosource.export.words import mention, plain

MOST = 10
"""Origins that are drawn; others are counted."""

_LEAVES = 30
"""Outlets that are drawn in all; each origin shows one at least and counts the others."""

NARROW = 500
"""Below this width the outlets stand beneath their origin instead of beside it."""

_ROW = 21.0
_BETWEEN = 12.0

_BOLD = 1.08
"""Bold letters are wider by this."""


@dataclass(frozen=True, slots=True)
class Tree:
    """An origin, the outlets that have it from there and the words on each."""

    origin: Origin
    stance: Stance
    outlets: tuple[tuple[str, str], ...]

    def told(self) -> str:
        """``3 outlets``."""
        return count(len(self.outlets), "outlet")


def origins(entry: Entry, *, wide: float) -> Markup:
    """The chart, ``wide`` pixels across; empty where no two outlets hang on one origin."""
    found = trees(entry)
    if not any(len(tree.outlets) > 1 for tree in found):
        return Markup("")
    shown = found[:MOST]
    leaves = _allowed(shown)
    drawn: list[Markup] = []
    y = 6.0
    for tree, most in zip(shown, leaves, strict=True):
        body, y = _tree(tree, most, wide=wide, top=y)
        drawn += body
        y += _BETWEEN
    if rest := found[MOST:]:
        drawn.append(words(0, y + 12, f"and {count(len(rest), 'more origin')}", look="tick"))
        y += _ROW
    return drawing(
        drawn,
        name=f"origins-{entry.id}-{round(wide)}",
        size=(wide, y),
        title=f"Which outlets hang on which origin: {entry.proposition.wording}",
        desc=". ".join(f"{tree.origin.root}: {_listed(tree)}" for tree in shown),
    )


def trees(entry: Entry) -> list[Tree]:
    """Each origin with its outlets in the order in which they printed it; those that most outlets hang on first."""
    by_id = entry.statement_of
    found = []
    for origin in entry.origins:
        told = [by_id[one] for one in origin.attributions if one in by_id]
        if told:
            found.append(Tree(origin, told[0].stance, tuple(_outlets(origin, told))))
    return sorted(found, key=lambda tree: -len(tree.outlets))


def _outlets(origin: Origin, told: Sequence[Statement]) -> Iterator[tuple[str, str]]:
    """The name of each outlet, and through whom it has it where its words tell, how often where more than once."""
    by_outlet: dict[str, list[Statement]] = {}
    for one in told:
        by_outlet.setdefault(outlet(one.account.article), []).append(one)
    for name, ones in by_outlet.items():
        through = dict.fromkeys(
            mention(link, one.account.article) for one in ones for link in one.account.attribution.chain[:-1]
        )
        via = f"via {', '.join(through)}" if through and list(through) != [origin.root] else ""
        articles = len({one.account.article.id for one in ones})
        yield name, "; ".join(part for part in (via, f"{articles} articles" if articles > 1 else "") if part)


def _allowed(shown: Sequence[Tree]) -> list[int]:
    """How many outlets each origin may show: rows are dealt out in turn until none is left."""
    given = [1] * len(shown)
    left = _LEAVES - len(shown)
    while left > 0:
        hungry = [place for place, tree in enumerate(shown) if given[place] < len(tree.outlets)]
        if not hungry:
            break
        for place in hungry[:left]:
            given[place] += 1
        left -= len(hungry)
    return given


def _tree(tree: Tree, most: int, *, wide: float, top: float) -> tuple[list[Markup], float]:
    """One origin with its outlets, and where it ends."""
    leaves = [*tree.outlets[:most]]
    if hidden := len(tree.outlets) - len(leaves):
        leaves.append((f"and {count(hidden, 'more outlet')}", ""))
    if wide < NARROW:
        root, start, first = (0.0, top + 9), (12.0, top + 18), top + _ROW + 9
        column, label = 34.0, wide - 24
    else:
        middle = top + _ROW * len(leaves) / 2
        root, start, first = (0.0, middle), (0.0, middle), top + _ROW / 2
        column, label = wide * 0.46 + 60, wide * 0.46 - 12
    drawn, end = _root(tree, root, label)
    start = start if wide < NARROW else (end + 8, middle)
    for place, (name, how) in enumerate(leaves):
        y = first + _ROW * place
        drawn.append(path(_branch(start, (column, y), down=wide < NARROW), "branch" if tree.origin.shown else "loose"))
        drawn += _leaf((column, y), name, how, room=wide - column - 12)
    return drawn, first + _ROW * (len(leaves) - 1) + _ROW / 2


def _root(tree: Tree, at: tuple[float, float], room: float) -> tuple[list[Markup], float]:
    """Its name, and where that ends."""
    told = tree.told()
    name = cut(plain(tree.origin.root), (room - width(told) - 24) / _BOLD)
    after = at[0] + 18 + width(name) * _BOLD + 6
    drawn = [
        mark(tree.stance, at[0] + 6, at[1]),
        words(at[0] + 18, at[1] + 4, name, look="root"),
        words(after, at[1] + 4, told, look="tick"),
    ]
    return drawn, after + width(told)


def _leaf(at: tuple[float, float], name: str, how: str, *, room: float) -> list[Markup]:
    name = cut(plain(name), room)
    drawn = [
        Markup('<circle class="leaf" cx="{}" cy="{}" r="3"/>').format(px(at[0]), px(at[1])),
        words(at[0] + 9, at[1] + 4, name, look="name"),
    ]
    left = room - width(name) - 10
    if how and left > width("via …"):
        drawn.append(words(at[0] + 9 + width(name) + 8, at[1] + 4, cut(plain(how), left), look="tick"))
    return drawn


def _branch(start: tuple[float, float], end: tuple[float, float], *, down: bool) -> str:
    (x, y), (to_x, to_y) = start, end
    if down:
        return f"M{px(x)} {px(y)}V{px(to_y - 6)}Q{px(x)} {px(to_y)} {px(x + 6)} {px(to_y)}H{px(to_x)}"
    half = (x + to_x) / 2
    return f"M{px(x)} {px(y)}C{px(half)} {px(y)} {px(half)} {px(to_y)} {px(to_x)} {px(to_y)}"


def _listed(tree: Tree) -> str:
    names = [name for name, _ in tree.outlets]
    more = f" and {len(names) - 8} more" if len(names) > 8 else ""
    return f"{tree.told()} ({', '.join(names[:8])}{more})"
