"""Paragraphs: made into one text with their spans, or found in a text that must stay as it is."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from twosource.records import Span

SEPARATOR = "\n\n"

# Typewriter and e-mail text is wrapped at 60 to 80 columns, some feeds at 100; a paragraph a line is far wider than
# that.
WIDEST_WRAP = 110
# Of the breaks inside blocks of a wrapped text nearly all fall where the next word did not fit; a list of short lines
# or verse has hardly any. 0.7 leaves room for headings and the last lines of paragraphs that no blank line follows.
WRAP_SHARE = 0.7

_ENDS_SENTENCE = re.compile(r"[.!?…:][\"'”’»)\]]*$")


def join(paragraphs: Iterable[str]) -> tuple[str, tuple[Span, ...]]:
    """One text of the paragraphs that are not blank, and where each lies in it."""
    spans: list[Span] = []
    pieces: list[str] = []
    offset = 0
    for paragraph in paragraphs:
        piece = paragraph.strip()
        if not piece:
            continue
        spans.append((offset, offset + len(piece)))
        pieces.append(piece)
        offset += len(piece) + len(SEPARATOR)
    return SEPARATOR.join(pieces), tuple(spans)


def find(text: str) -> tuple[Span, ...]:
    """The paragraphs of ``text`` as it stands.

    A blank line always parts two paragraphs. A single line break does so too, unless the text is wrapped by hand:
    then the lines of a block are one paragraph, up to a sentence's end on a line that had room for more.
    """
    lines = [_stripped(text, *line) for line in _lines(text)]
    width = wrap_width(text)
    spans: list[Span] = []
    open_span: Span | None = None
    for number, line in enumerate(lines):
        if line is None:
            open_span = None
        elif open_span is not None and width and not _breaks(text, lines[number - 1], line, width):
            open_span = (open_span[0], line[1])
            spans[-1] = open_span
        else:
            open_span = line
            spans.append(open_span)
    return tuple(spans)


def wrap_width(text: str) -> int | None:
    """The column at which ``text`` was wrapped by hand, or ``None`` when its line breaks mean something."""
    lines = [line.rstrip() for line in text.split("\n")]
    width = max(map(len, lines), default=0)
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if a.strip() and b.strip()]
    if not pairs or width > WIDEST_WRAP or width < 40:
        return None
    full = sum(len(a) + 1 + len(b.split()[0]) > width for a, b in pairs)
    # Sentences set a line each are cut where they end; lines wrapped at a column are cut in the middle of them.
    inside = sum(not _ENDS_SENTENCE.search(a) for a, _ in pairs)
    return width if full >= WRAP_SHARE * len(pairs) and inside >= 0.5 * len(pairs) else None


def _breaks(text: str, above: Span | None, below: Span, width: int) -> bool:
    if above is None:
        return True
    first_word = text[slice(*below)].split(maxsplit=1)[0]
    had_room = above[1] - above[0] + 1 + len(first_word) <= width - 8
    return had_room and bool(_ENDS_SENTENCE.search(text[slice(*above)]))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _stripped(text: str, start: int, end: int) -> Span | None:
    line = text[start:end]
    left = len(line) - len(line.lstrip())
    stripped = line.strip()
    return (start + left, start + left + len(stripped)) if stripped else None
