"""What the engine makes of nothing and of equal extremes, against Python: every form of filter that stages use."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.support import ROOT
from twosource.batch import engine
from twosource.batch.job import Job
from twosource.errors import NotInstalled

Value = str | None
Rows = list[tuple[Value, Value]]

FILTERS: dict[str, tuple[Callable[[Any], Any], Callable[[Value, Value], bool]]] = {
    "differ": (
        lambda col: engine.differ(col("left"), col("right")),
        lambda left, right: left is not None and right is not None and left != right,
    ),
    "less": (
        lambda col: col("left") < col("right"),
        lambda left, right: left is not None and right is not None and left < right,
    ),
    "equal or equal to another": (
        lambda col: (col("left") == col("right")).fill_null(False) | (col("left") == "b").fill_null(False),
        lambda left, right: left is not None and (left in {right, "b"}),
    ),
    "nothing, or less": (
        lambda col: col("left").is_null() | col("right").is_null() | (col("left") < col("right")).fill_null(False),
        lambda left, right: left is None or right is None or left < right,
    ),
    "something": (lambda col: col("left").not_null(), lambda left, _: left is not None),
}

PAIRS: Sequence[Rows] = [
    [],
    [(None, None)],
    [("a", "a"), ("b", "c"), ("c", "c")],
    [("a", "b"), ("a", "c"), ("b", "b"), ("c", "a")],
    [("a", None), (None, "a"), ("b", "b")],
]


@pytest.fixture(autouse=True)
def _started(tmp_path: Path) -> None:
    engine.start(Job(sources=(), out=str(tmp_path)))


def stored(rows: Rows, folder: Path) -> Any:
    """``rows`` in a file, for its extremes tell the engine which parts of it to pass over."""
    told = [{"left": left, "right": right} for left, right in rows]
    return engine.kept(engine.rows(told, {"left": "text", "right": "text"}), str(folder / "rows"))


def pairs(frame: Any) -> list[tuple[Value, Value]]:
    table = frame.to_pydict()
    return sorted(zip(table["left"], table["right"], strict=True), key=repr)


@pytest.mark.parametrize("rows", PAIRS)
@pytest.mark.parametrize("name", FILTERS)
def test_filters_are_those_of_python(tmp_path: Path, name: str, rows: Rows) -> None:
    ask, expected = FILTERS[name]
    found = stored(rows, tmp_path).where(ask(engine.daft().col))
    assert pairs(found) == sorted((row for row in rows if expected(*row)), key=repr)


@settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(rows=st.lists(st.tuples(*[st.sampled_from(["a", "b", "c", None])] * 2), max_size=6))
def test_filters_of_any_rows(tmp_path_factory: pytest.TempPathFactory, rows: Rows) -> None:
    frame = stored(rows, tmp_path_factory.mktemp("any"))
    for ask, expected in FILTERS.values():
        assert pairs(frame.where(ask(engine.daft().col))) == sorted((row for row in rows if expected(*row)), key=repr)


def test_stages_keep_clear_of_what_the_engine_gets_wrong() -> None:
    for path in (ROOT / "twosource" / "batch").glob("*.py"):
        text = path.read_text("utf-8")
        assert not re.search(r"\.when\(|!= col\(|~\(?col\(", text), path


def test_what_is_gathered_stays_together_and_what_is_exploded_is_there() -> None:
    told = [{"key": "a", "names": ["x", "y"]}, {"key": "b", "names": []}, {"key": "a", "names": None}]
    frame = engine.rows(told, {"key": "text", "names": "texts"})
    (both, one) = sorted(engine.gathered(frame, ["key"], "rows", ["key", "names"]).to_pylist(), key=lambda r: r["key"])
    assert sorted(both["rows"], key=repr) == [{"key": "a", "names": None}, {"key": "a", "names": ["x", "y"]}]
    assert one == {"key": "b", "rows": [{"key": "b", "names": []}]}
    assert engine.exploded(frame, "names", "name").to_pydict() == {"key": ["a", "a"], "name": ["x", "y"]}


class Twice:
    def __call__(self, key: str) -> list[dict[str, object]]:
        return [{"name": key * 2, "size": len(key)}] if key else []


@pytest.mark.parametrize("workers", [0, 2])
def test_a_row_gives_none_or_several(workers: int) -> None:
    frame = engine.rows([{"key": "ab"}, {"key": ""}, {"key": "c\ud800"[:1]}], {"key": "text"})
    types = {"name": "text", "size": "whole"}
    made = engine.each(frame, Twice, columns=["key"], returns=types, workers=workers, size=1)
    assert sorted(made.to_pylist(), key=repr) == [{"name": "abab", "size": 2}, {"name": "cc", "size": 1}]


class Failing:
    def __call__(self, key: str) -> list[dict[str, object]]:
        raise ValueError(f"no good: {key}\nand more of it")


@pytest.mark.parametrize("workers", [0, 1])
def test_a_failure_is_told_in_a_line(workers: int) -> None:
    frame = engine.rows([{"key": "ab"}], {"key": "text"})
    made = engine.each(frame, Failing, columns=["key"], returns={"name": "text"}, workers=workers, size=1)
    with pytest.raises(Exception, match="no good") as caught:
        made.to_pydict()
    assert "\n" not in engine.said(caught.value)
    assert engine.said(caught.value)


def test_without_the_engine_people_hear_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "daft", None)
    with pytest.raises(NotInstalled, match=r"pip install 'twosource\[batch\]'"):
        engine.daft()


def test_makers_can_be_partial() -> None:
    frame = engine.rows([{"key": "ab"}], {"key": "text"})
    made = engine.each(frame, partial(Twice), columns=["key"], returns={"name": "text"}, workers=0, size=4)
    assert made.to_pydict() == {"name": ["abab"]}
