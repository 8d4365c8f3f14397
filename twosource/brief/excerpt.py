"""Cited words within the sentences that they stand in, ready to be marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.brief.notes import Note
from twosource.export.words import plain
from twosource.language.sentences import sentences
from twosource.records import Article, Span

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
    start, end = note.statement.context if note.statement else _around(note.article, note.span)
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
    shown = plain(text)
    if text:
        before, after = (" " if text[place].isspace() else "" for place in (0, -1))
        yield Piece(f"{before}{shown}{after}" if shown else before, marked)


def _around(article: Article, span: Span) -> Span:
    inside = [
        found
        for paragraph in article.paragraphs
        if paragraph[0] < span[1] and span[0] < paragraph[1]
        for found in sentences(article.text, [paragraph])
        if found[0] < span[1] and span[0] < found[1]
    ]
    return (inside[0][0], inside[-1][1]) if inside else span
