"""How much would change, and how it is told."""

from __future__ import annotations

import pytest

from twosource.review.worth import FLIP, MOST_STEPS, STEP, TOUCH, Stand, change, consequence

SINGLE, SEVERAL = Stand("single-origin", (1, 1)), Stand("several-origins", (1, 2))

TABLE: list[tuple[str, Stand, Stand, float, tuple[str, ...]]] = [
    ("nothing that is told", SEVERAL, SEVERAL, TOUCH, ()),
    ("an origin less", SEVERAL, Stand("several-origins", (1, 3)), TOUCH + STEP,
     ("judged otherwise, 1 to 3 origins would count instead of 1 to 2 origins",)),
    ("both ends", SEVERAL, Stand("several-origins", (2, 3)), TOUCH + 2 * STEP,
     ("judged otherwise, 2 to 3 origins would count instead of 1 to 2 origins",)),
    ("another status", SEVERAL, SINGLE, TOUCH + FLIP + STEP,
     ("judged otherwise, it would stand as single origin, not as several origins",)),
    ("none is left", SINGLE, Stand("single-origin", (0, 0)), TOUCH + 2 * STEP,
     ("judged otherwise, 0 origins would count instead of 1 origin",)),
    ("many", SEVERAL, Stand("several-origins", (9, 9)), TOUCH + MOST_STEPS * STEP,
     ("judged otherwise, 9 origins would count instead of 1 to 2 origins",)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "amount", "words"), [case[1:] for case in TABLE], ids=[case[0] for case in TABLE]
)
def test_change(before: Stand, after: Stand, amount: float, words: tuple[str, ...]) -> None:
    assert change(before, after) == pytest.approx(amount)
    assert change(after, before) == pytest.approx(amount)
    assert consequence(before, after) == words


def test_what_is_given_can_be_said_otherwise() -> None:
    (words,) = consequence(SEVERAL, SINGLE, given="were they one")
    assert words.startswith("were they one, it would stand")
