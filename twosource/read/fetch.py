"""One page from the network: the only place of the package that opens a connection, and only for an address that is
given."""

from __future__ import annotations

import socket
import ssl
import urllib.error
import urllib.request
from http.client import HTTPException, HTTPMessage
from urllib.parse import quote, urlsplit, urlunsplit

from twosource.errors import SourceEmpty, SourceMissing, SourceTooLarge, SourceUnreadable
from twosource.read import sniff
from twosource.read.sources import Raw

TIMEOUT = 20.0
_HEADERS = {
    "User-Agent": "twosource (+https://pypi.org/project/twosource/)",
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
}
_GONE = {404, 410}


def fetch(url: str, *, limit: int, timeout: float = TIMEOUT) -> Raw:
    """What is at ``url``, redirections followed. Every failure is a :class:`SourceError` that says in a line what
    went wrong."""
    try:
        request = urllib.request.Request(_quoted(url), headers=_HEADERS)
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            headers: HTTPMessage = answer.headers
            _check_length(url, headers.get("Content-Length"), limit=limit)
            data = answer.read(limit + 1)
            final = answer.url
    except urllib.error.HTTPError as error:
        with error:
            kind = SourceMissing if error.code in _GONE else SourceUnreadable
            raise kind(url, f"the server answers {error.code} {error.reason}") from None
    except (OSError, HTTPException, ValueError) as error:
        raise SourceMissing(url, _reason(error, timeout)) from None
    if len(data) > limit:
        raise SourceTooLarge(url, f"is more than {sniff.megabytes(limit)}, the limit")
    if not data.strip():
        raise SourceEmpty(url, "the server answers with an empty page")
    return Raw(
        source=url, data=data, url=final, media_type=headers.get_content_type(), charset=headers.get_content_charset()
    )


def _check_length(url: str, length: str | None, *, limit: int) -> None:
    if length and length.isdigit() and int(length) > limit:
        raise SourceTooLarge(url, f"is {sniff.megabytes(int(length))}; the limit is {sniff.megabytes(limit)}")


def _quoted(url: str) -> str:
    """``url`` with what people paste made fit to send: spaces and letters beyond ASCII."""
    parts = urlsplit(url)
    host = parts.netloc.encode("idna").decode("ascii") if not parts.netloc.isascii() else parts.netloc
    return urlunsplit(
        (
            parts.scheme,
            host,
            quote(parts.path, safe="/%:=&?~#+!$,;'@()*[]"),
            quote(parts.query, safe="=&%:/?+,;@!$'()*[]-._~"),
            "",
        )
    )


def _reason(error: Exception, timeout: float) -> str:
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(cause, socket.gaierror):
        return "host not found; is this machine offline?"
    if isinstance(cause, TimeoutError):
        return f"no answer within {timeout:.0f} seconds; is this machine offline?"
    if isinstance(cause, ssl.SSLError):
        return "the connection cannot be trusted (TLS certificate)"
    if isinstance(cause, ConnectionError | OSError):
        return f"cannot be reached ({getattr(cause, 'strerror', None) or cause}); is this machine offline?"
    return f"cannot be fetched ({cause})"
