"""Propositions with their origins, brought up to date around the accounts that came, went, or changed their source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.across import Account, Judgement, Link, Origin, Proposition, Source, proposition_id
from twosource.ledger import View, Writer, accounts_in
from twosource.link.groups import ENOUGH, Pair, groups
from twosource.link.stances import stances
from twosource.link.verdicts import pair_verdicts, rejected
from twosource.link.wording import central, wording
from twosource.origins import Copy, Standing, origins, status
from twosource.upkeep import copies

Made = tuple[Proposition, tuple[Origin, ...]]


@dataclass(frozen=True, slots=True)
class _Known:
    """What the propositions of some accounts are made from, read once for all of them. ``copies`` are by the left
    article."""

    accounts: Mapping[str, Account]
    links: Sequence[Link]
    copies: Mapping[str, Sequence[Copy]]
    source_of: Callable[[str, int], Source | None]
    judgements: Sequence[Judgement]


def update(writer: Writer, touched: Collection[str], *, retired: Collection[str] = ()) -> None:
    """Regroup all that hangs together with ``touched`` accounts, and what ``retired`` ones leave behind."""
    judgements = writer.judgements()
    find = accounts_in(writer)
    same, apart = pair_verdicts(judgements, find)
    gone = {*retired, *rejected(judgements, find)}
    left_behind = _beside(writer, {*touched, *retired})
    ids, links = _component(writer, {*touched, *left_behind}, same, gone)
    before = set(writer.proposition_of([*ids, *gone]).values())
    known = _read(writer, ids - gone, links, judgements)
    scores = {(link.left, link.right): link.score for link in known.links}
    made = list(_made(known, groups(known.accounts, scores, same=same, apart=apart)))
    writer.drop_propositions(sorted(before))
    writer.put_propositions([found for found, _ in made], [origin for _, own in made for origin in own])


def standing(view: View, accounts: Iterable[str]) -> Standing:
    """How the support of a proposition of ``accounts`` would stand, whatever they are grouped with now."""
    ids = set(accounts)
    known = _read(view, ids, view.links_at(ids), view.judgements())
    members = sorted(known.accounts.values(), key=lambda account: account.order)
    return _standing(known, members, central(members, known.links), known.links)


def _read(view: View, ids: Collection[str], links: Iterable[Link], judgements: Sequence[Judgement]) -> _Known:
    accounts = view.accounts(sorted(ids))
    shared: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies.between(view, {account.article.id for account in accounts.values()}):
        shared[copy.left].append(copy)
    return _Known(
        accounts=accounts,
        links=[link for link in links if link.left in accounts and link.right in accounts],
        copies=shared,
        source_of=_sources(view, accounts.values()),
        judgements=judgements,
    )


def _beside(view: View, accounts: Collection[str]) -> set[str]:
    """The members of the propositions that ``accounts`` belong to."""
    ids = sorted(set(view.proposition_of(accounts).values()))
    return {one for found in view.propositions(ids) for one in found.attributions}


def _component(
    view: View, start: Collection[str], same: Collection[Pair], gone: Collection[str]
) -> tuple[set[str], list[Link]]:
    """All accounts that links strong enough to join, or verdicts, lead to; and all links among them."""
    beside: dict[str, set[str]] = defaultdict(set)
    for left, right in same:
        beside[left].add(right)
        beside[right].add(left)
    reached: set[str] = set()
    found: dict[Pair, Link] = {}
    edge = set(start) - set(gone)
    while edge:
        reached |= edge
        ahead = {other for one in edge for other in beside[one]}
        for link in view.links_at(edge):
            found[link.left, link.right] = link
            if link.score >= ENOUGH:
                ahead |= {link.left, link.right}
        ahead |= _beside(view, ahead - reached)
        edge = ahead - reached - set(gone)
    return reached, [link for pair, link in sorted(found.items()) if set(pair) <= reached]


def _made(known: _Known, parts: Iterable[tuple[str, ...]]) -> Iterator[Made]:
    """The proposition of each part, and its origins."""
    listed = list(parts)
    part_of = {one: number for number, part in enumerate(listed) for one in part}
    inside: dict[int, list[Link]] = defaultdict(list)
    for link in known.links:
        if part_of[link.left] == part_of[link.right]:
            inside[part_of[link.left]].append(link)
    for number, part in enumerate(listed):
        members = sorted((known.accounts[one] for one in part), key=lambda account: account.order)
        yield _proposition(known, members, inside[number])


def _proposition(known: _Known, members: list[Account], links: Sequence[Link]) -> Made:
    named_after = central(members, links)
    support = _standing(known, members, named_after, links)
    said = sorted(account.when for account in members if account.when)
    found = Proposition(
        attributions=tuple(account.id for account in members),
        wording=wording(named_after.quote),
        status=status(members, support, links),
        independent=support.independent,
        first_said=said[0] if said else None,
        last_said=said[-1] if said else None,
    )
    return found, support.origins


def _standing(known: _Known, members: list[Account], named_after: Account, links: Sequence[Link]) -> Standing:
    articles = {account.article.id for account in members}
    within = [copy for left in sorted(articles) for copy in known.copies.get(left, ()) if copy.right in articles]
    return origins(
        members,
        proposition=proposition_id([account.id for account in members]),
        source_of=known.source_of,
        copies=within,
        judgements=known.judgements,
        stances=stances(members, named_after.id, links),
    )


def _sources(view: View, accounts: Iterable[Account]) -> Callable[[str, int], Source | None]:
    of = view.source_of((one.id, place) for one in accounts for place in range(len(one.attribution.chain)))
    known = {found.id: found for found in view.sources(sorted(set(of.values())))}

    def find(attribution: str, place: int) -> Source | None:
        return known.get(of.get((attribution, place), ""))

    return find
