"""What was found: failures told apart by what they are, the smallest input kept of each."""

from __future__ import annotations

import hashlib
import re
import traceback
from collections.abc import Iterator
from pathlib import Path

HARD = ("hang", "crash", "memory")
"""Failures that end a process. All others are exceptions."""


def signature(error: BaseException) -> str:
    """What an exception is known by: its kind, and where in the package, or else where at all, it comes from."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return f"{type(error).__name__} of the process"
    own = [frame for frame in frames if "/twosource/" in frame.filename.replace("\\", "/")]
    last = (own or frames)[-1]
    law = f" {error}" if type(error).__name__ == "Broken" else ""
    return f"{type(error).__name__} in {Path(last.filename).stem}.{last.name}{law}"[:120]


def keep(folder: Path, name: str, data: bytes, *, told: str = "") -> Path:
    """Keep ``data`` as an input that leads to the failure ``name``, unless a smaller one is kept already."""
    folder.mkdir(parents=True, exist_ok=True)
    slug = re.sub(r"\W+", "-", name).strip("-").lower()[:60]
    path = folder / f"{slug}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
    if not path.exists() or path.stat().st_size > len(data):
        path.write_bytes(data)
        path.with_suffix(".txt").write_text(f"{name}\n\n{told}", encoding="utf-8", errors="backslashreplace")
    return path


def kept(folder: Path) -> Iterator[tuple[str, Path]]:
    """Each failure by its name, with the input that leads to it."""
    for text in sorted(folder.glob("*.txt")):
        yield text.read_text("utf-8").splitlines()[0], text.with_suffix("")
