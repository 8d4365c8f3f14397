"""Disks that are full, may not be written, or are taken away."""

from __future__ import annotations

import resource
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.support import ARTICLES, FULL, complaint, content, long, small_disk, started, twosource
from tests.support import STORY, needs_network

pytestmark = needs_network

OTHER = str(STORY / "04-ansel-gazette.txt")
KEPT = "run this again"


@pytest.mark.parametrize("size", ["64k", "300k", "600k", "900k"] if FULL else ["900k"])
def test_a_full_disk(size: str, tmp_path: Path, unharmed: Path) -> None:
    with small_disk(tmp_path / "disk", size=size) as disk:
        place = disk / "full.db"
        done = twosource("add", "--ledger", str(place), *ARTICLES)
        assert complaint(done).startswith(f"{place}: no room is left on its disk (database or disk is full); make room")
        subprocess.run(["mount", "-o", "remount,size=20m", disk], check=True)
        kept = done.stdout.count(" statements ")
        assert len(content(place)) > 0 if kept else done.stdout == ""
        again = twosource("add", "--ledger", str(place), *ARTICLES)
        assert again.returncode == 0
        assert again.stdout.count("known ") == kept
        assert content(place) == content(unharmed)


@long
@pytest.mark.parametrize("most", range(10_000, 700_000, 60_000))
def test_a_file_that_may_not_grow(most: int, tmp_path: Path, unharmed: Path) -> None:
    place = tmp_path / "bound.db"
    done = twosource("add", "--ledger", str(place), *ARTICLES, preexec_fn=_bound(most))
    assert KEPT in complaint(done)
    assert twosource("add", "--ledger", str(place), *ARTICLES).returncode == 0
    assert content(place) == content(unharmed)


def _bound(most: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def test_an_export_to_a_full_disk(tmp_path: Path, unharmed: Path) -> None:
    with small_disk(tmp_path / "disk", size="64k") as disk:
        done = twosource("export", "--ledger", str(unharmed), "--output", str(disk / "port.jsonl"))
        assert complaint(done) == "cannot write the result: No space left on device"


@pytest.mark.parametrize(("mode", "command"), [(0o444, "add"), (0o000, "add"), (0o000, "export")])
def test_a_file_that_one_may_not_write(mode: int, command: str, tmp_path: Path, unharmed: Path) -> None:
    place = tmp_path / "closed.db"
    shutil.copy(unharmed, place)
    place.chmod(mode)
    sources = [OTHER] if command == "add" else []
    said = complaint(twosource(command, "--ledger", str(place), *sources))
    assert said.startswith(f"{place}: ")
    assert "may" in said
    place.chmod(0o644)
    assert content(place) == content(unharmed)


@pytest.mark.parametrize(("name", "command"), [("closed.db", "add"), ("closed.db", "export"), ("new.db", "add")])
def test_a_folder_that_one_may_not_write(name: str, command: str, tmp_path: Path, unharmed: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    shutil.copy(unharmed, folder / "closed.db")
    folder.chmod(0o555)
    sources = [OTHER] if command == "add" else []
    said = complaint(twosource(command, "--ledger", str(folder / name), *sources))
    assert said.startswith(f"{folder / name}: ")
    assert "folder that it is in" in said
    folder.chmod(0o755)
    assert content(folder / "closed.db") == content(unharmed)


@pytest.mark.parametrize("way", ["drive", "folder", "other file"] if FULL else ["other file"])
def test_a_ledger_that_is_taken_away(way: str, tmp_path: Path) -> None:
    """While the second article is waited for on standard input, what the first was added to goes away."""
    place = tmp_path / "disk" / "gone.db"
    with small_disk(place.parent, size="20m"):
        with started("add", "--ledger", str(place), ARTICLES[0], "-", stdin=subprocess.PIPE) as process:
            assert process.stdout
            assert process.stdout.readline()
            assert process.stdin
            _take_away(way, place)
            process.stdin.write(Path(ARTICLES[1]).read_text("utf-8"))
            process.stdin.close()
            errors = process.stderr.read() if process.stderr else ""
            status = process.wait()
        said = complaint((status, errors))
        assert said.startswith(f"{place}: ")
        assert KEPT in said


def _take_away(way: str, place: Path) -> None:
    if way == "drive":
        subprocess.run(["umount", "-l", place.parent], check=True)
    elif way == "folder":
        for file in place.parent.iterdir():
            file.unlink()
    else:
        place.with_name("old").write_bytes(place.read_bytes())
        place.with_name("old").replace(place)
