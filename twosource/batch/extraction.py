"""Partitions → parts: read, attribute, and keep, by workers that hold the networks."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from twosource.batch import engine, parts, storage
from twosource.batch.faults import Fault
from twosource.batch.isolation import Ask, Child, extracted
from twosource.batch.job import Job
from twosource.batch.parts import Manifest
from twosource.batch.pieces import Piece
from twosource.batch.plan import Partition
from twosource.batch.rows import ARTICLES, ERRORS, MENTIONS, SIGNATURES
from twosource.batch.versions import versions
from twosource.errors import TwosourceError

TABLES: parts.Tables = {"articles": ARTICLES, "mentions": MENTIONS, "signatures": SIGNATURES, "errors": ERRORS}
"""The tables of a part."""

_PARTITION = {"number": "whole", "pieces": "text", "folder": "text"}
_DONE = {"number": "whole", "articles": "whole", "attributions": "whole", "errors": "whole"}


@dataclass(frozen=True, slots=True)
class Part:
    """A partition and where its part lies."""

    partition: Partition
    folder: str


class Extractor:
    """Makes parts. It refuses to where the code is not the driver's: half of the tables would be of another version."""

    def __init__(self, *, published: str | None, expected: Mapping[str, str]) -> None:
        if versions() != expected:
            raise TwosourceError(f"a worker has other versions than the driver: {versions()}, not {dict(expected)}")
        self._published = published
        self._child = Child()

    def __call__(self, number: int, pieces: str, folder: str) -> Iterator[Mapping[str, Any]]:
        """Make one part; what it came to."""
        wanted = [Piece(**fields) for fields in json.loads(pieces)]
        made = part(wanted, self._child.ask, number=number, folder=folder, published=self._published)
        yield {"number": number, **made.counts}


def part(pieces: Sequence[Piece], ask: Ask, *, number: int, folder: str, published: str | None = None) -> Manifest:
    """Make the part of ``pieces`` in ``folder``, and finish it."""
    began = time.monotonic()
    articles: list[Any] = []
    errors: list[Fault] = []
    for done in extracted(pieces, ask, published=published):
        articles.extend(done.rows)
        errors.extend(done.errors)
    signatures = {row["id"]: row for found in articles for row in found.signatures}
    files = parts.write(
        folder,
        TABLES,
        {
            "articles": [found.article for found in articles],
            "mentions": [row for found in articles for row in found.mentions],
            "signatures": [signatures[one] for one in sorted(signatures)],
            "errors": [
                {"source": source, "reason": reason, "kind": kind, "partition": number}
                for source, reason, kind in errors
            ],
        },
    )
    manifest = Manifest(
        part=storage.name(folder),
        counts={
            "articles": len(articles),
            "attributions": sum(len(found.article["ids"]) for found in articles),
            "errors": len(errors),
        },
        seconds=round(time.monotonic() - began, 3),
        versions=versions(),
        files=files,
        origin=[piece.as_dict() for piece in pieces],
    )
    parts.finish(folder, manifest)
    return manifest


def extract_all(wanted: Sequence[Part], job: Job, *, on_part: Callable[[Mapping[str, int]], None]) -> None:
    """Make the parts that are ``wanted``; ``on_part`` hears what each came to."""
    if not wanted:
        return
    frame = engine.rows(
        [
            {
                "number": one.partition.number,
                "pieces": json.dumps([piece.as_dict() for piece in one.partition.pieces]),
                "folder": one.folder,
            }
            for one in wanted
        ],
        _PARTITION,
    )
    make = partial(Extractor, published=job.published, expected=versions())
    for row in engine.each(
        frame, make, columns=list(_PARTITION), returns=_DONE, workers=job.threads, size=1
    ).iter_rows():
        on_part(row)
