"""docs/bench.md is what its figures make of it, so that none can drift."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bench import page
from tests.support import ROOT

PAGE = ROOT / page.PAGE
FIGURES: dict[str, Any] = json.loads(PAGE.with_suffix(".json").read_text(encoding="utf-8"))


def test_the_page_holds_the_figures() -> None:
    assert PAGE.read_text(encoding="utf-8") == page.text(FIGURES)


@pytest.mark.parametrize("name", ["speed", "quality", "growth", "queries"])
def test_the_drawings_hold_the_figures(name: str) -> None:
    drawn = (PAGE.parent / "pictures" / f"bench-{name}.svg").read_text(encoding="utf-8")
    assert drawn == page.drawings(FIGURES)[name]
    assert f"pictures/bench-{name}.svg" in PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("part", FIGURES)
def test_every_part_has_the_command_that_gives_it(part: str) -> None:
    found = FIGURES[part]
    assert found["command"].startswith(f"python -m bench {part}")
    assert f"`{found['command']}` | {found['made_on']}" in PAGE.read_text(encoding="utf-8")


def test_a_part_that_is_made_anew_takes_the_place_of_the_old_one_alone(tmp_path: Any) -> None:
    (tmp_path / "pictures").mkdir()
    target = tmp_path / "bench.md"
    page.remake(target, FIGURES)
    before = target.read_text(encoding="utf-8")
    new = json.loads(json.dumps(FIGURES["add"]))
    new["result"]["articles_an_hour"] = 98_765.4321
    page.remake(target, {"add": new})
    after = target.read_text(encoding="utf-8").splitlines()
    changed = [line for line, old in zip(after, before.splitlines(), strict=True) if line != old]
    assert len(changed) == 1
    assert "98,765" in changed[0]
    assert json.loads(target.with_suffix(".json").read_text())["add"]["result"]["articles_an_hour"] == 98_765


LAW = {"cpu_s": 1.0, "without_networks_cpu_s": 1.0, "peak_mb": 0.5, "ledger_mb": 1.0}
SIZE = {"attributions": 10_000, "cpu_s": 720.0, "without_networks_cpu_s": 1.0, "peak_mb": 400.0, "ledger_mb": 500.0}


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ({"sizes": [SIZE], "exponents": LAW}, "20 core hours, 4.0 GB of memory and 50 GB of file"),
        ({"sizes": [SIZE], "exponents": {}}, ""),
        ({"sizes": [SIZE]}, ""),
        ({"sizes": [SIZE | {"attributions": 1_000_003}], "exponents": LAW}, ""),
    ],
)
def test_what_was_not_measured_is_said_to_be_reckoned(found: dict[str, Any], expected: str) -> None:
    told = page.beyond(found)
    assert expected in told
    assert bool(told) == bool(expected) == ("reckoned, not measured" in told)


def test_the_run_of_hours_is_drawn_where_there_was_one() -> None:
    without = {part: found for part, found in FIGURES.items() if part != "million"}
    assert "It was not run for this page." in page.text(without)
    far = {"vector_ms": 1.0, "pair_ms": 1.0, "sizes": [SIZE | {"pairs_each": 1.0}], "exponents": LAW}
    whole = without | {"million": FIGURES["growth"] | {"command": "python -m bench million", "result": far}}
    assert "the last run went to 10,000. At these exponents" in page.text(whole)
    assert page.drawings(whole)["growth"] != page.drawings(without)["growth"]


def test_markdown() -> None:
    assert page.markdown([["a", "b"], ["1", "2"]]) == "| a | b |\n|---|---|\n| 1 | 2 |"
