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
from twosource.upkeep.amending import amend
from twosource.upkeep.ends import ends, taken_out
from twosource.upkeep.filling import fill_cases
from twosource.upkeep.judging import judge
from twosource.upkeep.propositions import standing
from twosource.upkeep.redoing import Redone, compared, redo
from twosource.upkeep.settling import settle
from twosource.upkeep.sides import Sides

__all__ = [
    "Redone",
    "Sides",
    "add",
    "amend",
    "compared",
    "counting",
    "ends",
    "fill_cases",
    "judge",
    "redo",
    "standing",
    "taken_out",
]


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
    settle(writer, added, reader=reader, sides=sides or Sides())
    return added
