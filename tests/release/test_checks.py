from __future__ import annotations

import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from release import Refused, checks
from tests.support import ROOT
from twosource import __version__

INFO = f"twosource-{__version__}.dist-info"


def wheel_names() -> list[str]:
    """What goes into a wheel, without packing 48 MB."""
    builder = WheelBuilder(str(ROOT))
    builder.config.default_include()
    found = [file.distribution_path for file in builder.recurse_included_files()]
    licences = [f"{INFO}/licenses/{name}" for name in builder.metadata.core.license_files]
    return [*found, *licences, f"{INFO}/entry_points.txt"]


@pytest.fixture(scope="module")
def names() -> list[str]:
    return wheel_names()


def test_the_wheel_holds_what_it_needs_and_nothing_else(names: list[str]) -> None:
    checks.contents(names)


def test_every_file_of_the_package_is_in_the_wheel(names: list[str]) -> None:
    tracked = subprocess.run(["git", "ls-files", "twosource"], cwd=ROOT, capture_output=True, text=True, check=True)
    examples = {name for name in names if name.startswith("twosource/examples/")}
    assert set(tracked.stdout.splitlines()) <= {name for name in names if name.startswith("twosource/")} - examples
    there = {f"twosource/{path.relative_to(ROOT)}" for path in (ROOT / "examples/port-ansel").iterdir()}
    assert examples == there


@pytest.mark.parametrize(
    "strange",
    ["tests/test_cli.py", "twosource/tests/x.py", "twosource/__pycache__/cli.pyc", "gate/stories.json", "x.txt"],
)
def test_what_does_not_belong_is_refused(names: list[str], strange: str) -> None:
    with pytest.raises(Refused, match="does not belong"):
        checks.contents([*names, strange])


@pytest.mark.parametrize(
    "gone", ["twosource/model/weights/relation.onnx", "twosource/py.typed", f"{INFO}/licenses/LICENSE"]
)
def test_what_is_missing_is_told(names: list[str], gone: str) -> None:
    with pytest.raises(Refused, match="nothing in the wheel is"):
        checks.contents([name for name in names if name != gone])


def test_the_source_archive_holds_what_the_wheel_is_made_of(names: list[str]) -> None:
    found = {file.distribution_path for file in SdistBuilder(str(ROOT)).recurse_included_files()}
    package = {name for name in names if not name.startswith((INFO, "twosource/examples/"))}
    assert package == {name for name in found if name.startswith("twosource/")}
    assert {name.partition("/")[0] for name in found} <= {
        *("twosource", "examples", "licenses", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "SECURITY.md"),
        ".gitignore",
    }


@pytest.mark.parametrize(
    ("changelog", "reason"),
    [
        ("# Changelog\n\n## [1.2.0] - 2026-01-31\n\n## [1.1.0] - 2025-01-31\n", None),
        ("# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-01-31\n", r"begins with \[Unreleased\]"),
        ("# Changelog\n\n## [1.1.0] - 2026-01-31\n", r"begins with \[1.1.0\], and the version is 1.2.0"),
        ("# Changelog\n\n## [1.2.0]\n", "has no day"),
        ("# Changelog\n", "no heading"),
    ],
)
def test_the_version_is_that_of_the_changelog(changelog: str, reason: str | None) -> None:
    if reason is None:
        checks.version("1.2.0", changelog)
        return
    with pytest.raises(Refused, match=reason):
        checks.version("1.2.0", changelog)


def test_a_tree_with_changes_is_refused(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    checks.tree(root=tmp_path)
    (tmp_path / "new.txt").write_text("x")
    with pytest.raises(Refused, match=r"1 files differ, new.txt first"):
        checks.tree(root=tmp_path)


@pytest.mark.parametrize(("size", "fits"), [(99, True), (100, False), (101, False)])
def test_the_size_is_bounded(tmp_path: Path, size: int, fits: bool) -> None:
    wheel = tmp_path / "x.whl"
    wheel.write_bytes(bytes(size))
    if fits:
        checks.size(wheel, most=100)
        return
    with pytest.raises(Refused, match=r"x\.whl has 0\.0 MB"):
        checks.size(wheel, most=100)


def test_archives_are_looked_into(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.whl", "w") as wheel:
        wheel.writestr("twosource/cli.py", "")
    (tmp_path / "cli.py").write_text("")
    with tarfile.open(tmp_path / "x.tar.gz", "w:gz") as source:
        source.add(tmp_path / "cli.py", "twosource-1/twosource/cli.py")
    assert checks.inside(tmp_path / "x.whl") == checks.inside(tmp_path / "x.tar.gz") == ["twosource/cli.py"]
