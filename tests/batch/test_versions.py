"""What results depend on is part of what they are known by."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource.batch import versions


class Package:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def files(self, name: str) -> Path:
        assert name == "twosource"
        return self.folder


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for part in (*versions._PARTS, "ledger", "export"):
        (tmp_path / part).mkdir()
        (tmp_path / part / "__init__.py").write_text("")
    for name in versions._ALONE:
        (tmp_path / name).write_text("")
    (tmp_path / "model" / "weights").mkdir()
    (tmp_path / "model" / "weights" / "network.onnx").write_bytes(b"1")
    monkeypatch.setattr(versions, "resources", Package(tmp_path))
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
