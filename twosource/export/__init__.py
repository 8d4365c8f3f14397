"""Results in forms for other programs and for people: plain generators from results to pieces of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from twosource.records import Article, Attribution

Result = tuple[Article, tuple[Attribution, ...]]
"""An article and what is attributed in it."""


class Form(Protocol):
    """A way to write results: each piece is complete in itself, so that it can be flushed as it comes."""

    def __call__(self, results: Iterable[Result], /) -> Iterator[str]:
        """Pieces of text, in the order of the results."""
        ...
