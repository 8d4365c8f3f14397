"""Connected components: on the driver while the edges fit into its memory, on the engine beyond.

Either way a component goes by its smallest node, so that both give the same table.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from twosource.batch import arrows, engine
from twosource.batch.engine import Frame
from twosource.batch.stage import Stage

Numbers = npt.NDArray[np.int64]


def components(edges: Frame, stage: Stage) -> Frame:
    """``node`` and ``label`` of every node that ``edges`` (``left``, ``right``) name, which are text and never null."""
    edges = stage.kept(edges.select("left", "right").distinct(), "edges")
    if edges.count_rows() <= stage.driver:
        return _on_driver(edges)
    return _on_engine(edges, stage)


def _on_driver(edges: Frame) -> Frame:
    found = edges.to_arrow()
    ends = np.asarray(found.column("left")), np.asarray(found.column("right"))
    nodes, places = np.unique(np.concatenate(ends).astype(str), return_inverse=True)
    labels = labelled(len(nodes), places[: len(ends[0])], places[len(ends[0]) :])
    pa = arrows.pyarrow()
    columns = [pa.array(nodes, pa.large_string()), pa.array(nodes[labels], pa.large_string())]
    return engine.daft().from_arrow(pa.Table.from_arrays(columns, names=["node", "label"]))


def labelled(size: int, left: Numbers, right: Numbers) -> Numbers:
    """The smallest node that each of ``range(size)`` is connected with.

    Roots are hooked onto smaller ones and paths halved until nothing moves (Shiloach & Vishkin 1982): so many rounds as
    the logarithm of the longest path, each a few passes over all edges.
    """
    labels: Numbers = np.arange(size)
    while True:
        ends = labels[left], labels[right]
        low, high = np.minimum(*ends), np.maximum(*ends)
        if np.array_equal(low, high):
            return labels
        np.minimum.at(labels, high, low)
        while not np.array_equal(labels, shorter := labels[labels]):
            labels = shorter


def _on_engine(edges: Frame, stage: Stage) -> Frame:
    """Large stars and small stars in turn (Kiveris, Lattanzi, Mirrokni, Rastogi & Vassilvitskii 2014, "Connected
    Components in MapReduce and Beyond"), until every edge leads to a node that leads no further."""
    col = engine.daft().col
    nodes = edges.select(col("left").alias("node")).concat(edges.select(col("right").alias("node"))).distinct()
    edges = edges.where(engine.differ(col("left"), col("right")))
    number = 0
    while number == 0 or not _settled(edges):
        number += 1
        for name, star in (("large", _large_star), ("small", _small_star)):
            edges = stage.kept(star(edges), f"{name}-{number}")
    led = edges.select(col("left").alias("node"), col("right").alias("label"))
    # What is led nowhere is a root.
    found = nodes.join(led, on="node", how="left")
    return found.select("node", col("label").fill_null(col("node")))


def _large_star(edges: Frame) -> Frame:
    """Larger neighbours of a node to its smallest neighbour."""
    col = engine.daft().col
    beside = edges.concat(edges.select(col("right").alias("left"), col("left").alias("right")))
    least = _least(beside)
    return _led(beside.where(col("right") > col("left")).join(least, on="left"), "right")


def _small_star(edges: Frame) -> Frame:
    """Smaller neighbours of a node, and the node, to the smallest of them. After a large star every edge leads down."""
    col = engine.daft().col
    least = _least(edges)
    own = least.select("left", col("left").alias("right"), "low")
    return _led(edges.join(least, on="left").select("left", "right", "low").concat(own), "right")


def _least(beside: Frame) -> Frame:
    """``low``, the smallest of each node's neighbours and the node itself."""
    col = engine.daft().col
    itself = beside.select("left", col("left").alias("right"))
    return beside.concat(itself).groupby("left").agg(col("right").min().alias("low"))


def _led(found: Frame, node: str) -> Frame:
    col = engine.daft().col
    led = found.select(col(node).alias("left"), col("low").alias("right"))
    return led.where(engine.differ(col("left"), col("right"))).distinct()


def _settled(edges: Frame) -> bool:
    """Whether every node leads to one node, which leads to none."""
    col = engine.daft().col
    onward = edges.join(edges.select(col("left").alias("right")).distinct(), on="right", how="semi")
    twice = edges.groupby("left").agg(col("right").count().alias("ways")).where(col("ways") > 1)
    return not (_any(onward) or _any(twice))


def _any(frame: Frame) -> Any:
    return frame.limit(1).count_rows()
