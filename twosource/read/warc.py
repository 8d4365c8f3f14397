"""WARC → articles: the pages, texts and PDFs among the responses that a crawler kept."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from twosource.errors import SourceUnreadable
from twosource.read.sources import Raw

_KEPT = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")


def responses(data: bytes, *, source: str, whole: bool) -> Iterator[Raw | SourceUnreadable]:
    """The answers worth reading, each with its address. ``whole`` is false where ``data`` is the first part of a torn
    file: then what could be read comes first and one error last."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    try:
        for record in ArchiveIterator(
            BytesIO(data), record_types=WarcRecordType.response, parse_http=True, auto_decode="all"
        ):
            if (raw := _raw(record, source)) is not None:
                yield raw
    except (OSError, ValueError, EOFError) as error:
        yield SourceUnreadable(source, f"damaged WARC ({error}); what came before it was read")
        return
    if not whole:
        yield SourceUnreadable(source, "truncated gzip; what came before its end was read")


def _raw(record: Any, source: str) -> Raw | None:
    headers = record.http_headers
    if headers is None or headers.status_code != 200:
        return None
    media_type = (record.http_content_type or "").lower()
    if not media_type.startswith(_KEPT):
        return None
    data = record.reader.read()
    if not data.strip() or len(data) < (record.headers.get("WARC-Truncated") is not None):
        return None
    return Raw(
        source=source,
        data=data,
        url=record.headers.get("WARC-Target-URI"),
        media_type=media_type,
        charset=record.http_charset,
    )
