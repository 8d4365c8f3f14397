"""One question to a server that speaks the chat protocol of OpenAI, with the standard library alone."""

from __future__ import annotations

import json
import socket
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from http.client import HTTPException, HTTPResponse
from typing import Any
from urllib.parse import urlsplit

_MOST = 1_000_000
"""Bytes of an answer: six sentences are some thousand."""


class ChatError(Exception):
    """There is no usable answer; ``str()`` says in a few words why."""


class _Unmoved(urllib.request.HTTPRedirectHandler):
    """Follows no redirection, which would take the key to a server that nobody named."""

    def redirect_request(self, *_args: Any, **_options: Any) -> None:
        return None


def ask(messages: Sequence[tuple[str, str]], *, url: str, model: str, timeout: float, key: str | None = None) -> str:
    """The text that ``model`` answers to ``messages`` (role, text). Every failure is a :class:`ChatError`."""
    try:
        request = _request(messages, url=url, model=model, key=key)
        deadline = time.monotonic() + timeout
        with urllib.request.build_opener(_Unmoved).open(request, timeout=timeout) as answer:
            data = _body(answer, deadline)
    except urllib.error.HTTPError as error:
        with error:
            raise ChatError(f"the server answers {error.code} {error.reason}") from None
    except (OSError, HTTPException, ValueError) as error:
        raise ChatError(_reason(error, timeout)) from None
    return _text(data)


def _request(messages: Sequence[tuple[str, str]], *, url: str, model: str, key: str | None) -> urllib.request.Request:
    if urlsplit(url).scheme not in ("http", "https"):
        raise ChatError("its address is neither http nor https")
    body = {
        "model": model,
        "messages": [{"role": role, "content": text} for role, text in messages],
        "temperature": 0,
    }
    headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "twosource"}
    if key:
        headers["Authorization"] = f"Bearer {key}"
    # With ASCII escapes, because text out of articles may hold halves of surrogate pairs.
    return urllib.request.Request(f"{url.rstrip('/')}/chat/completions", json.dumps(body).encode("ascii"), headers)


def _body(answer: HTTPResponse, deadline: float) -> bytes:
    """All of it, in time: a time limit of a socket starts anew with every byte that comes."""
    parts: list[bytes] = []
    while part := answer.read1(65536):
        parts.append(part)
        if time.monotonic() > deadline:
            raise TimeoutError
        if sum(map(len, parts)) > _MOST:
            raise ChatError("its answer is too long")
    return b"".join(parts)


def _text(data: bytes) -> str:
    try:
        content = json.loads(data)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise ChatError("its answer is not of the chat protocol") from None
    if not isinstance(content, str):
        raise ChatError("its answer is not of the chat protocol")
    return content


def _reason(error: Exception, timeout: float) -> str:
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(cause, socket.gaierror):
        return "host not found"
    if isinstance(cause, TimeoutError):
        return f"no answer in {timeout:g} s"
    if isinstance(cause, ssl.SSLError):
        return "the connection cannot be trusted (TLS certificate)"
    if isinstance(cause, OSError):
        return f"the server cannot be reached ({cause.strerror or type(cause).__name__})"
    # Not the error's own words, which may hold the key.
    return f"the question cannot be sent ({type(error).__name__})"
