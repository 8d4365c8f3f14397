"""Statements and the links between them → propositions with what they stand on: a pure function of what is known of
them, the same for a ledger and for a batch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from twosource.across import Account, Judgement, Link, Proposition, Source, proposition_id
from twosource.link.stances import stances
from twosource.link.wording import central, wording
from twosource.origins import Copy, Standing, origins, status
from twosource.review.look import Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """All that must be known to group some statements: ``accounts`` by id, the ``links`` among them, the ``copies``
    among their articles by the left one, the source of each mention, and the ``judgements`` about origins."""

    accounts: Mapping[str, Account]
    links: Sequence[Link] = ()
    copies: Mapping[str, Sequence[Copy]] = field(default_factory=dict)
    source_of: Callable[[str, int], Source | None] = lambda attribution, place: None  # noqa: ARG005
    judgements: Sequence[Judgement] = ()


def propose(bundle: Bundle, parts: Iterable[Iterable[str]]) -> Iterator[Look]:
    """The proposition of each of ``parts``, a partition of the accounts of ``bundle``, in that order."""
    listed = [tuple(part) for part in parts]
    part_of = {one: number for number, part in enumerate(listed) for one in part}
    inside: dict[int, list[Link]] = defaultdict(list)
    for link in bundle.links:
        if part_of[link.left] == part_of[link.right]:
            inside[part_of[link.left]].append(link)
    for number, part in enumerate(listed):
        yield _look(bundle, in_order(bundle.accounts[one] for one in part), inside[number])


def support(bundle: Bundle) -> Standing:
    """How the support of all accounts of ``bundle`` would stand, were they one proposition."""
    members = in_order(bundle.accounts.values())
    return _standing(bundle, members, central(members, bundle.links), bundle.links)


def in_order(accounts: Iterable[Account]) -> list[Account]:
    """By :attr:`Account.order`."""
    return sorted(accounts, key=lambda account: account.order)


def _look(bundle: Bundle, members: list[Account], links: Sequence[Link]) -> Look:
    named_after = central(members, links)
    standing = _standing(bundle, members, named_after, links)
    said = sorted(account.when for account in members if account.when)
    found = Proposition(
        attributions=tuple(account.id for account in members),
        wording=wording(named_after.quote),
        status=status(members, standing, links),
        independent=standing.independent,
        first_said=said[0] if said else None,
        last_said=said[-1] if said else None,
    )
    return Look(proposition=found, members=members, links=links, standing=standing, central=named_after.id)


def _standing(bundle: Bundle, members: list[Account], named_after: Account, links: Sequence[Link]) -> Standing:
    articles = {account.article.id for account in members}
    within = [copy for left in sorted(articles) for copy in bundle.copies.get(left, ()) if copy.right in articles]
    return origins(
        members,
        proposition=proposition_id([account.id for account in members]),
        source_of=bundle.source_of,
        copies=within,
        judgements=bundle.judgements,
        stances=stances(members, named_after.id, links),
    )
