"""What fuzzing found stays mended; and how a failure is known and kept."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from fuzz import found
from fuzz.laws import Broken
from fuzz.targets import TARGETS

FOUND = sorted(path for path in (Path(__file__).parent / "found").rglob("*") if path.is_file())


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """An exception where it takes more of the processor than an input may."""

    def late(*_: object) -> None:
        raise TimeoutError(f"takes more than {seconds} seconds")

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found_stays_mended(path: Path) -> None:
    target = TARGETS[path.parent.name]
    with deadline(target.deadline):
        target.check(path.read_bytes())


def _raised(fail: Callable[[], object]) -> BaseException:
    try:
        fail()
    except Exception as error:
        return error
    raise AssertionError("nothing was raised")


def test_failures_are_told_apart_by_kind_and_place() -> None:
    def law() -> None:
        raise Broken("a law")

    assert found.signature(_raised(lambda: int("x"))) == "ValueError in test_found.<lambda>"
    assert found.signature(_raised(law)) == "Broken in test_found.law a law"
    assert found.signature(MemoryError("grew by 500000 kB")) == "MemoryError of the process"


def test_the_smallest_input_of_a_failure_is_kept(tmp_path: Path) -> None:
    for data in (b"long one", b"short", b"a longer one"):
        found.keep(tmp_path, "ValueError in here.there", data, told="how it came")
    ((name, path),) = found.kept(tmp_path)
    assert (name, path.read_bytes()) == ("ValueError in here.there", b"short")
    assert "how it came" in path.with_suffix(".txt").read_text("utf-8")
