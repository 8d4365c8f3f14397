"""What records are made by is named by the files that they depend on, and by no others."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.support import ROOT, Package
from twosource import __version__, making
from twosource.cli import main

WEIGHTS = ROOT / "twosource" / "model" / "weights"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    made = Package.empty(tmp_path, parts=(*making._STAGES, "read"), alone=making._ALONE, networks=making.NETWORKS)
    monkeypatch.setattr(making, "resources", made)
    making.made_by.cache_clear()
    yield tmp_path
    making.made_by.cache_clear()


def told() -> dict[str, str]:
    making.made_by.cache_clear()
    words = making.made_by().split()
    return dict(zip(words[::2], words[1::2], strict=True))


@pytest.mark.parametrize(
    ("file", "changes"),
    [
        ("link/groups.py", {"code"}),
        ("records.py", {"code"}),
        ("link/weights.json", {"code"}),
        ("model/weights/vocab.txt", {"code"}),
        ("model/weights/words.npz", {"code"}),
        ("model/weights/attribution.onnx", {"attribution"}),
        ("model/weights/relation.onnx", {"relation"}),
        ("read/html.py", set()),
        ("web.py", set()),
        ("link/notes.md", set()),
    ],
)
def test_what_changes_with_a_file(package: Path, file: str, changes: set[str]) -> None:
    before = told()
    whole = making.made_by()
    (package / file).write_bytes(b"other")
    after = told()
    assert {name for name in before if before[name] != after[name]} == changes
    assert making.outdated(whole) == bool(changes)


def test_a_network_goes_by_the_digits_of_its_file() -> None:
    now = told()
    assert list(now) == ["twosource", "code", *making.NETWORKS]
    assert now["twosource"] == __version__
    for name in making.NETWORKS:
        assert hashlib.sha256((WEIGHTS / f"{name}.onnx").read_bytes()).hexdigest().startswith(now[name])
        assert len(now[name]) == 8


@pytest.mark.parametrize(
    ("told_by", "expected"),
    [
        ("twosource 0.1.0 code a attribution b relation c", False),
        ("twosource 9.9.9 code a attribution b relation c", False),
        ("twosource 0.1.0 code d attribution b relation c", True),
        ("twosource 0.1.0 code a attribution d relation c", True),
        ("twosource 0.1.0 code a attribution b relation d", True),
        (making.UNKNOWN, True),
    ],
)
def test_another_release_of_the_same_is_not_outdated(
    monkeypatch: pytest.MonkeyPatch, told_by: str, expected: bool
) -> None:
    monkeypatch.setattr(making, "made_by", lambda: "twosource 0.1.0 code a attribution b relation c")
    assert making.outdated(told_by) is expected


def test_the_command_tells_it() -> None:
    shown = CliRunner().invoke(main, ["--version"])
    assert shown.exit_code == 0
    assert shown.stdout.splitlines() == [f"twosource {__version__}", f"records are made by: {making.made_by()}"]
