"""A text cut at the borders of all that is attributed in it, so that every piece can say what it is part of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from twosource.records import Attribution, Span

Role = Literal["source", "cue", "content"]

ROLES: tuple[Role, ...] = ("source", "cue", "content")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a text in which nothing begins or ends.

    ``roles`` are what it is in any attribution, ``depth`` in how many contents it lies; ``opens`` are the places of the
    attributions whose content begins with it, and ``chosen`` is what it is in the one that was chosen.
    """

    span: Span
    text: str
    roles: tuple[Role, ...] = ()
    depth: int = 0
    opens: tuple[int, ...] = ()
    chosen: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Pieces ``first`` to ``last``, half-open, that are ``role`` of one attribution."""

    role: Role
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The pieces of one paragraph, or of what stands between two; ``first`` is the place of the first piece."""

    first: int
    pieces: tuple[Piece, ...]
    paragraph: bool

    @property
    def blank(self) -> bool:
        """Whether there is nothing to see."""
        return not any(piece.text.strip() for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A text in ``blocks``. ``runs`` say of each attribution, in the order given, which pieces it has.

    That is kept by attribution and not by piece because many may lie within many: a thousand nested contents have two
    thousand ends and a million pairs.
    """

    blocks: tuple[Block, ...]
    runs: tuple[tuple[Run, ...], ...]

    @property
    def pieces(self) -> Iterator[Piece]:
        """All of them, in order."""
        return (piece for block in self.blocks for piece in block.pieces)

    def within(self, place: int) -> list[tuple[int, Role]]:
        """The attributions that the piece at ``place`` belongs to, and as what."""
        return [
            (number, run.role) for number, runs in enumerate(self.runs) for run in runs if run.first <= place < run.last
        ]


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    role: Role
    owner: int


def cut(
    text: str,
    paragraphs: Sequence[Span],
    attributions: Sequence[Attribution],
    *,
    within: Span | None = None,
    chosen: int | None = None,
) -> Cut:
    """``text``, or the part of it that ``within`` names, with its ``attributions`` marked; ``chosen`` is the place of
    one of them. Takes time by what is marked and by its length, not by how deep things are nested."""
    start, end = within or (0, len(text))
    marks = list(_marks(attributions, start, end))
    shown = [(max(left, start), min(right, end)) for left, right in paragraphs if left < end and start < right]
    ends = {border for left, right in shown for border in (left, right)}
    borders = sorted({start, end, *ends, *(border for mark in marks for border in (mark.start, mark.end))})
    places = {border: place for place, border in enumerate(borders)}
    pieces = list(_pieces(text, borders, marks, chosen=chosen))
    for place, opened in _openings(attributions, places).items():
        if place < len(pieces):
            pieces[place] = replace(pieces[place], opens=tuple(opened))
    runs: list[list[Run]] = [[] for _ in attributions]
    for mark in marks:
        runs[mark.owner].append(Run(role=mark.role, first=places[mark.start], last=places[mark.end]))
    return Cut(blocks=tuple(_blocks(pieces, shown)), runs=tuple(map(tuple, runs)))


def _marks(attributions: Iterable[Attribution], start: int, end: int) -> Iterator[_Mark]:
    for owner, found in enumerate(attributions):
        groups: tuple[tuple[Role, tuple[Span, ...]], ...] = (
            ("source", found.source),
            ("cue", found.cue),
            ("content", found.content),
        )
        for role, spans in groups:
            for left, right in spans:
                if left < end and start < right:
                    yield _Mark(max(left, start), min(right, end), role, owner)


def _openings(attributions: Iterable[Attribution], places: dict[int, int]) -> dict[int, list[int]]:
    """Piece → the attributions whose content begins with it."""
    found: dict[int, list[int]] = {}
    for owner, attribution in enumerate(attributions):
        place = places.get(attribution.content[0][0])
        if place is not None:
            found.setdefault(place, []).append(owner)
    return found


def _pieces(text: str, borders: Sequence[int], marks: Iterable[_Mark], *, chosen: int | None) -> Iterator[Piece]:
    steps: dict[int, list[tuple[Role, int, bool]]] = {}
    for mark in marks:
        steps.setdefault(mark.start, []).append((mark.role, 1, mark.owner == chosen))
        steps.setdefault(mark.end, []).append((mark.role, -1, mark.owner == chosen))
    depth, own = dict.fromkeys(ROLES, 0), dict.fromkeys(ROLES, 0)
    for start, end in pairwise(borders):
        for role, step, of_chosen in steps.get(start, ()):
            depth[role] += step
            own[role] += step if of_chosen else 0
        yield Piece(
            span=(start, end),
            text=text[start:end],
            roles=tuple(role for role in ROLES if depth[role]),
            depth=depth["content"],
            chosen=tuple(role for role in ROLES if own[role]),
        )


def _blocks(pieces: Sequence[Piece], paragraphs: Sequence[Span]) -> Iterator[Block]:
    starts = [piece.span[0] for piece in pieces]
    place = 0
    for start, end in paragraphs:
        first, last = bisect_right(starts, start - 1), bisect_right(starts, end - 1)
        if first > place:
            yield Block(first=place, pieces=tuple(pieces[place:first]), paragraph=False)
        yield Block(first=first, pieces=tuple(pieces[first:last]), paragraph=True)
        place = last
    if place < len(pieces):
        yield Block(first=place, pieces=tuple(pieces[place:]), paragraph=False)
