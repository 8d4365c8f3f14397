from __future__ import annotations

from bisect import bisect_left

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.records import Span
from twosource.room.article_parts import part_of, parts


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twosource.room.article_parts.LONG", 20)
    monkeypatch.setattr("twosource.room.article_parts.MANY", 3)


@pytest.mark.parametrize(
    ("length", "paragraphs", "starts", "expected"),
    [
        (0, [], [], [(0, 0)]),
        (20, [(0, 8), (10, 20)], [0, 3, 12], [(0, 20)]),
        (30, [(0, 8), (10, 18), (20, 30)], [], [(0, 20), (20, 30)]),
        (30, [(0, 12), (14, 30)], [], [(0, 14), (14, 30)]),
        (30, [(0, 30)], [], [(0, 20), (20, 30)]),
        (20, [(0, 8), (10, 20)], [0, 1, 11, 12, 13], [(0, 10), (10, 20)]),
        (20, [(0, 20)], [0, 1, 2, 3], [(0, 3), (3, 20)]),
        (20, [(0, 20)], [5, 5, 5, 5, 5, 9], [(0, 5), (5, 9), (9, 20)]),
    ],
)
def test_a_text_is_parted(length: int, paragraphs: list[Span], starts: list[int], expected: list[Span]) -> None:
    assert parts(length, paragraphs, starts) == expected


@given(st.integers(0, 200), st.lists(st.integers(0, 199)), st.lists(st.integers(0, 210)))
def test_parts_cover_the_text_and_are_small(length: int, heads: list[int], begins: list[int]) -> None:
    starts = sorted(begins)
    ends = sorted({head for head in heads if head < length})
    paragraphs = list(zip(ends, [*ends[1:], length], strict=True)) if ends else []
    found = parts(length, paragraphs, starts)
    assert [start for start, _ in found] == [0, *(end for _, end in found[:-1])]
    assert found[-1][1] == length
    for start, end in found if length else ():
        inside = starts[bisect_left(starts, start) : bisect_left(starts, end)]
        assert 0 < end - start <= 20
        assert len(inside) <= 3 or set(inside) == {start}
    for place in range(length):
        start, end = found[part_of(place, found)]
        assert start <= place < end
