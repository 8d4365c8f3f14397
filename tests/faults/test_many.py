"""Many files, some of them bad in every way that we know: the good ones are in the ledger, the bad ones are named."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from faults.__main__ import added, made, wrong
from faults.bad import BAD
from tests.faults.support import FULL
from tests.support import needs_network

pytestmark = needs_network

GOOD = 226 if FULL else 6


@dataclass(frozen=True)
class Run:
    done: subprocess.CompletedProcess[str]
    ledger: Path
    good: list[Path]
    bad: list[Path]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """What adding all of them came to."""
    place = tmp_path_factory.mktemp("many")
    folder, ledger = place / "files", place / "ledger.db"
    folder.mkdir()
    good, bad = made(folder, good=GOOD, bad=len(BAD), seed=1)
    done, _ = added(folder, ledger)
    return Run(done, ledger, good, bad)


def test_the_good_are_added_and_the_bad_are_named(run: Run) -> None:
    assert not wrong(run.done, run.ledger, run.good, run.bad)


def test_what_is_wrong_is_told(run: Run) -> None:
    one, *good = run.good
    other, *bad = run.bad
    said = wrong(run.done, run.ledger, [*good, other], [*bad, one])
    assert said == [f"{one} is named 0 times", f"{other} is named and is good"]
    assert wrong(run.done, run.ledger, good, run.bad) == [f"{GOOD} articles are in the ledger and not {GOOD - 1}"]


def test_every_kind_is_among_them(tmp_path: Path) -> None:
    _, bad = made(tmp_path, good=0, bad=2 * len(BAD), seed=2)
    kinds = sorted(path.name.split("-", 2)[2].partition(".")[0].replace("-", " ") for path in bad)
    assert kinds == sorted([*BAD, *BAD])
