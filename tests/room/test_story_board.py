"""A board of any size shows every statement once, and folds what an origin says over and over."""

from __future__ import annotations

import pytest

from tests.brief.made import KARL, RUTH, by, origin
from tests.brief.whole import an_entry, crowd
from twosource.room.story_board import cited, stands, told

FULL = "the ferry Marigold was full"


@pytest.mark.parametrize("number", [1, 2, 13, 14, 60, 500])
def test_every_statement_is_shown_once_and_numbered_in_the_order_of_the_page(number: int) -> None:
    entry = crowd(number)
    shown = [one.id for stand in stands(entry) for one in told(stand)]
    assert sorted(shown) == sorted(one.id for one in entry.statements)
    numbered = cited(stands(entry))
    assert [numbered.by_attribution[id_].number for id_ in shown] == list(range(1, number + 1))
    assert sum(stand.statements for stand in stands(entry)) == number


@pytest.mark.parametrize("number", [60, 500])
def test_a_large_board_opens_with_a_few_rows_an_origin(number: int) -> None:
    found = stands(crowd(number))
    for stand in found:
        voices = (*stand.voices, *stand.folded)
        assert len(stand.voices) <= 10
        assert all(len(voice.rows) <= 3 for voice in voices)
        assert all(len(voice.rows) == 2 for voice in voices if voice.folded)
        origins = [voice.origin.id for voice in voices if voice.origin]
        assert len(origins) == len(set(origins))


@pytest.mark.parametrize(("rows", "shown", "folded"), [(1, 1, 0), (2, 2, 0), (3, 3, 0), (4, 2, 2), (9, 2, 7)])
def test_an_origin_folds_where_more_than_one_row_would_go(rows: int, shown: int, folded: int) -> None:
    statements = [by(RUTH, f"{FULL} on day {day}", outlet=f"Outlet {day}") for day in range(rows)]
    ((voice,),) = [stand.voices for stand in stands(an_entry(statements, [origin(*statements)]))]
    assert (len(voice.rows), len(voice.folded), voice.statements) == (shown, folded, rows)
    assert voice.outlets == tuple(row.first.account.article.outlet for row in voice.folded)


def test_statements_without_an_origin_stand_for_themselves() -> None:
    statements = [by(RUTH, FULL), by(KARL, FULL)]
    ((one, other),) = [stand.voices for stand in stands(an_entry(statements))]
    assert one.origin is other.origin is None


def test_the_first_pointer_at_a_statement_is_known() -> None:
    entry = crowd(3)
    numbered = cited(stands(entry))
    note = numbered.by_attribution[entry.statements[0].id]
    assert [numbered.once(note), numbered.once(note)] == [True, False]
