"""The bytes of one document of a known kind → its articles. Heavy parsers stand inside the reader that needs them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from twosource.errors import SourceError, SourceUnreadable
from twosource.read import sniff
from twosource.read.sources import Raw
from twosource.records import Article

Kind = Literal["html", "plain", "pdf", "feed", "jsonl"]


def articles(raw: Raw, kind: Kind, *, whole: bool = True) -> Iterator[Article | SourceError]:
    """The articles in ``raw``, unpacked, and an error for what is none; raises the error where there is nothing else.
    ``whole`` is false where ``raw`` is the first part of a torn file."""
    if not whole and kind != "jsonl":
        raise SourceUnreadable(raw.source, "truncated gzip")
    if kind == "pdf":
        from twosource.read import pdf

        yield pdf.article(raw.data, source=raw.source, url=raw.url)
    elif kind == "feed":
        from twosource.read import feed

        yield from feed.articles(raw.data, source=raw.source, url=raw.url)
    else:
        yield from _of_text(raw, kind, whole=whole)


def _of_text(raw: Raw, kind: Kind, *, whole: bool) -> Iterator[Article | SourceError]:
    text = sniff.decode(raw.data, declared=raw.charset, source=raw.source)
    if kind == "html":
        from twosource.read import html

        yield html.article(text, source=raw.source, url=raw.url)
    elif kind == "jsonl":
        from twosource.read import jsonl

        yield from jsonl.articles(text if whole else text.rpartition("\n")[0], source=raw.source)
        if not whole:
            yield SourceUnreadable(raw.source, "truncated gzip; what came before its end was read")
    else:
        from twosource.read import plain

        yield plain.article(text, source=raw.source, url=raw.url)
