"""One line of JSON an article: the exchange format that ``docs/formats.md`` describes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from twosource.export import Result
from twosource.export.line import line


def lines(results: Iterable[Result]) -> Iterator[str]:
    """A line a result."""
    for article, attributions in results:
        yield line({"article": article.as_dict(), "attributions": [found.as_dict() for found in attributions]})
