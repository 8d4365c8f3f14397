"""All that people judged, laid out by what it is about: once for each state, however many pages ask.

Judgements are only ever added, so which there are says what comes of them; five thousand take 20 ms to lay out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.across import Anchor, Judgement, in_force
from twosource.ledger import View
from twosource.room.memo import Memo


@dataclass(frozen=True, slots=True)
class Given:
    """The judgements of a state of a ledger. Nobody may change what is in it: threads share it.

    ``all`` are all of them, oldest first; ``by_id`` the same by id. ``withdrawals`` are what took a judgement back, by
    its id; ``naming`` the others, by the records and the articles of their ends; ``corrections`` say of a correction
    what it corrects; ``holding`` are those in force, oldest first.
    """

    all: Sequence[Judgement]
    by_id: Mapping[str, Judgement]
    withdrawals: Mapping[str, Sequence[Judgement]]
    naming: Mapping[str, Sequence[Judgement]]
    corrections: Mapping[str, str]
    holding: Sequence[Judgement]

    def about(self, articles: Iterable[str]) -> list[Judgement]:
        """Those with an end in one of ``articles``, and what takes them back; oldest first."""
        found = {one.id: one for article in articles for one in self.naming.get(article, ()) if _is_in(one, article)}
        back = [other for id_ in found for other in self.withdrawals.get(id_, ())]
        return sorted([*found.values(), *back], key=lambda one: (one.made_at, one.id))


def given(view: View) -> Given:
    """What there is in ``view``."""
    found = view.judgements()
    return _kept.get(tuple(one.id for one in found), lambda: _laid_out(found))


_kept: Memo[Given] = Memo(room=50_000, size=lambda one: 1 + len(one.all))
"""Judgements, each some 300 bytes beside itself."""


def _laid_out(found: Sequence[Judgement]) -> Given:
    withdrawals: dict[str, list[Judgement]] = defaultdict(list)
    naming: dict[str, list[Judgement]] = defaultdict(list)
    for one in found:
        if one.verdict == "withdrawn":
            withdrawals[one.left.record].append(one)
            continue
        for name in sorted({text for end in ends(one) for text in (end.record, end.article) if text}):
            naming[name].append(one)
    return Given(
        all=found,
        by_id={one.id: one for one in found},
        withdrawals=dict(withdrawals),
        naming=dict(naming),
        corrections={one.right.record: one.left.record for one in found if one.verdict == "corrected" and one.right},
        holding=in_force(found),
    )


def ends(one: Judgement) -> list[Anchor]:
    """The one or two things that a judgement is about."""
    return [end for end in (one.left, one.right) if end]


def _is_in(one: Judgement, article: str) -> bool:
    return any(end.article == article for end in ends(one))
