"""Corpora whose attributions are known, brought through the batch and into a ledger without a network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from tests.upkeep.made import Piece, WordReader, fill
from twosource.batch import engine, extraction, parts
from twosource.batch.grouping import Corpus, Grouping
from twosource.batch.job import Job
from twosource.batch.pieces import Mark
from twosource.batch.rows import rows
from twosource.batch.stage import Stage
from twosource.export.tables import TABLES
from twosource.export.tables import write as export
from twosource.ledger import Ledger
from twosource.records import Article

Tables = dict[str, list[str]]


def written(pieces: Sequence[Piece], folder: Path, *, size: int = 3) -> Corpus:
    """``pieces`` as parts of ``size``, as the extraction would leave them, each piece from a file of its own."""
    folders, files = [], []
    for first in range(0, len(pieces), size):
        part = folder / "parts" / f"{first:04}"
        made = []
        for place, piece in enumerate(pieces[first : first + size], start=first):
            files.append(f"{place:04}.html")
            made.append(
                rows(source(piece.article, files[-1]), piece.attributions, mark=Mark(0, 0), place=0, reader=READER)
            )
        signatures = {row["id"]: row for one in made for row in one.signatures}
        parts.write(
            str(part),
            extraction.TABLES,
            {
                "articles": [one.article for one in made],
                "mentions": [row for one in made for row in one.mentions],
                "signatures": list(signatures.values()),
                "errors": [],
            },
        )
        folders.append(str(part))
    return Corpus(folders=folders, files=files)


READER = WordReader()


def source(article: Article, name: str) -> Article:
    """``article`` as read from the file ``name``."""
    return replace(article, source=name)


def batch(pieces: Sequence[Piece], folder: Path, *, driver: int = 1_000_000, size: int = 3) -> Tables:
    """The tables of ``pieces`` as the batch makes them."""
    engine.start(Job(sources=(), out=str(folder)))
    stage = Stage(folder=str(folder / "stages"), workers=0, driver=driver)
    grouping = Grouping(stage, cells=str(folder / "cells"), reader=WordReader)
    grouping.run(written(pieces, folder, size=size), str(folder / "tables"))
    return read(folder / "tables")


def ledger(pieces: Iterable[Piece], folder: Path) -> Tables:
    """The tables of ``pieces`` as a ledger exports them."""
    with Ledger.open(folder / "made.db") as opened:
        fill(opened, pieces)
        return exported(opened, folder / "exported")


def exported(opened: Ledger, folder: Path) -> Tables:
    """The tables that ``twosource export --format parquet`` writes."""
    with opened.view() as view:
        export(view, folder, form="parquet")
    return {name: told(pq.read_table(folder / f"{name}.parquet")) for name in TABLES}


def read(folder: Path) -> Tables:
    """The tables that a batch wrote below ``folder``, without that of errors."""
    return {name: told(pq.ParquetDataset(folder / name).read()) for name in TABLES}


def told(table: Any) -> list[str]:
    """Every row, and first the columns with their types."""
    return [str(table.schema), *sorted(map(repr, table.to_pylist()))]
