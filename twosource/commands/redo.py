"""``twosource redo``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from twosource.commands import options
from twosource.console import Failures, emit, opened, orderly

if TYPE_CHECKING:
    from twosource.upkeep import Redone


@click.command()
@options.ledger
@click.option("--all", "everything", is_flag=True, help="Also what this code and these networks made.")
@click.option("--dry-run", is_flag=True, help="Say what would come of it, and write nothing.")
@click.option("--threads", type=click.IntRange(min=1), default=1, show_default=True, help="Threads for the networks.")
def redo(ledger: str, everything: bool, dry_run: bool, threads: int) -> None:
    """Read anew what an older version or another network read, out of the texts that the ledger keeps.

    What people judged stays: a statement that somebody called right or corrected is not touched; other judgements hold
    for what is found anew of their passage. One whose passage is no longer found is kept and named.

    Each article is done as a whole, versions that no longer count included: an interrupted run can be run again and
    goes on where it was. The exit status is 1 if an article could not be done.

    \b
    Examples:
      twosource redo --dry-run
      twosource redo --ledger port.db
    """
    with orderly():
        from twosource import making
        from twosource import redo as redoing
        from twosource.ledger import Ledger

        failures = Failures()
        with Ledger.open(ledger, create=False) as opened_ledger, opened(None) as stream:
            wanted = redoing.due(opened_ledger, everything=everything)
            if not wanted:
                emit([f"{opened_ledger.where}: all is made by {making.made_by()}\n"], stream)
                return
            results = redoing.redo(
                opened_ledger,
                wanted,
                on_error=failures.add,
                everything=everything,
                threads=threads,
                dry_run=dry_run,
            )
            emit(_told(results, of=len(wanted)), stream)
            if dry_run:
                emit(["nothing was written\n"], stream)
        failures.settle()


def _told(results: Iterable[Redone], *, of: int) -> Iterator[str]:
    """A line an article as it comes, and the closing report."""
    from twosource.export.redone import COUNTED, line, total

    sums: Counter[str] = Counter()
    carried, moved, left = set[str](), set[str](), set[str]()
    done = 0
    for done, made in enumerate(results, start=1):
        sums.update({name: getattr(made, name) for name in COUNTED})
        carried |= {one.id for one in made.carried}
        moved |= {one.id for one in made.moved}
        left |= {one.id for one in made.left}
        yield line(made, place=done, of=of)
    judgements = (len(carried - left), len(moved - left), len(left))
    yield total([sums[name] for name in COUNTED], articles=done, judgements=judgements)
