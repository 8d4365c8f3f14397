"""``twosource watch``."""

from __future__ import annotations

import functools
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from twosource.commands import options
from twosource.commands.stopping import Stop, stopping
from twosource.commands.watch_output import Format, writing
from twosource.console import FAILED, complain, orderly
from twosource.errors import TwosourceError

if TYPE_CHECKING:
    from twosource.across import Change
    from twosource.ledger import Added, Ledger
    from twosource.records import Article
    from twosource.watch.world import Add, Happening, World

_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_RARELY = timedelta(days=30)


class Pause(click.ParamType[timedelta]):
    """A length of time: ``15m``, ``2h``, ``1d``."""

    name = "time"

    def convert(self, value: str | timedelta, param: click.Parameter | None, ctx: click.Context | None) -> timedelta:
        """``value`` as a length of time, a minute at the least and thirty days at the most."""
        if isinstance(value, timedelta):
            return value
        match = re.fullmatch(r"([1-9]\d{0,4})([mhd])", value.strip().lower())
        pause = timedelta(**{_UNITS[match[2]]: int(match[1])}) if match else None
        if pause is None or pause > _RARELY:
            self.fail(f"{value!r} is not a time such as 15m, 2h or 1d (30d at the most)", param, ctx)
        return pause


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How often to look, and at what."""

    every: timedelta
    once: bool
    any_address: bool


def _pacing(command: Callable[..., None]) -> Callable[..., None]:
    """The options of looking, as one argument ``pace``."""

    @click.option("--every", type=Pause(), default="15m", show_default=True, help="How often to look: 15m, 2h, 1d.")
    @click.option("--once", is_flag=True, help="Look once at each feed that is due, and end.")
    @click.option("--any-address", is_flag=True, help="Read from private addresses and any port, and ask proxies.")
    @functools.wraps(command)
    def paced(*, every: timedelta, once: bool, any_address: bool, **given: Any) -> None:
        command(pace=Pace(every=every, once=once, any_address=any_address), **given)

    return paced


@click.command()
@click.argument("feeds", metavar="FEED...", nargs=-1, required=True)
@options.ledger
@_pacing
@click.option("--format", "form", type=click.Choice(["lines", "json", "atom"]), default="lines", show_default=True)
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="File to add to; atom: to write.")
def watch(feeds: tuple[str, ...], ledger: str, pace: Pace, form: Format, output: Path | None) -> None:
    """Keep adding what is new in each FEED, and say what it changes: a first denial, a confirmation, one more origin.

    A FEED is the address of an RSS or Atom feed, or a file of one. The pages of new entries are read into the ledger,
    where the feed itself has not all of their text; what they change is written to standard output, a line each (json:
    an object each; atom: a feed of the latest hundred), what else happens to standard error. It looks less often where
    a feed or its server asks for that, reads no page that a robots.txt asks not to read, and asks a server one thing at
    a time.

    Ctrl-c ends it after the article at hand, a second one at once. Started again it goes on where it was.

    \b
    Examples:
      twosource watch https://example.org/news.rss
      twosource watch --ledger port.db --every 1h https://example.org/news.rss https://example.net/atom.xml
      twosource watch --once --format json https://example.org/news.rss | jq 'select(.kind == "first-denial")'
      twosource watch --format atom --output changes.atom https://example.org/news.rss
    """
    options.refuse_overwriting(output, (ledger, *feeds))
    if form == "atom" and output is None and not pace.once:
        raise click.UsageError(
            "--format atom writes a whole file again and again: name it with --output, or add --once"
        )
    with orderly():
        from twosource.ledger import Ledger
        from twosource.watch import watch as run

        listed, failed = [_named(feed) for feed in feeds], False
        with Ledger.open(ledger) as opened_ledger, stopping() as stop, writing(opened_ledger, form, output) as write:
            world = _world(opened_ledger, stop, any_address=pace.any_address)
            for happening in run(listed, opened_ledger, world=world, every=pace.every, once=pace.once):
                failed = _failed(happening) or failed
                write(getattr(happening, "changes", ()))
        if pace.once and failed:
            raise click.exceptions.Exit(FAILED)


def _named(feed: str) -> str:
    """An address as it is, a file by its whole path: what is remembered of it must not depend on where one stands."""
    from twosource.watch.looking import is_file

    if not is_file(feed):
        return feed
    if feed == "-" or not Path(feed).is_file():
        raise TwosourceError(f"{feed}: neither an address nor a file of a feed")
    return str(Path(feed).resolve())


def _failed(happening: Happening) -> bool:
    """Say what happened, and whether it was a failure."""
    from twosource.watch import Failed
    from twosource.watch.status import status

    line = status(happening, now=datetime.now().astimezone())
    if isinstance(happening, Failed):
        complain(line)
        return True
    click.echo(line, err=True)
    return False


def _world(ledger: Ledger, stop: Stop, *, any_address: bool) -> World:
    from twosource.read import LIMIT
    from twosource.read.addresses import PUBLIC
    from twosource.read.fetch import answered
    from twosource.watch.world import World

    return World(
        ask=functools.partial(answered, limit=LIMIT, rule=None if any_address else PUBLIC),
        add=_adding(ledger),
        now=lambda: datetime.now(UTC),
        sleep=stop.wait,
        stopped=stop.wanted,
        chance=random.random,
    )


def _adding(ledger: Ledger) -> Add:
    from twosource.model.pairs import PairReader
    from twosource.pipeline import add_articles

    reader = functools.cache(PairReader)

    def add(article: Article) -> tuple[Added, Sequence[Change]]:
        changes: list[Change] = []
        ((_, addition),) = add_articles([article], ledger, reader=reader(), on_changes=changes.extend)
        return addition, changes

    return add
