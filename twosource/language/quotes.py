"""Quotations of a text, told from apostrophes, and found also where the marks are odd, mixed or missing.

Each paragraph is read on its own, so that a lost mark never turns the rest of an article inside out. News sets a
quotation of several paragraphs with a mark at the head of each and a closing mark on the last alone; every such
paragraph is one :class:`Quotation`, and ``continues`` says that it goes on from the paragraph before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from twosource.records import Span

Family = Literal["double", "angle", "single"]
Side = Literal["open", "close", "either", "stray"]

_MARK = re.compile(r"''|``|[\"“”„‟«»‹›‘’‚‛'`]")
_DOUBLE, _ANGLE = frozenset({'"', "“", "”", "„", "‟", "''", "``"}), frozenset("«»‹›")
_OPENERS, _CLOSERS = frozenset("“„‘‚‛«‹") | {"``"}, frozenset("”’»›")
_BEFORE_OPEN = frozenset("([{-–—/:;,=>…‘“\"'") | {""}
_SINGLE = frozenset("‘'")
_STOPS = frozenset('.,?!;:…—–-)]”"')
_ELISION = re.compile(
    r"(?:\d\ds?|em|tis|twas|til|till|cause|bout|cos|cuz|n|round|neath|ere|im|er|specially|allo|ello|nuff)(?![\w])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """An outermost stretch of quoted text within one paragraph.

    ``span`` includes the marks and ``inner`` does not. Where ``closed`` is false no closing mark was found and both
    reach to the end of the paragraph (or to the next opening mark). ``continues``: the paragraph before was left open
    and this quotation opens its own.
    """

    span: Span
    inner: Span
    closed: bool
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: Family
    side: Side


def quotations(text: str, paragraphs: Sequence[Span] | None = None) -> tuple[Quotation, ...]:
    """The outermost quotations of ``text``, in order and apart; never raises, however odd the marks.

    Without ``paragraphs`` a paragraph ends at a blank line.
    """
    found: list[Quotation] = []
    before: Quotation | None = None
    spans = list(blocks(text)) if paragraphs is None else list(paragraphs)
    for paragraph, following in zip(spans, [*spans[1:], (len(text), len(text))], strict=False):
        quotes = list(_in_paragraph(text, paragraph, goes_on=text[following[0] : following[0] + 1] in _SINGLE))
        if quotes and before and not before.closed and not text[paragraph[0] : quotes[0].span[0]].strip():
            first = quotes[0]
            quotes[0] = Quotation(first.span, first.inner, first.closed, True)
        found += quotes
        before = quotes[-1] if quotes else None
    return tuple(found)


def blocks(text: str) -> Iterator[Span]:
    """The spans between blank lines, without the white space around them."""
    for block in re.finditer(r"\S(?:[^\n]|\n(?![ \t]*\n))*", text):
        end = block.start() + len(block[0].rstrip())
        yield block.start(), end


@dataclass(frozen=True, slots=True)
class _Row:
    """The marks of one family in a paragraph: their numbers among all, and how many from each on close and open."""

    numbers: Sequence[int]
    closing: Sequence[int]
    opening: Sequence[int]


def _row(marks: Sequence[_Mark], family: Family) -> _Row:
    numbers = [number for number, mark in enumerate(marks) if mark.family == family]
    closing, opening = [0] * (len(numbers) + 1), [0] * (len(numbers) + 1)
    for place in range(len(numbers) - 1, -1, -1):
        side = marks[numbers[place]].side
        closing[place] = closing[place + 1] + (side in ("close", "either"))
        opening[place] = opening[place + 1] + (side == "open")
    return _Row(numbers, closing, opening)


def _in_paragraph(text: str, paragraph: Span, *, goes_on: bool) -> Iterator[Quotation]:
    """The quotations of one paragraph; ``goes_on`` says that the next one opens with a single mark."""
    marks = list(_marks(text, paragraph))
    rows = {family: _row(marks, family) for family in {mark.family for mark in marks}}
    index = 0
    while index < len(marks):
        opening = marks[index]
        if opening.side not in ("open", "either"):
            index += 1
            continue
        place, end, closed = _close(text, marks, index, (rows[opening.family], paragraph[1]))
        if opening.family == "single" and not closed and not goes_on:
            index += 1
            continue
        index = place
        inner_end = marks[index - 1].start if closed else end
        if opening.end < inner_end:
            yield Quotation((opening.start, end), (opening.end, inner_end), closed)


def _close(text: str, marks: Sequence[_Mark], index: int, among: tuple[_Row, int]) -> tuple[int, int, bool]:
    """The index after the quotation that opens at ``index``, the end of the quotation, and whether a mark closes it.
    ``among`` are the marks of its family and where the paragraph ends."""
    (row, limit), depth = among, 1
    first = bisect_right(row.numbers, index)
    if marks[index].family == "single":
        return _close_single(text, marks, limit, map(row.numbers.__getitem__, range(first, len(row.numbers))))
    for place in range(first, len(row.numbers)):
        number = row.numbers[place]
        mark = marks[number]
        if mark.side == "open":
            # A second opening mark is a quotation within only if marks are left to close both; otherwise one was lost.
            if row.closing[place] <= row.opening[place]:
                return number, _stripped(text, mark.start), False
            depth += 1
        elif not _is_inch(text, mark, [marks[n] for n in row.numbers[place + 1 : place + 2]]):
            depth -= 1
            if not depth:
                return number + 1, mark.end, True
    return len(marks), limit, False


def _stripped(text: str, end: int) -> int:
    """``end`` less the white space before it."""
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _close_single(text: str, marks: Sequence[_Mark], limit: int, rest: Iterable[int]) -> tuple[int, int, bool]:
    """A mark that may be a genitive's closes only where no mark after it closes more firmly, behind a stop."""
    closers = takewhile(lambda n: marks[n].side != "open", rest)
    passed: list[int] = []
    for n in closers:
        passed.append(n)
        if not _is_genitive(text, marks[n]):
            break
    if len(passed) > 1 or (passed and _is_genitive(text, marks[passed[0]])):
        firm = max((n for n in (*passed, *closers) if text[marks[n].start - 1] in _STOPS), default=-1)
        passed = [n for n in passed if n >= firm or not _is_genitive(text, marks[n])]
    return (passed[0] + 1, marks[passed[0]].end, True) if passed else (len(marks), limit, False)


