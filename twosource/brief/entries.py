"""Propositions out of a ledger, as a brief tells them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.across import Account, Link, Origin, Proposition, Source
from twosource.brief import clauses
from twosource.brief.figures import figures
from twosource.brief.lead import lead, missing
from twosource.brief.records import Entry, Statement
from twosource.brief.stance import stance
from twosource.brief.steps import steps
from twosource.ledger import View, tied
from twosource.ledger.glance import unmentioned
from twosource.records import Polarity


@dataclass(frozen=True, slots=True)
class _Known:
    """All that a ledger holds of some propositions."""

    accounts: Mapping[str, Account]
    origins: Mapping[str, Sequence[Origin]]
    links: Mapping[str, Sequence[Link]]
    sources: Mapping[str, Source]


def entries(view: View, propositions: Sequence[Proposition], *, linked: bool = True) -> Iterator[Entry]:
    """What a brief says of each of ``propositions``, in their order. Links are left out where they are not wanted:
    five hundred statements have a hundred thousand."""
    known = _known(view, propositions, linked=linked)
    yield from (_entry(found, known) for found in propositions)


def _known(view: View, propositions: Sequence[Proposition], *, linked: bool) -> _Known:
    proposition_of = {one: found.id for found in propositions for one in found.attributions}
    accounts = view.accounts(proposition_of)
    origins: dict[str, list[Origin]] = defaultdict(list)
    for origin in view.origins([found.id for found in propositions]):
        origins[origin.proposition].append(origin)
    links: dict[str, list[Link]] = defaultdict(list)
    for link in tied.within(view, proposition_of) if linked else ():
        if proposition_of[link.left] == proposition_of[link.right]:
            links[proposition_of[link.left]].append(link)
    source_of = view.speaker_of(accounts.values())
    # Who speaks often has ten thousand mentions, and a brief tells of none of them.
    by_id = {source.id: source for source in unmentioned(view, sorted(set(source_of.values())))}
    sources = {one: by_id[source] for one, source in source_of.items() if source in by_id}
    return _Known(accounts, origins, links, sources)


def _entry(proposition: Proposition, known: _Known) -> Entry:
    origins = tuple(known.origins.get(proposition.id, ()))
    towards = {one: origin.stance for origin in origins for one in origin.attributions}
    accounts = [known.accounts[one] for one in proposition.attributions if one in known.accounts]
    statements = tuple(
        _statement(account, towards.get(account.id, account.attribution.polarity), known.sources.get(account.id))
        for account in sorted(accounts, key=lambda account: account.order)
    )
    given = figures(statements)
    return Entry(
        proposition=proposition,
        lead=replace(
            lead(proposition.status, statements, origins=origins, figures=given, called=proposition.wording),
            proposition=proposition.id,
        ),
        statements=statements,
        origins=origins,
        links=tuple(known.links.get(proposition.id, ())),
        figures=given,
        steps=steps(proposition, statements, origins=origins, figures=given),
        sides=tuple(_sides(origins)),
        missing=missing(statements, origins),
    )


def _statement(account: Account, towards: Polarity, source: Source | None) -> Statement:
    return Statement(
        account=account,
        stance=stance(account, towards),
        speaker=clauses.speaker(account),
        chain=clauses.chain(account),
        source=source,
        when=account.when or None,
        context=clauses.context(account),
    )


def _sides(origins: Sequence[Origin]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The parties that more than nobody speaks for, in the order in which they were heard."""
    sides: dict[str, list[str]] = defaultdict(list)
    for origin in origins:
        if origin.side:
            sides[origin.side].append(origin.id)
    yield from ((side, tuple(ids)) for side, ids in sides.items())
