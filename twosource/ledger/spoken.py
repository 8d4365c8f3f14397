"""The mentions of one source with what lists and counts need of them, and no text of an article."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from twosource.ledger.facets import Stance
from twosource.ledger.schema import UNKNOWN, articles, attributions, facets, mentions
from twosource.ledger.stored import rebuilt
from twosource.ledger.versions import instant
from twosource.ledger.view import View


@dataclass(frozen=True, slots=True)
class Spoken:
    """A mention: at which ``place`` of the chain of which attribution, in which article of which outlet (by its key).
    ``record`` is the attribution in the wire form; ``when`` the instant at which it was said, else printed, empty where
    neither is known."""

    attribution: str
    place: int
    article: str
    outlet: str | None
    when: str
    record: Mapping[str, Any]

    @property
    def is_last(self) -> bool:
        """Whether the source stands at the end of the chain: it is who the words come from."""
        return self.place == len(self.record["chain"]) - 1


def spoken(view: View, source_id: str) -> list[Spoken]:
    """All mentions of a source, by attribution and place."""
    inside = mentions.join(attributions, attributions.c.id == mentions.c.attribution).join(
        articles, articles.c.id == attributions.c.article
    )
    query = (
        select(mentions.c.attribution, mentions.c.place, attributions.c.article, attributions.c.record)
        .add_columns(articles.c.outlet, articles.c.published)
        .select_from(inside)
        .where(mentions.c.source == source_id)
        .order_by(mentions.c.attribution, mentions.c.place)
    )
    found = []
    for attribution, place, article, record, outlet, published in view._connection.execute(query):
        fields = rebuilt(dict, record)
        said = fields["said"]
        when = instant(said["start"]) if said else "" if published == UNKNOWN else published
        found.append(Spoken(attribution, place, article, outlet, when, fields))
    return found


def takes(view: View, ids: Collection[str], stances: Collection[Stance]) -> set[str]:
    """The propositions of ``ids`` in which somebody takes one of ``stances``."""
    query = select(facets.c.proposition).where(facets.c.kind == "stance", facets.c.value.in_(sorted(stances)))
    return {row.proposition for row in view._among(query, facets, "proposition", ids)}
