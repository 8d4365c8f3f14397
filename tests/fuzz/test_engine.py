"""A run counts every input, whatever it does to the process that tries it, and keeps a small one of each failure."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from fuzz import engine
from tests.fuzz.failing import BAD


@pytest.mark.parametrize(
    ("name", "failure"),
    [
        ("hangs", "hang"),
        ("crashes", "crash"),
        ("is killed", "memory"),
        ("raises", "ValueError in failing._raise"),
        ("eats", "MemoryError in failing.<lambda>"),
    ],
)
def test_each_failure_is_counted_and_made_small(name: str, failure: str, tmp_path: Path) -> None:
    result = engine.fuzz(name, tmp_path / name, inputs=12, seconds=60, seed=1, worker="tests.fuzz.failing")
    assert result.tried == 12
    ((told, path),) = result.failures
    assert told == failure
    assert path.read_bytes() == BAD


def test_where_nothing_fails_nothing_is_kept(tmp_path: Path) -> None:
    result = engine.fuzz("holds", tmp_path / "holds", inputs=50, seconds=60, seed=1, worker="tests.fuzz.failing")
    assert result.tried == 50
    assert result.failures == ()
    assert result.peak > 0


def test_it_ends_with_its_time(tmp_path: Path) -> None:
    result = engine.fuzz("holds", tmp_path / "holds", inputs=10**9, seconds=1.5, seed=1, worker="tests.fuzz.failing")
    assert result.tried < 10**9


def test_a_worker_that_does_not_start_is_no_end_of_work(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="does not start"):
        engine.fuzz("nothing", tmp_path / "nothing", inputs=10, seconds=60, seed=1, worker="tests.fuzz.failing")


def test_how_a_process_died() -> None:
    assert [engine.how(-one) for one in (signal.SIGPROF, signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT)] == [
        *("hang", "memory", "crash", "crash")
    ]
