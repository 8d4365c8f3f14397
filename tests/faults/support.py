"""Running the commands as people do, and looking at what they left."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.support import ROOT, STORY
from twosource.export.records import lines
from twosource.ledger import Ledger

FULL = bool(os.environ.get("TWOSOURCE_TEST_FAULTS"))
"""Whether there is time for all of it (``make faults``), and not only for what ``make test`` has time for."""

long = pytest.mark.skipif(not FULL, reason="takes long: TWOSOURCE_TEST_FAULTS=1, or make faults")

ARTICLES = sorted(str(path) for path in STORY.glob("*.html"))[:4]


def twosource(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """The command, in a process of its own that has the rights of its owner and no more."""
    command = [*_without_privilege(), sys.executable, "-m", "twosource", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, **options)


def started(*arguments: str, **options: Any) -> subprocess.Popen[str]:
    """The command, running."""
    command = [sys.executable, "-m", "twosource", *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


def _without_privilege() -> list[str]:
    """What takes from root the right to write what nobody may write."""
    if os.getuid() or not shutil.which("setpriv"):
        return []
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


def complaint(done: subprocess.CompletedProcess[str] | tuple[int, str]) -> str:
    """The one line that a command said when it failed."""
    status, said = done if isinstance(done, tuple) else (done.returncode, done.stderr)
    assert status == 1, said
    (line,) = said.splitlines()
    return line.removeprefix("twosource: ")


def content(place: str | Path) -> list[str]:
    """Everything in a ledger but when it was noticed."""
    with Ledger.open(place, create=False) as ledger, ledger.view() as view:
        return [line for line in lines(view) if json.loads(line)["type"] != "change"]


@pytest.fixture(scope="session")
def unharmed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of some articles of the example, with all that is known across them."""
    place = tmp_path_factory.mktemp("unharmed") / "whole.db"
    done = twosource("add", "--ledger", str(place), *ARTICLES)
    assert done.returncode == 0, done.stderr
    return place


@contextmanager
def small_disk(folder: Path, *, size: str) -> Iterator[Path]:
    """A disk of its own of that size."""
    folder.mkdir(exist_ok=True)
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("this machine lets nobody mount a disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], capture_output=True, check=False)
