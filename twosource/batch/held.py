"""Records in memory, shown to :mod:`twosource.export.tables` as a ledger shows its own: one code makes both tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from twosource import making
from twosource.across import Account, Link, Origin, Proposition, Source
from twosource.records import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Some records, in the order in which their rows are to be, all made by what runs now. ``told`` are the accounts
    of each article, by its id and in the order of its text; ``groups`` and ``speakers`` their propositions and the
    sources at the end of their chains."""

    found: Sequence[Article] = ()
    told: Mapping[str, Sequence[Account]] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    speakers: Mapping[str, str] = field(default_factory=dict)
    known: Sequence[Source] = ()
    linked: Sequence[Link] = ()
    grouped: Sequence[Proposition] = ()
    rooted: Sequence[Origin] = ()

    def articles(self) -> Iterator[Article]:
        """All articles."""
        yield from self.found

    def made_by(self, article_ids: Iterable[str]) -> dict[str, str]:
        """What found the attributions of articles: what finds them here."""
        return dict.fromkeys(article_ids, making.made_by())

    def attributions_of(self, article_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The ids of the attributions of articles, in the order of the text."""
        return {one: tuple(account.id for account in self.told.get(one, ())) for one in article_ids}

    def keys(self, space: str, items: Iterable[str]) -> dict[str, set[str]]:  # noqa: ARG002 - as a view is asked
        """No keys: here nobody judged anything, and what has no keys is as it was found."""
        return {item: set() for item in items}

    def accounts(self, ids: Iterable[str]) -> dict[str, Account]:
        """The accounts of those ids."""
        every = {account.id: account for own in self.told.values() for account in own}
        return {one: every[one] for one in ids}

    def speaker_of(self, accounts: Iterable[Account]) -> dict[str, str]:
        """The source at the end of each chain."""
        return {one.id: self.speakers[one.id] for one in accounts if one.id in self.speakers}

    def proposition_of(self, attribution_ids: Iterable[str]) -> dict[str, str]:
        """The proposition of each attribution."""
        return {one: self.groups[one] for one in attribution_ids if one in self.groups}

    def sources(self) -> Iterator[Source]:
        """All sources."""
        yield from (replace(found, made_by=making.made_by()) for found in self.known)

    def links(self) -> Iterator[Link]:
        """All links."""
        yield from (replace(found, made_by=making.made_by()) for found in self.linked)

    def propositions(self) -> Iterator[Proposition]:
        """All propositions."""
        yield from (replace(found, made_by=making.made_by()) for found in self.grouped)

    def origins(self) -> Iterator[Origin]:
        """All origins."""
        yield from self.rooted
