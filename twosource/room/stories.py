"""Propositions as a list shows them: how each stands, who had the last word, and what changed last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from twosource.across import Account, Change, Origin, Proposition
from twosource.brief.clauses import NOBODY, speaker
from twosource.ledger import Sift, View
from twosource.ledger.facets import Stance
from twosource.ledger.glance import Glance, glances
from twosource.ledger.listing import Key, Order
from twosource.records import Span

STANCES: tuple[Stance, ...] = ("says-so", "may-be", "denies", "withholds")
"""As a list tells them apart: "found no sign" stands with what it is said by, a denial or a refusal."""

COUNTED = 1000
"""How far a list is counted: nobody reads on to the thousandth, and counting all of a large ledger takes long."""

_UNSURE = ("probable", "possible")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A statement in a list. ``when`` is when it was said, else printed; ``said`` whether its words tell the former."""

    attribution: str
    article: str
    span: Span
    speaker: str
    outlet: str | None
    stance: Stance
    when: str | None
    said: bool
    quote: str

    @property
    def named(self) -> bool:
        """Whether the words say who it comes from, be it by no name."""
        return self.speaker != NOBODY

    def as_dict(self) -> dict[str, Any]:
        """The ``last`` object of a row."""
        return {
            "attribution": self.attribution,
            "article": self.article,
            "span": list(self.span),
            "speaker": self.speaker,
            "outlet": self.outlet,
            "stance": self.stance,
            "when": self.when,
            "said": self.said,
            "quote": self.quote,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A proposition in a list. ``stances`` counts its statements, ``outlets`` those known to have printed it; ``sides``
    are the parties that its origins speak for; ``last`` is the latest word, ``change`` what was noticed last."""

    proposition: Proposition
    stances: Mapping[Stance, int]
    outlets: int
    sides: tuple[str, ...]
    last: Word | None
    change: Change | None

    @property
    def id(self) -> str:
        """The proposition's."""
        return self.proposition.id

    def as_dict(self) -> dict[str, Any]:
        """A row of ``/api/propositions``."""
        proposition = self.proposition
        low, high = proposition.independent
        return {
            "id": self.id,
            "wording": proposition.wording,
            "status": proposition.status,
            "independent": {"low": low, "high": high},
            "statements": len(proposition.attributions),
            "outlets": self.outlets,
            "stances": {stance: self.stances.get(stance, 0) for stance in STANCES},
            "sides": list(self.sides),
            "first_said": proposition.first_said,
            "last_said": proposition.last_said,
            "last": self.last.as_dict() if self.last else None,
            "change": self.change.as_dict() if self.change else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories:
    """A piece of a list. ``count`` is how many there are in all, counted up to :data:`COUNTED`; ``next`` is what to go
    on after, ``None`` at the end."""

    items: tuple[Summary, ...]
    count: int
    next: Key | None


def stories(view: View, sift: Sift, *, order: Order = "weight", limit: int = 25, after: Key | None = None) -> Stories:
    """The propositions that pass ``sift``: what matters most first (``weight``), the newest word first (``last``), or
    the earliest (``first``, without those of no known time)."""
    listed = view.listed(sift, order=order, limit=limit + 1, after=after)
    shown = listed[:limit]
    return Stories(
        items=tuple(summaries(view, [one.id for one in shown])),
        count=view.count_listed(sift, most=COUNTED),
        next=(shown[-1].key, shown[-1].id) if len(listed) > limit else None,
    )


def summaries(view: View, ids: Sequence[str]) -> Iterator[Summary]:
    """Those of ``ids`` that are there, in their order."""
    yield from map(_summary, glances(view, ids))


def _summary(found: Glance) -> Summary:
    return Summary(
        proposition=found.proposition,
        stances=_stances(found),
        outlets=found.outlets,
        sides=tuple(dict.fromkeys(origin.side for origin in found.origins if origin.side)),
        last=word(found.last, found.origins) if found.last else None,
        change=found.change,
    )


def _stances(found: Glance) -> dict[Stance, int]:
    size = Counter[str]()
    for origin in found.origins:
        size[origin.stance] += len(origin.attributions)
    return {
        "says-so": size["affirm"] - found.unsure,
        "may-be": found.unsure,
        "denies": size["deny"],
        "withholds": size["withhold"],
    }


def word(account: Account, origins: Sequence[Origin]) -> Word:
    """``account`` as a list shows it; ``origins`` are those of its proposition, which know how it stands to that."""
    attribution = account.attribution
    return Word(
        attribution=account.id,
        article=account.article.id,
        span=(attribution.content[0][0], attribution.content[-1][1]),
        speaker=speaker(account),
        outlet=account.article.outlet,
        stance=_stance(account, origins),
        when=account.when or None,
        said=attribution.said is not None,
        quote=account.quote,
    )


def _stance(account: Account, origins: Sequence[Origin]) -> Stance:
    own = [origin.stance for origin in origins if account.id in origin.attributions]
    polarity = own[0] if own else account.attribution.polarity
    if polarity != "affirm":
        return "denies" if polarity == "deny" else "withholds"
    return "may-be" if account.attribution.certainty in _UNSURE else "says-so"
