"""What follows from articles that became current, or ceased to be."""

from __future__ import annotations

from twosource.ledger import Added, Writer
from twosource.model.pairs import Reader
from twosource.upkeep import aside, copies, links, propositions, sources
from twosource.upkeep.judged import Judged
from twosource.upkeep.sides import Sides


def settle(writer: Writer, added: Added, *, reader: Reader, sides: Sides) -> None:
    """Bring all that is derived up to date after articles were raised and lowered."""
    _withdraw(writer, added)
    _bring(writer, added, reader=reader, sides=sides)


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
