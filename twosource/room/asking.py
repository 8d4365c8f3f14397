"""Asking a ledger: briefs as one server gives them to many, and what there is where nothing is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from twosource.brief.choice import Choice
from twosource.brief.clauses import capital
from twosource.brief.compose import brief
from twosource.brief.records import Brief
from twosource.export.words import plain
from twosource.ledger import Sift, View
from twosource.link.terms import common, terms
from twosource.model.pairs import Reader
from twosource.room.asking_index import StatementIndex
from twosource.room.memo import Memo
from twosource.room.sources import Heard, sources

KEPT = 6000
"""Statements in finished briefs that are kept: with their articles some 60 MB, two dozen briefs or more."""

EXAMPLES = 5
_LOOKED_AT = 60
"""Propositions among which examples are looked for: those that matter most are often of one story."""

_SHORTEST, _LONGEST = 30, 140
"""Characters of a wording that reads like a question's subject; others are "to comment", or a paragraph."""

_ALIKE = 0.12
"""What the words of two examples may have in common."""

_BESIDE = 8
_OUTLETS = 40

Offers = tuple[tuple[str, int], ...]

_outlets: Memo[Offers] = Memo(room=100)


class Asking:
    """The briefs of one ledger. What was asked is kept while the ledger stays as it is; ``reader`` gives the network
    that reads a question, and is called when there is one."""

    def __init__(self, reader: Callable[[], Reader]) -> None:
        self.index = StatementIndex(reader)
        self._kept: Memo[Brief] = Memo(room=KEPT, size=lambda made: 50 + len(made.statement_of))

    def brief(self, view: View, question: str | None, choice: Choice) -> Brief:
        """The brief of ``view``: to the last place the one that the command line gives."""
        asked = asked_for(question)
        key = (view.mark(), asked, choice)
        return self._kept.get(key, lambda: brief(view, asked, choice=choice, finder=self.index))


@dataclass(frozen=True, slots=True, kw_only=True)
class There:
    """What a ledger has, for those who found nothing: its ``examples``, the ``outlets`` with how many propositions they
    tell of, the ``sources`` heard most, and from when to when articles were printed."""

    examples: tuple[str, ...]
    outlets: tuple[tuple[str, int], ...]
    sources: tuple[Heard, ...]
    first: str | None
    last: str | None

    def as_dict(self) -> dict[str, Any]:
        """The ``there`` of an answer that found nothing."""
        return {
            "examples": list(self.examples),
            "outlets": [{"label": name, "propositions": number} for name, number in self.outlets],
            "sources": [one.as_dict() for one in self.sources],
            "first": self.first,
            "last": self.last,
        }


def asked_for(question: str | None) -> str | None:
    """A question on one line; ``None`` where it asks nothing."""
    return " ".join(question.split()) or None if question else None


def there(view: View) -> There:
    """What there is."""
    newest = view.articles_listed(limit=1)
    oldest = next((one for one in view.articles() if one.published), None)
    return There(
        examples=examples(view),
        outlets=outlets(view)[:_BESIDE],
        sources=sources(view, limit=_BESIDE).items,
        first=oldest.published if oldest else None,
        last=str(newest[0].key) or None if newest else None,
    )


def outlets(view: View) -> Offers:
    """The outlets that tell of most propositions, with how many; kept while the ledger stays as it is."""
    return _outlets.get(view.mark(), lambda: tuple(view.facets("outlet", limit=_OUTLETS)))


def examples(view: View) -> tuple[str, ...]:
    """What may be asked: the wordings of the propositions that matter most, of stories as different as there are."""
    listed = [one.id for one in view.listed(Sift(), limit=_LOOKED_AT)]
    found = sorted(view.propositions(listed), key=lambda one: (-one.weight, one.id))
    return tuple(_different(plain(one.wording) for one in found))


def _different(wordings: Iterator[str]) -> Iterator[str]:
    """The first :data:`EXAMPLES` that fit, and have little in common with those before them."""
    chosen: list[str] = []
    for one in wordings:
        if len(chosen) < EXAMPLES and _SHORTEST <= len(one) <= _LONGEST:
            bag = terms(one)
            if all(common(bag, terms(other))[1] < _ALIKE for other in chosen):
                chosen.append(one)
                yield capital(one)
