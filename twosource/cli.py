"""The command line: one group, and the commands in :mod:`twosource.commands`."""

from __future__ import annotations

import click

from twosource.commands.batch import batch
from twosource.commands.brief import brief
from twosource.commands.demo import demo
from twosource.commands.extract import extract
from twosource.commands.keeping import backup, check
from twosource.commands.ledger import add, export, import_
from twosource.commands.redo import redo
from twosource.commands.serve import serve, token
from twosource.commands.version import version
from twosource.commands.watch import watch


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=version, help="Show the versions and exit."
)
def main() -> None:
    """Who says so, on whose word, how sure, who disagrees: news articles as cited data, offline."""


for _command in (extract, add, batch, brief, serve, token, watch, redo, export, import_, backup, check, demo):
    main.add_command(_command)
