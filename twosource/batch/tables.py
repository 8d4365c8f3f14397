"""What comes out: the tables that a ledger exports, each a folder of Parquet files, and the table of errors."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, cast

from twosource import wire
from twosource.batch import arrows, engine, storage
from twosource.batch.engine import Frame
from twosource.batch.held import Held
from twosource.batch.rows import ERRORS, accounts_of, article_of
from twosource.batch.stage import Stage
from twosource.export.tables import TABLES, arrow
from twosource.ledger import View
from twosource.ledger.versions import instant

NAMES = (*TABLES, "errors")
"""The tables, by name."""

FILE = 20_000
"""Rows that a file is dealt, of articles and their attributions a tenth: some 30 MB."""

_WRITTEN = {"file": "text", "rows": "whole"}

Rows = Sequence[Mapping[str, Any]]


def _articles(rows: Rows) -> Held:
    found = [article_of(row["record"]) for row in rows]
    return Held(found=sorted(found, key=lambda article: (instant(article.published) or "~", article.id)))


def _attributions(rows: Rows) -> Held:
    told = {}
    groups: dict[str, str] = {}
    speakers: dict[str, str] = {}
    for row in rows:
        article = article_of(row["record"])
        told[article] = accounts_of(article, row["attributions"])
        groups |= {one["attribution"]: one["proposition"] for one in row["groups"] or ()}
        speakers |= {one["attribution"]: one["source"] for one in row["speakers"] or ()}
    ordered = sorted(told, key=lambda article: (instant(article.published) or "~", article.id))
    accounts = {article.id: own for article, own in told.items()}
    return Held(found=ordered, told=accounts, groups=groups, speakers=speakers)


def _sources(rows: Rows) -> Held:
    found = (
        replace(
            wire.source(json.loads(row["record"])),
            mentions=tuple(zip(row["attributions"], row["places"], strict=True)),
        )
        for row in rows
    )
    return Held(known=sorted(found, key=lambda source: source.id))


def _links(rows: Rows) -> Held:
    found = (wire.link(json.loads(row["record"])) for row in rows)
    return Held(linked=sorted(found, key=lambda link: (link.left, link.right, link.relation)))


def _propositions(rows: Rows) -> Held:
    found = (wire.proposition(json.loads(row["record"])) for row in rows)
    return Held(grouped=sorted(found, key=lambda one: one.id))


def _origins(rows: Rows) -> Held:
    listed = sorted((row for row in rows), key=lambda row: str(row["id"]))
    return Held(rooted=[wire.origin(json.loads(one)) for row in listed for one in row["origins"]])


_HELD: Mapping[str, tuple[Callable[[Rows], Held], tuple[str, ...]]] = {
    "articles": (_articles, ("record",)),
    "attributions": (_attributions, ("record", "attributions", "groups", "speakers")),
    "sources": (_sources, ("record", "attributions", "places")),
    "propositions": (_propositions, ("record",)),
    "links": (_links, ("record",)),
    "origins": (_origins, ("id", "origins")),
}
"""Of each table, how its records come from rows, and which columns these need."""


class TableWriter:
    """Writes files of one table."""

    def __init__(self, name: str, folder: str) -> None:
        self._name, self._folder = name, folder

    def __call__(self, file: int, rows: Rows) -> Iterator[Mapping[str, Any]]:
        """Write a file; its path and its rows."""
        found = table(self._name, rows)
        path = storage.join(self._folder, f"{file:05}.parquet")
        storage.put(path, arrows.parquet(found))
        yield {"file": path, "rows": found.num_rows}


def table(name: str, rows: Rows) -> Any:
    """The Arrow table ``name`` of the records in ``rows``, in the order of their ids."""
    if name == "errors":
        return _errors(rows)
    return arrow(cast(View, _HELD[name][0](rows)), name)


def _errors(rows: Rows) -> Any:
    pa = arrows.pyarrow()
    schema = pa.schema([(name, pa.int64() if type_ == "whole" else pa.string()) for name, type_ in ERRORS.items()])
    told = sorted(({name: row[name] for name in ERRORS} for row in rows), key=lambda row: tuple(map(str, row.values())))
    return pa.Table.from_pylist(told, schema=schema)


def write(name: str, frame: Frame, folder: str, stage: Stage) -> int:
    """Write the table ``name`` of the records in ``frame``, dealt by their ``lot``, into ``folder``, which is made
    anew; how many rows it has."""
    col = engine.daft().col
    columns = tuple(ERRORS) if name == "errors" else _HELD[name][1]
    size = FILE // 10 if name in ("articles", "attributions") else FILE
    files = max(1, -(-frame.count_rows() // size))
    storage.drop(folder)
    told = engine.gathered(frame.with_column("file", col("lot") % files), ["file"], "rows", columns)
    make = partial(TableWriter, name, folder)
    made = stage.each(told, make, columns=["file", "rows"], returns=_WRITTEN, size=1).to_pydict()
    if not made["rows"]:
        list(TableWriter(name, folder)(0, []))
    return sum(made["rows"])
