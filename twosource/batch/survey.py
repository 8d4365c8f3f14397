"""Looking through a file once: what it is, what identifies its content, and where it can be cut."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import BinaryIO, cast

from twosource.batch import storage
from twosource.batch.pieces import Kind, Mark, Surveyed
from twosource.batch.storage import Entry
from twosource.errors import SourceUnreadable
from twosource.read import sniff

STEP = 32
"""Records from one mark to the next: what a worker reads in vain, at the most, before its piece begins."""

_HEAD = 65_536
_BLOCK = 1 << 20
_GZIP = b"\x1f\x8b"


def survey(entry: Entry) -> Surveyed:
    """What is at ``entry``. Damage is no error here: what reads the last piece comes upon it."""
    with storage.opened(entry.path) as file:
        seen = _Seen(file)
        kind = _kind(seen, entry)
        records, marks = _cut(seen, kind)
        digest = seen.digest()
    return Surveyed(
        path=entry.path,
        size=entry.size,
        stamp=entry.stamp,
        digest=digest,
        kind=kind,
        records=records,
        marks=marks,
    )


class _Seen(io.RawIOBase):
    """A file whose bytes are digested as they are read, each once, in their order."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._found = sha256()
        self._known = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def read(self, size: int = -1) -> bytes:
        begin = self._file.tell()
        data = self._file.read(size)
        if begin <= self._known < begin + len(data):
            self._found.update(data[self._known - begin :])
            self._known = begin + len(data)
        return data

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        data = self.read(len(view))
        view[: len(data)] = data
        return len(data)

    def digest(self) -> str:
        """The digest of the whole file."""
        self.seek(self._known)
        while self.read(_BLOCK):
            pass
        return self._found.hexdigest()


def _kind(seen: _Seen, entry: Entry) -> Kind:
    head = seen.read(_HEAD)
    seen.seek(0)
    if head.startswith(b"PAR1"):
        return "rows"
    if head.startswith(_GZIP):
        head = _unpacked(head)
    try:
        kind = sniff.kind(head, source=entry.path, name=entry.path)
    except SourceUnreadable:
        return "whole"
    if kind == "warc":
        return "warc"
    return "lines" if kind == "jsonl" and _an_object_a_line(head) else "whole"


def _unpacked(head: bytes) -> bytes:
    """What the first packed member begins with, as far as it is there."""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, _HEAD)
    except zlib.error:
        return b""


def _an_object_a_line(head: bytes) -> bool:
    """Whether it is JSON lines, not an array nor one object over several lines; a line may be longer than ``head``."""
    first, broken, _ = head.lstrip().partition(b"\n")
    return first.startswith(b"{") and (not broken or first.rstrip().endswith(b"}"))


def _cut(seen: _Seen, kind: Kind) -> tuple[int, tuple[Mark, ...]]:
    if kind == "rows":
        from pyarrow.parquet import ParquetFile

        try:
            return int(ParquetFile(seen).metadata.num_rows), ()
        except (OSError, ValueError):
            return 1, ()
    if kind == "whole":
        return 1, ()
    found = _Marks()
    for offset in _lines(seen) if kind == "lines" else _responses(seen):
        found.add(offset)
    return found.records, tuple(found.kept) if found.apart else ()


@dataclass(slots=True)
class _Marks:
    """Every :data:`STEP` th record's place. Of a file that is packed in one, all records are said to begin at its end:
    then they are not ``apart``, and there is no place to begin at but the front."""

    records: int = 0
    kept: list[Mark] = field(default_factory=list)
    apart: bool = True
    last: int = -1

    def add(self, offset: int) -> None:
        self.apart &= offset > self.last
        self.last = offset
        if self.records % STEP == 0:
            self.kept.append(Mark(self.records, offset))
        self.records += 1


def _lines(seen: _Seen) -> Iterator[int]:
    """Where each line begins; of packed lines that is no place to begin at."""
    packed = seen.read(2) == _GZIP
    seen.seek(0)
    stream = gzip.GzipFile(fileobj=cast(BinaryIO, seen)) if packed else io.BufferedReader(seen, _BLOCK)
    offset = 0
    try:
        for line in stream:
            yield 0 if packed else offset
            offset += len(line)
    except (OSError, EOFError, ValueError):
        return


def _responses(seen: _Seen) -> Iterator[int]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    try:
        for record in ArchiveIterator(seen, record_types=WarcRecordType.response, parse_http=False):
            yield record.stream_pos
    except (OSError, ValueError, EOFError):
        return
