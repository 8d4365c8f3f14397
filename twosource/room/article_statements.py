"""What is attributed in an article, with what is known of it beside the article: its proposition, sources, verdicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from twosource.across import Account, Judgement, Proposition, in_force
from twosource.brief.records import Stance
from twosource.brief.stance import stance
from twosource.export import words
from twosource.ledger import View
from twosource.link.verdicts import Fate, Standing, anchored
from twosource.room.judging_given import given


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attribution as people look at it.

    ``sources`` are the ids of what the mentions of its chain resolve to, ``None`` where one does not. ``judgements``
    are those in force that name it, alone or with another; ``fate`` says whether people let it count.
    """

    account: Account
    proposition: Proposition | None
    sources: tuple[str | None, ...]
    judgements: tuple[Judgement, ...]
    fate: Fate

    @property
    def id(self) -> str:
        """The attribution's."""
        return self.account.id

    @property
    def stance(self) -> Stance:
        """How its speaker stands to the content as quoted."""
        return stance(self.account, self.account.attribution.polarity)

    @property
    def speaker(self) -> str:
        """Who it comes from."""
        return self.voices[-1][0] if self.voices else "no source named"

    @property
    def voices(self) -> list[tuple[str, str | None]]:
        """The chain in words, outermost first, each with the id of its source; without a chain the source as worded."""
        article, attribution = self.account.article, self.account.attribution
        if attribution.chain:
            return [
                (words.mention(link, article), source)
                for link, source in zip(attribution.chain, self.sources, strict=True)
            ]
        worded = words.quoted(article, attribution.source)
        return [(worded, None)] if worded else []

    @property
    def figures(self) -> list[str]:
        """Its figures in words."""
        return [words.figure(figure).strip() for figure in self.account.attribution.figures]

    @property
    def reading(self) -> str:
        """How far to trust that the program read it rightly, in words."""
        return reading(self.account.attribution.confidence)

    def as_dict(self) -> dict[str, Any]:
        """The attribution in the wire form, with ``article``, ``quote`` and what is beside it."""
        return {
            **self.account.attribution.as_dict(),
            "article": self.account.attribution.article_id,
            "quote": self.account.quote,
            "proposition": self.proposition.id if self.proposition else None,
            "sources": list(self.sources),
            "judgements": [judgement.as_dict() for judgement in self.judgements],
            "rejected": self.fate.why,
            "instead": self.fate.now if self.fate.why else None,
        }


def reading(confidence: float) -> str:
    """The calibrated chance that an extraction is right, in words."""
    for least, told in ((0.9, "almost certain"), (0.75, "likely"), (0.5, "uncertain")):
        if confidence >= least:
            return told
    return "doubtful"


def statement(view: View, attribution_id: str) -> Statement | None:
    """The statement of that id, in a current article or not."""
    accounts = view.accounts([attribution_id])
    return next(iter(statements(view, list(accounts.values()))), None)


def statements(view: View, accounts: Sequence[Account]) -> list[Statement]:
    """``accounts`` with what is beside them, in the order given."""
    listed = {one.id: one for one in accounts}
    grouped = view.proposition_of(listed)
    propositions = {found.id: found for found in view.propositions(sorted(set(grouped.values())))}
    sources = view.source_of([(id_, place) for id_, one in listed.items() for place in _places(one)])
    # Not the id of the article itself, which is made anew of its text each time.
    judged, fates = _judged(view, sorted({one.attribution.article_id for one in accounts}))
    return [
        Statement(
            account=one,
            proposition=propositions.get(grouped.get(id_, "")),
            sources=tuple(sources.get((id_, place)) for place in _places(one)),
            judgements=tuple(judged.get(id_, ())),
            fate=fates.get(id_, Fate(id_)),
        )
        for id_, one in listed.items()
    ]


def _places(account: Account) -> range:
    return range(len(account.attribution.chain))


def fates_in(view: View, article_id: str, accounts: Sequence[Account]) -> Mapping[str, Fate]:
    """What became of ``accounts``, which are all of an article, by what people judged."""
    return Standing(given(view).about([article_id]), {article_id: accounts}.__getitem__).of(article_id)


def _judged(view: View, article_ids: Sequence[str]) -> tuple[Mapping[str, list[Judgement]], Mapping[str, Fate]]:
    """Account → the verdicts in force that name it; and what became of the accounts of which there is a verdict."""
    judgements = given(view).about(article_ids)
    if not judgements:
        return {}, {}
    # Also of an article that is no longer current: it has its page too.
    inside = view.attributions_of(article_ids)
    known = {id_: list(view.accounts(inside[id_]).values()) for id_ in article_ids}

    def find(article_id: str) -> Sequence[Account]:
        return known.get(article_id, ())

    named: dict[str, list[Judgement]] = {}
    for one in in_force(judgements):
        ends = [end for end in (one.left, one.right) if end] if one.about != "source" else []
        for account in sorted({id_ for end in ends if (id_ := anchored(end, find))}):
            named.setdefault(account, []).append(one)
    standing = Standing(judgements, find)
    return named, {id_: fate for article_id in article_ids for id_, fate in standing.of(article_id).items()}
