"""One page from the network: the only place of reading that asks for a connection, and only for an address that is
given."""

from __future__ import annotations

import socket
import ssl
import urllib.error
from http.client import HTTPException

from twosource.errors import SourceEmpty, SourceMissing, SourceUnreadable
from twosource.read.addresses import PUBLIC, Rule
from twosource.read.answers import Answer, Known, ask
from twosource.read.connections import SILENCE, Refused
from twosource.read.sources import Raw

TIMEOUT = 120.0
"""Seconds for all of a page: one of 50 MB over 4 Mbit/s."""

_GONE = {404, 410}


class Unreachable(SourceMissing):
    """There was no answer, and there may be one another time."""


def fetch(url: str, *, limit: int, timeout: float = TIMEOUT, public_only: bool = False, rule: Rule = PUBLIC) -> Raw:
    """What is at ``url``, redirections followed. Every failure is a :class:`SourceError` that says in a line what
    went wrong.

    ``timeout`` is in seconds for all of it, of which none of :data:`~twosource.read.connections.SILENCE` may be without
    a byte. ``public_only`` is for addresses that strangers give: whatever the name resolves to, and wherever it
    redirects, a connection is made to what ``rule`` lets through alone, and no proxy is asked.
    """
    answer = answered(url, limit=limit, timeout=timeout, rule=rule if public_only else None)
    if answer.status >= 300:
        kind = SourceMissing if answer.status in _GONE else SourceUnreadable
        raise kind(url, f"the server answers {answer.status} {answer.reason}")
    return raw(answer, source=url)


def answered(
    url: str, *, limit: int, timeout: float = TIMEOUT, rule: Rule | None = None, known: Known | None = None
) -> Answer:
    """What the server at ``url`` answers, be it that there is no such page; where there is no answer,
    :class:`Unreachable` or another :class:`SourceError`. With ``known``, it answers 304 where the page is as it
    was."""
    try:
        return ask(url, limit=limit, timeout=timeout, rule=rule, known=known)
    except (OSError, HTTPException, ValueError) as error:
        raise _error(url, error, timeout) from None


def raw(answer: Answer, *, source: str) -> Raw:
    """The bytes of an ``answer`` that brought some; :class:`SourceEmpty` where it brought none."""
    if not answer.data.strip():
        raise SourceEmpty(source, "the server answers with an empty page")
    return Raw(
        source=source,
        data=answer.data,
        url=answer.url,
        media_type=answer.headers.get_content_type(),
        charset=answer.headers.get_content_charset(),
    )


def _error(url: str, error: Exception, timeout: float) -> SourceMissing:
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(cause, Refused):
        return SourceMissing(url, f"is not fetched: {cause}")
    if isinstance(cause, OSError):
        return Unreachable(url, _reason(cause, timeout))
    return (Unreachable if isinstance(cause, HTTPException) else SourceMissing)(url, f"cannot be fetched ({cause})")


def _reason(cause: OSError, timeout: float) -> str:
    if isinstance(cause, socket.gaierror):
        return "host not found; is this machine offline?"
    if isinstance(cause, TimeoutError):
        wait = f"no answer within {min(timeout, SILENCE):.0f} seconds, or not all of it within {timeout:.0f}"
        return f"{wait}; is this machine offline?"
    if isinstance(cause, ssl.SSLError):
        return "the connection cannot be trusted (TLS certificate)"
    return f"cannot be reached ({cause.strerror or cause}); is this machine offline?"
