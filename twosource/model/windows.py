"""A text cut into windows that the network can read.

A window has a *core*, for which its predictions count, and a few words of context before it. Cores partition the words
of the text and end at a paragraph end where one is near, so an attribution is rarely cut and never found twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.language.words import word_spans
from twosource.model.features import features
from twosource.model.wordpiece import WordPieces
from twosource.records import Span

WINDOW = 318
"""Word pieces in a window, without [CLS] and the last [SEP]. Windows of 126 lose .011 to .024 of F1."""

CONTEXT = 32
"""Word pieces before the core that are read again. 24 and 64 give the same F1."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: their spans, their pieces, their features, the number of their paragraph."""

    spans: list[Span]
    pieces: list[tuple[int, ...]]
    features: list[int]
    paragraphs: list[int]


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``first`` up to ``end`` of a text, of which those from ``core`` on count.

    ``ids`` and ``features`` are what the network reads; ``heads[i]`` is the place of word ``first + i`` in them.
    """

    first: int
    core: int
    end: int
    ids: list[int]
    features: list[int]
    heads: list[int]


def read_words(text: str, paragraphs: Sequence[Span], vocabulary: WordPieces) -> Words:
    """The words of the paragraphs of ``text``."""
    words = Words([], [], [], [])
    for number, (start, end) in enumerate(paragraphs):
        spans = [span for span in word_spans(text, start, end) if vocabulary.cut(text[span[0] : span[1]])]
        surface = [text[s:e] for s, e in spans]
        words.spans.extend(spans)
        words.pieces.extend(map(vocabulary.cut, surface))
        words.features.extend(features(surface))
        words.paragraphs.extend([number] * len(spans))
    return words


def windows(words: Words, vocabulary: WordPieces, *, size: int = WINDOW, context: int = CONTEXT) -> Iterator[Window]:
    """Windows of at most ``size`` pieces whose cores partition ``words``."""
    core = 0
    while core < len(words.spans):
        first, room = core, size
        while first > 0 and size - room + _cost(words, first - 1) <= context:
            first -= 1
            room -= _cost(words, first)
        end = _core_end(words, core, room)
        yield _window(words, vocabulary, (first, core, end))
        core = end


def _cost(words: Words, word: int) -> int:
    """Pieces of a word, and of the [SEP] before it where it opens a paragraph."""
    return len(words.pieces[word]) + (word > 0 and words.paragraphs[word] != words.paragraphs[word - 1])


def _core_end(words: Words, core: int, room: int) -> int:
    """The last paragraph end that fits, if that leaves at most half of the room empty; else as many words as fit."""
    used, end, border = 0, core, 0
    while end < len(words.spans) and used + _cost(words, end) <= room:
        used += _cost(words, end)
        end += 1
        if end == len(words.spans) or words.paragraphs[end] != words.paragraphs[end - 1]:
            border = end if end == len(words.spans) or used >= room // 2 else border
    return border or max(end, core + 1)


def _window(words: Words, vocabulary: WordPieces, place: tuple[int, int, int]) -> Window:
    first, core, end = place
    separator = vocabulary["[SEP]"]
    ids, marks, heads = [vocabulary["[CLS]"]], [0], []
    for word in range(first, end):
        if word > first and words.paragraphs[word] != words.paragraphs[word - 1]:
            ids.append(separator)
            marks.append(0)
        heads.append(len(ids))
        ids.extend(words.pieces[word])
        marks.extend([words.features[word]] * len(words.pieces[word]))
    return Window(first, core, end, [*ids, separator], [*marks, 0], heads)
