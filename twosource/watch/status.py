"""What happens while watching, in lines for whoever looks on."""

from __future__ import annotations

from datetime import datetime

from twosource.export.added import line as added_line
from twosource.export.words import day, plain
from twosource.watch.schedule import ENDED
from twosource.watch.world import Added, Failed, Happening, Looked


def status(happening: Happening, *, now: datetime) -> str:
    """One line, without a line feed at its end; times are those of ``now``'s zone."""
    if isinstance(happening, Added):
        return added_line(happening.article, happening.addition).rstrip("\n")
    if isinstance(happening, Failed):
        again = f"; again {_at(happening.next_at, now)}" if happening.next_at else ""
        return f"{plain(str(happening.error))}{again}"
    if happening.next_at >= ENDED:
        return f"{plain(happening.feed)}: has ended"
    if isinstance(happening, Looked):
        entries = f"{happening.entries} {'entry' if happening.entries == 1 else 'entries'}"
        found = "unchanged" if happening.entries is None else f"{happening.new} new of {entries}"
        return f"{plain(happening.feed)}: {found}; next look {_at(happening.next_at, now)}"
    return f"{plain(happening.feed)}: next look {_at(happening.next_at, now)}"


def _at(time: datetime, now: datetime) -> str:
    local = time.astimezone(now.tzinfo)
    on = "" if local.date() == now.date() else f"on {day(local.date())} "
    return f"{on}at {local:%H:%M}"
