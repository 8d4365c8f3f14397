"""The scorer of attributions: by hand on small cases."""

from __future__ import annotations

import pytest

from gate.attribution import Scorer, any_match, as_tokens, exact_match, iou_match, pairs, tokens

TEXT = "The mayor said the quay was gone . He left ."
PLACES = tokens(TEXT)


def relation(source: str = "", cue: str = "", content: str = "") -> object:
    spans = {}
    for role, words in (("source", source), ("cue", cue), ("content", content)):
        start = TEXT.index(words) if words else 0
        spans[role] = [(start, start + len(words))] if words else []
    return as_tokens(spans, PLACES)


GOLD = relation("The mayor", "said", "the quay was gone")


@pytest.mark.parametrize(
    ("found", "any_", "iou", "exact"),
    [
        (relation("The mayor", "said", "the quay was gone"), True, True, True),
        (relation("mayor", "said", "the quay was gone"), True, True, False),
        (relation("The mayor", "said", "the quay"), True, True, False),
        (relation("The mayor", "said", "the"), True, False, False),
        (relation("", "said", "the quay was gone"), False, False, False),
        (relation("He", "said", "the quay was gone"), False, False, False),
        (relation("The mayor", "left", "gone"), True, False, False),
        (relation("The mayor", "left", "He"), False, False, False),
    ],
)
def test_matches(found: object, any_: bool, iou: bool, exact: bool) -> None:
    assert (any_match(found, GOLD) > 0, iou_match(found, GOLD) > 0, exact_match(found, GOLD) > 0) == (any_, iou, exact)


def test_a_relation_without_source_matches_one_without() -> None:
    one, other = relation("", "said", "the quay was gone"), relation("", "said", "the quay")
    assert any_match(one, other) > 0
    assert iou_match(one, other) == 0.5


def test_matching_is_one_to_one_and_prefers_the_better() -> None:
    worse = relation("The mayor", "said", "gone")
    assert pairs([worse, GOLD], [GOLD], any_match) == [(1, 0)]


def test_scores_add_up() -> None:
    scorer = Scorer.new()
    scorer.add([GOLD], [GOLD])
    scorer.add([], [GOLD])
    scores = scorer.scores()
    assert scores["attribution.any"] == scores["attribution.tokens"] == scores["attribution.spans_cue"] == 0.6667
