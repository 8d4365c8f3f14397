"""A stand-in for the relation network, where what is measured is everything but the network.

What the network costs is the same for each statement and each pair that is read, however much there is: in the long run
the stand-in answers, its calls are counted, and their cost is measured on the network and added.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np

from bench.variants import Found
from twosource.link.terms import terms
from twosource.model.pairs import WIDTH, PairReader, Reading
from twosource.model.tags import Floats


class CountingReader:
    """Stands in for the network: vectors of hashed terms, readings by their likeness; counts what it is asked, and the
    CPU seconds that it takes itself."""

    def __init__(self) -> None:
        self.statements = self.pairs = 0
        self.seconds = 0.0

    def vectors(self, texts: Sequence[str]) -> Floats:
        """A row of each text."""
        began = time.process_time()
        self.statements += len(texts)
        table = np.zeros((len(texts), WIDTH), np.float32)
        for row, text in enumerate(texts):
            for term, worth in terms(text).worths.items():
                for seed in (1, 2):
                    table[row, hash_of(term, seed) % WIDTH] += worth
        table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
        self.seconds += time.process_time() - began
        return table

    def read(self, pairs: Sequence[tuple[str, str]]) -> list[Reading]:
        """By the words that the two share."""
        began = time.process_time()
        self.pairs += len(pairs)
        found = []
        for left, right in pairs:
            one, other = terms(left).worths.keys(), terms(right).worths.keys()
            share = len(one & other) / max(1, len(one | other))
            found.append(Reading(same=share, agree=share, contradict=0.0))
        self.seconds += time.process_time() - began
        return found


def hash_of(term: str, seed: int) -> int:
    """The same on every run."""
    value = 1469598103934665603 + seed
    for byte in term.encode():
        value = (value ^ byte) * 1099511628211 % 2**64
    return value


def cost(base: Sequence[Found]) -> tuple[float, float]:
    """CPU seconds of the relation network for a statement's vector and for a pair."""
    reader = PairReader()
    texts = [article.text[slice(*one.content[0])] for article, own in base[:40] for one in own][:200]
    seconds = []
    for call in (lambda: reader.vectors(texts), lambda: reader.read(list(zip(texts, reversed(texts), strict=True)))):
        began = time.process_time()
        call()
        seconds.append((time.process_time() - began) / len(texts))
    return seconds[0], seconds[1]
