"""The embedded relation network in onnxruntime: a vector of one statement, scores of two read together.

One file does both (:mod:`train.relate` tells how it was made). Vectors have unit length, so that their products are
cosines. Results do not depend on what else is in a batch: the ranges of the rounded layers are fixed in the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from twosource.language.words import word_spans
from twosource.model.session import check_format, load
from twosource.model.tags import Floats
from twosource.model.wordpiece import WordPieces
from twosource.model.wordvectors import WordVectors

FORMAT = 2
PIECES = 56
"""Word pieces read of one statement: 98 % of contents in news are shorter."""

BATCH = 8
"""Pairs a run: 32 take 1.4 times as long, 1 takes 1.2 times, on a core with 2 MB of cache."""

WIDTH = 384


@dataclass(frozen=True, slots=True)
class Reading:
    """How two statements look to the network: chances between 0 and 1.

    ``same`` that both take a stand on one question; ``agree`` and ``contradict`` that one says what the other says, or
    the opposite.
    """

    same: float
    agree: float
    contradict: float


class Reader(Protocol):
    """What reads statements: :class:`PairReader`, or something in its place."""

    def vectors(self, texts: Sequence[str]) -> Floats:
        """Unit vectors (texts, :data:`WIDTH`)."""
        ...

    def read(self, pairs: Sequence[tuple[str, str]]) -> list[Reading]:
        """How the two texts of each pair look together."""
        ...


def pieces(text: str, words: WordPieces) -> list[int]:
    """The word pieces of a statement, at most :data:`PIECES`."""
    found: list[int] = []
    for start, end in word_spans(text):
        found.extend(words.cut(text[start:end]))
        if len(found) >= PIECES:
            break
    return found[:PIECES]


class PairReader:
    """The network, loaded once. ``threads`` are those that it computes with."""

    def __init__(self, *, threads: int = 1, weights: bytes | None = None, words: WordVectors | None = None) -> None:
        """Without ``weights`` and ``words``, the files in the package. Raises ``WeightsError``."""
        self._session, facts = load("relation.onnx", name="relation network", threads=threads, weights=weights)
        check_format(facts, FORMAT, name="relation network")
        self._vectors = words or WordVectors.embedded()
        self._vectors.check(facts, name="relation network")
        self._words = WordPieces.embedded()
        self._begin, self._end = self._words["[CLS]"], self._words["[SEP]"]

    def vectors(self, texts: Sequence[str]) -> Floats:
        """Unit vectors (texts, :data:`WIDTH`)."""
        alone = [[self._begin, *pieces(text, self._words), self._end] for text in texts]
        found = self._run([(row, [0] * len(row)) for row in alone], "means")[:, 0]
        return np.asarray(found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9), np.float32)

    def read(self, pairs: Sequence[tuple[str, str]]) -> list[Reading]:
        """How the two texts of each pair look together. The order of the two matters a little: keep to one."""
        rows = []
        for left, right in pairs:
            first = [self._begin, *pieces(left, self._words), self._end]
            second = [*pieces(right, self._words), self._end]
            rows.append((first + second, [0] * len(first) + [1] * len(second)))
        scores = self._run(rows, "scores")
        same = 1 / (1 + np.exp(-scores[:, 0]))
        stance = np.exp(scores[:, 1:] - scores[:, 1:].max(1, keepdims=True))
        stance /= stance.sum(1, keepdims=True)
        return [Reading(float(s), float(t[0]), float(t[1])) for s, t in zip(same, stance, strict=True)]

    def _run(self, rows: Sequence[tuple[list[int], list[int]]], output: str) -> Floats:
        shape = (0, 2, WIDTH) if output == "means" else (0, 4)
        found: list[Floats] = [np.zeros(shape, np.float32)]
        order = sorted(range(len(rows)), key=lambda number: len(rows[number][0]))
        for at in range(0, len(order), BATCH):
            part = [rows[number] for number in order[at : at + BATCH]]
            ids, sides = _padded([ids for ids, _ in part]), _padded([sides for _, sides in part])
            feed = {"words": self._vectors.of(ids), "sides": sides, "there": ids > 0}
            found.append(self._session.run([output], feed)[0])
        back = np.empty(len(order), np.int64)
        back[order] = np.arange(len(order))
        return np.asarray(np.concatenate(found)[back], np.float32)


def _padded(rows: Sequence[Sequence[int]]) -> npt.NDArray[np.int64]:
    table = np.zeros((len(rows), max(map(len, rows))), np.int64)
    for number, row in enumerate(rows):
        table[number, : len(row)] = row
    return table
