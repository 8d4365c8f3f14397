"""What a server answers: one request, its redirections followed, in a time and a size that are given."""

from __future__ import annotations

import string
import urllib.request
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPMessage, HTTPResponse
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from twosource.errors import SourceMissing, SourceTooLarge, SourceUnreadable
from twosource.read import sniff
from twosource.read.addresses import Rule
from twosource.read.connections import Deadline, opener

MOST_REDIRECTS = 5
AGENT = "twosource (+https://pypi.org/project/twosource/)"
"""Says who asks, to those who read their logs; ``twosource`` is what a robots.txt calls it by."""

_HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
}
_MOVED = {301, 302, 303, 307, 308}
_PIECE = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the server said of an address when it was read last, for asking whether it has changed (RFC 9110, 13)."""

    etag: str | None = None
    modified: str | None = None

    def headers(self) -> Iterator[tuple[str, str]]:
        """What to send."""
        if self.etag:
            yield "If-None-Match", self.etag
        if self.modified:
            yield "If-Modified-Since", self.modified


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer, whether it brings the page or says why not. ``url`` is where it came from after redirections; ``data``
    is unpacked, and empty where ``status`` is none of success."""

    status: int
    reason: str
    url: str
    headers: HTTPMessage
    data: bytes = b""

    @property
    def known(self) -> Known:
        """For asking again."""
        return Known(etag=self.headers.get("ETag"), modified=self.headers.get("Last-Modified"))


def ask(url: str, *, limit: int, timeout: float, rule: Rule | None = None, known: Known | None = None) -> Answer:
    """What the server at ``url`` answers, within ``timeout`` seconds for all of it and in ``limit`` bytes.

    With a ``rule``, every connection is checked by it. Failures of the network, and connections that the rule refuses,
    are an ``OSError`` or an ``HTTPException``; a :class:`SourceError` says what is wrong with the address or the
    answer. With ``known``, the status is 304 where nothing has changed.
    """
    deadline = Deadline(timeout)
    opened = opener(deadline, rule)
    headers = {**_HEADERS, **dict((known or Known()).headers())}
    address = sendable(url)
    for _ in range(MOST_REDIRECTS + 1):
        check(address, source=url)
        request = urllib.request.Request(address, headers=headers)
        with opened.open(request, timeout=deadline.left()) as answer:
            onward = answer.headers.get("Location") if answer.status in _MOVED else None
            if onward is None:
                return _answer(answer, address, source=url, limit=limit)
        address = sendable(urljoin(address, _as_sent(onward)))
    raise SourceUnreadable(url, f"redirects more than {MOST_REDIRECTS} times")


def _as_sent(location: str) -> str:
    """A header comes as if each byte were a letter; what is not ASCII in an address is to go back byte for byte."""
    return quote(location, safe=string.punctuation, encoding="iso-8859-1")


def check(address: str, *, source: str) -> None:
    """Raise :class:`SourceMissing` unless ``address``, to which ``source`` led, is one of the web without a password
    in it."""
    parts = urlsplit(address)
    where = "" if address == sendable(source) else f"redirects to {address}: "
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SourceMissing(source, f"{where}not an address of the web")
    if "@" in parts.netloc:
        raise SourceMissing(source, f"{where}an address with a name or a password in it is not fetched")


def sendable(url: str) -> str:
    """``url`` with what people paste made fit to send: spaces and letters beyond ASCII; without its fragment."""
    parts = urlsplit(url)
    host = parts.netloc.encode("idna").decode("ascii") if not parts.netloc.isascii() else parts.netloc
    path = quote(parts.path, safe="/%:=&?~#+!$,;'@()*[]")
    query = quote(parts.query, safe="=&%:/?+,;@!$'()*[]-._~")
    return urlunsplit((parts.scheme, host, path, query, ""))


def _answer(answer: HTTPResponse, url: str, *, source: str, limit: int) -> Answer:
    data = b""
    if 200 <= answer.status < 300:
        data = _unpacked(_body(answer, source=source, limit=limit), answer.headers, source=source, limit=limit)
    return Answer(status=answer.status, reason=answer.reason, url=url, headers=answer.headers, data=data)


def _body(answer: HTTPResponse, *, source: str, limit: int) -> bytes:
    length = answer.headers.get("Content-Length", "")
    expected = int(length) if length.isascii() and length.isdigit() else None
    if expected is not None and expected > limit:
        raise SourceTooLarge(source, f"is {sniff.megabytes(expected)}; the limit is {sniff.megabytes(limit)}")
    pieces, size = [], 0
    while size <= limit and (piece := answer.read(_PIECE)):
        pieces.append(piece)
        size += len(piece)
    if size > limit:
        raise SourceTooLarge(source, f"is more than {sniff.megabytes(limit)}, the limit")
    if expected is not None and size < expected:
        raise SourceUnreadable(source, f"the connection broke off after {size:,} of {expected:,} bytes")
    return b"".join(pieces)


def _unpacked(data: bytes, headers: HTTPMessage, *, source: str, limit: int) -> bytes:
    coding = headers.get("Content-Encoding", "").strip().lower()
    if not data or coding in ("", "identity"):
        return data
    if coding in ("gzip", "x-gzip"):
        found, whole = sniff.unpack(data, source=source, limit=limit)
    elif coding == "deflate":
        found, whole = _inflated(data, source=source, limit=limit)
    else:
        raise SourceUnreadable(source, f"is packed in a way that was not asked for ({coding})")
    if not whole:
        raise SourceUnreadable(source, f"is damaged where it is packed ({coding})")
    return found


def _inflated(data: bytes, *, source: str, limit: int) -> tuple[bytes, bool]:
    """``deflate`` is said to mean zlib's form, and some servers send the bare one (RFC 9110, 8.4.1.2)."""
    for form in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        stream = zlib.decompressobj(wbits=form)
        try:
            found = stream.decompress(data, limit + 1)
        except zlib.error:
            continue
        if len(found) > limit:
            raise SourceTooLarge(source, f"unpacks to more than {sniff.megabytes(limit)}")
        return found, stream.eof
    return b"", False
