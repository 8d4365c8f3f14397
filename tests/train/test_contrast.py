"""Contrast pairs: one thing is changed, and the lesson says what that is worth."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from train import contrast
from train.pairs import AGREE, CONTRADICT, OTHER, Pair

STATEMENTS = [
    "At least 12 people were killed when the ferry sank off Orrin on Monday",
    "Governor Anna Feld said that Karl Brandt was in Sarnow",
    "The minister will resign, which surprised nobody in the whole of the capital",
]


def test_every_pair_differs_and_has_a_lesson() -> None:
    pairs = list(contrast.pairs(STATEMENTS, chance=random.Random(1)))
    assert len(pairs) == 6
    for pair in pairs:
        assert pair.left in STATEMENTS
        assert pair.right != pair.left
        assert (pair.same, pair.stance) in {(1.0, CONTRADICT), (1.0, AGREE), (0.0, OTHER)}


@pytest.mark.parametrize(
    ("edit", "text", "holds"),
    [
        (contrast._other_figure, "12 people died", lambda new: new.endswith("people died") and "12 " not in new),
        (contrast._other_figure, "two people died", lambda new: new.endswith(" people died") and "two" not in new),
        (contrast._other_figure, "It happened in 2016", lambda new: new is None),
        (contrast._negated, "the gate was locked", lambda new: new.split()[3] in ("not", "never")),
        (contrast._negated, "the gate was not locked", lambda new: new == "the gate was locked"),
        (contrast._weaker, "the gate was locked", lambda new: new.endswith("have been locked")),
        (contrast._other_day, "It sank on Monday", lambda new: "Monday" not in new and new.endswith("day")),
        (contrast._other_day, "It sank", lambda new: new is None),
        (contrast._shortened, "The tall old gate was locked, which he denied", lambda new: new.endswith("locked")),
    ],
)
def test_edits(edit: contrast.Edit, text: str, holds: Callable[[str | None], bool]) -> None:
    assert all(holds(edit(text, random.Random(seed))) for seed in range(20))


def test_an_edited_pair_keeps_its_left() -> None:
    pair = Pair("Twelve died on Monday", "12 people were killed on Monday", 1.0, AGREE)
    for seed in range(20):
        found = contrast.edited(pair, chance=random.Random(seed))
        assert found
        assert found.left == pair.left
        assert found.right != pair.right
