from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.brief.charts.drawn import collisions, marks, size, texts, tree
from tests.brief.made import KARL, OFFICER, RUTH, UNION, by
from tests.brief.whole import an_entry, crowd
from twosource.brief.charts.svg import RADIUS
from twosource.brief.charts.timeline import dots, timeline
from twosource.brief.records import STANCES

FULL = by(RUTH, "the ferry was full", published="2025-03-01")
DENIED = by(KARL, "the ferry was full", "denied that", polarity="deny", act="denies", published="2025-03-02")
LATER = by(RUTH, "the ferry had been full", published="2025-03-05T10:00:00+01:00")
SILENT = by(UNION, "whether it was", "would not say", polarity="withhold", act="declines", published="2025-03-03")
UNDATED = by(OFFICER, "the ferry was full", published=None)


def test_three_statements_have_a_row_for_each_speaker_and_a_sign_for_each_stance() -> None:
    drawn = timeline(an_entry([FULL, DENIED, LATER, SILENT]), wide=680)
    shown = [text.what for text in texts(drawn)]
    assert [name for name in shown if name.startswith(("Ruth", "Karl", "Seamen"))] == [
        "Ruth Hale (harbour master)",
        "Karl Brandt (owner)",
        "Seamen's Union",
    ]
    assert {"Says so", "Denies it", "Will not say"} <= set(shown)
    assert not {"Says it may be", "Found no sign, or cannot confirm"} & set(shown)
    # One of each in the legend.
    assert [marks(drawn, stance) for stance in STANCES] == [3, 0, 2, 0, 2]
    assert collisions(drawn) == []


@pytest.mark.parametrize(
    "statements",
    [
        [FULL, LATER],
        [FULL, LATER, UNDATED],
        [FULL, by(KARL, "it was", published="2025-03-01"), by(UNION, "it was", published="2025-03-01")],
    ],
    ids=["two", "two dated", "one moment"],
)
def test_where_time_says_nothing_there_is_no_chart(statements: list) -> None:
    assert timeline(an_entry(statements), wide=680) == ""


@pytest.mark.parametrize("wide", [680, 344])
@pytest.mark.parametrize("number", [3, 12, 60, 300])
def test_three_or_three_hundred_are_legible_and_bounded(number: int, wide: float) -> None:
    drawn = timeline(crowd(number), wide=wide)
    assert collisions(drawn) == []
    assert size(drawn)[0] == wide
    assert size(drawn)[1] < 1500
    assert len(drawn) < 120_000


def test_those_who_say_least_share_a_row() -> None:
    drawn = timeline(crowd(300), wide=680)
    assert "29 other speakers" in [text.what for text in texts(drawn)]


def test_it_says_in_words_what_it_shows() -> None:
    drawn = tree(timeline(an_entry([FULL, DENIED, LATER]), wide=680))
    title, desc = drawn[0], drawn[1]
    assert drawn.attrib["aria-labelledby"].split() == [title.attrib["id"], desc.attrib["id"]]
    assert title.text == "Who said what when: the ferry was full"
    assert desc.text == (
        "3 dated statements from 1 March 2025 to 5 March 2025, 10:00 +01:00; says so: 2, denies it: 1. "
        "Rows: Ruth Hale (harbour master), Karl Brandt (owner)."
    )


@given(st.lists(st.floats(0, 600), min_size=1, max_size=80))
def test_signs_lie_apart_and_none_is_lost(places: list[float]) -> None:
    found = dots([(x, FULL) for x in sorted(places)])
    assert sum(len(dot.statements) for dot in found) == len(places)
    assert all(before.right < after.x - RADIUS for before, after in pairwise(found))
