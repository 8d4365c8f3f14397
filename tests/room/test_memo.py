"""What is kept, and what makes room for it."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from twosource.room.memo import Memo


def test_what_was_made_once_is_not_made_again() -> None:
    memo: Memo[list[int]] = Memo(room=2)
    first = memo.get("a", lambda: [1])
    assert memo.get("a", lambda: [2]) is first


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    memo: Memo[int] = Memo(room=2)
    for key, value in (("a", 1), ("b", 2), ("a", 0), ("c", 3)):
        memo.get(key, lambda value=value: value)  # type: ignore[misc]
    assert [memo.get(key, lambda: -1) for key in ("a", "c", "b")] == [1, 3, -1]


def test_room_is_counted_in_sizes() -> None:
    memo: Memo[str] = Memo(room=10, size=len)
    for key in ("aaaa", "bbbb", "cccc"):
        memo.get(key, lambda key=key: key)  # type: ignore[misc]
    assert memo.get("cccc", lambda: "made anew") == "cccc"
    assert memo.get("aaaa", lambda: "new") == "new"


def test_what_is_larger_than_the_room_is_given_and_not_kept() -> None:
    memo: Memo[str] = Memo(room=3, size=len)
    assert memo.get("a", lambda: "long") == "long"
    assert memo.get("a", lambda: "abc") == "abc"


def test_an_error_goes_to_who_asked_and_is_not_kept() -> None:
    memo: Memo[int] = Memo(room=2)

    def fail() -> int:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        memo.get("a", fail)
    assert memo.get("a", lambda: 1) == 1


def test_many_who_ask_at_once_wait_for_one_that_makes_it() -> None:
    memo: Memo[int] = Memo(room=2)
    made: list[int] = []
    asked = threading.Barrier(8)
    all_asked = threading.Event()

    def make() -> int:
        all_asked.wait(10)
        made.append(1)
        return 7

    def ask() -> int:
        if asked.wait(10) == 0:
            all_asked.set()
        return memo.get("a", make)

    with ThreadPoolExecutor(8) as pool:
        found = [one.result(10) for one in [pool.submit(ask) for _ in range(8)]]
    assert (found, made) == ([7] * 8, [1])
