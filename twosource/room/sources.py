"""Who is heard: sources, those mentioned most first, a piece at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from twosource.across import Account, Source
from twosource.brief.clauses import named
from twosource.export.words import plain
from twosource.ledger import View
from twosource.ledger.glance import unmentioned
from twosource.ledger.listing import Key
from twosource.records import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A source in a list: what it is called, and how many ``mentions`` of it there are in chains."""

    source: Source
    label: str
    mentions: int

    def as_dict(self) -> dict[str, Any]:
        """An element of ``items``."""
        return {**known(self.source, self.label), "mentions": self.mentions}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heards:
    """A piece of the list; ``next`` is where the next one goes on, if there is one."""

    items: tuple[Heard, ...]
    next: Key | None


def sources(
    view: View, *, name: str | None = None, kind: Kind | None = None, limit: int = 25, after: Key | None = None
) -> Heards:
    """The sources, those mentioned most first: those with ``name`` in a name, in their role or in whom they speak for,
    in any case, and of that ``kind``."""
    listed = view.sources_listed(name=name, kind=kind, limit=limit + 1, after=after)
    mentions = {one.id: int(one.key) for one in listed[:limit]}
    found = {one.id: one for one in unmentioned(view, mentions)}
    labels = dict(labelled(view, found.values()))
    last = listed[limit - 1] if len(listed) > limit else None
    return Heards(
        items=tuple(
            Heard(source=found[one], label=labels[one], mentions=number)
            for one, number in mentions.items()
            if one in found
        ),
        next=(last.key, last.id) if last else None,
    )


def labelled(view: View, found: Iterable[Source]) -> Iterator[tuple[str, str]]:
    """Each source's id and what it is called in words."""
    listed = list(found)
    seeds = [one.seed for one in listed if one.seed and not one.name]
    accounts = view.accounts(attribution for attribution, _ in seeds)
    yield from ((one.id, label(one, accounts)) for one in listed)


def label(source: Source, accounts: Mapping[str, Account]) -> str:
    """What a source is called: its name; of one that is never named, what its earliest mention calls it, which is among
    ``accounts`` ("unnamed official (Mill Board)")."""
    if source.name:
        return plain(source.name)
    attribution, place = source.seed or source.mentions[0]
    account = accounts.get(attribution)
    if account is None or place >= len(account.attribution.chain):
        return plain(source.role or source.kind)
    return named(account.attribution.chain[place], account.article)


def known(source: Source, called: str) -> dict[str, Any]:
    """A source on the wire, without its mentions, of which it may have thousands."""
    return {
        "id": source.id,
        "label": called,
        "name": source.name,
        "names": list(source.names),
        "kind": source.kind,
        "anonymity": source.anonymity,
        "role": source.role,
        "affiliation": source.affiliation,
    }
