"""Components against networkx, by either way, on chains, stars, loops and whatever comes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from twosource.batch import engine
from twosource.batch.components import components, labelled
from twosource.batch.job import Job
from twosource.batch.stage import Stage

Edge = tuple[str, str]


def expected(edges: Iterable[Edge]) -> dict[str, str]:
    graph = nx.Graph(list(edges))
    return {node: min(part) for part in nx.connected_components(graph) for node in part}


def found(edges: list[Edge], folder: Path, *, driver: int) -> dict[str, str]:
    engine.start(Job(sources=(), out=str(folder)))
    rows = [{"left": left, "right": right} for left, right in edges]
    frame = engine.rows(rows, {"left": "text", "right": "text"})
    table = components(frame, Stage(folder=str(folder), workers=0, driver=driver)).to_pydict()
    assert len(set(table["node"])) == len(table["node"])
    return dict(zip(table["node"], table["label"], strict=True))


GRAPHS: dict[str, list[Edge]] = {
    "nothing": [],
    "a loop": [("a", "a")],
    "a loop beside others": [("b", "c"), ("a", "a"), ("c", "c")],
    "a pair, both ways and twice": [("b", "a"), ("a", "b"), ("b", "a")],
    "a chain of 60": [(f"{n:02}", f"{n + 1:02}") for n in range(60)],
    "a chain out of order": [(f"{n * 37 % 101:03}", f"{(n + 1) * 37 % 101:03}") for n in range(90)],
    "a star around the largest": [("z", chr(ord("a") + n)) for n in range(20)],
    "two rings with a bridge": [
        *((f"a{n}", f"a{(n + 1) % 9}") for n in range(9)),
        *((f"b{n}", f"b{(n + 1) % 9}") for n in range(9)),
        ("a4", "b7"),
    ],
    "apart": [("a", "d"), ("b", "e"), ("c", "f")],
}


@pytest.mark.parametrize("driver", [0, 1_000], ids=["engine", "driver"])
@pytest.mark.parametrize("name", GRAPHS)
def test_components_are_those_of_networkx(tmp_path: Path, name: str, driver: int) -> None:
    assert found(GRAPHS[name], tmp_path, driver=driver) == expected(GRAPHS[name])


@settings(max_examples=15, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(pairs=st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=40))
def test_any_graph_on_the_engine(tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[int, int]]) -> None:
    edges = [(f"{left:02}", f"{right:02}") for left, right in pairs]
    assert found(edges, tmp_path_factory.mktemp("graph"), driver=0) == expected(edges)


@given(st.integers(1, 200).flatmap(lambda n: st.tuples(st.just(n), st.lists(st.tuples(*[st.integers(0, n - 1)] * 2)))))
def test_any_graph_on_the_driver(graph: tuple[int, list[tuple[int, int]]]) -> None:
    size, edges = graph
    left, right = (np.array([edge[end] for edge in edges], np.int64) for end in (0, 1))
    whole = nx.Graph(edges)
    whole.add_nodes_from(range(size))
    smallest = {node: min(part) for part in nx.connected_components(whole) for node in part}
    assert labelled(size, left, right).tolist() == [smallest[node] for node in range(size)]
