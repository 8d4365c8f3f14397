"""How far a batch is: a line that is written over on a terminal, now and then a line elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TextIO

from twosource.batch.faults import Fault
from twosource.export.words import plain

_OFTEN = 0.5
_SELDOM = 30.0
"""Seconds to the first line and from one to the next: on a terminal, and where lines stay."""


def counted(number: int, noun: str) -> str:
    """``1 article``, ``2,000 articles``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


class Progress:
    """Counts articles and errors, and says how many a second and how long it will take."""

    def __init__(self, stream: TextIO, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._clock = stream, clock
        self._live = stream.isatty()
        self._next = clock() + (_OFTEN if self._live else _SELDOM)
        self._began = clock()
        self._stage, self._first = "", 0
        self._articles = self._errors = 0
        self._shown = False

    def stage(self, name: str, done: int, whole: int) -> None:
        """So much of a stage is done."""
        if name != self._stage:
            self._stage, self._first, self._began = name, done, self._clock()
        if self._clock() >= self._next:
            self._write(self._line(done, whole))

    def part(self, counts: Mapping[str, int]) -> None:
        """A partition is done."""
        self._articles += counts["articles"]
        self._errors += counts["errors"]

    def fault(self, fault: Fault) -> None:
        """Something that was named could not be found: said at once."""
        self.hide()
        source, reason, _ = fault
        self._stream.write(f"twosource: {plain(f'{source}: {reason}')}\n")
        self._errors += 1

    def hide(self) -> None:
        """Take the line away."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._shown = False

    def _line(self, done: int, whole: int) -> str:
        seconds = self._clock() - self._began
        told = [self._stage + (f" {done:,} of {whole:,}" if whole else "")]
        if self._articles:
            told.append(counted(self._articles, "article"))
            if self._stage == "reading and attributing" and seconds > 0:
                told.append(f"{self._articles / seconds:,.1f} a second")
        if self._errors:
            told.append(counted(self._errors, "error"))
        if left := self._left(done, whole, seconds):
            told.append(f"{left} left")
        return ", ".join(told)

    def _left(self, done: int, whole: int, seconds: float) -> str | None:
        """How long the rest of the stage will take, at the speed so far."""
        new = done - self._first
        if not new or whole <= done:
            return None
        left = seconds / new * (whole - done)
        return f"{left / 3600:.1f} hours" if left >= 3600 else f"{left / 60:.0f} min" if left >= 90 else f"{left:.0f} s"

    def _write(self, line: str) -> None:
        self._next = self._clock() + (_OFTEN if self._live else _SELDOM)
        self._stream.write(f"\r\x1b[K{line} " if self._live else f"twosource: {line}\n")
        self._stream.flush()
        self._shown = self._live
