"""Reading what is known across articles: keys, links, propositions, origins, sources, judgements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Row, func, or_, select

from twosource import wire
from twosource.across import Account, Judgement, Link, Origin, Proposition, Source
from twosource.ledger import schema
from twosource.ledger.reading import Reading, batches
from twosource.ledger.stored import Named, rebuilt


class AcrossView(Reading):
    """What was put beside the articles by those who know what it means."""

    def items(self, space: str, keys: Iterable[str]) -> dict[str, set[str]]:
        """Key → the items of ``space`` that have it."""
        found: dict[str, set[str]] = {key: set() for key in keys}
        digests = Named({schema.digest(key): key for key in found})
        query = select(schema.keys.c.digest, schema.keys.c.item).where(schema.keys.c.space == space)
        for row in self._among(query, schema.keys, "digest", digests):
            found[digests[row.digest]].add(row.item)
        return found

    def keys(self, space: str, items: Iterable[str]) -> dict[str, set[str]]:
        """Item → the keys that it has in ``space``."""
        found: dict[str, set[str]] = Named({item: set() for item in items})
        query = select(schema.keys.c.item, schema.keys.c.key).where(schema.keys.c.space == space)
        for row in self._among(query, schema.keys, "item", found):
            found[row.item].add(row.key)
        return found

    def keyed(self) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Every (space, item) with its keys, sorted: for export."""
        spaces = sorted(self._connection.scalars(select(schema.keys.c.space).distinct()))
        for space in spaces:
            inside = select(schema.keys.c.item).where(schema.keys.c.space == space).distinct()
            for batch in batches(sorted(self._connection.scalars(inside))):
                found = self.keys(space, batch)
                yield from ((space, item, tuple(sorted(found[item]))) for item in batch)

    def links_at(self, ids: Iterable[str]) -> list[Link]:
        """The links that have either end in ``ids``."""
        wanted = sorted(set(ids))
        left, right = (self._dialect.among(column, wanted) for column in (schema.links.c.left, schema.links.c.right))
        return [self._link(row) for row in self._connection.execute(_LINKS.where(or_(left, right)))]

    def links(self) -> Iterator[Link]:
        """Every link."""
        left = select(schema.links.c.left).distinct()
        for batch in batches(sorted(self._connection.scalars(left))):
            yield from (self._link(row) for row in self._among(_LINKS, schema.links, "left", batch))

    def proposition_of(self, attribution_ids: Iterable[str]) -> dict[str, str]:
        """Attribution id → id of the proposition that it belongs to."""
        wanted = list(attribution_ids)
        query = select(schema.members.c.attribution, schema.members.c.proposition)
        found = {row.attribution: row.proposition for row in self._among(query, schema.members, "attribution", wanted)}
        return {id_: found[id_] for id_ in wanted if id_ in found}

    def propositions(self, ids: Iterable[str] | None = None) -> Iterator[Proposition]:
        """The propositions of ``ids``, or all."""
        for batch in self._listed(schema.propositions, ids):
            rows = {row.id: row for row in self._among(select(schema.propositions), schema.propositions, "id", batch)}
            found = ((rows[id_].record, self._made_by(rows[id_])) for id_ in batch if id_ in rows)
            yield from (rebuilt(wire.proposition, record, **made_by) for record, made_by in found)

    def largest(self, limit: int) -> list[str]:
        """The ids of the ``limit`` propositions with most members, those of one size by id."""
        column = schema.members.c.proposition
        query = select(column).group_by(column).order_by(func.count().desc(), column).limit(limit)
        return list(self._connection.scalars(query))

    def origins(self, proposition_ids: Iterable[str] | None = None) -> Iterator[Origin]:
        """The origins of the propositions of those ids, or all; those of one in the order in which they were put."""
        query = select(schema.origins.c.proposition, schema.origins.c.record).order_by(
            schema.origins.c.place, schema.origins.c.id
        )
        for batch in self._listed(schema.propositions, proposition_ids):
            found: dict[str, list[str]] = Named({id_: [] for id_ in batch})
            for row in self._among(query, schema.origins, "proposition", batch):
                found[row.proposition].append(row.record)
            yield from (rebuilt(wire.origin, record) for id_ in batch for record in found[id_])

    def sources(self, ids: Iterable[str] | None = None) -> Iterator[Source]:
        """The sources of ``ids``, or all."""
        query = select(schema.mentions.c.source, schema.mentions.c.attribution, schema.mentions.c.place).order_by(
            schema.mentions.c.source, schema.mentions.c.attribution, schema.mentions.c.place
        )
        for batch in self._listed(schema.sources, ids):
            rows = {row.id: row for row in self._among(select(schema.sources), schema.sources, "id", batch)}
            grouped = groupby(self._among(query, schema.mentions, "source", batch), key=lambda row: row.source)
            inside = Named({source: [(row.attribution, row.place) for row in group] for source, group in grouped})
            yield from (self._source(rows[id_], inside[id_]) for id_ in batch if id_ in rows)

    def source_of(self, mentions: Iterable[tuple[str, int]]) -> dict[tuple[str, int], str]:
        """(attribution id, place in its chain) → id of the source that it resolves to."""
        wanted = list(mentions)
        query = select(schema.mentions)
        rows = self._among(query, schema.mentions, "attribution", sorted({found for found, _ in wanted}))
        found = {(row.attribution, row.place): row.source for row in rows}
        return {mention: found[mention] for mention in wanted if mention in found}

    def speaker_of(self, accounts: Iterable[Account]) -> dict[str, str]:
        """Attribution id → id of the source at the end of its chain; those without a chain are left out."""
        last = {(one.id, len(one.attribution.chain) - 1) for one in accounts if one.attribution.chain}
        return {attribution: source for (attribution, _), source in self.source_of(last).items()}

    def judgements(self) -> list[Judgement]:
        """All of them, oldest first, those withdrawn and those that withdraw included."""
        query = select(schema.judgements.c.id).order_by(schema.judgements.c.stamp, schema.judgements.c.id)
        ids, known = self._connection.scalars(query).all(), self._dialect.judgements
        for batch in batches([one for one in ids if one not in known]):
            rows = self._among(select(schema.judgements), schema.judgements, "id", batch)
            known.update({row.id: rebuilt(wire.judgement, row.record) for row in rows})
        return [known[one] for one in ids]

    def _link(self, row: Row[Any]) -> Link:
        ends = {"left": row.left, "right": row.right, "relation": row.relation}
        return rebuilt(wire.link, row.record, **ends, **self._made_by(row))

    def _source(self, row: Row[Any], mentions: Sequence[tuple[str, int]]) -> Source:
        """As it was put, except that one whose earlier mentions came later says which its seed is."""

        def made(fields: Mapping[str, Any]) -> Source:
            own = fields["seed"]
            if own is None and mentions[0] != (row.seed, row.seed_place):
                own = [row.seed, row.seed_place]
            return wire.source({**fields, "seed": own})

        return rebuilt(made, row.record, mentions=mentions, **self._made_by(row))

    def _made_by(self, row: Row[Any]) -> dict[str, str]:
        return {"made_by": self._makers.told(row.maker)}


_LINKS = select(schema.links).order_by(schema.links.c.left, schema.links.c.right, schema.links.c.relation)
