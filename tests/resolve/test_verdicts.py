"""Which mentions a person's verdict takes out of all that goes by their words."""

from __future__ import annotations

from typing import Any

import pytest

from tests.resolve.given import judged
from twosource.across import Anchor, Judgement
from twosource.records import Span
from twosource.resolve import taken_out


def at(article: str, span: Span = (3, 9), name: str = "Anna Feld") -> Anchor:
    return Anchor(record="-", article=article, span=span, name=name)


HERE, THERE, ELSEWHERE = at("a"), at("b"), at("c", name="Ivo Tarn")
WORDS = {("a", (3, 9)): "feld", ("b", (3, 9)): "feld", ("c", (3, 9)): "tarn"}
WITHDRAWN = judged("not-same", HERE, "Anna Feld")
WITHDRAWAL = Judgement(verdict="withdrawn", about="source", left=Anchor(record=WITHDRAWN.id))

TABLE: list[tuple[str, list[Judgement], set[str]]] = [
    ("a mention and a source", [judged("not-same", HERE, "Anna Feld")], {"a"}),
    ("whichever end it is", [judged("not-same", "Anna Feld", HERE)], {"a"}),
    ("nobody is sure", [judged("unsure", HERE, "Anna Feld")], {"a"}),
    ("the same", [judged("same", HERE, "Anna Feld")], set()),
    ("the same after all", [judged("not-same", HERE, "Anna Feld"), judged("same", HERE, "Anna Feld", at="2025-03-06")],
     set()),
    ("taken back", [WITHDRAWN, WITHDRAWAL], set()),
    ("two names", [judged("not-same", "Anna Feld", "Ivo Tarn")], set()),
    ("two mentions of the same words", [judged("not-same", HERE, THERE)], {"a"}),
    ("the left one", [judged("not-same", THERE, HERE)], {"b"}),
    ("two mentions of other words", [judged("not-same", HERE, ELSEWHERE)], set()),
    ("one mention of the two is not there", [judged("not-same", HERE, at("d"))], set()),
    ("a mention and itself", [judged("not-same", HERE, HERE)], set()),
]  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), [case[1:] for case in TABLE], ids=[case[0] for case in TABLE])
def test_who_is_taken_out(given: list[Judgement], expected: set[str]) -> None:
    wanted: set[Any] = {(article, (3, 9)) for article in expected}
    assert taken_out(given, WORDS) == wanted
