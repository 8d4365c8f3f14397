"""Broken inputs stay within bounds, follow from their number, and differ."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from fuzz.mutate import mutated

TOKENS = (b"<p>", b"</p>", b"\x00")


@given(st.binary(max_size=200), st.integers(0, 2**32), st.integers(0, 300))
def test_bounds_and_repeatability(data: bytes, seed: int, most: int) -> None:
    once, again = (mutated(data, Random(seed), tokens=TOKENS, other=b"other", most=most) for _ in range(2))
    assert once == again
    assert len(once) <= most


def test_it_changes_most_inputs() -> None:
    data = b"<p>A dam burst above the town.</p>" * 4
    made = {mutated(data, Random(seed), tokens=TOKENS, other=b"<p>Else</p>", most=5000) for seed in range(200)}
    assert len(made - {data}) > 150
    assert any(b"\x00" in one for one in made)
    assert any(len(one) < len(data) for one in made)
    assert any(len(one) > 2 * len(data) for one in made)
