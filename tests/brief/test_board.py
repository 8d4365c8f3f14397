from __future__ import annotations

from tests.brief.made import KARL, RUTH, by, origin
from tests.brief.whole import an_entry, crowd
from twosource.brief.board import board
from twosource.brief.records import STANCES

FULL = "the ferry Marigold was full"


def test_the_same_words_of_one_origin_stand_once() -> None:
    told = [by(RUTH, FULL, cue, outlet=cue) for cue in ("said", "said that", "has said")]
    other = by(RUTH, f"{FULL} that night", outlet="other")
    ((stance, rows),) = board(an_entry([*told, other], [origin(*told, other)]))
    assert stance == "says-so"
    assert sorted(len(row.again) for row in rows) == [0, 2]


def test_the_same_words_of_two_origins_or_speakers_stand_twice() -> None:
    one, two = by(RUTH, FULL), by(RUTH, FULL, "said that")
    ((_, rows),) = board(an_entry([one, two], [origin(one), origin(two)]))
    assert len(rows) == 2
    one, two = by(RUTH, FULL), by(KARL, FULL)
    ((_, rows),) = board(an_entry([one, two], [origin(one, two)]))
    assert len(rows) == 2


def test_every_statement_stands_under_its_stance_once() -> None:
    entry = crowd(60)
    found = list(board(entry))
    assert [stance for stance, _ in found] == [stance for stance in STANCES if entry.of_stance(stance)]
    for stance, rows in found:
        shown = [one.id for row in rows for one in (row.first, *row.again)]
        assert sorted(shown) == sorted(one.id for one in entry.of_stance(stance))
