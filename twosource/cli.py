"""The commands. Imports that cost time stand inside the command that needs them."""

from __future__ import annotations

import contextlib
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

import click

from twosource import __version__
from twosource.console import Failures, emit, opened, orderly, screen
from twosource.errors import TwosourceError

if TYPE_CHECKING:
    from twosource.export import Form

Format = Literal["jsonl", "csv", "table"]

SHOWN_BY_DEMO = "07-estmere-observer.html"


class Moment(click.ParamType[str]):
    """A date, or a date and a time, in ISO 8601."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """``value`` as ISO 8601 writes it in full."""
        for parse in (date.fromisoformat, datetime.fromisoformat):
            with contextlib.suppress(ValueError):
                return parse(value).isoformat()
        return self.fail(f"{value!r} is not a date such as 2025-03-04 or 2025-03-04T21:15+02:00", param, ctx)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", message="%(prog)s %(version)s", prog_name="twosource")
def main() -> None:
    """Who says so, on whose word, how sure: attributions of news articles as data, offline."""


@main.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["jsonl", "csv", "table"]), help="How to write the result.")
@click.option("--threads", type=click.IntRange(min=1), default=1, show_default=True, help="Threads for the network.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, help="Leave out what is less sure.")
@click.option("--published", type=Moment(), help="Day of publication of articles that do not state one.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="File to write.")
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
    _refuse_overwriting(output, sources)
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


_ledger = click.option(
    "--ledger",
    default="twosource.db",
    show_default=True,
    envvar="TWOSOURCE_LEDGER",
    metavar="FILE|URL",
    help="The ledger: a file, or postgresql://… ($TWOSOURCE_LEDGER).",
)


@main.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@_ledger
@click.option("--threads", type=click.IntRange(min=1), default=1, show_default=True, help="Threads for the networks.")
@click.option("--published", type=Moment(), help="Day of publication of articles that do not state one.")
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


@main.command()
@_ledger
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True)
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="File to write.")
def export(ledger: str, form: str, output: Path | None) -> None:  # noqa: ARG001
    """Write everything in the ledger, one record a line.

    Records are articles, attributions, sources, propositions, links, origins and judgements, each with its "type";
    import brings all of it back.

    \b
    Examples:
      twosource export --output port.jsonl
      twosource export --ledger port.db | jq 'select(.type == "proposition")'
    """
    _refuse_overwriting(output, (ledger,))
    with orderly():
        from twosource.export.records import lines
        from twosource.ledger import Ledger

        with Ledger.open(ledger, create=False) as opened_ledger, opened_ledger.view() as view, opened(output) as stream:
            emit(lines(view), stream)


@main.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@_ledger
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


@main.command()
def demo() -> None:
    """Show the bundled example: one article's attributions, and a summary of all twelve.

    The example is a fictional explosion in a fictional port, told by fictional outlets over three days.

    \b
    Example:
      twosource demo
    """
    with orderly():
        from twosource.pipeline import extract as run

        failures = Failures()
        results = list(run([str(story_folder())], on_error=failures.add))
        with opened(None) as stream:
            paper = screen(stream)
            for article, attributions in results:
                if SHOWN_BY_DEMO in article.source:
                    emit(paper.article(article, attributions), stream)
            emit(["All articles of the example:\n\n"], stream)
            emit(paper.overview(results), stream)
        failures.settle()


def story_folder() -> Path:
    """The example's articles: in the source tree, or else where the wheel puts them."""
    package = Path(__file__).parent
    for base in (package.parent, package):
        if (folder := base / "examples" / "port-ansel").is_dir():
            return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder
    raise TwosourceError("the example is not part of this installation")


def _refuse_overwriting(output: Path | None, sources: tuple[str, ...]) -> None:
    if output and output.exists() and any(Path(source).exists() and output.samefile(source) for source in sources):
        raise click.UsageError(f"--output would overwrite the source {output}")


def _default_format(output: Path | None, stream: TextIO) -> Format:
    if output and output.suffix.lower() == ".csv":
        return "csv"
    return "table" if stream.isatty() else "jsonl"


def _form(form: Format, stream: TextIO) -> Form:
    from twosource.export import csv, jsonl

    return {"jsonl": jsonl.lines, "csv": csv.lines, "table": screen(stream).lines}[form]
