"""What people judged of a source: verdicts on who it is, and the two grades of analysts.

How reliable a source is (A to F) and how credible a statement of it (1 to 6) are two axes that say nothing of each
other, and neither is made into a score.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from twosource.across import Account, Anchor, Judgement
from twosource.ledger import View
from twosource.ledger.spoken import Spoken
from twosource.link.verdicts import anchored
from twosource.room.judging_given import given


@dataclass(frozen=True, slots=True, kw_only=True)
class Grades:
    """``about`` are the judgements in force on the source itself, latest first; ``reliability`` are those that grade
    it, of each person the last; ``credibility`` counts the grades that its statements have, of each person the last."""

    about: tuple[Judgement, ...] = ()
    reliability: tuple[Judgement, ...] = ()
    credibility: tuple[tuple[int, int], ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The ``grades`` of a source."""
        return {
            "judgements": [one.as_dict() for one in self.about],
            "reliability": [one.as_dict() for one in self.reliability],
            "credibility": [{"grade": grade, "statements": number} for grade, number in self.credibility],
        }


def grades(view: View, source_id: str, mentions: Sequence[Spoken]) -> Grades:
    """What people said of the source of that id, which has these ``mentions``."""
    found = [one for one in given(view).holding if one.about in ("source", "attribution")]
    if not found:
        return Grades()
    places = {(one.article, tuple(span)) for one in mentions if (span := one.record["chain"][one.place]["span"])}
    about = [one for one in found if one.about == "source" and _is_of(one, source_id, places)]
    last = {one.by: one for one in about if one.reliability is not None}
    return Grades(
        about=tuple(reversed(about)),
        reliability=tuple(last[by] for by in sorted(last)),
        credibility=tuple(sorted(Counter(_credibility(view, found, mentions).values()).items())),
    )


def _is_of(one: Judgement, source_id: str, places: Collection[tuple[str, tuple[int, ...]]]) -> bool:
    return any(_points_at(end, source_id, places) for end in (one.left, one.right) if end)


def _points_at(end: Anchor, source_id: str, places: Collection[tuple[str, tuple[int, ...]]]) -> bool:
    """Whether an anchor is of a source: of a mention of it, where it names one, for an id may have come to mean
    another."""
    if end.article and end.span:
        return (end.article, end.span) in places
    return end.record == source_id


def _credibility(view: View, given: Sequence[Judgement], mentions: Sequence[Spoken]) -> dict[tuple[str, str], int]:
    """(person, statement) → grade."""
    graded = [one for one in given if one.about == "attribution" and one.credibility is not None]
    articles = {one.left.article for one in graded}
    accounts = view.accounts(one.attribution for one in mentions if one.is_last and one.article in articles)
    inside: dict[str, list[Account]] = defaultdict(list)
    for account in accounts.values():
        inside[account.article.id].append(account)
    found: dict[tuple[str, str], int] = {}
    for one in graded:
        statement = anchored(one.left, lambda article: inside.get(article, ()))
        if statement is not None and one.credibility is not None:
            found[one.by, statement] = one.credibility
    return found
