"""The tutorial is true: its blocks run, one after another."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.support import ROOT, needs_network

BLOCKS = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "notebook.md").read_text("utf-8"), re.DOTALL)
TABLES = "to_pandas"


@needs_network
def test_the_tutorial_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pandas", reason="the tutorial shows tables")
    pytest.importorskip("pyarrow", reason="the tutorial shows tables")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    for block in BLOCKS:
        exec(compile(block, "docs/notebook.md", "exec"), names)
    shown = capsys.readouterr().out
    assert "12 articles" in shown
    assert "affirm" in shown
    assert len(names["brief"].sentences) > 1


def test_there_is_a_tutorial() -> None:
    assert len(BLOCKS) > 6
    assert any(TABLES in block for block in BLOCKS)
