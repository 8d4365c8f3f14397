"""Propositions with their origins and cases, brought up to date around accounts that came, went, or changed their
source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

from twosource.across import Account, Link, Proposition, Source
from twosource.ledger import View, Writer
from twosource.link.groups import groups
from twosource.origins import Copy, Standing
from twosource.propose import Bundle, propose, support
from twosource.review.cases import of_propositions
from twosource.upkeep import copies
from twosource.upkeep.judged import Judged
from twosource.upkeep.reach import Reach, beside


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
    looks = list(propose(known, parts))
    writer.drop_propositions(sorted(before))
    found = [look.proposition for look in looks]
    writer.put_propositions(found, [origin for look in looks for origin in look.standing.origins])
    settled = judged.settled({account.article.id for account in known.accounts.values()})
    writer.put_cases([one.id for one in found], of_propositions(looks, known.links, settled))
    return found


def standing(view: View, accounts: Iterable[str]) -> Standing:
    """How the support of a proposition of ``accounts`` would stand, whatever they are grouped with now."""
    found = view.accounts(sorted(set(accounts)))
    return support(_read(view, found, view.links_at(found), Judged(view)))


def _read(view: View, accounts: Mapping[str, Account], links: Iterable[Link], judged: Judged) -> Bundle:
    articles = {account.article.id for account in accounts.values()}
    shared: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies.between(view, articles):
        shared[copy.left].append(copy)
    return Bundle(
        accounts=accounts,
        links=[link for link in links if link.left in accounts and link.right in accounts],
        copies=shared,
        source_of=_sources(view, accounts.values()),
        judgements=judged.origins(articles),
    )


def _sources(view: View, accounts: Iterable[Account]) -> Callable[[str, int], Source | None]:
    of = view.source_of((one.id, place) for one in accounts for place in range(len(one.attribution.chain)))
    known = {found.id: found for found in view.sources(sorted(set(of.values())))}

    def find(attribution: str, place: int) -> Source | None:
        return known.get(of.get((attribution, place), ""))

    return find
