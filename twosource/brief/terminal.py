"""A brief for the terminal: as wide as it is, in colour where there is colour, and read from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from twosource.brief.notes import Note, notes
from twosource.brief.outline import Block, Level, outline
from twosource.brief.phrases import SIGNS, outlet, place, published
from twosource.brief.records import Brief, Stance
from twosource.export.words import plain
from twosource.terminal import Screen, width

_TINTS: dict[Stance, str] = {
    "says-so": "green",
    "may-be": "cyan",
    "denies": "red",
    "no-sign": "magenta",
    "silent": "yellow",
}
_INDENTS: dict[Level, int] = {"heading": 2, "item": 4}
_BOLD: tuple[Level, ...] = ("title", "section", "proposition")
_NARROWEST = 12
"""Columns below which nothing can be laid out; a terminal that is narrower breaks the lines itself."""


def lines(brief: Brief, screen: Screen) -> Iterator[str]:
    """``brief`` line by line, each with its line end, and at the end what every number stands for."""
    for block in outline(brief):
        yield from _block(block, screen)
    found = list(notes(brief))
    if found:
        yield from _block(Block(level="section", text="Notes"), screen)
    for note in found:
        yield from _note(note, screen)


def _block(block: Block, screen: Screen) -> Iterator[str]:
    if block.level in (*_BOLD, "heading"):
        yield "\n" if block.level != "title" else ""
    indent = _INDENTS.get(block.level, 0)
    sign = f"{SIGNS[block.stance]} " if block.stance else "· " if block.level == "item" else ""
    room = _room(screen) - indent - len(sign)
    marks = "".join(f"[{number}]" for number in block.cited)
    for number, line in enumerate(wrap(f"{plain(block.text)} {marks}".rstrip(), room)):
        opening = _sign(sign, block.stance, screen) if number == 0 else " " * len(sign)
        yield " " * indent + opening + _style(line, block.level, screen) + "\n"
    again = ", ".join(f"{outlet} [{number}]" for outlet, number in block.again)
    small = " · ".join([*map(plain, block.beside), *([f"the same words: {plain(again)}"] if again else [])])
    yield from _small(small, indent + len(sign), screen)
    if block.level == "section":
        yield _dim("─" * min(_room(screen), 40), screen) + "\n"


def _note(note: Note, screen: Screen) -> Iterator[str]:
    mark = f"[{note.number}] "
    article = note.article
    title = f": {plain(article.title)}" if article.title else ""
    head = wrap(f"{outlet(article)}, {published(article)}{title}", _room(screen) - len(mark))
    for number, line in enumerate(head):
        yield (mark if number == 0 else " " * len(mark)) + line + "\n"
    for line in wrap(note.quoted, _room(screen) - len(mark)):
        yield " " * len(mark) + line + "\n"
    where = f" of {place(article)}" if place(article) else ""
    yield from _small(f"characters {note.span[0]} to {note.span[1]}{where}", len(mark), screen)


def _small(text: str, indent: int, screen: Screen) -> Iterator[str]:
    if text:
        yield from (" " * indent + _dim(line, screen) + "\n" for line in wrap(text, _room(screen) - indent))


def wrap(text: str, cells: int) -> list[str]:
    """``text`` in lines of at most ``cells`` cells (two at the least), broken between words, and inside a word that no
    line holds."""
    cells = max(cells, 2)
    made = [""]
    for word in text.split():
        for piece in _pieces(word, cells):
            joined = f"{made[-1]} {piece}" if made[-1] else piece
            if width(joined) <= cells:
                made[-1] = joined
            else:
                made.append(piece)
    return made


def _pieces(word: str, cells: int) -> Sequence[str]:
    if width(word) <= cells:
        return [word]
    pieces = [""]
    for character in word:
        if width(pieces[-1] + character) > cells:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _room(screen: Screen) -> int:
    return max(screen.columns, _NARROWEST)


def _sign(sign: str, stance: Stance | None, screen: Screen) -> str:
    return click.style(sign, fg=_TINTS[stance], bold=True) if stance and screen.colour else sign


def _style(line: str, level: Level, screen: Screen) -> str:
    if level == "fact":
        return _dim(line, screen)
    return click.style(line, bold=True) if level in _BOLD and screen.colour else line


def _dim(text: str, screen: Screen) -> str:
    return click.style(text, dim=True) if screen.colour else text