def _is_genitive(text: str, mark: _Mark) -> bool:
    """Whether ``mark`` may be that of "the Greens' leader"."""
    return text[mark.start - 1] in "sS" and bool(re.match(r" [a-z]", text[mark.end : mark.end + 2]))


def _is_inch(text: str, mark: _Mark, after: Sequence[_Mark]) -> bool:
    """Whether ``mark`` is the sign of inches: after a digit, where the mark after it could only close."""
    straight = text[mark.start : mark.end] == '"' and text[mark.start - 1].isdigit()
    return straight and bool(after) and after[0].side == "close" and text[mark.end : mark.end + 1] in (" ", "-")


def _marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    start, end = paragraph
    for match in _MARK.finditer(text, start, end):
        mark = match[0]
        left = text[match.start() - 1] if match.start() > start else ""
        right = text[match.end()] if match.end() < end else ""
        if mark in _DOUBLE:
            yield _Mark(*match.span(), "double", _side(mark, left, right))
        elif mark in _ANGLE:
            yield _Mark(*match.span(), "angle", _angle_side(mark, left, right))
        elif (side := _single_side(text, match.span(), left, right)) != "stray":
            yield _Mark(*match.span(), "single", side)


def _side(mark: str, left: str, right: str) -> Side:
    """Which side of a quotation a double mark stands on: by its form and, where that misleads, by the spaces around."""
    can_open = (not left or left.isspace() or left in _BEFORE_OPEN) and right != "" and not right.isspace()
    can_close = left != "" and not left.isspace()
    if mark in _OPENERS:
        # German and careless setting close with “: only where nothing but a closing mark fits.
        return "open" if can_open or not can_close or right.isalnum() else "close"
    if mark in _CLOSERS:
        return "close" if can_close or not can_open else "open"
    if can_open and can_close:
        return "either"
    if can_open:
        return "open"
    return "close" if can_close else "either"


def _angle_side(mark: str, left: str, right: str) -> Side:
    """French «…» with or without spaces, German »…«."""
    tight_left, tight_right = left != "" and not left.isspace(), right.isalnum()
    if tight_left == tight_right:
        return "open" if mark in "«‹" else "close"
    return "open" if tight_right else "close"


def _single_side(text: str, span: Span, left: str, right: str) -> Side:
    """Which side a single mark stands on; ``stray`` for apostrophes."""
    mark = text[span[0] : span[1]]
    inside_word = (left.isalnum() or left == ".") and right.isalnum()
    if mark == "`":
        return "open" if not left or left.isspace() else "stray"
    if inside_word:
        return "stray"
    if (not left or left.isspace() or left in _BEFORE_OPEN) and right != "" and not right.isspace():
        if _ELISION.match(text, span[1]):
            return "stray"
        return "stray" if mark == "’" and right.isalnum() and right.islower() else "open"
    return "close" if left != "" and not left.isspace() and mark not in "‘‚‛" else "stray"
