"""Reading: a file, a folder, an address or standard input → articles.

:func:`read_all` goes on after a bad source and hands each error over; :func:`read` stops at the first. Both are lazy.
What a source is, is seen from its bytes, not from its name: HTML, plain text (a saved page too), PDF, RSS or Atom,
WARC, JSONL, each also packed with gzip.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from twosource.errors import NoArticle, SourceError, SourceTooLarge, UnsupportedLanguage
from twosource.read import apart, languages, limits, readers, sniff
from twosource.read.limits import LIMIT, LONGEST
from twosource.read.sources import Raw, open_source
from twosource.records import Article

__all__ = ["LIMIT", "in_english", "read", "read_all", "read_bytes", "read_raw"]


def read(source: str, *, limit: int = LIMIT) -> Iterator[Article]:
    """The articles of one source: a file, a folder, an http(s) address, or ``-`` for standard input.

    Raises a :class:`~twosource.errors.SourceError` at the first thing that cannot be read; use :func:`read_all` to go
    on.
    """
    for result in _results(source, limit=limit):
        if isinstance(result, SourceError):
            raise result
        yield result


def read_all(
    sources: Iterable[str], *, on_error: Callable[[SourceError], None], limit: int = LIMIT
) -> Iterator[Article]:
    """The articles of all ``sources`` in order. Whatever cannot be read goes to ``on_error``, and the rest goes on."""
    for source in sources:
        for result in _results(source, limit=limit):
            if isinstance(result, SourceError):
                on_error(result)
            else:
                yield result


def read_bytes(data: bytes, *, source: str, url: str | None = None, media_type: str | None = None) -> Iterator[Article]:
    """The articles in ``data``, which came from ``source``; raises as :func:`read` does."""
    for result in read_raw(Raw(source=source, data=data, url=url, media_type=media_type), limit=LIMIT):
        if isinstance(result, SourceError):
            raise result
        yield result


def _results(source: str, *, limit: int) -> Iterator[Article | SourceError]:
    for raw in open_source(source, limit=limit):
        if isinstance(raw, SourceError):
            yield raw
        else:
            yield from read_raw(raw, limit=limit)


def read_raw(raw: Raw, *, limit: int = LIMIT) -> Iterator[Article | SourceError]:
    """The articles in bytes that were brought from elsewhere, and an error for what is none."""
    try:
        data, whole = sniff.unpack(raw.data, source=raw.source, limit=limit)
        for result in _by_kind(replace(raw, data=data), whole=whole, limit=limit):
            yield result if isinstance(result, SourceError) else in_english(result)
    except SourceError as error:
        yield error


def _by_kind(raw: Raw, *, whole: bool, limit: int) -> Iterator[Article | SourceError]:
    kind = sniff.kind(raw.data, source=raw.source, name=raw.source, media_type=raw.media_type)
    if kind == "warc":
        yield from _of_warc(raw, whole=whole, limit=limit)
    elif whole and apart.is_due(kind, len(raw.data)):
        yield from apart.articles(raw, kind)
    else:
        yield from readers.articles(raw, kind, whole=whole)


def _of_warc(raw: Raw, *, whole: bool, limit: int) -> Iterator[Article | SourceError]:
    """Pages without an article are passed over, unless there is nothing else."""
    from twosource.read import warc

    found = False
    for response in warc.responses(raw.data, source=raw.source, whole=whole, limit=limit):
        if isinstance(response, SourceError):
            found = True
            yield response
            continue
        for result in read_raw(response, limit=limit):
            if isinstance(result, Article):
                found = True
                yield result
            elif isinstance(result, UnsupportedLanguage | SourceTooLarge):
                found = True
                yield type(result)(raw.source, f"{response.url}: {result.reason}")
    if not found:
        yield NoArticle(raw.source, "WARC without an article")


def in_english(article: Article) -> Article | SourceError:
    """``article`` with its language, or the error that it is in another, or too long for anybody to have written it for
    a newspaper."""
    if len(article.text) > LONGEST:
        return SourceTooLarge(article.source, limits.too_long(len(article.text)))
    code = languages.detect(article.text)
    if code == "en":
        return replace(article, language="en")
    if code == languages.NONE:
        return NoArticle(article.source, "no text that people write or speak")
    where = f"{article.title!r} " if article.title and article.media_type != "text/plain" else ""
    return UnsupportedLanguage(article.source, f"{where}is in {languages.name(code)}; only English is supported")
