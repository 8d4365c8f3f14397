"""The ledger as tables: CSV files for spreadsheets, Parquet files for everything else, Arrow in memory.

One schema for all: :data:`TABLES`. A cell that holds several values (spans, names, reasons) is a list in Parquet and
Arrow, and JSON in CSV.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from twosource.across import Account
from twosource.errors import NotInstalled
from twosource.export.csv import safe
from twosource.export.line import whole
from twosource.export.walk import walk
from twosource.ledger import View
from twosource.ledger.reading import batches
from twosource.records import Interval

Type = Literal["text", "number", "whole", "truth", "texts", "spans"]
Row = Mapping[str, Any]
Form = Literal["csv", "parquet"]

GROUP = 2000
"""Rows held at a time, and rows of a group in a Parquet file."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns with their types, in order, and where its rows come from."""

    columns: Mapping[str, Type]
    rows: Callable[[View], Iterator[Row]]


def write(view: View, folder: Path, *, form: Form) -> list[Path]:
    """Write every table into ``folder``, which is made where it is not there; gives the files.

    :class:`~twosource.errors.NotInstalled` where Parquet is asked for and pyarrow is not there.
    """
    put = {"csv": _csv, "parquet": _parquet}[form]
    if form == "parquet":
        _pyarrow()
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, table in TABLES.items():
        files.append(folder / f"{name}.{form}")
        put(table, table.rows(view), files[-1])
    return files


def arrow(view: View, name: str) -> Any:
    """The table of that name as a ``pyarrow.Table``."""
    table = TABLES[name]
    made = [_batch(table, rows) for rows in batches(table.rows(view), size=GROUP)]
    return _pyarrow().Table.from_batches(made, schema=_schema(table))


def _csv(table: Table, rows: Iterable[Row], file: Path) -> None:
    with file.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(table.columns)
        writer.writerows([_cell(row[name]) for name in table.columns] for row in rows)


def _cell(value: Any) -> str:
    if value is None or value == []:
        return ""
    return safe(json.dumps(value, ensure_ascii=False) if isinstance(value, list | bool) else str(value))


def _parquet(table: Table, rows: Iterable[Row], file: Path) -> None:
    schema = _schema(table)
    with import_module("pyarrow.parquet").ParquetWriter(file, schema) as writer:
        for group in batches(rows, size=GROUP):
            writer.write_batch(_batch(table, group))


def _batch(table: Table, rows: Sequence[Row]) -> Any:
    return _pyarrow().RecordBatch.from_pylist([whole(dict(row)) for row in rows], schema=_schema(table))


def _schema(table: Table) -> Any:
    pa = _pyarrow()
    types = {
        "text": pa.string(),
        "number": pa.float64(),
        "whole": pa.int64(),
        "truth": pa.bool_(),
        "texts": pa.list_(pa.string()),
        "spans": pa.list_(pa.list_(pa.int64())),
    }
    return pa.schema([(name, types[type_]) for name, type_ in table.columns.items()])


def _pyarrow() -> Any:
    return installed("pyarrow")


def installed(library: str) -> Any:
    """The library for tables of that name; :class:`~twosource.errors.NotInstalled` where it is not there."""
    try:
        return import_module(library)
    except ImportError as error:
        raise NotInstalled(library, extra="tables") from error


def _articles(view: View) -> Iterator[Row]:
    for batch in batches(view.articles(), size=GROUP):
        made_by = view.made_by([article.id for article in batch])
        for article in batch:
            told = article.as_dict() | {"made_by": made_by[article.id]}
            yield {name: told[name] for name in TABLES["articles"].columns}


def _attributions(view: View) -> Iterator[Row]:
    for batch in walk(view):
        group_of = view.proposition_of(batch.accounts)
        made_by = view.made_by(batch.inside)
        for id_, one in batch.accounts.items():
            beside = {"source_id": batch.speaker_of.get(id_), "proposition": group_of.get(id_)}
            yield _attribution(one) | beside | {"made_by": made_by[one.article.id]}


def _attribution(account: Account) -> dict[str, Any]:
    found = account.attribution.as_dict()
    speaker = account.attribution.chain[-1].as_dict() if account.attribution.chain else {}
    return {
        "id": account.id,
        "article": account.article.id,
        "quote": account.quote,
        **{name: found[name] for name in ("content", "cue", "source", "manner", "act", "polarity", "certainty")},
        **{name: found[name] for name in ("polarity_score", "certainty_score", "confidence")},
        **{f"speaker_{name}": speaker.get(name) for name in ("name", "kind", "role", "affiliation", "anonymity")},
        **_interval("said", account.attribution.said),
        **_interval("about", account.attribution.about),
        "chain": json.dumps(found["chain"], ensure_ascii=False),
        "figures": json.dumps(found["figures"], ensure_ascii=False),
    }


def _interval(name: str, interval: Interval | None) -> dict[str, str | None]:
    fields = interval.as_dict() if interval else {}
    return {f"{name}_{end}": fields.get(end) for end in ("start", "end", "text")}


def _sources(view: View) -> Iterator[Row]:
    for source in view.sources():
        yield source.as_dict() | {"attributions": [attribution for attribution, _ in source.mentions]}


def _propositions(view: View) -> Iterator[Row]:
    for found in view.propositions():
        low, high = found.independent
        yield found.as_dict() | {"attributions": list(found.attributions), "low": low, "high": high}


def _links(view: View) -> Iterator[Row]:
    yield from (link.as_dict() for link in view.links())


def _origins(view: View) -> Iterator[Row]:
    yield from (origin.as_dict() for origin in view.origins())


TABLES: Mapping[str, Table] = {
    "articles": Table(
        {
            **dict.fromkeys(
                ("id", "url", "title", "outlet", "published", "modified", "language", "media_type"), "text"
            ),
            **{"authors": "texts", "credits": "texts", "text": "text", "paragraphs": "spans", "made_by": "text"},
        },
        _articles,
    ),
    "attributions": Table(
        {
            **dict.fromkeys(("id", "article", "proposition", "source_id", "quote"), "text"),
            **dict.fromkeys(("manner", "act", "polarity", "certainty"), "text"),
            **dict.fromkeys(("polarity_score", "certainty_score", "confidence"), "number"),
            **{f"speaker_{name}": "text" for name in ("name", "kind", "role", "affiliation", "anonymity")},
            **{f"{name}_{end}": "text" for name in ("said", "about") for end in ("start", "end", "text")},
            **dict.fromkeys(("chain", "figures"), "text"),
            **dict.fromkeys(("content", "cue", "source"), "spans"),
            "made_by": "text",
        },
        _attributions,
    ),
    "sources": Table(
        {
            **dict.fromkeys(("id", "name", "kind", "anonymity", "role", "affiliation"), "text"),
            **{"names": "texts", "attributions": "texts", "score": "number", "reasons": "texts", "made_by": "text"},
        },
        _sources,
    ),
    "propositions": Table(
        {
            **dict.fromkeys(("id", "wording", "status", "first_said", "last_said"), "text"),
            **{"low": "whole", "high": "whole", "attributions": "texts", "made_by": "text"},
        },
        _propositions,
    ),
    "links": Table(
        {
            **{"left": "text", "right": "text", "relation": "text", "score": "number", "reasons": "texts"},
            "made_by": "text",
        },
        _links,
    ),
    "origins": Table(
        {
            **dict.fromkeys(("id", "proposition", "root", "basis", "stance", "side"), "text"),
            **{"shown": "truth", "why": "texts", "attributions": "texts"},
        },
        _origins,
    ),
}
"""The tables by name."""
