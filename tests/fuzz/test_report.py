"""Results stand in their place in a document, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzz.__main__ import lines
from fuzz.engine import Result
from fuzz.report import put, stamp

DOCUMENT = "Before.\n\n<!-- fuzz: last results -->\nold\n<!-- fuzz: end -->\n\nBehind.\n"


def test_new_results_take_the_place_of_old_ones(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(DOCUMENT)
    for text in (r"one \1", "two"):
        put(page, "fuzz", text)
        assert page.read_text() == DOCUMENT.replace("old", text)


def test_a_document_without_a_place_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(DOCUMENT)
    with pytest.raises(SystemExit, match="no place for the results of extremes"):
        put(page, "extremes", "text")


def test_the_table_holds_the_sum_and_each_target(tmp_path: Path) -> None:
    results = [
        Result(target="html", tried=1000, seconds=10.0, slowest=0.5, peak=300, failures=()),
        Result(target="feed", tried=500, seconds=1.0, slowest=0.1, peak=200, failures=(("hang", tmp_path),)),
    ]
    head, *rows = lines(results, seed=7, hours=1.0)
    assert "**1,500 inputs, 1 failures**" in head
    assert "seed 7" in head
    assert rows[-2:] == ["| html | 1,000 | 0 | 10.00 | 0.50 | 300 |", "| feed | 500 | 1 | 2.00 | 0.10 | 200 |"]


def test_a_stamp_names_the_commit() -> None:
    assert "commit " in stamp()
