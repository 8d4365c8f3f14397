"""``twosource add``, ``export`` and ``import``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from twosource.commands import options
from twosource.console import Failures, emit, opened, orderly
from twosource.errors import TwosourceError

if TYPE_CHECKING:
    from twosource.ledger import View

_TABLES = ("csv", "parquet")
_STREAMS = {"json-ld": ("jsonld", "pieces"), "ftm": ("ftm", "lines"), "claimreview": ("claimreview", "lines")}
"""Forms that are one text: the module of :mod:`twosource.export` and its function."""


@click.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@options.ledger
@click.option("--threads", type=click.IntRange(min=1), default=1, show_default=True, help="Threads for the networks.")
@options.published
def add(sources: tuple[str, ...], ledger: str, threads: int, published: str | None) -> None:
    """Read each SOURCE into the ledger, and work out what holds across articles.

    A SOURCE is what extract takes. Each article is added as a whole, with its sources, links, propositions and origins:
    an interrupted run loses none that it has named, and can be run again. What is there already stays as it is; a newer
    version of a page takes the place of the old one, which is kept.

    A source that cannot be read gets one line on standard error, the rest go on, and the exit status is 1.

    \b
    Examples:
      twosource add clippings/
      twosource add --ledger port.db https://example.org/story feed.xml
      twosource add --ledger postgresql://localhost/news articles.jsonl
    """
    with orderly():
        from twosource.export.added import line, total
        from twosource.ledger import Ledger
        from twosource.pipeline import add as run
        from twosource.progress import Progress

        progress = Progress(sys.stderr)
        failures = Failures(progress)
        with Ledger.open(ledger) as opened_ledger, opened(None) as stream:
            results = run(
                sources,
                opened_ledger,
                on_error=failures.add,
                on_read=progress.read,
                threads=threads,
                published=published,
            )
            counted = progress.count(results, size=lambda added: len(added.arrived))
            emit((line(article, added) for article, added in counted), stream)
            with opened_ledger.view() as view:
                emit([total(opened_ledger.where, view.counts())], stream)
        failures.settle()


@click.command()
@options.ledger
@click.option("--format", "form", type=click.Choice(["jsonl", *_TABLES, *_STREAMS]), default="jsonl", show_default=True)
@click.option("--output", "-o", type=click.Path(path_type=Path), help="File to write; for csv and parquet a folder.")
def export(ledger: str, form: str, output: Path | None) -> None:
    """Write what is in the ledger.

    jsonl holds all of it, a record a line, each with its "type"; import brings that back. csv and parquet are tables, a
    file each, in the folder that --output names (parquet: pip install 'twosource[tables]'). json-ld is Web Annotation
    and PROV, ftm entities of FollowTheMoney a line, claimreview what people graded, a review a line.

    \b
    Examples:
      twosource export --output port.jsonl
      twosource export --ledger port.db | jq 'select(.type == "proposition")'
      twosource export --format parquet --output tables/
      twosource export --format json-ld --output port.jsonld
    """
    if form in _TABLES and output is None:
        raise click.UsageError(f"--format {form} writes several files: name a folder with --output")
    if form not in _TABLES and output and output.is_dir():
        raise click.UsageError(f"--output {output} is a folder, and --format {form} is one file")
    options.refuse_overwriting(output, (ledger,))
    with orderly():
        from twosource.ledger import Ledger

        with Ledger.open(ledger, create=False) as opened_ledger, opened_ledger.view() as view:
            if form in _TABLES and output:
                _tables(view, output, form)
            else:
                with opened(output) as stream:
                    emit(_pieces(view, form), stream)


def _tables(view: View, folder: Path, form: str) -> None:
    from twosource.export.tables import write

    try:
        files = write(view, folder, form="csv" if form == "csv" else "parquet")
    except OSError as error:
        raise TwosourceError(f"{folder}: cannot be written: {error.strerror or error}") from error
    with opened(None) as stream:
        emit((f"{file}\n" for file in files), stream)


def _pieces(view: View, form: str) -> Iterator[str]:
    module, name = _STREAMS.get(form, ("records", "lines"))
    found: Iterator[str] = getattr(import_module(f"twosource.export.{module}"), name)(view)
    return found


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@options.ledger
def import_(file: Path, ledger: str) -> None:
    """Bring back what export or backup wrote, from FILE (or - for standard input) into a ledger that is empty.

    FILE may be packed with gzip.

    All of it is imported, or, where a line is no record, nothing.

    \b
    Examples:
      twosource import --ledger copy.db port.jsonl
      twosource export --ledger port.db | twosource import --ledger postgresql://localhost/news -
    """
    with orderly():
        from twosource.export import saved
        from twosource.export.added import total
        from twosource.ledger import Ledger
        from twosource.ledger.restore import restore

        with Ledger.open(ledger) as opened_ledger, click.open_file(str(file), "rb") as records:
            with opened_ledger.write() as writer:
                restore(writer, saved.read(records, name=str(file)))
            with opened_ledger.view() as view, opened(None) as stream:
                emit([total(opened_ledger.where, view.counts())], stream)
