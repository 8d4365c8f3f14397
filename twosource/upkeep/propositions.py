"""Propositions with their origins and cases, brought up to date around accounts that came, went, or changed their
source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.across import Account, Judgement, Link, Proposition, Source, proposition_id
from twosource.ledger import View, Writer
from twosource.link.groups import groups
from twosource.link.stances import stances
from twosource.link.wording import central, wording
from twosource.origins import Copy, Standing, origins, status
from twosource.review.cases import of_propositions
from twosource.review.look import Look
from twosource.upkeep import copies
from twosource.upkeep.judged import Judged
from twosource.upkeep.reach import Reach, beside


@dataclass(frozen=True, slots=True)
class _Known:
    """What the propositions of some accounts are made from, read once for all of them. ``copies`` are by the left
    article; ``judgements`` are those about origins."""

    accounts: Mapping[str, Account]
    links: Sequence[Link]
    copies: Mapping[str, Sequence[Copy]]
    source_of: Callable[[str, int], Source | None]
    judgements: Sequence[Judgement]


def update(
    writer: Writer, touched: Collection[str], *, judged: Judged, retired: Collection[str] = ()
) -> list[Proposition]:
    """Regroup all that hangs together with ``touched`` accounts, and what ``retired`` ones leave behind: the
    propositions that this gave."""
    left_behind = beside(writer, {*touched, *retired})
    reach = Reach(writer, judged)
    reach.follow({*touched, *left_behind} - set(retired))
    before = set(writer.proposition_of([*reach.accounts, *reach.out, *retired]).values())
    known = _read(writer, reach.accounts, reach.links, judged)
    scores = {(link.left, link.right): link.score for link in known.links}
    pairs = reach.pairs
    parts = groups(known.accounts, scores, same=pairs.same, apart=pairs.apart, leaving=pairs.leaving)
    looks = list(_looks(known, parts))
    writer.drop_propositions(sorted(before))
    found = [look.proposition for look in looks]
    writer.put_propositions(found, [origin for look in looks for origin in look.standing.origins])
    settled = judged.settled({account.article.id for account in known.accounts.values()})
    writer.put_cases([one.id for one in found], of_propositions(looks, known.links, settled))
    return found


def standing(view: View, accounts: Iterable[str]) -> Standing:
    """How the support of a proposition of ``accounts`` would stand, whatever they are grouped with now."""
    found = view.accounts(sorted(set(accounts)))
    known = _read(view, found, view.links_at(found), Judged(view))
    members = sorted(known.accounts.values(), key=lambda account: account.order)
    return _standing(known, members, central(members, known.links), known.links)


def _read(view: View, accounts: Mapping[str, Account], links: Iterable[Link], judged: Judged) -> _Known:
    articles = {account.article.id for account in accounts.values()}
    shared: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies.between(view, articles):
        shared[copy.left].append(copy)
    return _Known(
        accounts=accounts,
        links=[link for link in links if link.left in accounts and link.right in accounts],
        copies=shared,
        source_of=_sources(view, accounts.values()),
        judgements=judged.origins(articles),
    )


def _looks(known: _Known, parts: Iterable[tuple[str, ...]]) -> Iterator[Look]:
    """The proposition of each part, and what it stands on."""
    listed = list(parts)
    part_of = {one: number for number, part in enumerate(listed) for one in part}
    inside: dict[int, list[Link]] = defaultdict(list)
    for link in known.links:
        if part_of[link.left] == part_of[link.right]:
            inside[part_of[link.left]].append(link)
    for number, part in enumerate(listed):
        members = sorted((known.accounts[one] for one in part), key=lambda account: account.order)
        yield _look(known, members, inside[number])


def _look(known: _Known, members: list[Account], links: Sequence[Link]) -> Look:
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
    return Look(proposition=found, members=members, links=links, standing=support, central=named_after.id)


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
