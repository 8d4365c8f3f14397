"""Keeping what is derived true while articles come and people judge.

Sources, links, copies, propositions, origins and cases are pure functions of the current accounts and the judgements.
Each module here brings one of them up to date after a change, touching only what the change may touch; what a ledger
holds in the end does not depend on the order of changes.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.across import Account
from twosource.ledger import Added, Writer
from twosource.ledger.aside import counting
from twosource.link import vectors
from twosource.model.pairs import Reader
from twosource.records import Article, Attribution
from twosource.upkeep import aside, copies, links, propositions, sources
from twosource.upkeep.amending import amend
from twosource.upkeep.ends import ends, taken_out
from twosource.upkeep.filling import fill_cases
from twosource.upkeep.judged import Judged
from twosource.upkeep.judging import judge
from twosource.upkeep.propositions import standing
from twosource.upkeep.sides import Sides

__all__ = ["Sides", "add", "amend", "counting", "ends", "fill_cases", "judge", "standing", "taken_out"]


def add(
    writer: Writer,
    article: Article,
    attributions: Sequence[Attribution],
    *,
    reader: Reader,
    sides: Sides | None = None,
) -> Added:
    """Add an article with its attributions and bring all that is derived up to date. ``sides`` remember between
    articles what they are compared by."""
    accounts = [Account(article=article, attribution=found) for found in attributions]
    added = writer.add(article, attributions, vectors=vectors.packed(accounts, reader))
    if not (added.raised or added.lowered):
        return added
    _withdraw(writer, added)
    _bring(writer, added, reader=reader, sides=sides or Sides())
    return added


def _withdraw(writer: Writer, added: Added) -> None:
    """Forget what was derived from articles that are no longer current."""
    links.forget(writer, added.lowered, added.retired)
    copies.forget(writer, added.lowered)
    aside.forget(writer, added.retired)


def _bring(writer: Writer, added: Added, *, reader: Reader, sides: Sides) -> None:
    judged = Judged(writer)
    _, out = aside.settle(writer, added.raised, judged=judged)
    for article_id in added.raised:
        links.find(writer, article_id, reader=reader, sides=sides)
        copies.find(writer, article_id)
    arrived = [one for one in added.arrived if one not in out]
    renamed = sources.update(writer, judged=judged, arrived=arrived, retired=added.retired)
    propositions.update(writer, {*arrived, *renamed}, judged=judged, retired=added.retired)
