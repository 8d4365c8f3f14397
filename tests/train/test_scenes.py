"""The fictional scenes hold together, and what is learned from them is what they say."""

from __future__ import annotations

import random
from itertools import combinations
from typing import Any, get_args

import pytest

from train.pairs import AGREE, CONTRADICT, OTHER
from train.scenes import UNLIKE, of_scene, scenes
from twosource.across import Relation

ALL = list(scenes())
SCENE: dict[str, Any] = {
    "scene": "ferry",
    "statements": [
        {"day": 0, "source": "Hale", "text": "Hale said four people had drowned"},
        {"day": 1, "source": "Hale", "text": "Hale put the toll at seven"},
        {"day": 1, "source": "Brandt", "text": "Brandt denied that the ferry was full"},
        {"day": 1, "source": "union", "text": "the ferry was crammed , the union said"},
        {"day": 2, "source": "mayor", "text": "the mayor announced an inquiry"},
    ],
    "propositions": [[0, 1], [2, 3]],
    "relations": [[0, 1, "updates"], [2, 3, "contradicts"]],
}


@pytest.mark.parametrize("scene", ALL, ids=[scene["scene"] for scene in ALL])
def test_a_scene_is_whole(scene: dict[str, Any]) -> None:
    members = [one for proposition in scene["propositions"] for one in proposition]
    assert len(members) == len(set(members))
    assert set(members) <= set(range(len(scene["statements"])))
    within = {frozenset(pair) for proposition in scene["propositions"] for pair in combinations(proposition, 2)}
    assert sorted(map(sorted, within)) == sorted(sorted(ends) for *ends, _ in scene["relations"])
    assert {kind for *_, kind in scene["relations"]} <= set(get_args(Relation))
    assert all(statement["text"].strip() for statement in scene["statements"])


def test_there_are_scenes_and_most_have_contradictions() -> None:
    assert len(ALL) > 30
    contested = sum(any(kind == "contradicts" for *_, kind in scene["relations"]) for scene in ALL)
    assert contested > 0.8 * len(ALL)


def test_pairs_are_those_of_the_scene() -> None:
    found = list(of_scene(SCENE, chance=random.Random(1)))
    text = [statement["text"] for statement in SCENE["statements"]]
    assert [(pair.left, pair.right, pair.same, pair.stance) for pair in found[:2]] == [
        (text[0], text[1], 1.0, None),
        (text[2], text[3], 1.0, CONTRADICT),
    ]
    others = found[2:]
    assert len(others) == 2 * UNLIKE
    assert all(pair.same == 0.0 and pair.stance == OTHER for pair in others)
    assert all({pair.left, pair.right} not in ({text[0], text[1]}, {text[2], text[3]}) for pair in others)
    assert AGREE not in {pair.stance for pair in found}
