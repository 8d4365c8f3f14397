"""Slices keep articles of one time together and none is much too large."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.batch.slices import UNDATED, Slice, chunks, counted, slices


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({}, []),
        ({5: 3}, [Slice(5, 0, 1)]),
        ({5: 6, 6: 4, 7: 1}, [Slice(5, 0, 1), Slice(6, 0, 1), Slice(7, 1, 1)]),
        ({5: 25, 6: 4}, [Slice(5, 0, 3), Slice(6, 3, 1)]),
        ({4: 1, 5: 25, 6: 10}, [Slice(4, 0, 1), Slice(5, 1, 3), Slice(6, 4, 1)]),
        ({UNDATED: 2, 1: 2}, [Slice(UNDATED, 0, 1), Slice(1, 0, 1)]),
    ],
)
def test_days_are_dealt(days: dict[int, int], expected: list[Slice]) -> None:
    assert list(slices(days, size=10)) == expected


@given(st.dictionaries(st.integers(-1, 60), st.integers(1, 70), max_size=30))
def test_any_days(days: dict[int, int]) -> None:
    found = list(slices(days, size=10))
    assert [one.day for one in found] == sorted(days)
    held: Counter[int] = Counter()
    for one in found:
        for number in range(one.first, one.first + one.count):
            held[number] += -(-days[one.day] // one.count)
    assert all(size <= 10 for size in held.values())
    assert sorted(held) == list(range(len(held)))


def test_no_day_is_a_day() -> None:
    assert counted({None: 2, UNDATED: 1, 3: 4}) == {UNDATED: 3, 3: 4}


@pytest.mark.parametrize(("pairs", "count"), [(0, 1), (1, 1), (10, 1), (11, 2), (100, 10)])
def test_chunks(pairs: int, count: int) -> None:
    assert chunks(pairs, size=10) == count
