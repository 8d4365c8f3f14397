"""Statements and the links between them → propositions with their origins, a bundle at a time.

A bundle is all that must be known to group some statements: those that strong links connect, or, of an article, those
that none connects with anything. What is made of it is what a ledger makes of the same statements.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from twosource import wire
from twosource.across import Account, Link, Origin, Proposition, Source, proposition_id
from twosource.batch.rows import accounts_of, article_of, lot
from twosource.batch.sources import light
from twosource.link.groups import groups
from twosource.link.stances import stances
from twosource.link.wording import central, wording
from twosource.origins import Copy, origins, status

Rows = Sequence[Mapping[str, Any]]
Made = tuple[Proposition, tuple[Origin, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """``accounts`` by id, the ``links`` among them, the ``copies`` among their articles by the left one, and the
    source of each mention."""

    accounts: Mapping[str, Account]
    links: Sequence[Link] = ()
    copies: Mapping[str, Sequence[Copy]] = field(default_factory=dict)
    source_of: Callable[[str, int], Source | None] = lambda attribution, place: None  # noqa: ARG005


def proposed(bundle: Bundle) -> Iterator[Made]:
    """The propositions of a bundle, sorted by their members, each with its origins."""
    scores = {(link.left, link.right): link.score for link in bundle.links}
    parts = groups(bundle.accounts, scores)
    part_of = {one: number for number, part in enumerate(parts) for one in part}
    inside: dict[int, list[Link]] = defaultdict(list)
    for link in bundle.links:
        if part_of[link.left] == part_of[link.right]:
            inside[part_of[link.left]].append(link)
    for number, part in enumerate(parts):
        yield _proposition(bundle, [bundle.accounts[one] for one in part], inside[number])


def _proposition(bundle: Bundle, found: Sequence[Account], links: Sequence[Link]) -> Made:
    members = sorted(found, key=lambda account: account.order)
    ids = tuple(account.id for account in members)
    named_after = central(members, links)
    articles = {account.article.id for account in members}
    support = origins(
        members,
        proposition=proposition_id(ids),
        source_of=bundle.source_of,
        copies=[copy for left in sorted(articles) for copy in bundle.copies.get(left, ()) if copy.right in articles],
        stances=stances(members, named_after.id, links),
    )
    said = sorted(account.when for account in members if account.when)
    made = Proposition(
        attributions=ids,
        wording=wording(named_after.quote),
        status=status(members, support, links),
        independent=support.independent,
        first_said=said[0] if said else None,
        last_said=said[-1] if said else None,
    )
    return made, support.origins


def bundle_of(articles: Rows, links: Rows | None, copies: Rows | None, mentions: Rows | None) -> Bundle:
    """A bundle back from its rows: each article's ``record``, and what is ``told`` in it that is in the bundle."""
    accounts: dict[str, Account] = {}
    for row in articles:
        accounts |= {account.id: account for account in accounts_of(article_of(row["record"]), row["told"])}
    shared: dict[str, list[Copy]] = defaultdict(list)
    for row in copies or ():
        copy = _copy(json.loads(row["copy"]))
        shared[copy.left].append(copy)
    known = {(row["attribution"], row["place"]): light(row["source_record"]) for row in mentions or ()}
    return Bundle(
        accounts=accounts,
        links=sorted((wire.link(json.loads(row["link"])) for row in links or ()), key=_ends),
        copies=shared,
        source_of=lambda attribution, place: known.get((attribution, place)),
    )


def _ends(link: Link) -> tuple[str, str, str]:
    return link.left, link.right, link.relation


def _copy(fields: dict[str, Any]) -> Copy:
    left, right = (tuple(fields.pop(name)) for name in ("left_span", "right_span"))
    return Copy(left_span=left, right_span=right, **fields)


class Proposer:
    """Makes the propositions of a bundle."""

    def __call__(
        self, articles: Rows, links: Rows | None, copies: Rows | None, mentions: Rows | None
    ) -> Iterator[Mapping[str, Any]]:
        """A row for each proposition."""
        for found, own in proposed(bundle_of(articles, links, copies, mentions)):
            yield {
                "id": found.id,
                "lot": lot(found.id),
                "record": json.dumps(found.as_dict()),
                "attributions": list(found.attributions),
                "origins": [json.dumps(origin.as_dict()) for origin in own],
            }


MADE = {"id": "text", "lot": "whole", "record": "text", "attributions": "texts", "origins": "texts"}
"""The columns of what :class:`Proposer` gives."""
