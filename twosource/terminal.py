"""The readable form: a list for people, as wide as the terminal, in colour where there is colour."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import click

from twosource.export import Result
from twosource.export.words import chain, figure, moment, plain, quoted, when
from twosource.records import Act, Article, Attribution, Polarity

MARKS: dict[Polarity, tuple[str, str, str]] = {
    "affirm": ("+", "green", "says so"),
    "deny": ("-", "red", "says not"),
    "withhold": ("?", "yellow", "does not say"),
}
"""The sign, colour and legend of a stance. The sign stands first: colour alone tells nothing to many readers."""

# In the past tense, because a source may be one or many.
_STATED: dict[Polarity, str] = {"affirm": "said", "deny": "denied", "withhold": "did not say"}
_DONE: dict[Act, str] = {
    "states": "said",
    "confirms": "confirmed",
    "denies": "denied",
    "declines": "declined",
    "predicts": "predicted",
    "demands": "demanded",
    "asks": "asked",
    "believes": "believed",
}

_NARROWEST = 30


def width(text: str) -> int:
    """How many cells of a terminal ``text`` takes: wide characters two, combining ones none."""
    return sum(map(_cells, text)) if not text.isascii() else len(text)


def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def shorten(text: str, cells: int) -> str:
    """``text`` in at most ``cells`` cells: cut after a word where one ends in the last half, and marked with ``…``."""
    if width(text) <= cells:
        return text
    kept, used = 0, 1
    for character in text:
        used += _cells(character)
        if used > cells:
            break
        kept += 1
    space = text.rfind(" ", 0, kept + 1)
    return text[: space if space > kept / 2 else kept].rstrip() + "…"


@dataclass(slots=True)
class Tally:
    """What a list adds up to."""

    articles: int = 0
    outlets: set[str] = field(default_factory=set)
    stances: Counter[Polarity] = field(default_factory=Counter)
    unnamed: int = 0
    relayed: int = 0

    def add(self, article: Article, attributions: tuple[Attribution, ...]) -> None:
        """Count one result."""
        self.articles += 1
        self.outlets |= {article.outlet} if article.outlet else set()
        self.stances.update(found.polarity for found in attributions)
        self.unnamed += sum(bool(found.chain) and found.chain[-1].anonymity == "unnamed" for found in attributions)
        self.relayed += sum(len(found.chain) > 1 for found in attributions)


@dataclass(frozen=True, slots=True)
class Screen:
    """Where the list is shown: so many ``columns``, with ``colour`` or without."""

    columns: int = 80
    colour: bool = False

    def lines(self, results: Iterable[Result]) -> Iterator[str]:
        """Each article under a heading with its attributions, and at the end what they add up to."""
        tally = Tally()
        for article, attributions in results:
            tally.add(article, attributions)
            yield from self.article(article, attributions)
        if tally.articles:
            yield from self.footer(tally)

    def article(self, article: Article, attributions: tuple[Attribution, ...]) -> Iterator[str]:
        """One article's part of the list."""
        date = moment(article.published) if article.published else "undated"
        yield self._style(self._fit(f"{_outlet(article)} · {date}"), bold=True) + "\n"
        if article.title:
            yield self._fit(plain(article.title)) + "\n"
        yield self._style(self._fit(plain(article.source)), dim=True) + "\n\n"
        for found in attributions:
            yield self.attribution(article, found)
        if not attributions:
            yield "  No attribution found.\n\n"

    def attribution(self, article: Article, found: Attribution) -> str:
        """Who says, with stance and certainty; what, shortened; when it was said and which figures are in it."""
        sign, tint, _ = MARKS[found.polarity]
        verb = _verb(found)
        who = self._fit(chain(article, found), 6 + width(verb))
        words = self._fit(quoted(article, found.content), 4)
        lines = [f"  {self._style(sign, fg=tint, bold=True)} {who}  {self._style(verb, fg=tint)}", f"    {words}"]
        if notes := _notes(article, found):
            lines.append("    " + self._style(self._fit(notes, 4), dim=True))
        return "\n".join(lines) + "\n\n"

    def footer(self, tally: Tally) -> Iterator[str]:
        """The sums, which explain the signs at the same time."""
        found = tally.stances.total()
        outlets = f" from {_count(len(tally.outlets), 'outlet')}" if tally.outlets else ""
        yield f"\n{_count(found, 'attribution')} in {_count(tally.articles, 'article')}{outlets}\n"
        for key, (sign, tint, legend) in MARKS.items():
            yield f"  {self._style(sign, fg=tint, bold=True)} {tally.stances[key]:4}  {legend}\n"
        yield f"  {tally.unnamed:6}  on the word of someone unnamed\n  {tally.relayed:6}  through another source\n"

    def _fit(self, text: str, taken: int = 0) -> str:
        return shorten(text, max(self.columns - taken, _NARROWEST - taken, 12))

    def _style(self, text: str, *, fg: str | None = None, bold: bool | None = None, dim: bool | None = None) -> str:
        return click.style(text, fg=fg, bold=bold, dim=dim) if self.colour else text


def _outlet(article: Article) -> str:
    return plain(article.outlet) if article.outlet else "Unknown outlet"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _verb(found: Attribution) -> str:
    verb = _STATED[found.polarity] if found.act == "states" else _DONE[found.act]
    return verb if found.certainty == "unstated" else f"{verb} ({found.certainty})"


def _notes(article: Article, found: Attribution) -> str:
    said = [f"said {when(found.said)}"] if found.said else []
    about = [f"about {when(found.about)}"] if found.about else []
    hedge = [f"the writer: {quoted(article, [found.hedge])}"] if found.hedge else []
    target = [f"of: {quoted(article, [found.target.span])}"] if found.target else []
    reason = found.chain[-1].reason if found.chain else None
    unnamed = [f"unnamed {plain(reason)}"] if reason else []
    return " · ".join([*said, *about, *hedge, *map(figure, found.figures), *unnamed, *target])
