"""``twosource --version``."""

from __future__ import annotations

import click


def version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    """Print the release on the first line, and what records that it makes say of it on the second."""
    if not wanted or context.resilient_parsing:
        return
    from twosource import __version__
    from twosource.making import made_by

    click.echo(f"twosource {__version__}\nrecords are made by: {made_by()}")
    context.exit()
