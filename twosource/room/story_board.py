"""The board of a proposition as a page lays it out: stance by stance, within a stance origin by origin.

Five hundred statements are readable because most of them are a few origins over and over: of each the first stand open
and the others behind a count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.across import Origin
from twosource.brief.board import Row, board
from twosource.brief.notes import Cited, Note
from twosource.brief.records import Entry, Stance, Statement

_OPEN = 2
"""Rows of an origin that stand open, where it has more than one beyond these."""

_HEARD = 10
"""Origins of a stance that stand open."""


@dataclass(frozen=True, slots=True)
class Voice:
    """The rows of one origin, those that stand open and those behind a count; ``origin`` is ``None`` for statements
    that belong to none."""

    origin: Origin | None
    rows: tuple[Row, ...]
    folded: tuple[Row, ...]

    @property
    def statements(self) -> int:
        """How many there are in all."""
        return sum(1 + len(row.again) for row in (*self.rows, *self.folded))

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets of the folded rows, each once."""
        articles = (one.account.article for row in self.folded for one in (row.first, *row.again))
        return tuple(dict.fromkeys(article.outlet for article in articles if article.outlet))


@dataclass(frozen=True, slots=True)
class Stand:
    """A stance with its origins in the order in which they were heard; ``folded`` are those behind a count."""

    stance: Stance
    statements: int
    voices: tuple[Voice, ...]
    folded: tuple[Voice, ...]


def stands(entry: Entry) -> list[Stand]:
    """The stances that somebody takes. Every statement is in it once."""
    origin_of = entry.origin_of
    return [
        Stand(stance, sum(1 + len(row.again) for row in rows), voices[:_HEARD], voices[_HEARD:])
        for stance, rows in board(entry)
        for voices in [tuple(_voices(rows, origin_of))]
    ]


def _voices(rows: Sequence[Row], origin_of: Mapping[str, Origin]) -> Iterator[Voice]:
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        origin = origin_of.get(row.first.id)
        grouped.setdefault(origin.id if origin else row.first.id, []).append(row)
    for own in grouped.values():
        shown = len(own) if len(own) <= _OPEN + 1 else _OPEN
        yield Voice(origin_of.get(own[0].first.id), tuple(own[:shown]), tuple(own[shown:]))


def told(stand: Stand) -> Iterator[Statement]:
    """The statements of a stance as the board shows them, one after another."""
    for voice in (*stand.voices, *stand.folded):
        for row in (*voice.rows, *voice.folded):
            yield from (row.first, *row.again)


def cited(shown: Sequence[Stand]) -> Cited:
    """The numbers of a page's statements, in the order of its board: what the macros of a brief cite by."""
    statements = [one for stand in shown for one in told(stand)]
    found = [_note(number, one) for number, one in enumerate(statements, 1)]
    return Cited(found, {note.attribution: note for note in found})


def _note(number: int, one: Statement) -> Note:
    return Note(
        number=number,
        attribution=one.id,
        article=one.account.article,
        span=one.span,
        content=one.account.attribution.content,
        statement=one,
    )
