"""``twosource backup`` and ``check``."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import click

from twosource.commands import options
from twosource.console import FAILED, emit, opened, orderly
from twosource.errors import LedgerDamaged, LedgerError, TwosourceError

if TYPE_CHECKING:
    from twosource.ledger import Ledger
    from twosource.ledger.check import Finding
    from twosource.progress import Line

_PACKED = ".gz"


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@options.ledger
@click.option("--force", is_flag=True, help="Replace FILE where it is there already.")
def backup(file: Path, ledger: str, force: bool) -> None:
    """Write a copy of the ledger to FILE, one state of it, while others may go on writing.

    Of a ledger in a file the copy is a ledger too. Where FILE ends in .gz it is a packed export, which import brings
    back; of a database of PostgreSQL it always is. The copy is read again and checked before it gets its name, and
    nothing that is there is replaced without --force.

    \b
    Examples:
      twosource backup saved.db
      twosource backup --ledger port.db saved.jsonl.gz
      twosource backup --ledger postgresql://localhost/news news.jsonl.gz
      twosource import --ledger new.db news.jsonl.gz
    """
    packed = file.suffix == _PACKED
    if "://" in ledger and not packed:
        raise click.UsageError(f"the backup of a database is a packed export: name a file that ends in {_PACKED}")
    if Path(ledger).exists() and file.exists() and file.samefile(ledger):
        raise click.UsageError(f"{file} is the ledger itself")
    with orderly():
        from twosource.export.added import total
        from twosource.ledger import Ledger

        with Ledger.open(ledger, create=False) as opened_ledger, _line() as line, opened(None) as stream:
            if packed:
                counts = _packed(opened_ledger, file, line, force=force)
            else:
                counts = _copied(Path(ledger), file, line, force=force)
            line.hide()
            emit([total(str(file), counts)], stream)


@contextmanager
def _line() -> Iterator[Line]:
    """How far it is, shown on a terminal, and gone at the end."""
    from twosource.progress import Line

    line = Line(sys.stderr)
    try:
        yield line
    finally:
        line.hide()


def _copied(place: Path, file: Path, line: Line, *, force: bool) -> dict[str, int]:
    """Copy the file of a ledger, and say what is in the copy."""
    from twosource.ledger.backup import copy, counts

    def told(done: int, pages: int) -> None:
        if done < pages:
            line.show(f"copied {done / pages:.0%}")
        else:
            line.show("copied; checking the copy", at_once=True)

    copy(place, file, force=force, on_pages=told)
    return counts(file)


def _packed(ledger: Ledger, file: Path, line: Line, *, force: bool) -> dict[str, int]:
    """Pack an export, and say what is in it."""
    from twosource.export import saved
    from twosource.export.records import lines
    from twosource.ledger.backup import written

    with ledger.view() as view, written(file, force=force) as part:
        saved.write(_counted(lines(view), line), part)
        return view.counts()


def _counted(records: Iterable[str], line: Line) -> Iterator[str]:
    for number, record in enumerate(records, start=1):
        yield record
        line.show(f"written {number:,} records")
    line.show("written; reading it again", at_once=True)


@click.command()
@options.ledger
@click.option("--deep", is_flag=True, help="Derive everything anew, and compare: as long as adding it took.")
def check(ledger: str, deep: bool) -> None:
    """Say whether the ledger is sound, and what can be saved where it is not.

    Looks at the file itself, at whether every record can be read and is what its id says, whether words lie where
    records say, and whether lists and full text fit the records. With --deep also whether the full text finds every
    record, and whether sources, links, propositions, origins and cases are what would be derived anew.

    Says what is wrong, a line each; the exit status is 1 where anything is.

    \b
    Examples:
      twosource check
      twosource check --ledger port.db --deep
    """
    with orderly():
        from twosource.ledger import Ledger
        from twosource.ledger.stored import SEE_CHECK

        try:
            opened_ledger = Ledger.open(ledger, create=False)
        except LedgerDamaged as error:
            reason = error.reason.removesuffix(SEE_CHECK)
            raise TwosourceError(f"{ledger}: {reason}; it cannot be opened: go back to a backup of it") from error
        with opened_ledger, _line() as line, opened(None) as stream:
            found = list(_found(opened_ledger, line, deep=deep))
            line.hide()
            emit((f"{one.text}\n" for one in found), stream)
            emit([_verdict(opened_ledger, found)], stream)
    if found:
        raise click.exceptions.Exit(FAILED)


def _found(ledger: Ledger, line: Line, *, deep: bool) -> Iterator[Finding]:
    from twosource.ledger.check import check as checked
    from twosource.ledger.check import check_index

    with ledger.view() as view:
        found = list(checked(view, deep=deep, on_part=lambda part: line.show(f"looking at {part}", at_once=True)))
    yield from found
    if deep and not found:
        yield from check_index(ledger)
        yield from _derived_otherwise(ledger, line)


def _derived_otherwise(ledger: Ledger, line: Line) -> Iterator[Finding]:
    """What another derivation comes to than what is there."""
    from twosource.anew import differing
    from twosource.ledger.check import Finding
    from twosource.model.pairs import PairReader

    derived = count(1)
    with tempfile.TemporaryDirectory() as folder, ledger.view() as view:
        wrong = differing(
            view,
            Path(folder),
            reader=PairReader(),
            on_article=lambda: line.show(f"derived anew from {next(derived):,} articles", at_once=True),
        )
        yield from map(Finding, wrong)


def _verdict(ledger: Ledger, found: list[Finding]) -> str:
    """The last line: that all is well, or what to do."""
    from twosource.export.added import total
    from twosource.export.words import plain

    where = plain(ledger.where)
    if not found:
        with ledger.view() as view:
            return f"sound: {total(ledger.where, view.counts())}"
    wrong = f"{where}: {len(found)} thing{'' if len(found) == 1 else 's'} wrong"
    if not _exports(ledger):
        return f"{wrong}; it can no longer be read to the end: go back to a backup of it\n"
    if all(one.kept_beside for one in found):
        return f"{wrong}, none of it in the records: an export, imported into a new ledger, makes it anew\n"
    return f"{wrong}; all that is there can still be read: an export saves it, and so does a backup that ends in .gz\n"


def _exports(ledger: Ledger) -> bool:
    from twosource.export.records import lines

    try:
        with ledger.view() as view:
            for _ in lines(view):
                pass
    except LedgerError:
        return False
    return True
