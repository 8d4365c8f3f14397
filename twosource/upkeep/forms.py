"""Articles as they are compared: with what the network found, and with each correction in place of what it corrects.

The links of a correction are those that it would have, had the network found it. So they do not depend on which of an
article's corrections are in force, and a correction may come and go without anything being read anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from twosource.across import Link
from twosource.ledger import View
from twosource.link.gist import Gist, gist
from twosource.link.pairs import Read, Side, links
from twosource.link.vectors import unpacked
from twosource.model.tags import Floats
from twosource.upkeep.sides import Sides


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction ready to compare: ``first`` is the attribution that it, or what it corrects, began with."""

    id: str
    first: str
    gist: Gist
    vector: Floats


@dataclass(frozen=True, slots=True)
class Forms:
    """The statements that the network found in an article, and the corrections of them, by id."""

    side: Side
    corrections: tuple[Correction, ...] = ()

    def having(self, *wanted: Correction) -> Side:
        """The article with these corrections, which are of different statements; those who speak of what is corrected
        speak of the correction."""
        new = {one.first: one for one in wanted}
        gists = [new[old.id].gist if old.id in new else old for old in self.side.gists]
        rows = [
            new[old.id].vector if old.id in new else row
            for old, row in zip(self.side.gists, self.side.vectors, strict=True)
        ]
        aimed = (replace(one, target=new[one.target].id) if one.target in new else one for one in gists)
        return Side(tuple(aimed), np.asarray(rows, np.float32))


def forms(view: View, articles: Sequence[str], sides: Sides) -> Iterator[Forms]:
    """The forms of ``articles``, in that order."""
    found = list(sides.of(view, articles))
    inside = view.attributions_of(articles)
    known = {one.id for side in found for one in side.gists}
    added = {article: sorted(set(inside[article]) - known) for article in articles}
    corrections = _corrections(view, [one for ids in added.values() for one in ids])
    for article, side in zip(articles, found, strict=True):
        yield Forms(side, tuple(corrections[one] for one in added[article]))


def _corrections(view: View, ids: Sequence[str]) -> dict[str, Correction]:
    accounts, kept = view.accounts(ids), view.vectors(ids)
    amends = {one: account.attribution.amends for one, account in accounts.items()}

    def first(one: str) -> str:
        before = amends.get(one)
        return first(before) if before else one

    return {
        one: Correction(one, first(one), gist(account), unpacked([one], kept)[0]) for one, account in accounts.items()
    }


def all_links(one: Forms, other: Forms, read: Read) -> Iterator[Link]:
    """The links between two articles, or within one, and those of their corrections."""
    yield from links(one.side, other.side, read)
    for mine in one.corrections:
        yield from links_of(mine, one, other, read)
    if one is not other:
        for theirs in other.corrections:
            yield from links(one.side, other.having(theirs), read, at=[theirs.id])


def links_of(new: Correction, own: Forms, other: Forms, read: Read) -> Iterator[Link]:
    """The links of one correction in ``own`` to another article, or within its own (``own is other``), corrections
    included."""
    side = own.having(new)
    yield from links(side, side if own is other else other.side, read, at=[new.id])
    for one in other.corrections:
        if own is not other:
            yield from links(side, other.having(one), read, at=[new.id, one.id])
        elif one.first != new.first:
            both = own.having(one, new)
            yield from links(both, both, read, at=[new.id, one.id])
