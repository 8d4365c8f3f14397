"""One line of JSON an article: the exchange format that ``docs/formats.md`` describes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from twosource.export import Result
from twosource.export.line import line


def lines(results: Iterable[Result], *, made_by: str) -> Iterator[str]:
    """A line a result, which says what the attributions were ``made_by``."""
    for article, attributions in results:
        found = [attribution.as_dict() for attribution in attributions]
        yield line({"article": article.as_dict(), "attributions": found, "made_by": made_by})
