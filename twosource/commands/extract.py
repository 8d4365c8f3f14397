"""``twosource extract``."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

import click

from twosource.commands import options
from twosource.console import Failures, emit, opened, orderly, screen

if TYPE_CHECKING:
    from twosource.export import Form

Format = Literal["jsonl", "csv", "table"]


@click.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["jsonl", "csv", "table"]), help="How to write the result.")
@click.option("--threads", type=click.IntRange(min=1), default=1, show_default=True, help="Threads for the network.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, help="Leave out what is less sure.")
@options.published
@options.output
def extract(
    sources: tuple[str, ...],
    form: Format | None,
    threads: int,
    min_confidence: float,
    published: str | None,
    output: Path | None,
) -> None:
    """Print who says what in each SOURCE; nothing is stored.

    A SOURCE is a file, a folder, a URL, or - for standard input: HTML, text, PDF, RSS or Atom, WARC, or JSON lines of
    articles. Without --format, a terminal gets a table, a file named .csv gets csv, all else gets jsonl.

    A source that cannot be read gets one line on standard error, the rest go on, and the exit status is 1.

    \b
    Examples:
      twosource extract article.html
      twosource extract --format csv --output said.csv clippings/
      twosource extract --min-confidence 0.8 https://example.org/story feed.xml
      pbpaste | twosource extract --published 2025-03-04 -
    """
    options.refuse_overwriting(output, sources)
    with orderly():
        from twosource.pipeline import extract as run
        from twosource.progress import Progress

        progress = Progress(sys.stderr)
        failures = Failures(progress)
        results = run(
            sources,
            on_error=failures.add,
            on_read=progress.read,
            threads=threads,
            published=published,
            min_confidence=min_confidence,
        )
        with opened(output) as stream:
            write = _form(form or _default_format(output, stream), stream)
            emit(write(progress.count(results)), stream)
        failures.settle()


def _default_format(output: Path | None, stream: TextIO) -> Format:
    if output and output.suffix.lower() == ".csv":
        return "csv"
    return "table" if stream.isatty() else "jsonl"


def _form(form: Format, stream: TextIO) -> Form:
    from twosource.export import csv, jsonl
    from twosource.making import made_by

    if form == "table":
        return screen(stream).lines
    return partial({"jsonl": jsonl.lines, "csv": csv.lines}[form], made_by=made_by())
