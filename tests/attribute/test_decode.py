"""Spans and link scores made into relations."""

from __future__ import annotations

import numpy as np
import pytest

from twosource.attribute.decode import Place, joined
from twosource.model.network import Links, Scores
from twosource.model.tags import TAGS, TagSpan

WORDS = 24
ONE = Place([0] * WORDS, [False] * WORDS)


def scored(links: dict[tuple[int, int], float], nothing: float = -4.0) -> tuple[Scores, Links]:
    """Vectors whose products are high for the pairs (from, to) of ``links``: word ``from`` points to word ``to``."""
    width = 4 * WORDS
    vectors = np.zeros((WORDS, 4 * width), np.float32)
    for number, ((origin, goal), strength) in enumerate(links.items()):
        for kind in (0, 1):
            vectors[origin, 2 * kind * width + number] = strength * np.sqrt(width)
            vectors[goal, (2 * kind + 1) * width + number] = 1
    nothings = np.zeros((2, width), np.float32)
    tables = Links(np.zeros((2, 21), np.float32), nothings)
    vectors[:, 2 * width : 3 * width][:, -1] = nothing * np.sqrt(width)
    nothings[1, -1] = 1
    return Scores(np.zeros((WORDS, len(TAGS)), np.float32), vectors), tables


def span(role: str, first: int, end: int, confidence: float = 0.9) -> TagSpan:
    return TagSpan(role, first, end, confidence)


def test_contents_of_one_cue_are_one_relation() -> None:
    scores, links = scored({(0, 5): 9, (8, 5): 9, (5, 4): 9})
    spans = [span("content", 0, 1), span("source", 4, 5), span("cue", 5, 6), span("content", 8, 9)]
    (found,) = joined(spans, scores, links, ONE)
    assert (found.cue.first, [c.first for c in found.contents], found.source and found.source.first) == (5, [0, 8], 4)


def test_cues_may_share_a_source() -> None:
    scores, links = scored({(3, 2): 9, (7, 6): 9, (2, 0): 9, (6, 0): 9})
    spans = [span("source", 0, 1), span("cue", 2, 3), span("content", 3, 4), span("cue", 6, 7), span("content", 7, 8)]
    assert [(f.cue.first, f.source and f.source.first) for f in joined(spans, scores, links, ONE)] == [(2, 0), (6, 0)]


@pytest.mark.parametrize(
    "spans",
    [
        [span("cue", 2, 3)],
        [span("content", 3, 6)],
        [span("source", 0, 1)],
        [span("source", 0, 1), span("cue", 2, 3)],
        [],
    ],
)
def test_no_relation_without_cue_and_content(spans: list[TagSpan]) -> None:
    scores, links = scored({})
    assert not list(joined(spans, scores, links, ONE))


def test_a_cue_may_have_no_source() -> None:
    scores, links = scored({(3, 2): 9}, nothing=9.0)
    spans = [span("source", 0, 1), span("cue", 2, 3), span("content", 3, 4)]
    (found,) = joined(spans, scores, links, ONE)
    assert found.source is None


def test_confidence_is_the_geometric_mean_of_the_parts() -> None:
    scores, links = scored({(3, 2): 9}, nothing=9.0)
    (found,) = joined([span("cue", 2, 3, 0.4), span("content", 3, 4, 0.9)], scores, links, ONE)
    assert found.confidence == pytest.approx(0.6)


def test_link_scores_are_log_probabilities() -> None:
    scores, links = scored({(3, 2): 1.0})
    ways = links.scores(scores.links, 0, (3, 5), [2, 7])
    assert ways.shape == (3,)
    assert (ways <= 0).all()
    assert ways[1] == ways.max()


@pytest.mark.parametrize(
    ("content", "quoted", "core", "cue"),
    [
        (2, False, 0, 4),
        (12, True, 0, 9),
        (12, False, 0, None),
        (12, True, 13, None),
        (20, False, 0, 17),
    ],
)
def test_a_content_has_a_cue_of_its_paragraph_or_a_quotation_the_one_before(
    content: int, quoted: bool, core: int, cue: int | None
) -> None:
    place = Place([0] * 6 + [1] * 5 + [2] * 4 + [3] * 9, [quoted] * WORDS, core)
    scores, links = scored({(2, 17): 9, (12, 17): 9, (20, 4): 9}, nothing=9.0)
    spans = [span("cue", 4, 5), span("cue", 9, 10), span("cue", 17, 18), span("content", content, content + 1)]
    assert [found.cue.first for found in joined(spans, scores, links, place)] == ([cue] if cue is not None else [])
