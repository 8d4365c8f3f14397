"""Reading tags: against every path that there is, on short texts."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model.tags import TAGS, Chain, allowed, constraints, may_start, tag_spans

PATHS = {n: list(product(range(len(TAGS)), repeat=n)) for n in (1, 2, 3, 4)}


def a_chain(seed: int) -> tuple[Chain, np.random.Generator]:
    random = np.random.default_rng(seed)
    start, pairs = constraints()
    scores = random.normal(size=pairs.shape).astype(np.float32)
    return Chain(start + scores[0], pairs + scores), random


def path_score(chain: Chain, scores: np.ndarray, path: tuple[int, ...]) -> float:
    total = chain.start[path[0]] + sum(scores[word, tag] for word, tag in enumerate(path))
    return float(total + sum(chain.pairs[a, b] for a, b in pairwise(path)))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.lists(st.integers(1, 4), min_size=1, max_size=3))
def test_best_and_marginals_are_those_of_all_paths(seed: int, lengths: list[int]) -> None:
    chain, random = a_chain(seed)
    windows = [random.normal(size=(length, len(TAGS))).astype(np.float32) * 2 for length in lengths]
    for scores, best, marginals in zip(windows, chain.best(windows), chain.marginals(windows), strict=True):
        paths = PATHS[len(scores)]
        totals = np.array([path_score(chain, scores, path) for path in paths])
        assert tuple(best) == paths[int(totals.argmax())]
        weights = np.exp(totals - totals.max())
        expected = np.zeros_like(marginals)
        for path, weight in zip(paths, weights / weights.sum(), strict=True):
            expected[np.arange(len(path)), path] += weight
        assert marginals == pytest.approx(expected, abs=1e-4)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 60))
def test_the_best_path_is_consistent(seed: int, length: int) -> None:
    chain, random = a_chain(seed)
    (path,) = chain.best([random.normal(size=(length, len(TAGS))).astype(np.float32) * 5])
    assert may_start(path[0])
    assert all(allowed(a, b) for a, b in pairwise(path))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("O O", []),
        ("B-source B-cue I-cue O B-content", [("source", 0, 1), ("cue", 1, 3), ("content", 4, 5)]),
        ("B-content I-content B-content", [("content", 0, 2), ("content", 2, 3)]),
    ],
)
def test_tag_spans(path: str, expected: list[tuple[str, int, int]]) -> None:
    numbers = np.array([TAGS.index(tag) for tag in path.split()])
    spans = tag_spans(numbers, np.full((len(numbers), len(TAGS)), 0.5, np.float32))
    assert [(span.role, span.first, span.end) for span in spans] == expected
    assert all(span.confidence == 0.5 for span in spans)
