"""Statements and the links between them → propositions with their origins, a bundle at a time.

A bundle is all that must be known to group some statements: those that strong links connect, or, of an article, those
that none connects with anything. What is made of it is what a ledger makes of the same statements.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from twosource import wire
from twosource.across import Account, Link
from twosource.batch.rows import accounts_of, article_of, lot
from twosource.batch.sources import light
from twosource.link.groups import groups
from twosource.origins import Copy
from twosource.propose import Bundle, propose

Rows = Sequence[Mapping[str, Any]]


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
        bundle = bundle_of(articles, links, copies, mentions)
        scores = {(link.left, link.right): link.score for link in bundle.links}
        for look in propose(bundle, groups(bundle.accounts, scores)):
            found = look.proposition
            yield {
                "id": found.id,
                "lot": lot(found.id),
                "record": json.dumps(found.as_dict()),
                "attributions": list(found.attributions),
                "origins": [json.dumps(origin.as_dict()) for origin in look.standing.origins],
            }


MADE = {"id": "text", "lot": "whole", "record": "text", "attributions": "texts", "origins": "texts"}
"""The columns of what :class:`Proposer` gives."""
