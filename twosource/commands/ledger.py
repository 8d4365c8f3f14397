"""``twosource add``, ``export`` and ``import``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from twosource.commands import options
from twosource.console import Failures, emit, opened, orderly


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
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True)
@options.output
def export(ledger: str, form: str, output: Path | None) -> None:  # noqa: ARG001
    """Write everything in the ledger, one record a line.

    Records are articles, attributions, sources, propositions, links, origins and judgements, each with its "type";
    import brings all of it back.

    \b
    Examples:
      twosource export --output port.jsonl
      twosource export --ledger port.db | jq 'select(.type == "proposition")'
    """
    options.refuse_overwriting(output, (ledger,))
    with orderly():
        from twosource.export.records import lines
        from twosource.ledger import Ledger

        with Ledger.open(ledger, create=False) as opened_ledger, opened_ledger.view() as view, opened(output) as stream:
            emit(lines(view), stream)


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@options.ledger
def import_(file: Path, ledger: str) -> None:
    """Bring back what export wrote, from FILE (or - for standard input) into a ledger that is empty.

    All of it is imported, or, where a line is no record, nothing.

    \b
    Examples:
      twosource import --ledger copy.db port.jsonl
      twosource export --ledger port.db | twosource import --ledger postgresql://localhost/news -
    """
    with orderly():
        from twosource.export.added import total
        from twosource.ledger import Ledger
        from twosource.ledger.restore import restore

        with Ledger.open(ledger) as opened_ledger, click.open_file(str(file), encoding="utf-8") as records:
            with opened_ledger.write() as writer:
                restore(writer, records)
            with opened_ledger.view() as view, opened(None) as stream:
                emit([total(opened_ledger.where, view.counts())], stream)
