"""What people judged of a source, and what they took back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.room import source_made as made
from twosource.across import Anchor, Judgement
from twosource.ledger import Ledger
from twosource.ledger.spoken import spoken
from twosource.room.source_grades import Grades, grades


def judged(tmp_path: Path, *judgements: Judgement) -> Grades:
    """The grades of the engineer after ``judgements``."""
    made.make(tmp_path / "dam.db", judgements=())
    with Ledger.open(tmp_path / "dam.db") as ledger:
        with ledger.write() as writer:
            for one in judgements:
                writer.judge(one)
        with ledger.view() as view:
            return grades(view, made.ENGINEER.id, spoken(view, made.ENGINEER.id))


def graded(grade: str, by: str, minute: int) -> Judgement:
    return replace(made.GRADED, reliability=grade, by=by, made_at=f"2025-03-07T10:{minute:02}:00+00:00")  # type: ignore[arg-type]


def taken_back(one: Judgement) -> Judgement:
    return Judgement(
        verdict="withdrawn", about=one.about, left=Anchor(record=one.id), by=one.by, made_at="2025-03-08T00:00:00+00:00"
    )


def of_mention(span: tuple[int, int]) -> Judgement:
    return Judgement(
        verdict="note",
        about="source",
        left=Anchor(record="another id", article=made.FIRST.id, span=span),
        by="Tor Vik",
        made_at="2025-03-07T11:00:00+00:00",
        note="met her",
    )


def test_nothing_was_judged(tmp_path: Path) -> None:
    assert judged(tmp_path) == Grades()


def test_of_each_person_the_last_grade_counts_and_the_latest_is_told_first(tmp_path: Path) -> None:
    first, other, last = graded("B", "Ida Holm", 1), graded("C", "Tor Vik", 2), graded("A", "Ida Holm", 3)
    found = judged(tmp_path, first, other, last)
    assert found.reliability == (last, other)
    assert found.about == (last, other, first)


def test_what_was_taken_back_does_not_count(tmp_path: Path) -> None:
    one = graded("B", "Ida Holm", 1)
    assert judged(tmp_path, one, taken_back(one)) == Grades()


def test_a_verdict_on_another_source_is_not_of_this_one(tmp_path: Path) -> None:
    assert judged(tmp_path, replace(made.GRADED, left=Anchor(record=made.SHEPHERD.id))) == Grades()


def test_a_verdict_on_a_mention_is_of_the_source_that_it_resolves_to(tmp_path: Path) -> None:
    here, elsewhere = of_mention(made.MARR_AT), of_mention((made.MARR_AT[0] + 1, made.MARR_AT[1]))
    assert judged(tmp_path, here, elsewhere).about == (here,)


def test_a_verdict_on_a_pair_is_of_both(tmp_path: Path) -> None:
    pair = Judgement(
        verdict="not-same", about="source", left=Anchor(record=made.SHEPHERD.id), right=Anchor(record=made.ENGINEER.id)
    )
    assert judged(tmp_path, pair).about == (pair,)


@pytest.mark.parametrize(("grades_given", "expected"), [([2, 2], ((2, 1),)), ([2, 5], ((5, 1),))])
def test_a_person_grades_a_statement_once(
    tmp_path: Path, grades_given: Sequence[int], expected: tuple[tuple[int, int], ...]
) -> None:
    given = [
        replace(made.CREDITED, credibility=grade, made_at=f"2025-03-07T10:0{minute}:00+00:00")  # type: ignore[arg-type]
        for minute, grade in enumerate(grades_given)
    ]
    assert judged(tmp_path, *given).credibility == expected


def test_two_people_grade_a_statement_twice(tmp_path: Path) -> None:
    assert judged(tmp_path, made.CREDITED, replace(made.CREDITED, by="Tor Vik")).credibility == ((2, 2),)


def test_a_statement_of_another_is_not_its_own(tmp_path: Path) -> None:
    other = Anchor(record=made.WILL.id, article=made.FIRST.id, span=made.WILL.content[0])
    assert judged(tmp_path, replace(made.CREDITED, left=other)) == Grades()
