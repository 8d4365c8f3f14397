"""Putting results into a document: between two marks, with the day and the commit."""

from __future__ import annotations

import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from fuzz.engine import ROOT


def stamp() -> str:
    """When, and of what."""
    said = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return f"{datetime.now(UTC):%Y-%m-%d}, commit {said.stdout.strip() or 'unknown'}"


def put(path: Path, name: str, text: str) -> None:
    """Put ``text`` in the place of what stands between the marks of ``name`` in the document at ``path``."""
    begin, end = f"<!-- {name}: last results -->", f"<!-- {name}: end -->"
    document = path.read_text("utf-8")
    pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    if not pattern.search(document):
        raise SystemExit(f"{path} has no place for the results of {name}")
    path.write_text(pattern.sub(lambda _: f"{begin}\n{text}\n{end}", document), "utf-8")
