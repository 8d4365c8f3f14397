"""JSONL of articles (``url, title, text, outlet, published``, ``authors`` where known) → Article; a JSON array too."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from twosource.errors import NoArticle, SourceError, SourceTooLarge, SourceUnreadable
from twosource.read import bylines, paragraphs, times
from twosource.read.limits import LONGEST, too_long
from twosource.records import Article

_NOT_JSON = (ValueError, RecursionError)


def articles(text: str, *, source: str = "-") -> Iterator[Article | SourceError]:
    """The articles in order. A bad line is an error that names the line; the lines after it are read all the same."""
    found = False
    for place, item in _items(text, source=source):
        result = item if isinstance(item, SourceError) else _article(item, place=place, source=source)
        found = True
        yield result
    if not found:
        yield NoArticle(source, "no articles in it")


def _items(text: str, *, source: str) -> Iterator[tuple[str, Any]]:
    if text.lstrip().startswith("["):
        yield from _array(text, source=source)
        return
    whole = _object_over_lines(text)
    if whole is not None:
        yield "line 1", whole
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                yield f"line {number}", json.loads(line)
            except _NOT_JSON as error:
                yield "", SourceUnreadable(source, f"line {number}: not JSON ({_what(error)})")


def _array(text: str, *, source: str) -> Iterator[tuple[str, Any]]:
    try:
        for number, item in enumerate(json.loads(text), start=1):
            yield f"item {number}", item
    except _NOT_JSON as error:
        yield "", SourceUnreadable(source, f"not JSON ({_what(error)})")


def _object_over_lines(text: str) -> Any | None:
    """One article written over several lines."""
    if not text.lstrip().startswith("{") or text.split("\n", 1)[0].rstrip().endswith("}"):
        return None
    try:
        return json.loads(text)
    except _NOT_JSON:
        return None


def _what(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "nested too deeply"
    return error.msg if isinstance(error, json.JSONDecodeError) else str(error)


def _article(item: Any, *, place: str, source: str) -> Article | SourceError:
    if isinstance(item, Mapping) and isinstance(item.get("article"), Mapping):
        item = item["article"]  # what ``twosource extract --format jsonl`` prints
    if not isinstance(item, Mapping):
        return SourceUnreadable(source, f"{place}: not an object with the article's fields")
    text = item.get("text")
    if not isinstance(text, str) or not text.strip():
        return NoArticle(source, f"{place}: no text")
    if len(text) > LONGEST:
        return SourceTooLarge(source, f"{place}: {too_long(len(text))}")
    signed = _signed(item)
    spans = paragraphs.find(text)
    opening = [found for span in spans[:3] for found in bylines.dateline(text[slice(*span)])]
    closing = bylines.sign_off(text[slice(*spans[-1])])
    return Article(
        text=text,
        paragraphs=spans,
        url=_text(item, "url"),
        title=_text(item, "title"),
        language=_text(item, "language"),
        outlet=_text(item, "outlet"),
        authors=signed.authors,
        credits=bylines.unique((*signed.credits, *_texts(item.get("credits")), *opening, *closing)),
        published=times.from_machine(item.get("published")),
        modified=times.from_machine(item.get("modified")),
        media_type=_text(item, "media_type") or "text/plain",
        captions=_texts(item.get("captions")),
        source=source,
    )


def _signed(item: Mapping[str, Any]) -> bylines.Byline:
    named = [bylines.byline(name) for name in (*_texts(item.get("authors")), *_texts(item.get("author")))]
    return bylines.Byline(
        bylines.unique(author for one in named for author in one.authors),
        bylines.unique(agency for one in named for agency in one.credits),
    )


def _text(item: Mapping[str, Any], key: str) -> str | None:
    value = item.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _texts(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(one.strip() for one in values if isinstance(one, str) and one.strip())
