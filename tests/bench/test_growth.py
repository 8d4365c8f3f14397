"""The exponent of a power law."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.growth import exponents, power


@given(
    exponent=st.floats(-3, 3),
    factor=st.floats(1e-3, 1e3),
    sizes=st.lists(st.integers(1, 10**6), min_size=2, max_size=8, unique=True),
)
def test_the_exponent_of_a_law_is_found(exponent: float, factor: float, sizes: list[int]) -> None:
    assert power([(size, factor * size**exponent) for size in sizes]) == pytest.approx(exponent, abs=1e-6)


def test_a_deviation_pulls_it_to_both_sides_alike() -> None:
    assert power([(1, 1), (10, 20), (10, 5), (100, 100)]) == pytest.approx(1)


def size(attributions: int, seconds: float) -> dict[str, float]:
    names = ("cpu_s", "without_networks_cpu_s", "peak_mb", "ledger_mb")
    return {"attributions": attributions, **dict.fromkeys(names, seconds)}


def test_small_sizes_do_not_count() -> None:
    assert exponents([size(1_000, 99), size(10_000, 1), size(100_000, 10)])["cpu_s"] == pytest.approx(1)
    assert exponents([size(1_000, 1), size(10_000, 10)]) == {}
