"""Pairs of statements out of fictional scenes, for :mod:`train.relate`.

``scenes.jsonl`` was written for this: events that never were, told by statements as news has them, with every pair
about one question marked. They hold what annotated news has little of: claims that exclude each other without a word
that denies, tolls in other words, agreement without a word in common, and like words about another question.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from train.pairs import AGREE, CONTRADICT, OTHER, Pair
from twosource.link.terms import common, terms

FILE = Path(__file__).with_name("scenes.jsonl")
UNLIKE = 2.0
"""Pairs about two questions for each pair about one: half of them those that share most words, half by chance."""

STANCES = {"same": AGREE, "agrees": AGREE, "contradicts": CONTRADICT}
"""What the network is to answer. How figures differ or move on is not asked of it."""


def scenes() -> Iterator[dict[str, Any]]:
    """The scenes as they are written: ``statements``, ``propositions`` (lists of their places) and ``relations``."""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def pairs(*, chance: random.Random) -> Iterator[Pair]:
    """The pairs of all scenes."""
    for scene in scenes():
        yield from of_scene(scene, chance=chance)


def of_scene(scene: dict[str, Any], *, chance: random.Random) -> Iterator[Pair]:
    """All pairs about one question, and :data:`UNLIKE` times as many that are not."""
    texts = [statement["text"] for statement in scene["statements"]]
    group = {one: number for number, members in enumerate(scene["propositions"]) for one in members}
    alike = {frozenset(ends): kind for *ends, kind in scene["relations"]}
    for ends, kind in alike.items():
        left, right = sorted(ends)
        yield Pair(texts[left], texts[right], 1.0, STANCES.get(kind))
    bags = [terms(text) for text in texts]
    others = [
        (-common(bags[left], bags[right])[0], left, right)
        for left, right in combinations(range(len(texts)), 2)
        if group.get(left, -1 - left) != group.get(right, -1 - right)
    ]
    half = round(len(alike) * UNLIKE / 2)
    hard, rest = sorted(others)[:half], sorted(others)[half:]
    for _, left, right in hard + chance.sample(rest, min(half, len(rest))):
        yield Pair(texts[left], texts[right], 0.0, OTHER)
