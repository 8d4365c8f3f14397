"""Keeping what is derived true while articles come and people judge.

Sources, links, copies, propositions and origins are pure functions of the current accounts and the judgements. Each
module here brings one of them up to date after a change, touching only what the change may touch; what a ledger holds
in the end does not depend on the order of changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twosource.across import Account, Judgement
from twosource.ledger import Added, Writer
from twosource.link import vectors
from twosource.model.pairs import Reader
from twosource.records import Article, Attribution
from twosource.upkeep import copies, links, propositions, sources
from twosource.upkeep.judged import touched
from twosource.upkeep.propositions import standing
from twosource.upkeep.sides import Sides

__all__ = ["Sides", "add", "judge", "standing"]


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


def _bring(writer: Writer, added: Added, *, reader: Reader, sides: Sides) -> None:
    for article_id in added.raised:
        links.find(writer, article_id, reader=reader, sides=sides)
        copies.find(writer, article_id)
    renamed = sources.update(writer, arrived=added.arrived, retired=added.retired)
    propositions.update(writer, {*added.arrived, *renamed}, retired=added.retired)


def judge(writer: Writer, judgements: Iterable[Judgement]) -> None:
    """Keep verdicts and bring up to date what they are about."""
    for judgement in judgements:
        writer.judge(judgement)
        accounts, mentions = touched(writer, judgement)
        renamed = sources.update(writer, mentions=mentions) if mentions else set()
        propositions.update(writer, {*accounts, *renamed})
