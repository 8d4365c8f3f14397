"""What fails is made as small as it can be, and fails still."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fuzz.shrink import shrunk


@given(st.binary(max_size=60), st.binary(max_size=60), st.binary(max_size=60))
def test_nothing_is_left_but_what_it_takes(before: bytes, between: bytes, behind: bytes) -> None:
    data = before.replace(b"[", b"") + b"[" + between.replace(b"]", b"") + b"]" + behind

    def fails(one: bytes) -> bool:
        return 0 <= one.find(b"[") < one.rfind(b"]")

    assert shrunk(data, fails) == b"[]"


def test_what_cannot_be_made_smaller_stays() -> None:
    assert shrunk(b"abc", lambda data: data == b"abc") == b"abc"


def test_without_time_it_stays() -> None:
    assert shrunk(b"a" * 100, lambda data: b"a" in data, seconds=0) == b"a" * 100
