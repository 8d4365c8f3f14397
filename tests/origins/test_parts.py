"""Parts: what networkx calls connected components, but for pairs that must stay apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from twosource.origins.parts import parts

SIZE = 9
pairs = st.lists(st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)).filter(lambda pair: pair[0] < pair[1]))


def flooded(joined: list[tuple[int, int]]) -> set[frozenset[int]]:
    """The parts by flooding labels until nothing changes."""
    label = list(range(SIZE))
    for _ in range(SIZE):
        for left, right in joined:
            label[left] = label[right] = min(label[left], label[right])
    return {frozenset(place for place in range(SIZE) if label[place] == name) for name in label}


@given(pairs)
def test_parts_are_connected_components(joined: list[tuple[int, int]]) -> None:
    found, made = parts(SIZE, joined, frozenset())
    assert {frozenset(part) for part in found} == flooded(joined)
    assert len(made) == SIZE - len(found)
    assert {frozenset(part) for part in parts(SIZE, [joined[number] for number in made], frozenset())[0]} == flooded(
        joined
    )


@given(pairs, pairs)
def test_pairs_that_must_stay_apart_do(joined: list[tuple[int, int]], apart: list[tuple[int, int]]) -> None:
    found, _ = parts(SIZE, joined, frozenset(apart))
    assert sorted(place for part in found for place in part) == list(range(SIZE))
    assert not any(left in part and right in part for part in found for left, right in apart)


def test_parts_come_sorted_and_say_which_joins_made_them() -> None:
    assert parts(5, [(1, 3), (0, 4), (1, 3), (0, 4)], frozenset()) == ([[0, 4], [1, 3], [2]], [0, 1])
