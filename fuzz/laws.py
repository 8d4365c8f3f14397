"""What must hold of whatever a reader gives, besides that it gives it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from twosource import wire
from twosource.errors import SourceError
from twosource.records import Article

SOURCE = "fuzz-source"


class Broken(AssertionError):
    """A law does not hold."""


def require(holds: object, law: str) -> None:
    """Raise :class:`Broken` with the words of ``law`` unless it ``holds``."""
    if not holds:
        raise Broken(law)


def results(found: Iterable[Article | SourceError]) -> list[Article | SourceError]:
    """``found``, each checked; a :class:`SourceError` that was raised is one that was given."""
    given: list[Article | SourceError] = []
    try:
        for one in found:
            given.append(one)
            error(one) if isinstance(one, SourceError) else article(one)
    except SourceError as raised:
        error(raised)
        given.append(raised)
    return given


def error(one: SourceError) -> None:
    """A message is one line that names the source."""
    require(one.source == SOURCE, f"the error names another source: {one.source!r}")
    require(str(one).splitlines() == [str(one)], "the message is not one line")
    require(one.reason.strip(), "the error gives no reason")


def article(one: Article) -> None:
    """The paragraphs hold every character that is not white space, each is of use, and the record can be written."""
    end = 0
    for start, stop in one.paragraphs:
        require(not one.text[end:start].strip(), "a character lies between paragraphs")
        paragraph = one.text[start:stop]
        require(paragraph.strip() == paragraph != "", "a paragraph begins or ends with white space")
        end = stop
    require(not one.text[end:].strip(), "a character lies behind the last paragraph")
    for name in ("url", "title", "language", "outlet", "published", "modified"):
        value = getattr(one, name)
        require(value is None or (isinstance(value, str) and value), f"{name} is neither absent nor a text")
    for name in ("authors", "credits", "captions"):
        require(all(isinstance(text, str) and text for text in getattr(one, name)), f"{name} holds what is no text")
    time(one.published)
    time(one.modified)
    written = json.loads(json.dumps(one.as_dict(), allow_nan=False))
    require(wire.article(written) == replace(one, source="-"), "the article is another after writing and reading")


def time(value: str | None) -> None:
    """A time is ISO 8601: a date, or a date and a time."""
    if value is not None:
        try:
            (date if len(value) == 10 else datetime).fromisoformat(value)
        except ValueError:
            raise Broken(f"a time is no ISO 8601: {value!r}") from None


def inside(spans: Iterable[tuple[int, int]], text: str, *, what: str) -> None:
    """``spans`` are in order, apart, not empty and within ``text``."""
    end = 0
    for start, stop in spans:
        require(end <= start < stop <= len(text), f"{what} are out of order, overlap, are empty or lie outside")
        end = stop
