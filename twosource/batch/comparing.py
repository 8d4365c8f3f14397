"""Pairs of articles → the links between their statements and the text that they share.

What two articles come to depends on them alone, so what was once compared is kept: adding sources later compares the
new pairs only. Pairs are dealt into cells, each of two slices of time; a cell is done by one worker, and is there as a
whole or not at all.
"""

from __future__ import annotations

import json
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from threading import Lock
from typing import Any, Protocol, TypeVar

from twosource.batch import engine, parts, storage
from twosource.batch.engine import Frame
from twosource.batch.parts import Manifest
from twosource.batch.rows import accounts_of, article_of, lot
from twosource.batch.slices import UNDATED, chunks, counted, slices
from twosource.batch.stage import Stage
from twosource.batch.versions import versions
from twosource.link.gist import gist
from twosource.link.pairs import Side, links
from twosource.link.vectors import unpacked
from twosource.model.pairs import WIDTH, PairReader, Reader
from twosource.origins import shared
from twosource.records import Article, content_id

CELL = 1_000
"""Pairs of a cell: a minute of work where all are near, which is what a killed run loses."""

HELD_SLICES = 4
HELD_SIDES = 2_048
"""What a worker remembers: 160 MB of rows, and 80 MB of what is made of them."""

PAIR = {"left_side": "text", "right_side": "text"}
TABLES: parts.Tables = {
    "pairs": PAIR,
    "links": {
        **PAIR,
        **dict.fromkeys(("left", "right", "relation"), "text"),
        "score": "number",
        "lot": "whole",
        "record": "text",
    },
    "copies": {**PAIR, "left": "text", "right": "text", "record": "text"},
}
"""The tables of a cell: the pairs that were compared, by the digests of their sides, the links and the copies
between them. ``record`` is the wire form."""

SIDE = ("id", "record", "attributions", "ids", "vectors")
"""The columns that a side is made of."""

_CELL = {"left": "whole", "right": "whole", "chunk": "whole", "pairs": "whole"}
_DONE = {"pairs": "whole", "links": "whole", "copies": "whole"}
_BYTES = WIDTH * 2

K = TypeVar("K")
V = TypeVar("V")


