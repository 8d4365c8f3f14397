"""Cutting sources into partitions: of like cost, and such that what is finished stays so when other sources change."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from twosource.batch.pieces import Piece, Surveyed, piece_of
from twosource.records import content_id

RECORDS = 200
"""Records of a partition: on one core some minutes of work, which is what a killed run loses."""

BYTES: Mapping[str, int] = {"warc": 8_000_000, "whole": 8_000_000, "lines": 1_000_000, "rows": 1_000_000}
"""Bytes of a partition, by kind of source: a page is ten times its article's text."""

EACH = 16
"""Partitions for each worker, where there are articles enough, so that none waits long for the last."""

LEAST = 8
"""Records of the smallest partition: less than this is not worth its files."""


@dataclass(frozen=True, slots=True)
class Partition:
    """Pieces that are done together. Its ``number`` is for people; its id follows from what is in it."""

    number: int
    pieces: tuple[Piece, ...]

    def identity(self, *conditions: str) -> str:
        """What its results are known by: the pieces, the content of their files, and ``conditions`` besides."""
        told = json.dumps([piece.as_dict() for piece in self.pieces], sort_keys=True)
        return content_id("partition", told, *conditions)


@dataclass(frozen=True, slots=True)
class Plan:
    """Every file, in the order of the sources, and every partition."""

    files: tuple[Surveyed, ...] = ()
    partitions: tuple[Partition, ...] = ()

    def dumps(self) -> str:
        """As it is kept."""
        return json.dumps(
            {
                "files": [file.as_dict() for file in self.files],
                "partitions": [[one.number, [piece.as_dict() for piece in one.pieces]] for one in self.partitions],
            }
        )

    @classmethod
    def loads(cls, text: str | bytes) -> Plan:
        """Back from :meth:`dumps`."""
        fields: dict[str, Any] = json.loads(text)
        return cls(
            files=tuple(Surveyed.read(one) for one in fields["files"]),
            partitions=tuple(
                Partition(number, tuple(Piece(**piece) for piece in pieces)) for number, pieces in fields["partitions"]
            ),
        )


def plan(
    files: Sequence[Surveyed], *, partitions: int | None = None, workers: int = 1, before: Plan | None = None
) -> Plan:
    """Every record of ``files`` in one partition.

    Partitions of ``before`` whose files are all as they were are kept; what is in no such partition is cut anew, into
    ``partitions`` parts, or of a size that keeps so many ``workers`` busy.
    """
    known = {file.path: file for file in files}
    kept = [one for one in before.partitions if _stands(one, known)] if before else []
    covered = {(piece.path, piece.first): piece for one in kept for piece in one.pieces}
    loose = list(_loose(files, covered))
    sizes = _sizes(loose, known, partitions=partitions, workers=workers)
    first = 1 + max((one.number for one in kept), default=0)
    new = [Partition(first + number, tuple(pieces)) for number, pieces in enumerate(_filled(loose, known, sizes))]
    return Plan(tuple(files), (*kept, *new))


def _stands(one: Partition, known: Mapping[str, Surveyed]) -> bool:
    return all(piece.path in known and known[piece.path].digest == piece.digest for piece in one.pieces)


def _loose(files: Sequence[Surveyed], covered: Mapping[tuple[str, int], Piece]) -> Iterator[tuple[str, int, int]]:
    """Path, first record and number of records of every stretch that is in no partition yet."""
    for file in files:
        at = start = 0
        while at < file.records:
            piece = covered.get((file.path, at))
            if piece is None:
                at += 1
                continue
            if at > start:
                yield file.path, start, at - start
            at = start = file.records if piece.take is None else at + piece.take
        if at > start:
            yield file.path, start, at - start


@dataclass(slots=True)
class _Size:
    """So many records, and of the weight of the largest partition so large a ``share``; what is left of it is
    ``carried`` over to the next partition, where there are to be so many."""

    records: float
    share: float = 1.0
    carried: bool = False


def _sizes(
    loose: Sequence[tuple[str, int, int]], known: Mapping[str, Surveyed], *, partitions: int | None, workers: int
) -> _Size:
    """How much a partition holds: so many records, and bytes by kind times a share of :data:`BYTES`."""
    records = sum(take for _, _, take in loose)
    weight = sum(take * _weight(known[path]) for path, _, take in loose)
    if partitions:
        return _Size(float("inf"), max(weight / partitions, 1e-9), carried=True)
    parts = min(EACH * workers, max(1, records // LEAST))
    return _Size(min(RECORDS, max(LEAST, -(-records // parts))))


def _weight(file: Surveyed) -> float:
    """What a record of ``file`` costs, as a part of the largest partition."""
    return max(file.size / max(1, file.records) / BYTES[file.kind], 1 / RECORDS)


@dataclass(slots=True)
class _Bin:
    """A partition while it is filled."""

    pieces: list[Piece] = field(default_factory=list)
    records: int = 0
    weight: float = 0.0

    def room(self, each: float, size: _Size) -> int:
        """How many more records that weigh so much there is room for; in an empty one for one at least."""
        left = min(size.records - self.records, (size.share - self.weight) / each)
        return max(int(left + 1e-6), 0 if self.pieces else 1)

    def next(self, size: _Size) -> _Bin:
        """An empty one."""
        return _Bin(weight=self.weight - size.share if size.carried else 0.0)


def _filled(loose: Sequence[tuple[str, int, int]], known: Mapping[str, Surveyed], size: _Size) -> Iterator[list[Piece]]:
    bin_ = _Bin()
    for path, first, count in loose:
        file, at, left = known[path], first, count
        each = _weight(file)
        while left:
            take = min(left, bin_.room(each, size))
            if not take:
                yield bin_.pieces
                bin_ = bin_.next(size)
                continue
            bin_.pieces.append(piece_of(file, at, take))
            bin_.records += take
            bin_.weight += take * each
            at, left = at + take, left - take
    if bin_.pieces:
        yield bin_.pieces
