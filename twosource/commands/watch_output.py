"""Where ``twosource watch`` writes what changed."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

import click

from twosource.console import emit, opened
from twosource.errors import TwosourceError

if TYPE_CHECKING:
    from twosource.across import Change
    from twosource.ledger import Ledger

Format = Literal["lines", "json", "atom"]


@contextlib.contextmanager
def writing(ledger: Ledger, form: Format, output: Path | None) -> Iterator[Callable[[Sequence[Change]], None]]:
    """What writes changes as they come; an Atom feed is written whole each time, and once where none come."""
    from twosource.room.changes import told
    from twosource.room.changes_forms import json_line, text_line

    if form == "atom":
        if output:
            _replace(output, ledger)
        yield lambda changes: _replace(output, ledger) if changes and output else None
        if output is None:
            _replace(output, ledger)
        return
    one_line = json_line if form == "json" else text_line
    with opened(None) if output is None else _further(output) as stream:

        def write(changes: Sequence[Change]) -> None:
            if not changes:
                return
            with ledger.view() as view:
                emit([one_line(one) for one in told(view, changes)], stream)

        yield write


@contextlib.contextmanager
def _further(output: Path) -> Iterator[TextIO]:
    """A file to add to: what was written before a stop stays."""
    try:
        stream = output.open("a", encoding="utf-8", errors="backslashreplace", newline="")
    except OSError as error:
        raise click.UsageError(f"cannot write {output}: {error.strerror}") from error
    with stream:
        yield stream


def _replace(output: Path | None, ledger: Ledger) -> None:
    """The latest changes as a whole feed, in the place of the one before: who reads it meanwhile gets one or the
    other."""
    from twosource.room.changes import MOST_LATEST, told
    from twosource.room.changes_forms import atom

    with ledger.view() as view:
        pieces = list(atom(told(view, view.changes(limit=MOST_LATEST))))
    if output is None:
        with opened(None) as stream:
            emit(pieces, stream)
        return
    try:
        with tempfile.NamedTemporaryFile("w", dir=output.parent, delete=False, encoding="utf-8") as new:
            new.writelines(pieces)
        os.chmod(new.name, 0o644)
        os.replace(new.name, output)
    except OSError as error:
        raise TwosourceError(f"{output}: cannot be written: {error.strerror or error}") from error
