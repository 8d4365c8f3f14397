"""PolNeAR as windows with gold tags and links."""

from __future__ import annotations

import random
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import torch
from torch import Tensor

from twosource.model import tags
from twosource.model.windows import WINDOW, Window, Words, read_words, windows
from twosource.model.wordpiece import WordPieces
from twosource.read import paragraphs
from twosource.records import Span

_T = TypeVar("_T")

TRAINING_CONTEXT = 12
"""Word pieces read again before a core while training: fewer than when reading, since each costs time twice."""

NONE, UNKNOWN = -1, -2
"""As goal of a link: there is none; or it is not to be learned (outside of the window, or the word plays no part)."""


@dataclass(frozen=True, slots=True)
class Gold:
    """An article's words with, for each, its tag and the first word of the span that it links to."""

    words: Words
    tags: list[int]
    goals: list[int]


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of some windows: pieces and features (windows, places); the rest (windows, words).

    ``known`` says which words are there, ``opens`` which open a paragraph.
    """

    ids: Tensor
    marks: Tensor
    heads: Tensor
    known: Tensor
    opens: Tensor
    tags: Tensor
    goals: Tensor


def divide(articles: Sequence[_T], every: int) -> tuple[list[_T], list[_T]]:
    """What is trained on, and every ``every``-th, which is not. The rows are sorted by outlet, so each outlet is in
    both."""
    kept = [article for number, article in enumerate(articles) if number % every == every // 2]
    return [article for number, article in enumerate(articles) if number % every != every // 2], kept


def _words_of(words: Words, span: Span) -> range:
    """The words that touch ``span``."""
    first = bisect_left(words.spans, span[0], key=lambda s: s[1] - 1)
    return range(first, bisect_left(words.spans, span[1], key=lambda s: s[0]))


def _opens(words: Words, word: int) -> bool:
    return word > 0 and words.paragraphs[word] != words.paragraphs[word - 1]


def gold(text: str, relations: list[dict[str, list[Span]]], vocabulary: WordPieces) -> Gold:
    """An article and one annotator's relations, word by word."""
    words = read_words(text, paragraphs.find(text), vocabulary)
    tag, goal = [0] * len(words.spans), [UNKNOWN] * len(words.spans)
    for relation in relations:
        starts = {}
        for role, name in enumerate(tags.ROLES):
            for span in relation[name]:
                reach = _words_of(words, span)
                starts.setdefault(name, reach.start)
                for word in reach:
                    tag[word] = (1 if word == reach.start or _opens(words, word) else 2) + 2 * role
        for name, target in (("content", "cue"), ("cue", "source")):
            for span in relation[name]:
                for word in _words_of(words, span):
                    goal[word] = starts.get(target, NONE)
    for word in range(1, len(tag)):
        if not tags.allowed(tag[word - 1], tag[word]):
            tag[word] -= 1
    return Gold(words, tag, goal)


def training_windows(article: Gold, vocabulary: WordPieces, chance: random.Random) -> Iterator[tuple[Gold, Window]]:
    """Windows of an article; their size varies a little from epoch to epoch, so that borders fall elsewhere."""
    size = chance.randint(WINDOW - 60, WINDOW)
    for window in windows(article.words, vocabulary, size=size, context=TRAINING_CONTEXT):
        yield article, window


def pad(lists: list[list[int]], filler: int) -> Tensor:
    """Rows of one length, the short ones filled up."""
    width = max(map(len, lists))
    return torch.tensor([row + [filler] * (width - len(row)) for row in lists])


def collate(pairs: list[tuple[Gold, Window]]) -> Batch:
    """Windows as one batch. A tag that continues a span cut by the window's start begins it there."""
    tag_rows, goal_rows = [], []
    for article, window in pairs:
        cut = article.tags[window.first : window.end]
        if not tags.may_start(cut[0]):
            cut[0] -= 1
        reach = range(window.first, window.end)
        goals = article.goals[window.first : window.end]
        tag_rows.append(cut)
        goal_rows.append([g if g < 0 else g - window.first if g in reach else UNKNOWN for g in goals])
    return Batch(
        pad([w.ids for _, w in pairs], 0),
        pad([w.features for _, w in pairs], 0),
        pad([w.heads for _, w in pairs], 0),
        pad([[1] * len(w.heads) for _, w in pairs], 0),
        pad([[int(_opens(a.words, word)) for word in range(w.first, w.end)] for a, w in pairs], 0),
        pad(tag_rows, 0),
        pad(goal_rows, UNKNOWN),
    )


def epoch(articles: list[list[Gold]], vocabulary: WordPieces, *, size: int, chance: random.Random) -> list[Batch]:
    """One pass: of each article one annotator by chance, windows of like length together, batches in random order."""
    pairs = [pair for versions in articles for pair in training_windows(chance.choice(versions), vocabulary, chance)]
    pairs.sort(key=lambda pair: len(pair[1].ids) + chance.random() * 24)
    batches = [pairs[at : at + size] for at in range(0, len(pairs), size)]
    chance.shuffle(batches)
    return [collate(batch) for batch in batches]
