"""What a source says, and what it passes on, statement by statement: the latest first, a piece at a time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from twosource.across import Account, Proposition
from twosource.brief import clauses
from twosource.brief.records import Stance
from twosource.brief.stance import stance
from twosource.export import words
from twosource.ledger import View

SHORT = 200
"""Characters of a statement where many stand together."""

_BACKWARDS = {code: 126 - code for code in range(127)}

Timed = tuple[str, str]
"""When a statement was said, else printed (ISO 8601 in UTC, empty where unknown), and its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement in the list of a source. ``stance`` is towards its ``proposition``; ``chain`` on whose word it
    reached the page, outermost first; ``through`` the ids of the sources in the chain, where mentions resolve."""

    account: Account
    stance: Stance
    chain: str
    through: tuple[str | None, ...]
    proposition: Proposition | None

    @property
    def id(self) -> str:
        """The attribution's."""
        return self.account.id

    @property
    def when(self) -> str | None:
        """When it was said, where the words tell, else printed."""
        return self.account.when or None

    @property
    def quote(self) -> str:
        """Its words on one line."""
        return words.quoted(self.account.article, self.account.attribution.content)

    @property
    def is_its_wording(self) -> bool:
        """Whether its words are what its proposition is called by."""
        return self.proposition is not None and _letters(self.proposition.wording) == _letters(self.quote)

    @property
    def figures(self) -> list[str]:
        """Its figures in words."""
        return [words.figure(one).strip() for one in self.account.attribution.figures]

    @property
    def hedge(self) -> str | None:
        """The writer's own reserve in words, where there is one ("allegedly")."""
        span = self.account.attribution.hedge
        return words.plain(self.account.article.text[slice(*span)]) if span else None

    def as_dict(self) -> dict[str, Any]:
        """An element of ``items``."""
        article, attribution, found = self.account.article, self.account.attribution, self.proposition
        return {
            "attribution": self.id,
            "article": article.id,
            "outlet": article.outlet,
            "title": article.title,
            "published": article.published,
            "when": self.when,
            "said": attribution.said.as_dict() if attribution.said else None,
            "stance": self.stance,
            "polarity": attribution.polarity,
            "certainty": attribution.certainty,
            "manner": attribution.manner,
            "act": attribution.act,
            "quote": self.account.quote,
            "span": [attribution.content[0][0], attribution.content[-1][1]],
            "chain": self.chain,
            "through": list(self.through),
            "figures": [one.as_dict() for one in attribution.figures],
            "proposition": {"id": found.id, "wording": found.wording, "status": found.status} if found else None,
        }


def gathered(listed: Sequence[Said]) -> list[tuple[Said, tuple[Said, ...]]]:
    """Each of ``listed``, with those behind it that have the same words on the same proposition: an agency's report is
    printed many times."""
    found: dict[tuple[str, str], list[Said]] = {}
    for one in listed:
        about = one.proposition.id if one.proposition else one.id
        found.setdefault((about, _letters(one.quote)), []).append(one)
    return [(first, tuple(again)) for first, *again in found.values()]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def shortened(account: Account) -> str:
    """The words of a statement on one line, cut between words to :data:`SHORT` characters."""
    words_ = words.quoted(account.article, account.attribution.content)
    return words_ if len(words_) <= SHORT else words_[:SHORT].rsplit(" ", 1)[0] + " …"


def in_order(times: Iterable[Timed]) -> tuple[Timed, ...]:
    """The latest first, of equally late ones by id; what is not dated comes last."""
    return tuple(sorted(sorted(times, key=lambda one: one[1]), key=lambda one: one[0], reverse=True))


def piece(ordered: Sequence[Timed], *, limit: int, after: Timed | None) -> tuple[list[str], Timed | None]:
    """The ids of the next ``limit`` of ``ordered``, and where the piece after them goes on. ``after`` is the last one
    before, which itself may be gone."""
    behind = 0 if after is None else bisect_right(ordered, _place(after), key=_place)
    shown = ordered[behind : behind + limit]
    return [one for _, one in shown], shown[-1] if behind + limit < len(ordered) else None


def _place(one: Timed) -> tuple[str, str]:
    """Sorts as :func:`in_order` does: later times have smaller letters."""
    return one[0].translate(_BACKWARDS) or "\x7f", one[1]


def said(view: View, ids: Sequence[str]) -> list[Said]:
    """The statements of ``ids``, in that order."""
    accounts = view.accounts(ids)
    grouped = view.proposition_of(accounts)
    propositions = {one.id: one for one in view.propositions(sorted(set(grouped.values())))}
    towards = {one: o.stance for o in view.origins(sorted(propositions)) for one in o.attributions}
    places = [(one.id, place) for one in accounts.values() for place in range(len(one.attribution.chain))]
    sources = view.source_of(places)
    return [
        Said(
            account=one,
            stance=stance(one, towards.get(id_, one.attribution.polarity)),
            chain=clauses.chain(one),
            through=tuple(sources.get((id_, place)) for place in range(len(one.attribution.chain))),
            proposition=propositions.get(grouped.get(id_, "")),
        )
        for id_, one in accounts.items()
    ]
