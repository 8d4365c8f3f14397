"""The tag scheme: which word begins or continues a source, a cue or a content, and the best consistent reading of
scores.

One flat layer is enough for PolNeAR's guidelines: of 19,868 relations of the training split one overlaps another in
kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

ROLES = ("source", "cue", "content")
TAGS = ("O", *(f"{position}-{role}" for role in ROLES for position in "BI"))
"""O, then B and I of each role: the tag of role ``r`` that begins is ``1 + 2 r``, that continues ``2 + 2 r``."""

INNER = tuple(number for number, tag in enumerate(TAGS) if tag.startswith("I"))
"""The tags that only go on with a span."""

FORBIDDEN = -1e4

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


def allowed(before: int, after: int) -> bool:
    """Whether tag ``after`` may follow tag ``before``: I only after B or I of the same role."""
    return after not in INNER or TAGS[before][2:] == TAGS[after][2:]


def may_start(tag: int) -> bool:
    """Whether a text may start with ``tag``."""
    return tag not in INNER


def constraints() -> tuple[Floats, Floats]:
    """Scores that forbid inconsistent tags: of each first tag, and of each pair (before, after)."""
    count = len(TAGS)
    start = np.array([0 if may_start(tag) else FORBIDDEN for tag in range(count)], np.float32)
    pairs = [[0 if allowed(before, after) else FORBIDDEN for after in range(count)] for before in range(count)]
    return start, np.array(pairs, np.float32)


@dataclass(frozen=True, slots=True)
class TagSpan:
    """Words ``first`` up to ``end`` of a window play ``role``; ``confidence`` is the mean probability of their tags."""

    role: str
    first: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Chain:
    """A linear-chain conditional random field (Lafferty et al. 2001) over the tags: learned scores of first tags and
    pairs.

    Both readings take the tag scores (words, tags) of several windows and go through them in step, word by word: a
    window at a time, they cost a tenth of what the network does.
    """

    start: Floats
    pairs: Floats

    def best(self, windows: Sequence[Floats]) -> list[Ints]:
        """The best tags of each window's words (Viterbi)."""
        scores, lengths = _padded(windows)
        total = scores[0] + self.start
        back = np.zeros(scores.shape, np.int64)
        ends = np.empty((len(windows), len(TAGS)), np.float32)
        ends[lengths == 1] = total[lengths == 1]
        for word in range(1, len(scores)):
            ways = total[:, :, None] + self.pairs
            back[word] = ways.argmax(1)
            total = ways.max(1) + scores[word]
            ends[lengths == word + 1] = total[lengths == word + 1]
        return [_trace(back[:length, row], int(ends[row].argmax())) for row, length in enumerate(lengths)]

    def marginals(self, windows: Sequence[Floats]) -> list[Floats]:
        """The probability of each tag of each window's words (forward and backward)."""
        scores, lengths = _padded(windows)
        odds = np.exp(scores - scores.max(2, keepdims=True))
        pairs = np.exp(self.pairs)
        forward, backward = np.empty_like(odds), np.ones_like(odds)
        forward[0] = _shares(np.exp(self.start) * odds[0])
        for word in range(1, len(odds)):
            forward[word] = _shares((forward[word - 1] @ pairs) * odds[word])
        for word in range(len(odds) - 1, 0, -1):
            state = _shares((odds[word] * backward[word]) @ pairs.T)
            backward[word - 1] = np.where((lengths > word)[:, None], state, 1)
        joint = _shares(forward * backward)
        return [joint[:length, row] for row, length in enumerate(lengths)]


def _padded(windows: Sequence[Floats]) -> tuple[Floats, Ints]:
    """Scores (words, windows, tags), zero where a window has no more words, and the windows' lengths."""
    lengths = np.array([len(window) for window in windows])
    scores = np.zeros((lengths.max(), len(windows), len(TAGS)), np.float32)
    for row, window in enumerate(windows):
        scores[: len(window), row] = window
    return scores, lengths


def _shares(weights: Floats) -> Floats:
    return np.asarray(weights / weights.sum(-1, keepdims=True), np.float32)


def _trace(back: Ints, last: int) -> Ints:
    path = np.empty(len(back), np.int64)
    path[-1] = last
    for word in range(len(back) - 1, 0, -1):
        path[word - 1] = back[word, path[word]]
    return path


def tag_spans(path: Ints, probabilities: Floats) -> list[TagSpan]:
    """The spans that a sequence of tags draws, in order."""
    spans: list[TagSpan] = []
    chosen = probabilities[np.arange(len(path)), path]
    word = 0
    while word < len(path):
        if path[word] == 0:
            word += 1
            continue
        first, role = word, (int(path[word]) - 1) // 2
        word += 1
        while word < len(path) and path[word] == 2 + 2 * role:
            word += 1
        spans.append(TagSpan(ROLES[role], first, word, float(chosen[first:word].mean())))
    return spans
