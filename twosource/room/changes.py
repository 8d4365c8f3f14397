"""What changed, as people look at it: each change with the statement that made it, in its article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from twosource.across import Account, Change, ChangeKind, Proposition
from twosource.changes.kinds import LABELS
from twosource.ledger import View

MOST_LATEST = 100
"""Changes of a feed of them, which readers of feeds ask for every hour or so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A change; the statement that made it, where the ledger has that; and the proposition that this belongs to now,
    which may have been joined with another since."""

    change: Change
    account: Account | None
    proposition: Proposition | None

    @property
    def label(self) -> str:
        """What its kind is called."""
        return LABELS[self.change.kind]

    def as_dict(self) -> dict[str, Any]:
        """The change as an object: its record, and where its words stand."""
        return {
            **self.change.as_dict(),
            "proposition": self.proposition.id if self.proposition else None,
            "label": self.label,
            **(_place(self.account) if self.account else dict.fromkeys(("article", "span", "quote"))),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """A piece of the list; ``next`` is the id to go on after, ``None`` at the end."""

    items: tuple[Told, ...]
    next: str | None


def changes(
    view: View,
    *,
    kind: ChangeKind | None = None,
    proposition: str | None = None,
    limit: int = 50,
    after: str | None = None,
) -> Changes:
    """What changed, the latest noticed first; of one ``kind`` or one ``proposition``, which may go by ids that it had
    before."""
    found = view.changes(limit=limit + 1, before=after, kind=kind, proposition=proposition)
    shown = found[:limit]
    return Changes(items=tuple(told(view, shown)), next=shown[-1].id if len(found) > limit else None)


def told(view: View, found: Iterable[Change]) -> list[Told]:
    """``found`` with what the ledger holds of them, in their order."""
    listed = list(found)
    statements = [one.attribution for one in listed if one.attribution]
    accounts, now = view.accounts(statements), _now(view, listed)
    return [
        Told(change=one, account=accounts.get(one.attribution or ""), proposition=now.get(one.id)) for one in listed
    ]


def _now(view: View, listed: Iterable[Change]) -> Mapping[str, Proposition]:
    """Change id → the proposition of its statement, else the one of the id that it had."""
    of = view.proposition_of(one.attribution for one in listed if one.attribution)
    ids = {one.id: of.get(one.attribution or "", one.proposition) for one in listed}
    there = {one.id: one for one in view.propositions(sorted(set(ids.values())))}
    return {change: there[id_] for change, id_ in ids.items() if id_ in there}


def _place(account: Account) -> dict[str, Any]:
    article, content = account.article, account.attribution.content
    return {
        "article": {
            "id": article.id,
            "url": article.url,
            "title": article.title,
            "outlet": article.outlet,
            "published": article.published,
        },
        "span": [content[0][0], content[-1][1]],
        "quote": account.quote,
    }
