"""``twosource batch``."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from twosource.commands import options
from twosource.console import FAILED, INTERRUPTED, complain, emit, opened, orderly

if TYPE_CHECKING:
    from twosource.batch import Job, Report, Watch


@click.command()
@click.argument("sources", metavar="IN...", nargs=-1, required=True)
@click.argument("out", metavar="OUT")
@click.option(
    "--runner", type=click.Choice(["local", "ray"]), default="local", show_default=True, help="Where it runs."
)
@click.option("--address", metavar="URL", help="The Ray cluster, such as ray://head:10001.")
@click.option("--partitions", type=click.IntRange(min=1), help="Into how many parts IN is cut; by size if not given.")
@click.option(
    "--threads", type=click.IntRange(min=1), help="Articles attributed at a time; as many as cores if not given."
)
@options.published
@click.option("--resume/--no-resume", default=True, show_default=True, help="Keep what an earlier run finished.")
@click.option("--format", "form", type=click.Choice(["parquet"]), default="parquet", show_default=True)
def batch(sources: tuple[str, ...], out: str, form: str, **chosen: Any) -> None:  # noqa: ARG001 - one form so far
    """Read each IN, of millions of articles if need be, into Parquet tables below OUT.

    An IN is a file or a folder of HTML, text, PDF, WARC, JSON lines or Parquet of articles; it and OUT may lie in an
    object store (s3://, gs://, abfs://). The tables are those of export --format parquet, each a folder of files, and
    "errors": what could not be read, and why. On the same articles they are what a ledger would export.

    Run it again to go on after it was interrupted, or when IN has changed: what is finished is not done twice. If
    anything is in the table of errors, the exit status is 1. Needs Daft: pip install 'twosource[batch]'.

    \b
    Examples:
      twosource batch clippings/ tables/
      twosource batch --threads 32 crawl-2031-10/*.warc.gz articles.parquet tables/
      twosource batch --runner ray --address ray://head:10001 s3://news/2031/ s3://news-tables/2031/
    """
    with orderly():
        from twosource.batch import Job
        from twosource.batch.progress import Progress

        given = {name: value for name, value in chosen.items() if value is not None}
        job = Job(sources=sources, out=out, **given)
        progress = Progress(sys.stderr)
        report = _interruptibly(job, progress)
        progress.hide()
        with opened(None) as stream:
            emit(_closing(job, report), stream)
        if report.errors:
            raise click.exceptions.Exit(FAILED)


def _interruptibly(job: Job, progress: Watch) -> Report:
    """Run in a thread, so that an interruption is heard: the engine would take it for its own, and end in a crash."""
    import threading

    from twosource.batch import run

    results: list[Report] = []
    failures: list[BaseException] = []

    def work() -> None:
        try:
            results.append(run(job, progress))
        except BaseException as error:
            failures.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    try:
        while thread.is_alive():
            thread.join(0.2)
    except KeyboardInterrupt:
        complain("interrupted; what is finished is kept, and the same command goes on from there")
        sys.stderr.flush()
        os._exit(INTERRUPTED)
    if failures:
        raise failures[0]
    return results[0]


def _closing(job: Job, report: Report) -> list[str]:
    """What it came to, a line a table."""
    from twosource.batch.progress import counted

    before = f", {report.kept:,} of them finished before" if report.kept else ""
    lines = [
        f"{counted(report.read, 'article')} read from {counted(report.files, 'file')} "
        f"in {counted(report.partitions, 'partition')}{before}, {report.seconds:,.0f} s\n"
    ]
    lines += [f"{rows:12,}  {job.out.rstrip('/')}/{name}\n" for name, rows in report.rows.items()]
    return lines
