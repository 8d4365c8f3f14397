"""Cited words within the sentences that they stand in, ready to be marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.brief.notes import Note
from twosource.export.words import inline
from twosource.language.sentences import around

AROUND = 400
"""Characters before and after the cited words at most; sentences are seldom longer, and some pages hold none."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article; ``marked`` where it is of the cited words. White space at its ends is kept as one
    space, so that pieces follow one another as the article has them."""

    text: str
    marked: bool


def excerpt(note: Note) -> Iterator[Piece]:
    """What ``note`` cites, with the rest of the sentences around it. All cited words are there, whatever their
    length."""
    text = note.article.text
    start, end = note.statement.context if note.statement else around(text, note.article.paragraphs, note.span)
    first, last = note.content[0][0], note.content[-1][1]
    start, end = min(start, first), max(end, last)
    place = max(start, first - AROUND)
    if place > start:
        yield Piece("… ", marked=False)
    for span in note.content:
        yield from _piece(text[place : span[0]], marked=False)
        yield from _piece(text[span[0] : span[1]], marked=True)
        place = span[1]
    stop = min(end, last + AROUND)
    yield from _piece(text[place:stop], marked=False)
    if stop < end:
        yield Piece(" …", marked=False)


def _piece(text: str, *, marked: bool) -> Iterator[Piece]:
    if text:
        yield Piece(inline(text), marked)
