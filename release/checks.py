"""What must hold before anything is released."""

from __future__ import annotations

import re
import subprocess
import tarfile
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from release import ROOT, Refused

LARGEST = 40_000_000
"""Bytes of the wheel: what one download should be, and the package index takes 100 million."""

_HEADING = re.compile(r"^## \[(?P<version>[^\]]+)\](?: - (?P<day>\d{4}-\d{2}-\d{2}))?$", re.MULTILINE)
_FOREIGN = ("tests/", "gate/", "train/", "bench/", "release/", "docs/")


def tree(*, root: Path = ROOT) -> None:
    """Nothing is changed, added or removed beside what is committed."""
    listed = subprocess.run(["git", "status", "--porcelain"], cwd=root, capture_output=True, text=True, check=True)
    if listed.stdout:
        first = listed.stdout.splitlines()[0][3:]
        raise Refused(f"the tree is not clean: {len(listed.stdout.splitlines())} files differ, {first} first")


def version(told: str, changelog: str) -> None:
    """The first heading of the changelog is that of the version ``told``, with a day."""
    found = _HEADING.search(changelog)
    if found is None:
        raise Refused("the changelog has no heading of a version")
    if found["version"] != told:
        raise Refused(f"the changelog begins with [{found['version']}], and the version is {told}")
    if found["day"] is None:
        raise Refused(f"the heading [{told}] of the changelog has no day")


def size(wheel: Path, *, most: int = LARGEST) -> None:
    """The wheel is not larger than it should be."""
    found = wheel.stat().st_size
    if found >= most:
        raise Refused(f"{wheel.name} has {found / 1e6:.1f} MB, and should have less than {most / 1e6:g}")


def contents(names: Iterable[str]) -> None:
    """What is in a wheel is the package and what is told of it, and nothing else."""
    listed = sorted(names)
    strange = [
        name
        for name in listed
        if not re.match(r"twosource(-[^/]+\.dist-info)?/", name)
        or "__pycache__" in name
        or any(f"/{part}" in name or name.startswith(part) for part in _FOREIGN)
    ]
    if strange:
        raise Refused(f"{strange[0]} does not belong into a wheel")
    missing = [wanted for wanted in WANTED if not any(re.fullmatch(wanted, name) for name in listed)]
    if missing:
        raise Refused(f"nothing in the wheel is {missing[0]}")


WANTED: Sequence[str] = (
    r"twosource/py\.typed",
    r"twosource/model/weights/attribution\.onnx",
    r"twosource/model/weights/relation\.onnx",
    r"twosource/model/weights/vocab\.txt",
    r"twosource/model/weights/words\.npz",
    r"twosource/attribute/calibration\.json",
    r"twosource/brief/templates/page\.html\.jinja",
    r"twosource/web/templates/base\.html\.jinja",
    r"twosource/web/static/htmx\.min\.js",
    r"twosource/examples/port-ansel/01-.+",
    r"twosource-.+\.dist-info/licenses/LICENSE",
    r"twosource-.+\.dist-info/licenses/licenses/third-parties\.md",
    r"twosource-.+\.dist-info/entry_points\.txt",
)
"""What a wheel cannot do without, as patterns."""


def inside(archive: Path) -> list[str]:
    """The names of the files in a wheel, or in a source archive without its first folder."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return wheel.namelist()
    with tarfile.open(archive) as source:
        return [one.name.partition("/")[2] for one in source.getmembers() if one.isfile()]
