"""What a ledger holds of the things that people judge, read once for many of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twosource import upkeep
from twosource.across import Account, Anchor, Case, Judgement, Source
from twosource.ledger import View
from twosource.link.verdicts import anchored
from twosource.records import Mention
from twosource.room.judging_given import ends, given
from twosource.room.judging_things import Thing, mention_at


class Known:
    """A state of the ledger as those who judge need it. It reads as it is asked, and nothing twice."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._given = given(view)
        self._accounts: dict[str, Account | None] = {}
        self._sources: dict[str, Source | None] = {}
        self._article_of: dict[str, str | None] = {}
        self._inside: dict[str, Sequence[Account]] = {}
        self._members: dict[str, tuple[str, ...]] = {}
        self._seams: dict[str, tuple[Anchor, Anchor] | None] = {}

    @property
    def judgements(self) -> Sequence[Judgement]:
        """All of them, oldest first."""
        return self._given.all

    def read(self, things: Iterable[Thing]) -> None:
        """Read what ``things`` name at once: quicker than one by one."""
        listed = list(things)
        sources = [one for thing in listed if thing.about == "source" for one in thing.ends]
        others = [one for thing in listed if thing.about != "source" for one in thing.ends]
        self._sources |= {one.id: one for one in self.view.sources(sorted(set(sources)))}
        self.accounts(sorted({*others, *map(_attribution, sources)}))

    def account(self, id_: str) -> Account | None:
        """The attribution of that id, current or not, with its article."""
        if id_ not in self._accounts:
            self._accounts[id_] = self.view.accounts([id_]).get(id_)
        return self._accounts[id_]

    def accounts(self, ids: Iterable[str]) -> dict[str, Account]:
        """Those of ``ids`` that are there, in their order."""
        listed = list(dict.fromkeys(ids))
        absent = [one for one in listed if one not in self._accounts]
        self._accounts |= dict.fromkeys(absent) | self.view.accounts(absent)
        return {one: account for one in listed if (account := self._accounts[one])}

    def source(self, id_: str) -> Source | None:
        """The source of that id."""
        if id_ not in self._sources:
            self._sources[id_] = next(self.view.sources([id_]), None)
        return self._sources[id_]

    def mention(self, id_: str) -> tuple[Account, Mention] | None:
        """The mention ``attribution/place``, with the account that it stands in."""
        named = mention_at(id_)
        account = self.account(named[0]) if named else None
        if named is None or account is None or named[1] >= len(account.attribution.chain):
            return None
        return account, account.attribution.chain[named[1]]

    def members(self, proposition_id: str) -> tuple[str, ...]:
        """The attributions of a proposition, earliest first; none where there is no such proposition."""
        if proposition_id not in self._members:
            found = self.view.propositions([proposition_id])
            self._members[proposition_id] = next((one.attributions for one in found), ())
        return self._members[proposition_id]

    def holds(self, one: Judgement) -> bool:
        """Whether nobody took ``one`` back, and it takes none back itself."""
        return one.verdict != "withdrawn" and one.id not in self._given.withdrawals

    def judgement(self, id_: str) -> Judgement | None:
        """The judgement of that id."""
        return self._given.by_id.get(id_)

    def withdrawals(self, id_: str) -> Sequence[Judgement]:
        """What took a judgement back, oldest first."""
        return self._given.withdrawals.get(id_, ())

    def naming(self, names: Iterable[str]) -> list[Judgement]:
        """The judgements that have an end of such a record or in such an article, oldest first."""
        found = {one.id: one for name in names for one in self._given.naming.get(name, ())}
        self._standing_in(end.record for one in found.values() if one.about != "source" for end in ends(one))
        return sorted(found.values(), key=lambda one: (one.made_at, one.id))

    def articles_of(self, attributions: Iterable[str]) -> set[str]:
        """The articles in which any of ``attributions`` stands."""
        return {article for article in self._standing_in(attributions).values() if article}

    def _standing_in(self, attributions: Iterable[str]) -> dict[str, str | None]:
        listed = list(dict.fromkeys(attributions))
        absent = [one for one in listed if one not in self._article_of]
        self._article_of |= dict.fromkeys(absent) | (self.view.article_of(absent) if absent else {})
        return {one: self._article_of[one] for one in listed}

    def inside(self, article_id: str) -> Sequence[Account]:
        """All that is attributed in an article, current or not."""
        if article_id not in self._inside:
            ids = self.view.attributions_of([article_id])[article_id]
            self._inside[article_id] = list(self.accounts(ids).values())
        return self._inside[article_id]

    def attribution_at(self, anchor: Anchor) -> str:
        """The attribution that ``anchor`` is about now; the id that it had, where it is not found."""
        # Mostly it is there by its id: then nothing needs to be read.
        if anchor.article and self._standing_in([anchor.record])[anchor.record] == anchor.article:
            return anchor.record
        return anchored(anchor, self.inside) or anchor.record

    def forms(self, anchor: Anchor) -> set[str]:
        """The attribution that ``anchor`` is about, what it corrects, and all corrections of that."""
        at = self.attribution_at(anchor)
        inside = self.inside(anchor.article) if anchor.article else ()
        return {at, anchor.record} | {one.id for one in inside if self.first(one.id) == self.first(at)}

    def first(self, id_: str) -> str:
        """What a correction, or what that corrects in turn, began with: the attribution that the network found. Any
        other id stays as it is."""
        before = self._given.corrections.get(id_)
        return self.first(before) if before else id_

    def seam(self, source_id: str) -> tuple[Anchor, Anchor] | None:
        """The two mentions that the least sure join of a source brought together, where a score did."""
        if source_id not in self._seams:
            self._seams[source_id] = self._seam(source_id)
        return self._seams[source_id]

    def _seam(self, source_id: str) -> tuple[Anchor, Anchor] | None:
        if self.source(source_id) is None:
            return None
        left, right = upkeep.ends(self.view, Case(about="source", left=source_id, doubt=0.0, worth=0.0))
        return (left, right) if right else None

    def mention_at(self, anchor: Anchor) -> str | None:
        """The mention that an anchor points at, as ``attribution/place``; of several the first."""
        return min((one for one in self.sources_at(anchor) if mention_at(one)), default=None)

    def sources_at(self, anchor: Anchor) -> frozenset[str]:
        """What an anchor of a source goes by now: the id that it had, the mention that it points at, its source."""
        accounts = self.inside(anchor.article) if anchor.article and anchor.span else ()
        places = [
            (account.id, at)
            for account in accounts
            for at, link in enumerate(account.attribution.chain)
            if link.span == anchor.span
        ]
        found = {anchor.record, *(f"{attribution}/{at}" for attribution, at in places)}
        if places:
            found |= set(self.view.source_of(places).values())
        return frozenset(found)


def _attribution(id_: str) -> str:
    named = mention_at(id_)
    return named[0] if named else id_
