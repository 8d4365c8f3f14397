"""Writing what is known across articles: keys, links, propositions, origins, sources, judgements."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Table, and_, bindparam, delete, func, insert, select, update

from twosource.across import Judgement, Link, Origin, Proposition, Source
from twosource.errors import RecordRefused
from twosource.ledger import facets, heard, schema, versions
from twosource.ledger.desk import DeskWriter
from twosource.ledger.schema import packed
from twosource.ledger.view import View

Mentions = Iterable[tuple[str, int]]


class AcrossWriter(View, DeskWriter):
    """What is put here is derived, and replaced as often as it is found anew; judgements alone are only ever added."""

    def put_keys(self, space: str, keys: Mapping[str, Iterable[str]]) -> None:
        """Give each item of ``keys`` these keys in ``space``, in place of those that it had."""
        self.drop_keys(space, keys)
        rows = [
            {"space": space, "item": item, "digest": schema.digest(key), "key": key}
            for item, own in keys.items()
            for key in sorted(set(own))
        ]
        self._insert(schema.keys, rows)

    def drop_keys(self, space: str, items: Iterable[str]) -> None:
        """Take all their keys in ``space`` from ``items``."""
        self._drop(schema.keys, "item", items, schema.keys.c.space == space)

    def put_links(self, links: Iterable[Link]) -> None:
        """Keep ``links``; one of the same ends and relation is replaced."""
        kept = {(link.left, link.right, link.relation): link for link in links}
        ends = [{"l": left, "r": right, "t": relation} for left, right, relation in kept]
        if ends:
            own = schema.links.c
            same = and_(own.left == bindparam("l"), own.right == bindparam("r"), own.relation == bindparam("t"))
            self._connection.execute(delete(schema.links).where(same), ends)
        self._insert(schema.links, [self._link_row(link) for link in kept.values()])

    def drop_links_at(self, ids: Iterable[str]) -> None:
        """Remove the links that have either end in ``ids``."""
        wanted = list(ids)
        self._drop(schema.links, "left", wanted)
        self._drop(schema.links, "right", wanted)

    def put_propositions(self, propositions: Iterable[Proposition], origins: Iterable[Origin] = ()) -> None:
        """Keep ``propositions`` with their ``origins``; one of the same id is replaced, its origins too.

        An attribution belongs to one proposition: where it moves, both are to be put in one call, or the old one is
        dropped before.
        """
        kept = {proposition.id: proposition for proposition in propositions}
        self._drop(schema.origins, "proposition", kept)
        self._replace(schema.propositions, [{"id": i, **self._packed(p)} for i, p in kept.items()])
        own: dict[tuple[Any, ...], str] = {
            (found,): i for i, proposition in kept.items() for found in proposition.attributions
        }
        self._assign(schema.members, "proposition", kept, own)
        facets.keep(self._connection, self._dialect, list(kept.values()))
        self.add_origins(origins)

    def add_origins(self, origins: Iterable[Origin]) -> None:
        """Give propositions that are there further ``origins``, behind those that they have."""
        added = list(origins)
        own = schema.origins.c
        query = select(own.proposition, func.max(own.place).label("last")).group_by(own.proposition)
        rows = self._among(query, schema.origins, "proposition", sorted({found.proposition for found in added}))
        first = max((row.last + 1 for row in rows), default=0)
        self._insert(
            schema.origins,
            [
                {"id": found.id, "proposition": found.proposition, "place": place, "record": packed(found.as_dict())}
                for place, found in enumerate(added, start=first)
            ],
        )
        facets.keep_origins(self._connection, self._dialect, added)

    def drop_propositions(self, ids: Iterable[str]) -> None:
        """Remove the propositions of ``ids`` and their origins."""
        wanted = list(ids)
        self.put_cases(wanted, ())
        facets.drop(self._connection, self._dialect, wanted)
        for table, column in ((schema.origins, "proposition"), (schema.members, "proposition")):
            self._drop(table, column, wanted)
        self._drop(schema.propositions, "id", wanted)

    def put_sources(self, sources: Iterable[Source]) -> None:
        """Keep ``sources`` with their mentions; one of the same id is replaced.

        A mention belongs to one source: where it moves, both are to be put in one call, or the old one is dropped.
        """
        kept = {source.id: source for source in sources}
        self._replace(schema.sources, [self._source_row(source) for source in kept.values()])
        own: dict[tuple[Any, ...], str] = {mention: id_ for id_, source in kept.items() for mention in source.mentions}
        self._assign(schema.mentions, "source", kept, own)
        heard.hear(self._connection, self._dialect, list(kept))

    def add_mentions(self, source_id: str, mentions: Mentions) -> None:
        """Add ``mentions`` to a source that is there; its id stays."""
        rows = [{"attribution": found, "place": place, "source": source_id} for found, place in sorted(set(mentions))]
        self._insert(schema.mentions, rows)
        heard.hear(self._connection, self._dialect, [source_id])

    def drop_sources(self, ids: Iterable[str]) -> None:
        """Remove the sources of ``ids`` and their mentions."""
        wanted = list(ids)
        self.put_cases(wanted, ())
        heard.silence(self._connection, self._dialect, wanted)
        self._drop(schema.mentions, "source", wanted)
        self._drop(schema.sources, "id", wanted)

    def judge(self, judgement: Judgement) -> None:
        """Add a verdict; the same one twice is one.

        :class:`~twosource.errors.RecordRefused` where it withdraws one that is not there.
        """
        if judgement.verdict == "withdrawn" and not self._has(schema.judgements, judgement.left.record):
            raise self.refused(f"there is no judgement {judgement.left.record} to withdraw")
        self.note(judgement)

    def note(self, judgement: Judgement) -> None:
        """Add a verdict without asking whether what it withdraws is there: for an import."""
        if not self._has(schema.judgements, judgement.id):
            stamp = versions.instant(judgement.made_at)
            row = {"id": judgement.id, "stamp": stamp, "record": packed(judgement.as_dict())}
            self._connection.execute(insert(schema.judgements), row)

    @contextmanager
    def retrying(self) -> Iterator[None]:
        """A part of the transaction that is taken back alone where it fails, so that it can be tried otherwise."""
        with self._connection.begin_nested():
            yield

    def refused(self, reason: str) -> RecordRefused:
        """The error to raise where something does not fit what is there."""
        return RecordRefused(self._dialect.where, reason)

    def _has(self, table: Table, id_: str) -> bool:
        return self._connection.execute(select(table.c.id).where(table.c.id == id_)).first() is not None

    def _insert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)

    def _drop(self, table: Table, column: str, values: Iterable[str], *further: Any) -> None:
        wanted = list(values)
        if wanted:
            self._connection.execute(delete(table).where(self._dialect.among(table.c[column], wanted), *further))

    def _replace(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Rows by their ``id``: changed where they are there, for others lean on them; inserted where not."""
        there = set(
            self._connection.scalars(self._chosen(select(table.c.id), table, "id", [row["id"] for row in rows]))
        )
        changed = [{f"new_{name}": value for name, value in row.items()} for row in rows if row["id"] in there]
        if changed:
            values: dict[str, Any] = {c.name: bindparam(f"new_{c.name}") for c in table.c if c.name != "id"}
            self._connection.execute(update(table).where(table.c.id == bindparam("new_id")).values(values), changed)
        self._insert(table, [row for row in rows if row["id"] not in there])

    def _assign(self, table: Table, owner: str, owners: Collection[str], wanted: Mapping[tuple[Any, ...], str]) -> None:
        """Let ``owners`` have what ``wanted`` says (key → owner) and nothing else; what stays is not written."""
        names = [column.name for column in table.primary_key]
        rows = self._among(select(table), table, owner, owners)
        there = {tuple(getattr(row, name) for name in names): getattr(row, owner) for row in rows}
        gone = [
            {f"old_{name}": part for name, part in zip(names, key, strict=True)}
            for key, own in there.items()
            if wanted.get(key) != own
        ]
        if gone:
            matches = and_(*(table.c[name] == bindparam(f"old_{name}") for name in names))
            self._connection.execute(delete(table).where(matches), gone)
        new = sorted(key for key, own in wanted.items() if there.get(key) != own)
        self._insert(table, [{**dict(zip(names, key, strict=True)), owner: wanted[key]} for key in new])

    def _link_row(self, link: Link) -> dict[str, Any]:
        ends = {"left": link.left, "right": link.right, "relation": link.relation}
        return {**ends, **self._packed(link, without=tuple(ends))}

    def _source_row(self, source: Source) -> dict[str, Any]:
        seed, place = source.seed or source.mentions[0]
        own = {"id": source.id, "seed": seed, "seed_place": place}
        return {**own, **self._packed(source, without=("mentions",))}

    def _packed(self, record: Link | Proposition | Source, *, without: Collection[str] = ()) -> dict[str, Any]:
        """A record as it is stored, and what made it: what makes such records now, unless it says otherwise."""
        fields = {name: value for name, value in record.as_dict().items() if name not in without}
        maker = self._makers.number(fields.pop("made_by"))
        return {"record": packed(fields), "maker": maker}
