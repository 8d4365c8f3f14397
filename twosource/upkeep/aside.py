"""Which attributions count, kept beside them: brought up to date where somebody judged an extraction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from twosource.ledger import Writer
from twosource.ledger.aside import Why, aside, set_aside
from twosource.upkeep import links
from twosource.upkeep.judged import Judged


def settle(writer: Writer, articles: Iterable[str], *, judged: Judged) -> tuple[set[str], set[str]]:
    """The accounts of current ``articles`` that count again, and those that do so no longer, with their links."""
    inside = writer.attributions_of(sorted({one.id for one in writer.articles(sorted(set(articles)))}))
    before = cast("Mapping[str, Why]", aside(writer, [one for ids in inside.values() for one in ids]))
    now = judged.out(inside)
    changed = {one: now.get(one) for one in sorted(before.keys() | now.keys()) if before.get(one) != now.get(one)}
    back, out = before.keys() - now.keys(), now.keys() - before.keys()
    set_aside(writer, changed)
    links.withhold(writer, sorted(out))
    links.restore(writer, sorted(back))
    return set(back), set(out)


def forget(writer: Writer, accounts: Iterable[str]) -> None:
    """Nothing is kept of accounts that are no longer current."""
    set_aside(writer, dict.fromkeys(accounts))
