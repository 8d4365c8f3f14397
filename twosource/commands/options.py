"""Options and arguments that several commands take."""

from __future__ import annotations

import contextlib
from datetime import date, datetime
from pathlib import Path

import click


class Moment(click.ParamType[str]):
    """A date, or a date and a time, in ISO 8601."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """``value`` as ISO 8601 writes it in full."""
        for parse in (date.fromisoformat, datetime.fromisoformat):
            with contextlib.suppress(ValueError):
                return parse(value).isoformat()
        return self.fail(f"{value!r} is not a date such as 2025-03-04 or 2025-03-04T21:15+02:00", param, ctx)


ledger = click.option(
    "--ledger",
    default="twosource.db",
    show_default=True,
    envvar="TWOSOURCE_LEDGER",
    metavar="FILE|URL",
    help="The ledger: a file, or postgresql://… ($TWOSOURCE_LEDGER).",
)

output = click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="File to write.")
published = click.option("--published", type=Moment(), help="Day of publication of articles that do not state one.")


def refuse_overwriting(output: Path | None, sources: tuple[str, ...]) -> None:
    """Complain where ``output`` is one of the files that are read."""
    if output and output.exists() and any(Path(source).exists() and output.samefile(source) for source in sources):
        raise click.UsageError(f"--output would overwrite the source {output}")