class Lately(OrderedDict[K, V]):
    """The values that were asked for last, ``most`` of them."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def get_or(self, key: K, make: Callable[[K], V]) -> V:
        """The value of ``key``, made where it is not remembered."""
        if key not in self:
            self[key] = make(key)
            if len(self) > self._most:
                self.popitem(last=False)
        self.move_to_end(key)
        return self[key]


class Comparer:
    """Compares pairs. Holds the relation network, and the slices and sides that were wanted last."""

    def __init__(self, *, folder: str, into: str, reader: Callable[[], Reader] = PairReader) -> None:
        self._folder, self._into = folder, into
        self._reader = reader()
        self._one_at_a_time = Lock()
        self._slices: Lately[int, Mapping[str, Mapping[str, Any]]] = Lately(HELD_SLICES)
        self._articles: Lately[tuple[int, str], Article] = Lately(HELD_SIDES)
        self._sides: Lately[tuple[int, str], Side] = Lately(HELD_SIDES)

    def __call__(self, left: int, right: int, pairs: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, int]]:
        """Do a cell, unless it is there; what it came to."""
        with self._one_at_a_time:
            yield self._cell(left, right, pairs)

    def _cell(self, left: int, right: int, pairs: Sequence[Mapping[str, Any]]) -> Mapping[str, int]:
        ordered = sorted(pairs, key=lambda pair: (pair["left_side"], pair["right_side"]))
        told = [f"{pair['left_side']} {pair['right_side']}" for pair in ordered]
        folder = storage.join(self._into, content_id("cell", *told))
        found = parts.finished(folder) or self._made(folder, left, right, ordered)
        return dict(found.counts)

    def _made(self, folder: str, left: int, right: int, pairs: Sequence[Mapping[str, Any]]) -> Manifest:
        began = time.monotonic()
        rows: dict[str, list[Mapping[str, Any]]] = {name: [] for name in TABLES}
        for pair in pairs:
            ends = (left, pair["left"]), (right, pair["right"])
            own = {name: pair[name] for name in PAIR}
            rows["pairs"].append(own)
            if pair["near"]:
                rows["links"].extend(own | one for one in self._links(*ends))
            if pair["copied"]:
                rows["copies"].extend(own | one for one in self._copies(*ends))
        files = parts.write(folder, TABLES, rows)
        manifest = Manifest(
            part=storage.name(folder),
            counts={name: len(found) for name, found in rows.items()},
            seconds=round(time.monotonic() - began, 3),
            versions=versions(),
            files=files,
        )
        parts.finish(folder, manifest)
        return manifest

    def _links(self, left: tuple[int, str], right: tuple[int, str]) -> Iterator[dict[str, Any]]:
        for link in links(self._side(left), self._side(right), self._reader.read):
            told = link.as_dict()
            ends = {name: told[name] for name in ("left", "right", "relation", "score")}
            yield {**ends, "lot": lot(link.left), "record": json.dumps(told)}

    def _copies(self, left: tuple[int, str], right: tuple[int, str]) -> Iterator[dict[str, Any]]:
        for copy in shared(self._article(left), self._article(right)):
            yield {"left": copy.left, "right": copy.right, "record": json.dumps(copy.as_dict())}

    def _side(self, place: tuple[int, str]) -> Side:
        return self._sides.get_or(place, self._side_of)

    def _side_of(self, place: tuple[int, str]) -> Side:
        row, article = self._row(place), self._article(place)
        accounts = accounts_of(article, row["attributions"])
        vectors = {one: row["vectors"][at * _BYTES : (at + 1) * _BYTES] for at, one in enumerate(row["ids"])}
        return Side(tuple(map(gist, accounts)), unpacked(row["ids"], vectors))

    def _article(self, place: tuple[int, str]) -> Article:
        return self._articles.get_or(place, lambda wanted: article_of(self._row(wanted)["record"]))

    def _row(self, place: tuple[int, str]) -> Mapping[str, Any]:
        return self._slices.get_or(place[0], self._slice)[place[1]]

    def _slice(self, number: int) -> Mapping[str, Mapping[str, Any]]:
        from pyarrow.parquet import ParquetFile

        found: dict[str, Mapping[str, Any]] = {}
        for entry in storage.below(storage.join(self._folder, f"slice={number}")):
            with storage.opened(entry.path) as file:
                found |= {row["id"]: row for row in ParquetFile(file).read(columns=list(SIDE)).to_pylist()}
        return found


class Watch(Protocol):
    """Hears how far comparing is."""

    def start(self, pairs: int) -> None:
        """So many pairs are to be compared."""
        ...

    def cell(self, done: Mapping[str, int]) -> None:
        """A cell is done, of so many ``pairs``."""
        ...


def compare_all(
    pairs: Frame, sides: Frame, stage: Stage, *, into: str, watch: Watch, reader: Callable[[], Reader] = PairReader
) -> None:
    """Compare the ``pairs`` of ``sides``, each cell into a folder below ``into``."""
    col = engine.daft().col
    placed = _placed(sides, stage)
    ends = placed.select(col("id"), col("slice"), col("lot"))
    left = ends.select(*(col(name).alias(f"left_{name}") for name in ("id", "slice", "lot")))
    right = ends.select(*(col(name).alias(f"right_{name}") for name in ("id", "slice")))
    met = pairs.join(left, left_on="left", right_on="left_id").join(right, left_on="right", right_on="right_id")
    met = stage.kept(met, "met")
    cells, total = _cells(met)
    watch.start(total)
    if not total:
        return
    dealt = met.join(cells, on=["left_slice", "right_slice"])
    dealt = dealt.with_column("chunk", col("left_lot") % col("chunks"))
    columns = ["left_slice", "right_slice", "chunk"]
    told = engine.gathered(dealt, columns, "pairs", ["left", "right", "near", "copied", *PAIR]).sort(columns)
    make = partial(Comparer, folder=stage.at("sides"), into=into, reader=reader)
    wanted = ["left_slice", "right_slice", "pairs"]
    for row in stage.each(told, make, columns=wanted, returns=_DONE, size=1).iter_rows():
        watch.cell(row)


def _placed(sides: Frame, stage: Stage) -> Frame:
    """``sides`` with the number of their slice, and written a slice a folder."""
    daft = engine.daft()
    col = daft.col
    days = sides.groupby("day").agg(col("id").count().alias("count")).to_pydict()
    told = counted(dict(zip(days["day"], days["count"], strict=True)))
    types = {"when": "whole", "first": "whole", "count": "whole"}
    table = engine.rows(({"when": s.day, "first": s.first, "count": s.count} for s in slices(told)), types)
    dated = sides.with_column("when", col("day").fill_null(UNDATED)).join(table, on="when")
    placed = dated.with_column("slice", col("first") + col("lot") % col("count"))
    target = stage.at("sides")
    storage.drop(target)
    placed.select("slice", *SIDE).write_parquet(target, partition_cols=[col("slice")])
    return placed


def _cells(met: Frame) -> tuple[Frame, int]:
    """Into how many chunks the pairs of each two slices go, and how many pairs there are."""
    col = engine.daft().col
    counts = met.groupby("left_slice", "right_slice").agg(col("left").count().alias("count")).to_pylist()
    types = {"left_slice": "whole", "right_slice": "whole", "chunks": "whole"}
    rows: Iterable[Mapping[str, Any]] = ({**row, "chunks": chunks(row["count"], size=CELL)} for row in counts)
    table = engine.rows(({name: row[name] for name in types} for row in rows), types)
    return table, sum(row["count"] for row in counts)
