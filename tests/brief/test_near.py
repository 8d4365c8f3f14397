"""Statements near to a question, against a plain product with every vector."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from tests.upkeep.made import WordReader
from twosource.brief import near
from twosource.brief.near import FromLedger, cosines, nearest
from twosource.ledger import View
from twosource.link.vectors import unpacked

QUESTIONS = ("Who drowned off Orrin?", "Will the bakers strike?", "passengers of the ferry Morning Star", "zzyzx")


def plainly(view: View, question: str) -> dict[str, float]:
    kept = view.every_vector()
    products = unpacked(list(kept), kept) @ WordReader().vectors([question])[0]
    return {one: float(found) for one, found in zip(kept, products, strict=True) if found >= near.LEAST_COSINE}


@pytest.mark.parametrize("question", QUESTIONS)
def test_all_that_are_near_are_found_with_their_cosines(story: View, question: str) -> None:
    found = FromLedger(WordReader()).near(story, question)
    assert found == pytest.approx(plainly(story, question), abs=1e-6)


def test_only_current_statements_are_found(story: View) -> None:
    found = FromLedger(WordReader()).near(story, "passengers drowned")
    assert found.keys() <= story.attributions_between()


def test_of_those_that_are_let_in(story: View) -> None:
    every = plainly(story, QUESTIONS[0])
    some = sorted(every)[:2]
    found = FromLedger(WordReader()).near(story, QUESTIONS[0], among={*some, "gone"})
    assert found.keys() == set(some)


@pytest.mark.parametrize(
    ("most", "also", "expected"),
    [
        (9, [], ["b", "a", "c", "d"]),
        (2, [], ["b", "a"]),
        (2, ["d", "x"], ["b", "a", "d"]),
        (2, ["a"], ["b", "a"]),
        (0, ["c"], ["c"]),
    ],
)
def test_the_nearest_and_those_asked_for_besides(
    monkeypatch: pytest.MonkeyPatch, most: int, also: Sequence[str], expected: list[str]
) -> None:
    monkeypatch.setattr(near, "MOST", most)
    assert list(nearest({"a": 0.5, "d": 0.3, "c": 0.5, "b": 0.7}, also=also)) == expected


def test_a_cosine_does_not_depend_on_what_else_is_multiplied() -> None:
    rows = np.random.default_rng(1).standard_normal((300, 384)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    kept = {f"{place:03}": row.astype("<f2").tobytes() for place, row in enumerate(rows)}
    asked = rows[0] * 0.8 + rows[1] * 0.6
    together = cosines(kept, asked)
    assert together
    assert together == {one: cosines({one: kept[one]}, asked)[one] for one in together}
