"""Records as they are stored: whether each can be read, is what its id says, and fits what stands beside it.

Each function gives ``ID: what is wrong`` for every record that is not sound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from sqlalchemy import Select, Table, select

from twosource import wire
from twosource.ledger import schema, versions
from twosource.ledger.reading import batches
from twosource.ledger.schema import UNKNOWN
from twosource.ledger.stored import Unreadable, fitting, rebuilt
from twosource.ledger.versions import Version
from twosource.ledger.view import View
from twosource.records import Article, Attribution, check_spans

_Made = Callable[[Any], Any]

UNREADABLE = "cannot be read"
ANOTHER = "is another than its id says"
BESIDE = "what stands beside it does not fit it"
OUTSIDE = "its words lie outside of the text"
_VERSION = tuple(name for name in Version.__slots__ if name != "current")


def articles_found(view: View) -> Iterator[str]:
    """Articles: their ids are made of URL and text."""
    for row in _rows(view, select(schema.articles), schema.articles, "number"):
        try:
            article = rebuilt(wire.article, row.record)
        except Unreadable:
            yield f"{row.id}: {UNREADABLE}"
            continue
        own = versions.version(article)
        if article.id != row.id:
            yield f"{row.id}: {ANOTHER}"
        elif any(getattr(own, name) != getattr(row, name) for name in _VERSION) or row.published != (
            versions.instant(article.published) or UNKNOWN
        ):
            yield f"{row.id}: {BESIDE}"


def attributions_found(view: View) -> Iterator[str]:
    """Attributions: their ids are made of article and spans, which lie in its text."""
    for batch in batches(_rows(view, select(schema.attributions), schema.attributions, "number")):
        lengths = _lengths(view, {row.article for row in batch})
        for row in batch:
            try:
                made = rebuilt(partial(wire.attribution, article_id=row.article), row.record)
            except Unreadable:
                yield f"{row.id}: {UNREADABLE}"
                continue
            if made.id != row.id:
                yield f"{row.id}: {ANOTHER}"
            elif row.start != made.content[0][0]:
                yield f"{row.id}: {BESIDE}"
            elif row.article not in lengths:
                yield f"{row.id}: is of an article that is not there, or cannot be read"
            elif not _inside(made, lengths[row.article]):
                yield f"{row.id}: {OUTSIDE}"


def _lengths(view: View, ids: set[str]) -> dict[str, int]:
    found = {}
    for row in view._among(select(schema.articles.c.id, schema.articles.c.record), schema.articles, "id", sorted(ids)):
        try:
            article: Article = rebuilt(wire.article, row.record)
        except Unreadable:
            continue
        found[row.id] = len(article.text)
    return found


def _inside(made: Attribution, length: int) -> bool:
    marked = [made.hedge, *(link.span for link in made.chain), *(figure.span for figure in made.figures)]
    marked += [made.target.span] if made.target else []
    try:
        for spans in (made.content, made.cue, made.source, *((span,) for span in marked if span)):
            check_spans(spans, length)
    except ValueError:
        return False
    return True


def sources_found(view: View) -> Iterator[str]:
    """Sources, and that each has a mention."""
    counted = set(view._connection.scalars(select(schema.mentions.c.source).distinct()))
    for row in _rows(view, select(schema.sources), schema.sources, "id"):
        seed = (row.seed, row.seed_place)
        yield from _judged(row.id, lambda row=row, seed=seed: rebuilt(wire.source, row.record, mentions=(), seed=seed))  # type: ignore[misc]
        if row.id not in counted:
            yield f"{row.id}: is mentioned nowhere"


def propositions_found(view: View) -> Iterator[str]:
    """Propositions, and that what they say is theirs and nobody else's."""
    for batch in batches(_rows(view, select(schema.propositions), schema.propositions, "id")):
        members: dict[str, set[str]] = {row.id: set() for row in batch}
        for row in view._among(select(schema.members), schema.members, "proposition", sorted(members)):
            members[row.proposition].add(row.attribution)
        for row in batch:
            wrong = list(_judged(row.id, partial(rebuilt, wire.proposition, row.record)))
            yield from wrong
            if not wrong and set(rebuilt(wire.proposition, row.record).attributions) != members[row.id]:
                yield f"{row.id}: {BESIDE}"


