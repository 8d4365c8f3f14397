"""The worst documents that we know of: small ones that unpack to gigabytes, deep ones, long ones, and those on which
parsers take the square of their size."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Mapping
from types import MappingProxyType

SENTENCE = (
    "A dam burst above the town of Farholm on Monday, officials said, and water ran through the streets for hours. "
)
_LINE = (
    b"BT /F1 11 Tf 60 700 Td (A dam burst above the town of Farholm on Monday, officials said, and water ran) Tj ET\n"
)
_FONT = b"/Font << /F1 3 0 R >>"


def page(body: str) -> bytes:
    """A page with ``body`` behind its head line."""
    head = "<title>Dam bursts in Norland today</title>"
    inner = f"<article><h1>Dam bursts in Norland today</h1>{body}</article>"
    return f"<html><head>{head}</head><body>{inner}</body></html>".encode()


def prose(count: int) -> str:
    """``count`` paragraphs that differ."""
    return "".join(f"<p>{SENTENCE}{number}</p>" for number in range(count))


def packed(megabytes: int) -> bytes:
    """So many megabytes of nothing, packed with gzip, a megabyte in each of its members: a thousandth of it."""
    return gzip.compress(bytes(1_000_000), mtime=0) * megabytes


def response(body: bytes, head: bytes = b"") -> bytes:
    """A record of a WARC: an answer with ``body``."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + head + b"\r\n" + body
    about = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        b"WARC-Date: 2031-10-17T14:05:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
    )
    return about + b"Content-Length: %d\r\n\r\n" % len(http) + http + b"\r\n\r\n"


def feed(items: str, doctype: str = "") -> bytes:
    """A feed with ``items``."""
    return f"<?xml version='1.0'?>{doctype}<rss version='2.0'><channel><title>x</title>{items}</channel></rss>".encode()


def pdf(content: bytes, coding: bytes = b"", *, more: tuple[bytes, ...] = (), resources: bytes = _FONT) -> bytes:
    """A PDF of one page whose content is ``content``, packed as ``coding`` says."""
    kids = b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>"
    drawn = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << " + resources + b" >> >>"
    )
    return assembled(b"<< /Type /Catalog /Pages 2 0 R >>", kids, _helvetica(), stream(content, coding), drawn, *more)


def _helvetica() -> bytes:
    return b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def stream(data: bytes, about: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n" % (len(data), about) + data + b"\nendstream"


def assembled(*objects: bytes) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places).encode()
    size = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer


def deflated(megabytes: int) -> bytes:
    """So many megabytes of spaces, packed as PDF packs. Behind a full flush the next megabyte is packed into the same
    bytes, so that they are made once; the sum at the end, which nobody should reach, is that of the first."""
    packer = zlib.compressobj(9)
    head = packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    piece = packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    return head + piece * (megabytes - 1) + packer.flush()


def forms(depth: int, width: int) -> bytes:
    """A page that draws a form ``width`` times, that draws another so often, and so on: ``width ** depth`` lines."""
    made = []
    for level in range(depth):
        body = b"/X Do " * width if level < depth - 1 else _LINE
        inner = b"/XObject << /X %d 0 R >> " % (level + 7) + _FONT
        about = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << " + inner + b" >>"
        made.append(stream(body, about))
    return pdf(b"/X Do " * width, more=tuple(made), resources=b"/XObject << /X 6 0 R >>")


def pages(count: int) -> bytes:
    """A PDF that has one page ``count`` times, in a list that its parser walks for each."""
    kids = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"5 0 R " * count, count)
    drawn = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << " + _FONT + b" >> >>"
    return assembled(b"<< /Type /Catalog /Pages 2 0 R >>", kids, _helvetica(), stream(_LINE), drawn)


