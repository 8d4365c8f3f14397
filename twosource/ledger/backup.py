"""A ledger in one file, copied while others write it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import create_engine

from twosource.errors import LedgerDamaged, LedgerError
from twosource.ledger.sqlite import SQLite
from twosource.ledger.stored import SEE_CHECK
from twosource.ledger.view import View

_PAGES = 2000
"""Pages of 4 kB that are copied before how far it is gets told."""


def copy(place: Path, target: Path, *, force: bool = False, on_pages: Callable[[int, int], None] | None = None) -> None:
    """Copy the ledger in the file ``place`` to ``target``: one state of all of it, as another process may be writing.

    The copy is one file, without a log beside it. It is checked before it gets its name, so that nothing of that name
    is ever half a copy: :class:`~twosource.errors.LedgerDamaged` where the ledger itself is damaged. What is there
    already is replaced with ``force`` alone; otherwise, and where it cannot be written, a
    :class:`~twosource.errors.LedgerError`. ``on_pages`` hears how many pages are copied, of how many.
    """
    with written(target, force=force) as part:
        try:
            with _opened(place) as source, _opened(part, create=True) as made:
                # A view of its own: without one the copy is begun anew whenever somebody writes.
                source.execute("BEGIN")
                source.execute("SELECT 1 FROM sqlite_schema").fetchone()
                source.backup(made, pages=_PAGES, progress=_told(on_pages))
                made.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.Error as error:
            raise LedgerError(str(target), f"cannot be written ({error}); nothing is there") from error
        if faults := list(_faults(part)):
            reason = f"it is damaged ({' '.join(faults[0].split())}), and no backup was made{SEE_CHECK}"
            raise LedgerDamaged(str(place), reason)


def _told(on_pages: Callable[[int, int], None] | None) -> Callable[[int, int, int], object] | None:
    return on_pages and (lambda _status, left, pages: on_pages(pages - left, pages))


def counts(place: Path) -> dict[str, int]:
    """What is in the copy at ``place``, which opening it as a ledger would make one in use, with a log beside it."""
    engine = create_engine(f"sqlite:///file:{quote(str(place))}?mode=ro&uri=true")
    try:
        with engine.connect() as connection:
            return View(connection, SQLite(place, timeout=1.0)).counts()
    finally:
        engine.dispose()


@contextmanager
def written(target: Path, *, force: bool) -> Iterator[Path]:
    """A file beside ``target`` to write, which gets its name at the end, on the disk, and goes away after an
    exception."""
    if target.exists() and not force:
        raise LedgerError(str(target), "is there already; name another file, or replace it with --force")
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        _named(part, target, force=force)
    except OSError as error:
        raise LedgerError(str(target), f"cannot be written: {error.strerror or error}") from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _named(part: Path, target: Path, *, force: bool) -> None:
    if force:
        part.replace(target)
        return
    try:
        # Unlike a renaming, this fails where somebody else made such a file meanwhile.
        target.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:
        part.replace(target)  # a disk that knows no second names


@contextmanager
def _opened(path: Path, *, create: bool = False) -> Iterator[sqlite3.Connection]:
    mode = "rwc" if create else "rw"
    connection = sqlite3.connect(f"file:{quote(str(path))}?mode={mode}", uri=True, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def _faults(path: Path) -> Iterator[str]:
    """What SQLite finds wrong with the file at ``path``, reading all of it."""
    try:
        with _opened(path) as connection:
            yield from (row[0] for row in connection.execute("PRAGMA integrity_check(1)") if row[0] != "ok")
    except sqlite3.DatabaseError as error:
        yield str(error)
