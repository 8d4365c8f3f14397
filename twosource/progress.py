"""How far long work has come: one line on standard error that goes away again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TextIO, TypeVar

from twosource.records import Article

T = TypeVar("T")

_SILENT = 1.5
"""Seconds of work before anything is shown: short work should leave no flicker."""
_PAUSE = 0.2


class Line:
    """The line, with whatever words. Shows nothing unless ``stream`` is a terminal, and the work long."""

    def __init__(self, stream: TextIO, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream if stream.isatty() else None
        self._clock = clock
        self._next = clock() + _SILENT
        self._shown = False

    def show(self, words: str, *, at_once: bool = False) -> None:
        """Show ``words`` in place of those before, unless these have only just come; ``at_once`` is for a step that may
        itself take long."""
        now = self._clock()
        if self._stream and (at_once or now >= self._next):
            self._next = now + _PAUSE
            self._stream.write(f"\r\x1b[K{words} ")
            self._stream.flush()
            self._shown = True

    def hide(self) -> None:
        """Take the line away; it comes back by itself. Call before anything else is written to a terminal."""
        if self._shown and self._stream:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._shown = False


class Progress(Line):
    """Counts articles and attributions."""

    def __init__(self, stream: TextIO, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(stream, clock=clock)
        self._read = self._done = self._found = 0

    def read(self, article: Article) -> None:  # noqa: ARG002 - a callback of the pipeline, which hands the article
        """An article was read."""
        self._read += 1
        self._show()

    def count(
        self, results: Iterable[tuple[Article, T]], *, size: Callable[[Any], int] = len
    ) -> Iterator[tuple[Article, T]]:
        """``results``, counted, each with ``size`` attributions. The line is gone whenever one comes, so that output
        can take its place."""
        try:
            for article, result in results:
                self._done += 1
                self._found += size(result)
                self.hide()
                yield article, result
                self._show()
        finally:
            self.hide()

    def _show(self) -> None:
        self.show(f"read {self._read:,}, done {self._done:,}, attributions {self._found:,}")
