"""What a source says, a piece at a time."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.room import source_made as made
from twosource.across import Account
from twosource.ledger import Ledger
from twosource.records import Article, Attribution
from twosource.room.source_said import SHORT, Timed, gathered, in_order, piece, said, shortened

TIMES = ["", "2024-12-31T00:00:00+00:00", "2025-03-04T00:00:00+00:00", "2025-03-04T10:00:00+00:00"]
MANY = st.sets(st.tuples(st.sampled_from(TIMES), st.text("abc", min_size=1, max_size=3)), max_size=30)


@given(MANY)
def test_the_latest_come_first_and_those_of_no_known_time_last(times: set[Timed]) -> None:
    found = in_order(times)
    assert set(found) == times
    for before, after in pairwise(found):
        assert before[0] > after[0] or (before[0] == after[0] and before[1] < after[1])


@given(MANY, st.integers(1, 9))
def test_pieces_one_after_the_other_are_the_whole(times: set[Timed], limit: int) -> None:
    ordered = in_order(times)
    found: list[str] = []
    after: Timed | None = None
    while True:
        ids, after = piece(ordered, limit=limit, after=after)
        found += ids
        if after is None:
            break
    assert found == [one for _, one in ordered]


@given(MANY, st.sampled_from(TIMES), st.text("abc", min_size=1, max_size=3))
def test_it_goes_on_where_it_stopped_whatever_was_added_or_taken(times: set[Timed], when: str, id_: str) -> None:
    ordered = in_order(times)
    whole = in_order({*times, (when, id_)})
    rest, _ = piece(ordered, limit=100, after=(when, id_))
    assert rest == [one for _, one in whole[whole.index((when, id_)) + 1 :]]


def test_a_statement_with_what_is_known_of_it(tmp_path: Path) -> None:
    made.make(tmp_path / "dam.db")
    with Ledger.open(tmp_path / "dam.db") as ledger, ledger.view() as view:
        four, denied, gone = said(view, [made.FOUR.id, made.DENIED.id]), said(view, [made.DENIED.id]), said(view, ["x"])
    assert [one.id for one in four] == [made.FOUR.id, made.DENIED.id]
    assert four[0].chain == "Skerry News ← Marr (engineer, Water Board)"
    assert four[0].through == (made.AGENCY.id, made.ENGINEER.id)
    assert four[0].proposition == made.FLOODED
    assert (four[0].figures, four[0].hedge, four[0].is_its_wording) == (["at least 4 houses"], None, False)
    assert denied[0].stance == "denies"
    assert denied[0].as_dict()["proposition"] == {
        "id": made.BREAKS.id,
        "wording": "The dam will break",
        "status": "contested",
    }
    assert gone == []


def test_the_same_words_on_one_thing_are_gathered(tmp_path: Path) -> None:
    made.make(tmp_path / "dam.db")
    with Ledger.open(tmp_path / "dam.db") as ledger, ledger.view() as view:
        may, will, shut, calm = said(view, [one.id for one in (made.MAY, made.WILL, made.SHUT, made.CALM)])
    same = replace(calm, account=calm.account)
    other = replace(calm, proposition=may.proposition)
    alone, lone = replace(shut, proposition=None), replace(shut, account=will.account, proposition=None)
    found = gathered([calm, may, same, other, alone, lone])
    assert [(one.id, len(again)) for one, again in found] == [
        (calm.id, 1),
        (may.id, 0),
        (calm.id, 0),
        (shut.id, 0),
        (will.id, 0),
    ]
    assert [one for first, again in found for one in (first, *again)] == [calm, same, may, other, alone, lone]


def test_a_wording_is_known_whatever_its_marks(tmp_path: Path) -> None:
    made.make(tmp_path / "dam.db")
    with Ledger.open(tmp_path / "dam.db") as ledger, ledger.view() as view:
        (calm,) = said(view, [made.CALM.id])
    assert calm.is_its_wording


@pytest.mark.parametrize("size", [10, SHORT, SHORT + 1, 1000])
def test_long_words_are_cut_between_words(size: int) -> None:
    text = ("word " * size)[: size - 1] + "d"
    whole = Article(text=text, paragraphs=((0, len(text)),))
    found = shortened(Account(article=whole, attribution=Attribution(article_id=whole.id, content=((0, len(text)),))))
    assert found == text if size <= SHORT else found.endswith("word …")
    assert len(found) <= SHORT + 2
