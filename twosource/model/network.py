"""The embedded network in onnxruntime: windows in, scores of tags and link vectors out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from twosource.errors import WeightsError
from twosource.model.session import check_format, load
from twosource.model.tags import TAGS, Chain, Floats
from twosource.model.windows import Window
from twosource.model.wordvectors import WordVectors

FORMAT = 2
"""Raised when weights of before no longer fit this code."""


@dataclass(frozen=True, slots=True)
class Scores:
    """For the words of one window: tag scores (words, tags) and link vectors (words, 4 * width)."""

    tags: Floats
    links: Floats


@dataclass(frozen=True, slots=True)
class Links:
    """What turns link vectors into scores of links: content to cue is kind 0, cue to source kind 1."""

    distance: Floats
    nothing: Floats

    def scores(self, vectors: Floats, kind: int, span: tuple[int, int], goals: Sequence[int]) -> Floats:
        """Mean log-probability, over the words of ``span``, of a link to none or to each of the words ``goals``.

        The probabilities are among these choices only; shape (1 + goals,).
        """
        width = vectors.shape[1] // 4
        origin = vectors[span[0] : span[1], 2 * kind * width : (2 * kind + 1) * width]
        goal = vectors[list(goals), (2 * kind + 1) * width : (2 * kind + 2) * width]
        gaps = np.asarray(goals, np.int64)[None, :] - np.arange(*span)[:, None]
        near = origin @ goal.T / np.sqrt(width) + self.distance[kind][self._buckets(gaps)]
        none = origin @ self.nothing[kind][:, None] / np.sqrt(width)
        ways = np.concatenate([none, near], 1)
        ways -= ways.max(1, keepdims=True)
        return np.asarray((ways - np.log(np.exp(ways).sum(1, keepdims=True))).mean(0), np.float32)

    def _buckets(self, gaps: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        middle = self.distance.shape[1] // 2
        size = np.where(gaps == 0, 0, 1 + np.floor(np.log2(np.maximum(np.abs(gaps), 1))).astype(np.int64))
        return np.asarray(middle + np.minimum(size, middle) * np.sign(gaps), np.int64)


class Network:
    """The embedded network, loaded once and used for any number of windows, by any number of threads."""

    def __init__(self, *, threads: int = 1, weights: bytes | None = None, words: WordVectors | None = None) -> None:
        """``weights`` is an ONNX file's content; without it and without ``words``, the files in the package. Raises
        ``WeightsError``."""
        self._session, facts = load("attribution.onnx", name="network", threads=threads, weights=weights)
        check_format(facts, FORMAT, name="network")
        self._words = words or WordVectors.embedded()
        self._words.check(facts, name="network")
        if facts["tags"] != list(TAGS):
            raise WeightsError("the network has other tags than this code")
        self.chain = Chain(_floats(facts["start"]), _floats(facts["pairs"]))
        self.links = Links(_floats(facts["distance"]), _floats(facts["nothing"]))
        self._slope, self._shift = facts["calibration"]

    def calibrated(self, confidence: float) -> float:
        """The share of relations with this raw ``confidence`` that were right on articles kept out of training."""
        raw = min(max(confidence, 1e-3), 1 - 1e-3)
        return 1 / (1 + math.exp(-self._slope * math.log(raw / (1 - raw)) - self._shift))

    def run(self, windows: Iterable[Window]) -> Iterator[Scores]:
        """The scores of each window, in the order given.

        Each is read by itself, because then nothing is padded and attention needs no mask: with masked batches of 8 the
        encoder took 1.7 times as long, with batches without a mask 1.3 times.
        """
        for window in windows:
            feed = {
                "words": self._words.of(np.asarray([window.ids], np.int64)),
                "marks": np.asarray([window.features], np.int64),
                "heads": np.asarray(window.heads, np.int64),
            }
            yield Scores(*self._session.run(["tags", "links"], feed))


def _floats(value: Any) -> Floats:
    return np.asarray(value, np.float32)
