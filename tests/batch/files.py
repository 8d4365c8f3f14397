"""Files of every kind that a batch cuts, with so many articles in them that each can be told by its number."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

WORDS = "The mill in Orrin burned down on Monday and nobody was hurt, the mayor said to the council of the town."


def text(number: int) -> str:
    return f"Mill fire number {number}\n\n{WORDS} It was fire number {number} of the year, she said."


def fields(number: int) -> dict[str, object]:
    return {"url": f"https://mill.example/{number}", "title": f"Mill fire number {number}", "text": text(number)}


def page(number: int) -> bytes:
    first, body = text(number).split("\n\n")
    return f"<html><head><title>{first}</title></head><body><h1>{first}</h1><p>{body}</p></body></html>".encode()


def record(number: int, body: bytes | None = None, *, kind: str = "text/html") -> bytes:
    content = page(number) if body is None else body
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://mill.example/{number}\r\n"
        f"WARC-Date: 2031-10-17T14:05:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012d}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def warc(path: Path, count: int) -> Path:
    return _written(path / "plain.warc", b"".join(record(number) for number in range(count)))


def warc_of_members(path: Path, count: int) -> Path:
    return _written(path / "members.warc.gz", b"".join(gzip.compress(record(number)) for number in range(count)))


def warc_in_one(path: Path, count: int) -> Path:
    return _written(path / "one.warc.gz", gzip.compress(b"".join(record(number) for number in range(count))))


def lines(path: Path, count: int) -> Path:
    return _written(path / "articles.jsonl", _lines(count))


def packed_lines(path: Path, count: int) -> Path:
    return _written(path / "articles.jsonl.gz", gzip.compress(_lines(count)))


def table(path: Path, count: int) -> Path:
    rows = [fields(number) for number in range(count)]
    schema = pa.schema([("url", pa.string()), ("title", pa.string()), ("text", pa.string())])
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), path / "articles.parquet", row_group_size=7)
    return path / "articles.parquet"


def _lines(count: int) -> bytes:
    return "".join(json.dumps(fields(number)) + "\n" for number in range(count)).encode()


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


MADE: Mapping[str, Callable[[Path, int], Path]] = {
    "warc": warc,
    "warc of members": warc_of_members,
    "warc in one": warc_in_one,
    "lines": lines,
    "packed lines": packed_lines,
    "rows": table,
}
