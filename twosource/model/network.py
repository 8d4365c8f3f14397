"""The embedded network in onnxruntime: windows in, scores of tags and link vectors out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from twosource.errors import WeightsError
from twosource.model.session import check_format, load
from twosource.model.tags import TAGS, Chain, Floats
from twosource.model.windows import Window

FORMAT = 1
"""Raised when weights of before no longer fit this code."""

BATCH = 8
"""Windows a run. Results do not depend on it: the ranges of the rounded layers are fixed in the file."""


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

    def __init__(self, *, threads: int = 1, weights: bytes | None = None) -> None:
        """``weights`` is an ONNX file's content; without it, the file in the package. Raises ``WeightsError``."""
        self._session, facts = load("attribution.onnx", name="network", threads=threads, weights=weights)
        check_format(facts, FORMAT, name="network")
        if facts["tags"] != list(TAGS):
            raise WeightsError("the network has other tags than this code")
        self.chain = Chain(_floats(facts["start"]), _floats(facts["pairs"]))
        self.links = Links(_floats(facts["distance"]), _floats(facts["nothing"]))
        self._slope, self._shift = facts["calibration"]

    def calibrated(self, confidence: float) -> float:
        """The share of relations with this raw ``confidence`` that were right on articles kept out of training."""
        raw = min(max(confidence, 1e-3), 1 - 1e-3)
        return 1 / (1 + math.exp(-self._slope * math.log(raw / (1 - raw)) - self._shift))

    def run(self, windows: Sequence[Window], *, batch: int = BATCH) -> list[Scores]:
        """The scores of each window, in the order given; windows of like length are run together."""
        order = sorted(range(len(windows)), key=lambda number: len(windows[number].ids))
        found: dict[int, Scores] = {}
        for at in range(0, len(order), batch):
            numbers = order[at : at + batch]
            found.update(zip(numbers, self._run([windows[n] for n in numbers]), strict=True))
        return [found[number] for number in range(len(windows))]

    def _run(self, windows: list[Window]) -> list[Scores]:
        width = max(len(window.ids) for window in windows)
        ids = np.zeros((len(windows), width), np.int64)
        marks = np.zeros_like(ids)
        heads: list[npt.NDArray[np.int64]] = []
        for row, window in enumerate(windows):
            ids[row, : len(window.ids)] = window.ids
            marks[row, : len(window.ids)] = window.features
            heads.append(np.asarray(window.heads, np.int64) + row * width)
        feed = {"ids": ids, "marks": marks, "heads": np.concatenate(heads)}
        tags, links = self._session.run(["tags", "links"], feed)
        borders = np.cumsum([len(window.heads) for window in windows])[:-1]
        return [Scores(*pair) for pair in zip(np.split(tags, borders), np.split(links, borders), strict=True)]


def _floats(value: Any) -> Floats:
    return np.asarray(value, np.float32)
