"""Every part runs, on the example story, and says what it measured."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bench import adding, growth, quality, queries, speed
from bench.__main__ import LONG, PARTS, aligned, apart, main, said
from bench.setting import Setting
from tests.support import STORY, TEXT, needs_network
from twosource.attribute import attribute
from twosource.read import read_all

pytestmark = needs_network
ARTICLES = 25


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What three parts leave of small ledgers, without any corpus."""
    folder = tmp_path_factory.mktemp("bench")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(adding, "DATA", folder / "none")
        patch.setattr(growth, "DATA", folder / "none")
        patch.setattr(growth, "_FITTED", 1)
        main(["add", "--quick", "--folder", str(folder)])
        main(["growth", "--quick", "--sizes", "30", "90", "--folder", str(folder)])
        main(["queries", "--sizes", str(ARTICLES), "--folder", str(folder)])
    return {path.stem: json.loads(path.read_text()) for path in folder.glob("*.json")}


def test_several_parts_are_measured_in_processes_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, results: dict[str, Any]
) -> None:
    monkeypatch.setenv("TWOSOURCE_DATA", str(tmp_path / "none"))
    found = apart("add", Setting(folder=tmp_path, quick=True))
    assert found["command"] == "python -m bench add --quick"
    assert found["result"]["attributions"] == results["add"]["result"]["attributions"]


def example() -> list[Any]:
    errors: list[Exception] = []
    found = [(article, tuple(own)) for article, own in attribute(read_all([str(STORY)], on_error=errors.append))]
    assert not errors
    return found


def test_each_part_keeps_its_command_its_day_and_its_machine(results: dict[str, Any]) -> None:
    assert results.keys() == {"add", "queries", "growth"}
    assert results["growth"]["command"] == "python -m bench growth --quick --sizes 30 90"
    for found in results.values():
        assert found["machine"]["cores"] >= 1
        assert found["made_on"].count("-") == 2


def test_adding_counts_what_the_ledger_holds(results: dict[str, Any]) -> None:
    found = results["add"]["result"]
    assert found["articles"] == len(example())
    assert found["attributions"] == sum(len(own) for _, own in example())
    assert found["articles_an_hour"] == pytest.approx(3600 * found["articles"] / found["cpu_s"])


def test_queries_ask_the_ledger_that_was_added_and_a_larger_one(results: dict[str, Any]) -> None:
    small, large = results["queries"]["result"]["ledgers"]
    assert small["articles"] == results["add"]["result"]["articles"]
    assert large["articles"] == ARTICLES
    assert small["queries"].keys() == set(queries.KINDS)
    assert all(0 < one["median_ms"] <= one["late_ms"] for one in large["queries"].values())


def test_growth_reaches_its_sizes_and_counts_what_the_network_would_take(results: dict[str, Any]) -> None:
    found = results["growth"]["result"]
    first, second = found["sizes"]
    assert 30 <= first["attributions"] < 90 <= second["attributions"]
    for one in found["sizes"]:
        read = one["pairs_each"] * one["attributions"] * found["pair_ms"]
        known = one["attributions"] * found["vector_ms"]
        assert 1000 * (one["cpu_s"] - one["without_networks_cpu_s"]) == pytest.approx(read + known, rel=0.05)
    assert all(a["cpu_s"] < b["cpu_s"] for a, b in pairwise(found["sizes"]))
    assert found["exponents"].keys() == {"cpu_s", "without_networks_cpu_s", "peak_mb", "ledger_mb"}


def test_all_race_on_the_same_texts() -> None:
    found = speed.raced([TEXT, TEXT], ["network", "twosource"], rounds=1)
    assert found["words"] == 2 * len(TEXT.split())
    speeds = found["words_a_cpu_second"]
    assert speeds.keys() == {"extract", "network", "twosource"}
    for name in ("network", "twosource"):
        assert found["extract_to"][name] == pytest.approx(speeds["extract"]["median"] / speeds[name]["median"])


def test_quality_says_that_there_is_no_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quality, "DATA", tmp_path)
    found = quality.measure(Setting(folder=tmp_path))
    assert found["contenders"] == {}
    assert all("polnear-dev" in why for why in found["absent"].values())


@pytest.mark.parametrize("name", PARTS)
def test_every_part_is_in_the_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert f"{name} " in capsys.readouterr().out or name in LONG


@pytest.mark.parametrize(
    ("name", "setting", "expected"),
    [
        ("speed", Setting(), "python -m bench speed"),
        ("speed", Setting(rounds=5), "python -m bench speed --rounds 5"),
        ("add", Setting(quick=True, rounds=1), "python -m bench add --quick"),
        ("million", Setting(sizes=(10, 20)), "python -m bench million --sizes 10 20"),
        ("add", Setting(sizes=(10,)), "python -m bench add"),
    ],
)
def test_the_command_that_measures_it_again(name: str, setting: Setting, expected: str) -> None:
    assert said(name, setting) == expected


def test_columns_are_aligned() -> None:
    assert aligned([["", "words"], ["long name", "7"]]) == "           words\nlong name      7"
