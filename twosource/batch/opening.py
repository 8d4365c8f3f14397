"""A piece → its records, each with what is in it: articles and what could not be read."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any, BinaryIO

from twosource.batch import storage
from twosource.batch.pieces import Mark, Piece
from twosource.errors import (
    SourceEmpty,
    SourceError,
    SourceMissing,
    SourceTooLarge,
    SourceUnreadable,
    UnsupportedLanguage,
)
from twosource.read import LIMIT, read_raw, sniff, warc
from twosource.read.sources import Raw, open_source
from twosource.records import Article

Result = Article | SourceError


@dataclass(frozen=True, slots=True)
class Record:
    """A record of a piece, from where it begins; ``results`` reads it."""

    mark: Mark
    results: Callable[[], Iterator[Result]]


def records(piece: Piece) -> Iterator[Record]:
    """The records of ``piece`` in order. What is wrong with the file itself is the last record's error."""
    place = Mark(piece.first, piece.offset)
    try:
        for record in _READ[piece.kind](piece):
            place = record.mark
            if piece.ends(place.number):
                return
            if piece.wants(place.number):
                yield record
    except (OSError, ValueError, EOFError) as error:
        broken = _broken(piece, error)
        yield Record(Mark(place.number + 1, place.offset), lambda: iter((broken,)))


def _broken(piece: Piece, error: Exception) -> SourceError:
    if isinstance(error, FileNotFoundError):
        return SourceMissing(piece.path, "no such file or folder")
    what = getattr(error, "strerror", None) or (str(error).splitlines() or [type(error).__name__])[0]
    return SourceUnreadable(piece.path, f"damaged ({what}); what came before it was read")


def _whole(piece: Piece) -> Iterator[Record]:
    yield Record(Mark(0, 0), lambda: _read_whole(piece.path))


def _read_whole(path: str) -> Iterator[Result]:
    for raw in open_source(path, limit=LIMIT) if not storage.is_remote(path) else [_fetched(path)]:
        if isinstance(raw, SourceError):
            yield raw
        else:
            yield from read_raw(raw)


def _fetched(url: str) -> Raw | SourceError:
    with storage.opened(url) as file:
        data = file.read(LIMIT + 1)
    if len(data) > LIMIT:
        return SourceTooLarge(url, f"is more than {sniff.megabytes(LIMIT)}, the limit")
    return Raw(source=url, data=data) if data.strip() else SourceEmpty(url, "is empty")


def _warc(piece: Piece) -> Iterator[Record]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    with storage.opened(piece.path) as file:
        stream = _From(file, piece.offset)
        found = ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=False)
        for number, record in enumerate(found, start=piece.number):
            mark = Mark(number, piece.offset + record.stream_pos)
            yield Record(mark, lambda record=record: _response(record, piece.path))  # type: ignore[misc]


class _From(io.RawIOBase):
    """A file that begins at a byte of another."""

    def __init__(self, file: BinaryIO, offset: int) -> None:
        self._file, self._begin = file, offset
        file.seek(offset)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        found = self._file.seek(offset + self._begin if whence == io.SEEK_SET else offset, whence)
        return found - self._begin

    def tell(self) -> int:
        return self._file.tell() - self._begin

    def read(self, size: int = -1) -> bytes:
        return self._file.read(size)


def _response(record: Any, path: str) -> Iterator[Result]:
    """What a crawler got as an answer. Pages without an article are passed over, as everywhere."""
    url = record.headers.get("WARC-Target-URI")
    size = record.content_length
    if size > LIMIT:
        yield SourceTooLarge(path, f"{url}: is {sniff.megabytes(size)}; the limit is {sniff.megabytes(LIMIT)}")
        return
    copied = io.BytesIO()
    record.write(copied)
    data = copied.getvalue()
    if len(data.partition(b"\r\n\r\n")[2]) < size:
        yield SourceUnreadable(path, f"{url}: the file ends within this record")
        return
    for raw in warc.responses(data, source=path, whole=True):
        if isinstance(raw, SourceError):
            yield raw
            continue
        for result in read_raw(raw):
            if isinstance(result, Article):
                yield result
            elif isinstance(result, UnsupportedLanguage):
                yield UnsupportedLanguage(path, f"{url}: {result.reason}")


def _lines(piece: Piece) -> Iterator[Record]:
    with storage.opened(piece.path) as file:
        file.seek(piece.offset)
        packed = file.read(2) == b"\x1f\x8b" and not piece.offset
        stream: Any = gzip.GzipFile(fileobj=file) if packed else file
        file.seek(piece.offset)
        offset = piece.offset
        for number, line in enumerate(stream, start=piece.number):
            mark = Mark(number, offset if stream is file else 0)
            offset += len(line)
            yield Record(mark, lambda line=line, number=number: _line(line, number, piece.path))  # type: ignore[misc]


def _line(line: bytes, number: int, path: str) -> Iterator[Result]:
    if not line.strip():
        return
    place = f"line {number + 1}"
    try:
        item = json.loads(sniff.decode(line, source=path))
    except ValueError as error:
        what = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        yield SourceUnreadable(path, f"{place}: not JSON ({what})")
        return
    yield from _item(item, place, path)


def _item(item: object, place: str, path: str) -> Iterator[Result]:
    """An article's fields as the reader of JSON lines takes them; its messages with the place in the whole file."""
    if not isinstance(item, Mapping) or not item:
        yield SourceUnreadable(path, f"{place}: not an object with the article's fields")
        return
    for result in read_raw(Raw(source=path, data=json.dumps(item).encode())):
        if isinstance(result, Article):
            yield result
        else:
            yield type(result)(path, f"{place}: {result.reason.removeprefix('line 1: ')}")


def _rows(piece: Piece) -> Iterator[Record]:
    from pyarrow.parquet import ParquetFile

    with storage.opened(piece.path) as file:
        table = ParquetFile(file)
        starts = list(
            accumulate((table.metadata.row_group(n).num_rows for n in range(table.num_row_groups)), initial=0)
        )
        groups = [n for n, (begin, end) in enumerate(pairwise(starts)) if end > piece.first and not piece.ends(begin)]
        if not groups:
            return
        number = starts[groups[0]]
        columns = [name for name in _COLUMNS if name in table.schema_arrow.names]
        for batch in table.iter_batches(batch_size=_BATCH, row_groups=groups, columns=columns):
            for row in batch.to_pylist():
                yield Record(
                    Mark(number, 0),
                    lambda row=row, number=number: _item(_plain(row), f"row {number + 1}", piece.path),  # type: ignore[misc]
                )
                number += 1


_BATCH = 64
# What the reader of JSON lines takes; a table may have more.
_COLUMNS = (
    *("url", "title", "text", "outlet", "published", "modified", "language", "media_type"),
    *("authors", "author", "credits", "captions"),
)


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """A row as JSON has it: times as ISO 8601, nothing where there is nothing."""
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in row.items()
        if isinstance(value, str | list) or hasattr(value, "isoformat")
    }


_READ: Mapping[str, Callable[[Piece], Iterator[Record]]] = {
    "whole": _whole,
    "warc": _warc,
    "lines": _lines,
    "rows": _rows,
}
