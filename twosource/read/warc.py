"""WARC → articles: the pages, texts and PDFs among the responses that a crawler kept."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from twosource.errors import SourceError, SourceTooLarge, SourceUnreadable
from twosource.read.limits import LIMIT
from twosource.read.sniff import megabytes
from twosource.read.sources import Raw

_KEPT = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")


def responses(data: bytes, *, source: str, whole: bool, limit: int = LIMIT) -> Iterator[Raw | SourceError]:
    """The answers worth reading, each with its address. ``whole`` is false where ``data`` is the first part of a torn
    file: then what could be read comes first and one error last. An answer that unpacks to more than ``limit`` bytes is
    an error, and the rest goes on."""
    begin: int | None = 0
    try:
        while begin is not None:
            left, begin = data[begin:], None
            for record in _records(left):
                raw = _raw(record, source, limit)
                if raw is not None:
                    yield raw
                if isinstance(raw, SourceTooLarge):
                    # What is left of it would have to be unpacked to find the next.
                    begin = _behind(left, record)
                    data = left
                    break
    except (OSError, ValueError, EOFError) as error:
        yield SourceUnreadable(source, f"damaged WARC ({error}); what came before it was read")
        return
    if not whole:
        yield SourceUnreadable(source, "truncated gzip; what came before its end was read")


def _records(data: bytes) -> Iterator[Any]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    yield from ArchiveIterator(BytesIO(data), record_types=WarcRecordType.response, parse_http=True, auto_decode="all")


def _behind(data: bytes, record: Any) -> int | None:
    """Where the record after ``record`` begins; ``None`` where it is the last."""
    found = data.find(b"\r\n\r\nWARC/", record.stream_pos + record.content_length)
    return None if found < 0 else found + 4


def _raw(record: Any, source: str, limit: int) -> Raw | SourceError | None:
    headers = record.http_headers
    if headers is None or headers.status_code != 200:
        return None
    media_type = (record.http_content_type or "").lower()
    if not media_type.startswith(_KEPT):
        return None
    data = record.reader.read(limit + 1)
    if len(data) > limit:
        where = record.headers.get("WARC-Target-URI")
        return SourceTooLarge(source, f"{where}: unpacks to more than {megabytes(limit)}")
    if not data.strip() or len(data) < (record.headers.get("WARC-Truncated") is not None):
        return None
    return Raw(
        source=source,
        data=data,
        url=record.headers.get("WARC-Target-URI"),
        media_type=media_type,
        charset=record.http_charset,
    )