def links_found(view: View) -> Iterator[str]:
    """Links; their ids are their ends and relation."""
    for row in view._connection.execute(select(schema.links)):
        ends = {"left": row.left, "right": row.right, "relation": row.relation}
        try:
            rebuilt(wire.link, row.record, **ends)
        except Unreadable:
            yield f"{row.left} {row.relation} {row.right}: {UNREADABLE}"


def origins_found(view: View) -> Iterator[str]:
    """Origins."""
    return _plain(view, schema.origins, wire.origin, {"proposition": "proposition"})


def judgements_found(view: View) -> Iterator[str]:
    """Judgements, and that what takes back takes back something."""
    known = set(view._connection.scalars(select(schema.judgements.c.id)))
    for row in _rows(view, select(schema.judgements), schema.judgements, "id"):
        wrong = list(_judged(row.id, partial(rebuilt, wire.judgement, row.record)))
        yield from wrong
        if wrong:
            continue
        made = rebuilt(wire.judgement, row.record)
        if versions.instant(made.made_at) != row.stamp:
            yield f"{row.id}: {BESIDE}"
        if made.verdict == "withdrawn" and made.left.record not in known:
            yield f"{row.id}: withdraws one that is not there"


def changes_found(view: View) -> Iterator[str]:
    """Changes."""
    return _plain(view, schema.changes, wire.change, {"proposition": "proposition", "kind": "kind"})


def cases_found(view: View) -> Iterator[str]:
    """Cases."""
    return _plain(view, schema.cases, wire.case, {"about": "about"})


def feeds_found(view: View) -> Iterator[str]:
    """Feeds, which have no ids."""
    for row in view._connection.execute(select(schema.feeds).order_by(schema.feeds.c.url)):
        try:
            if rebuilt(wire.feed, row.record).url != row.url:
                yield f"{row.url}: {BESIDE}"
        except Unreadable:
            yield f"{row.url}: {UNREADABLE}"


def unread_found(view: View) -> Iterator[str]:
    """Sources that could not be read, which have no ids."""
    for row in view._connection.execute(select(schema.unread).order_by(schema.unread.c.source)):
        try:
            made = rebuilt(wire.unread, row.record)
            if (made.source, made.tried_at) != (row.source, row.tried):
                yield f"{row.source}: {BESIDE}"
        except Unreadable:
            yield f"{row.source}: {UNREADABLE}"


def makers_found(view: View) -> Iterator[str]:
    """What made the records: whether each that a record names is there."""
    known = select(schema.makers.c.number)
    for table in (schema.articles, schema.sources, schema.propositions, schema.links):
        named = select(table.c.maker).where(table.c.maker.is_not(None), table.c.maker.not_in(known)).distinct()
        yield from (f"{number}: {table.name} name it and it is not there" for number in view._connection.scalars(named))


def keys_found(view: View) -> Iterator[str]:
    """Keys, by which records are found: each stands under its digest."""
    for row in view._connection.execute(select(schema.keys)):
        if schema.digest(row.key) != row.digest:
            yield f"{row.space} {row.item}: {ANOTHER}"


def _plain(view: View, table: Table, make: _Made, beside: Mapping[str, str]) -> Iterator[str]:
    """Records of a table that hold themselves; ``beside`` are the columns that repeat a field."""
    for row in view._connection.execute(select(table).order_by(table.c.id)):
        wrong = list(_judged(row.id, partial(rebuilt, make, row.record)))
        yield from wrong
        if not wrong:
            made = rebuilt(make, row.record)
            if any(getattr(made, field) != getattr(row, column) for column, field in beside.items()):
                yield f"{row.id}: {BESIDE}"


def _judged(id_: str, made: Callable[[], Any]) -> Iterator[str]:
    """What is wrong with one record, if anything."""
    try:
        found = made()
    except Unreadable:
        yield f"{id_}: {UNREADABLE}"
        return
    try:
        fitting(found, id_=id_)
    except Unreadable:
        yield f"{id_}: {ANOTHER}"


def _rows(view: View, query: Select[Any], table: Table, column: str) -> Iterator[Any]:
    """The rows of ``query`` in the order of ``column``, some at a time."""
    for batch in batches(view._connection.scalars(select(table.c[column]).order_by(table.c[column])).all()):
        yield from view._among(query.order_by(table.c[column]), table, column, batch)
