"""What a command does to the outside: standard streams, colour, failures, exit status."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from twosource.errors import TwosourceError

if TYPE_CHECKING:
    from twosource.progress import Progress
    from twosource.terminal import Screen

FAILED = 1
INTERRUPTED = 130
PIPE_CLOSED = 141
"""What a shell reports of a program that SIGINT or SIGPIPE ended."""

_WIDEST = 120
"""Columns of the list at most: longer lines are hard to read, however wide the window."""


class Failures:
    """Says in one line what failed, and remembers that something did."""

    def __init__(self, progress: Progress | None = None) -> None:
        self._progress = progress
        self._any = False

    def add(self, error: TwosourceError) -> None:
        """Report ``error`` and let the rest go on."""
        if self._progress:
            self._progress.hide()
        self._any = True
        complain(str(error))

    def settle(self) -> None:
        """End with status 1 if anything failed."""
        if self._any:
            raise click.exceptions.Exit(FAILED)


def complain(message: str) -> None:
    """One line on standard error, whatever is in ``message``."""
    from twosource.export.words import plain

    click.echo(f"twosource: {plain(message)}", err=True)


@contextlib.contextmanager
def orderly() -> Iterator[None]:
    """Ends a command in the way that people and shells expect, whatever ends it."""
    try:
        yield
    except KeyboardInterrupt:
        complain("interrupted")
        raise click.exceptions.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        _drop_output()
        raise click.exceptions.Exit(PIPE_CLOSED) from None
    except TwosourceError as error:
        complain(str(error))
        raise click.exceptions.Exit(FAILED) from error


@contextlib.contextmanager
def opened(output: Path | None) -> Iterator[TextIO]:
    """Where the result goes. UTF-8, except to a terminal of another encoding, which shows ``?`` for what it lacks."""
    if not output:
        yield _standard_output()
        return
    try:
        stream = output.open("w", encoding="utf-8", errors="backslashreplace", newline="")
    except OSError as error:
        raise click.UsageError(f"cannot write {output}: {error.strerror}") from error
    try:
        yield stream
    except BaseException:
        # What failed says why; that closing fails too says nothing.
        with contextlib.suppress(OSError):
            stream.close()
        raise
    try:
        stream.close()
    except OSError as error:
        raise TwosourceError(f"cannot write {output}: {error.strerror}") from error


def _standard_output() -> TextIO:
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    return stream


def screen(stream: TextIO) -> Screen:
    """How a list looks on ``stream``: colour on terminals only, and never where the environment says no."""
    from twosource.terminal import Screen

    plainly = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty()
    return Screen(columns=min(shutil.get_terminal_size().columns, _WIDEST), colour=not plainly)


def emit(pieces: Iterable[str], stream: TextIO) -> None:
    """Write each piece as soon as it is there, so that a reader of the pipe need not wait."""
    for piece in pieces:
        try:
            stream.write(piece)
            stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            _drop_output()
            raise TwosourceError(f"cannot write the result: {error.strerror}") from error


def _drop_output() -> None:
    # Python flushes standard output once more on exit, and would complain again of what cannot be written.
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
