"""What results depend on is part of what they are known by."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import Package
from twosource.batch import versions


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    parts = (*versions._PARTS, "ledger", "export")
    made = Package.empty(tmp_path, parts=parts, alone=versions._ALONE, networks=["network"])
    monkeypatch.setattr(versions, "resources", made)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "changes"),
    [
        ("link/groups.py", {"code"}),
        ("records.py", {"code"}),
        ("model/weights/network.onnx", {"model"}),
        ("link/weights.json", {"model"}),
        ("web.py", set()),
        ("link/notes.md", set()),
    ],
)
def test_what_changes_with_a_file(package: Path, file: str, changes: set[str]) -> None:
    before = versions.versions.__wrapped__()
    (package / file).write_bytes(b"other")
    after = versions.versions.__wrapped__()
    assert {name for name in before if before[name] != after[name]} == changes


def test_the_installed_package_has_them() -> None:
    found = versions.versions()
    assert set(found) == {"twosource", "code", "model"}
    assert all(value in versions.told() for value in found.values())
