"""The command line: one group, and the commands in :mod:`twosource.commands`."""

from __future__ import annotations

import click

from twosource import __version__
from twosource.commands.batch import batch
from twosource.commands.brief import brief
from twosource.commands.demo import demo
from twosource.commands.extract import extract
from twosource.commands.ledger import add, export, import_
from twosource.commands.serve import serve, token
from twosource.commands.watch import watch


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", message="%(prog)s %(version)s", prog_name="twosource")
def main() -> None:
    """Who says so, on whose word, how sure, who disagrees: news articles as cited data, offline."""


for _command in (extract, add, batch, brief, serve, token, watch, export, import_, demo):
    main.add_command(_command)
