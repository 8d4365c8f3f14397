"""The annotated stories hold together, and the scores count right."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gate import annotated, stories

ENTRIES = annotated.annotation()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["name"])
def test_an_annotation_holds_together_and_quotes_nothing(entry: dict[str, Any]) -> None:
    number = len(entry["statements"])
    assert {row for row, _ in entry["statements"]} <= set(entry["rows"])
    members = [one for proposition in entry["propositions"] for one in proposition["members"]]
    assert len(members) == len(set(members))
    assert set(members) | set(entry["skip"]) <= set(range(number))
    assert all(len(proposition["members"]) > 1 for proposition in entry["propositions"])
    group = {one: at for at, proposition in enumerate(entry["propositions"]) for one in proposition["members"]}
    for left, right, relation in entry["pairs"]:
        assert relation in stories.RELATIONS
        together = left in group and group[left] == group.get(right)
        assert together is (relation != "none")
    if entry["use"] in ("develop", "blind"):
        for proposition in entry["propositions"]:
            assert sorted(one for part in proposition["origins"] for one in part) == proposition["members"]
            low, high = proposition["independent"]
            assert 0 <= low <= high
    assert set(entry) == {"name", "use", "corpus", "rows", "statements", "skip", "propositions", "pairs"}


def test_there_is_enough_to_measure_on() -> None:
    uses = Counter(entry["use"] for entry in ENTRIES)
    assert (uses["develop"], uses["blind"]) == (6, 3)
    assert uses["train"] >= 15
    assert uses["fit"] >= 8
    develop = [entry for entry in ENTRIES if entry["use"] == "develop"]
    assert sum(len(entry["propositions"]) for entry in develop) >= 60
    assert sum(len(entry["pairs"]) for entry in develop) >= 150
    rows = [(entry["corpus"], row) for entry in ENTRIES for row in entry["rows"]]
    assert len(rows) == len(set(rows)), "an article is in two stories"


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ({1: 1, 2: 1, 3: 2}, {1: "a", 2: "a", 3: "b"}, (1.0, 1.0, 1.0)),
        ({1: 1, 2: 1}, {1: "a", 2: "b"}, (2 / 3, 1.0, 0.5)),
        ({1: 1, 2: 2}, {1: "a", 2: "a"}, (2 / 3, 0.5, 1.0)),
        ({1: 1, 2: 1}, {}, (2 / 3, 1.0, 0.5)),
    ],
)
def test_b_cubed(gold: dict[int, int], found: dict[int, str], expected: tuple[float, float, float]) -> None:
    assert stories.b_cubed(gold, found) == pytest.approx(expected)


@given(st.dictionaries(st.integers(0, 20), st.integers(0, 4), min_size=1))
def test_b_cubed_of_the_truth_is_one(gold: dict[int, int]) -> None:
    assert stories.b_cubed(gold, {one: str(group) for one, group in gold.items()}) == pytest.approx((1, 1, 1))


def test_scores_are_summed_over_stories() -> None:
    relations = Counter({("same", "same"): 3, ("agrees", "none"): 1})
    one = stories.Outcome(1.0, 0.8, 0.9, 0.7, relations, [(1, 1), (1, 3)], [(2, 2)], [(1, 4)])
    summed = stories.summed([one, one])
    assert summed["b3"] == pytest.approx(0.8)
    assert summed["relation_accuracy"] == pytest.approx(0.75)
    assert summed["origins_within_one"] == pytest.approx(0.5)
    assert summed["origins_by_outlet_within_one"] == 0
    assert summed["f1_same"] == 1
    assert summed["f1_agrees"] == 0
