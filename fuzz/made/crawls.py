"""WARC files: what a crawler was answered."""

from __future__ import annotations

import gzip
from random import Random

from fuzz.made import pages, pdfs, prose

TOKENS: tuple[bytes, ...] = (
    *(
        b"WARC/1.0\r\n",
        b"WARC/0.18\r\n",
        b"\r\n\r\n",
        b"WARC-Type: response\r\n",
        b"WARC-Type: request\r\n",
        b"Content-Length: 0\r\n",
    ),
    *(
        b"Content-Length: 99999999999999999999\r\n",
        b"Content-Length: -1\r\n",
        b"WARC-Truncated: length\r\n",
        b"HTTP/1.1 200 OK\r\n",
    ),
    *(
        b"HTTP/1.1 999\r\n",
        b"HTTP/",
        b"Content-Type: text/html; charset=utf-7\r\n",
        b"Content-Encoding: gzip\r\n",
        b"Content-Encoding: br\r\n",
    ),
    *(
        b"Transfer-Encoding: chunked\r\n",
        b"ffffffff\r\n",
        b"0\r\n\r\n",
        b"WARC-Target-URI: x\xff\r\n",
        b"\x1f\x8b\x08",
        b": \r\n",
        b"\r\n ",
    ),
)
"""What mutation of a WARC puts in."""


def crawl(chance: Random) -> bytes:
    """Some records, each packed by itself or not."""
    packed = chance.random() < 0.4
    records = [_record(chance) for _ in range(chance.randint(1, 4))]
    return b"".join(gzip.compress(record, mtime=0) if packed else record for record in records)


def _record(chance: Random) -> bytes:
    kind, body = _body(chance)
    coding, body = _coded(chance, body)
    status = chance.choice((200, 200, 200, 404, 301))
    http = (
        f"HTTP/1.1 {status} OK\r\nContent-Type: {kind}\r\n{coding}Content-Length: {len(body)}\r\n\r\n".encode() + body
    )
    length = len(http) if chance.random() < 0.9 else chance.randint(0, 2 * len(http))
    what = chance.choice(("response", "response", "response", "request", "warcinfo", "metadata"))
    head = (
        f"WARC/1.0\r\nWARC-Type: {what}\r\nWARC-Target-URI: https://courier.example/{chance.randint(0, 9)}\r\n"
        f"WARC-Date: 2031-10-17T14:05:00Z\r\nWARC-Record-ID: <urn:uuid:{chance.getrandbits(64)}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {length}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def _body(chance: Random) -> tuple[str, bytes]:
    kind = chance.choice(("html", "html", "text", "pdf", "other"))
    if kind == "html":
        charset = chance.choice(("utf-8", "iso-8859-1", "utf-16", "x"))
        return f"text/html; charset={charset}", pages.page(chance).encode("utf-8", "surrogatepass")
    if kind == "text":
        return "text/plain", "\n\n".join(prose.paragraphs(chance)).encode("utf-8", "surrogatepass")
    return ("application/pdf", pdfs.pdf(chance)) if kind == "pdf" else ("image/png", b"\x89PNG" + chance.randbytes(40))


def _coded(chance: Random, body: bytes) -> tuple[str, bytes]:
    coding = chance.choice(("", "", "", "gzip", "chunked", "br"))
    if coding == "gzip":
        return "Content-Encoding: gzip\r\n", gzip.compress(body, mtime=0)
    if coding == "chunked":
        return "Transfer-Encoding: chunked\r\n", f"{len(body):x}\r\n".encode() + body + b"\r\n0\r\n\r\n"
    return ("Content-Encoding: br\r\n", body) if coding else ("", body)