def laughs(depth: int) -> bytes:
    """A feed whose entities hold ten of the one before."""
    entities = "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" for n in range(1, depth))
    item = f"<item><title>&e{depth - 1};</title><description>{SENTENCE * 3}&e{depth - 1};</description></item>"
    return feed(item, f"<!DOCTYPE rss [<!ENTITY e0 'aaaaaaaaaa'>{entities}]>")


def _attributes(count: int) -> bytes:
    return page("<p " + " ".join(f"a{number}=x" for number in range(count)) + f">{SENTENCE * 5}</p>")


_GZIP = b"Content-Encoding: gzip\r\n"

BOMBS: Mapping[str, Callable[[], bytes]] = MappingProxyType(
    {
        "gzip of 10 GB": lambda: packed(10_000),
        "gzip in gzip": lambda: gzip.compress(packed(10_000)),
        "WARC, a body of 2 GB in gzip": lambda: response(page(prose(3))) + response(packed(2000), _GZIP),
        "WARC, 150,000 records, each packed": lambda: gzip.compress(response(b"x")) * 150_000,
        "WARC, five million chunks": lambda: response(
            b"1\r\nx\r\n" * 5_000_000 + b"0\r\n\r\n", b"Transfer-Encoding: chunked\r\n"
        ),
        "PDF, a stream of 2 GB": lambda: pdf(deflated(2000), b"/Filter /FlateDecode"),
        "PDF, a stream packed twice, of 10 GB": lambda: pdf(
            zlib.compress(deflated(10_000), 9), b"/Filter [/FlateDecode /FlateDecode]"
        ),
        "PDF, forms in forms, ten to the eighth": lambda: forms(8, 10),
        "PDF, 100,000 pages that are one": lambda: pages(100_000),
        "PDF, two million open brackets": lambda: assembled(b"<< /Type /Catalog /X " + b"[" * 2_000_000 + b" >>"),
        "feed, entities in entities, ten to the tenth": lambda: laughs(10),
        "feed, 300,000 open items": lambda: feed("<item>" * 300_000),
        "feed, 18,000 entries": lambda: feed(f"<item><description>{SENTENCE * 2}</description></item>" * 18_000),
        "HTML, ten million open tags": lambda: page("<p>" + "<b>" * 10_000_000 + SENTENCE),
        "HTML, a million nested tables": lambda: page("<table><tr><td>" * 1_000_000 + SENTENCE),
        "HTML, a tag of 250,000 attributes": lambda: _attributes(250_000),
        "HTML, a tag of 25,000 attributes": lambda: _attributes(25_000),
        "HTML, 350,000 line breaks": lambda: page("<p>" + "word word.<br>" * 350_000 + "</p>"),
        "HTML of 50 MB, all prose": lambda: page(prose(410_000)),
        "HTML of 50 MB, one word": lambda: page("<p>" + "x" * 49_900_000),
        "text of 50 MB": lambda: ((SENTENCE + "\n\n") * 430_000).encode()[:49_900_000],
        "text, five lines of 1 MB": ((SENTENCE * 9000 + "\n") * 5).encode,
        "text of a million characters, short lines": lambda: b"ab\n" * 333_000,
        "text of a million characters, one line": (SENTENCE * 8900).encode,
        "text, a million combining accents": ("e" + "\u0301" * 999_000).encode,
        "text, a million quotation marks": ("“" * 333_000 + '"' * 333_000 + "'" * 333_000).encode,
        "text, half a million overrides of direction": ("a\u202e" * 499_000).encode,
        "text, a million zero bytes": lambda: bytes(1_000_000),
        "JSONL, a text of 47 MB": lambda: b'{"text":"' + (SENTENCE * 430_000).encode()[:47_000_000] + b'"}',
        "JSONL, a million open brackets": lambda: b'{"text":' + b"[" * 1_000_000,
        "JSONL, a text of lone surrogates": lambda: b'{"text":"' + rb"\ud800 " * 100_000 + b'"}',
    }
)
"""Name → what makes it. Together they take three minutes."""
