"""Reading the articles of a ledger and what is attributed in them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Row, Select, func, or_, select

from twosource import wire
from twosource.across import Account
from twosource.ledger import versions
from twosource.ledger.reading import Reading, batches
from twosource.ledger.schema import UNKNOWN, articles, attributions
from twosource.ledger.stored import Named, fitting, rebuilt
from twosource.making import UNKNOWN as UNKNOWN_MAKER
from twosource.records import Article, Attribution

_PUBLISHED = (articles.c.published, articles.c.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An article as it is kept, with its attributions in the order of the text: ``current``, or an older version or
    another address of one that is. ``addresses`` are other URLs where the same publisher has the same text. ``made_by``
    is what found the attributions (:mod:`twosource.making`)."""

    article: Article
    current: bool
    addresses: tuple[str, ...]
    attributions: tuple[Attribution, ...]
    vectors: Mapping[str, bytes]
    made_by: str


class ArticleView(Reading):
    """Articles, their versions and addresses, their attributions with their vectors."""

    def article(self, article_id: str) -> Article | None:
        """The article of that id, current or not."""
        record = self._connection.scalar(select(articles.c.record).where(articles.c.id == article_id))
        return None if record is None else fitting(rebuilt(wire.article, record), id_=article_id)

    def articles(self, ids: Iterable[str] | None = None) -> Iterator[Article]:
        """Current articles, those of ``ids`` or all, by time of publication; unknown times last."""
        wanted = select(articles.c.id).where(articles.c.current).order_by(*_PUBLISHED)
        if ids is not None:
            wanted = wanted.where(self._dialect.among(articles.c.id, ids))
        for batch in batches(self._connection.scalars(wanted).all()):
            found = self._articles(batch)
            yield from (found[article_id] for article_id in batch)

    def versions(self, url: str) -> list[Article]:
        """All versions kept of the page at ``url``, oldest first."""
        kept = [found.id for found in versions.of_page(self._connection, versions.page(url))]
        found = self._articles(kept)
        return [found[article_id] for article_id in kept]

    def addresses(self, article_id: str) -> tuple[str, ...]:
        """The other URLs at which the same outlet, or the same host, has the text of an article; sorted."""
        article = self.article(article_id)
        if article is None:
            return ()
        same = versions.addresses(self._connection, versions.version(article))
        return tuple(sorted({found.url for found in self._articles(same).values() if found.url}))

    def accounts(self, ids: Iterable[str]) -> dict[str, Account]:
        """The attributions of ``ids``, current or not, each with its article; those of one article share it."""
        wanted = list(dict.fromkeys(ids))
        query = select(attributions.c.id, attributions.c.article, attributions.c.record)
        rows = {row.id: row for row in self._among(query, attributions, "id", wanted)}
        shared = self._articles(sorted({row.article for row in rows.values()}))
        return {
            id_: Account(article=shared[rows[id_].article], attribution=_attribution(rows[id_]))
            for id_ in wanted
            if id_ in rows
        }

    def article_of(self, ids: Iterable[str]) -> dict[str, str]:
        """Attribution id → id of the article that it stands in, current or not."""
        query = select(attributions.c.id, attributions.c.article)
        return {row.id: row.article for row in self._among(query, attributions, "id", sorted(set(ids)))}

    def attributions_of(self, article_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Article id → ids of its attributions in the order of the text; empty for one that has none."""
        found: dict[str, list[str]] = Named({id_: [] for id_ in article_ids})
        query = select(attributions.c.article, attributions.c.id).order_by(attributions.c.start, attributions.c.id)
        for row in self._among(query, attributions, "article", found):
            found[row.article].append(row.id)
        return {id_: tuple(inside) for id_, inside in found.items()}

    def made_by(self, article_ids: Iterable[str]) -> dict[str, str]:
        """Article id → what found its attributions (:mod:`twosource.making`), for those that are there."""
        query = select(articles.c.id, articles.c.maker)
        rows = self._among(query, articles, "id", article_ids)
        return {row.id: self._makers.told(row.maker) for row in rows}

    def makers(self) -> dict[str, int]:
        """All that ever found attributions here, sorted, each with how many articles are of its making, current or
        not."""
        rows = self._connection.execute(select(articles.c.maker, func.count()).group_by(articles.c.maker))
        return dict(sorted((self._makers.told(maker), count) for maker, count in rows))

    def every_maker(self) -> list[str]:
        """All that ever made a record here and are known, sorted."""
        return self._makers.every()

    def made_with(self, makers: Collection[str]) -> list[str]:
        """The ids of the articles, current or not, whose attributions one of ``makers`` found; sorted."""
        numbers = [self._makers.find(told) for told in makers if told != UNKNOWN_MAKER]
        known = self._dialect.among(articles.c.maker, [number for number in numbers if number is not None])
        wanted = or_(known, articles.c.maker.is_(None)) if UNKNOWN_MAKER in makers else known
        return sorted(self._connection.scalars(select(articles.c.id).where(wanted)))

    def vectors(self, ids: Iterable[str]) -> dict[str, bytes]:
        """The vectors of those attributions that were added with one."""
        wanted = list(ids)
        query = select(attributions.c.id, attributions.c.vector).where(attributions.c.vector.is_not(None))
        found = {row.id: bytes(row.vector) for row in self._among(query, attributions, "id", wanted)}
        return {id_: found[id_] for id_ in wanted if id_ in found}

    def every_vector(self) -> dict[str, bytes]:
        """The vectors of all current attributions that have one, by id, sorted."""
        query = (
            select(attributions.c.id, attributions.c.vector)
            .join(articles, articles.c.id == attributions.c.article)
            .where(articles.c.current, attributions.c.vector.is_not(None))
            .order_by(attributions.c.id)
        )
        return {row.id: bytes(row.vector) for row in self._connection.execute(query)}

    def attributions_between(
        self, *, outlet: str | None = None, since: str | None = None, until: str | None = None
    ) -> set[str]:
        """Ids of the attributions in current articles of ``outlet`` (in any case), printed from the day ``since`` to
        the day ``until``, both included; an article without a time of publication is in no range of days."""
        query = select(attributions.c.id).join(articles, articles.c.id == attributions.c.article)
        return set(self._connection.scalars(printed_between(query, outlet=outlet, since=since, until=until)))

    def kept(self) -> Iterator[Kept]:
        """Every article with its attributions, current or not, by time of publication: for export."""
        wanted = self._connection.scalars(select(articles.c.id).order_by(*_PUBLISHED)).all()
        for batch in batches(wanted):
            yield from self._kept(batch)

    def _kept(self, ids: Sequence[str]) -> Iterator[Kept]:
        found = self._articles(ids)
        current = set(
            self._connection.scalars(self._chosen(select(articles.c.id), articles, "id", ids).where(articles.c.current))
        )
        inside = self.attributions_of(ids)
        accounts = Named(self.accounts(id_ for article_id in ids for id_ in inside[article_id]))
        vectors = self.vectors(accounts)
        made_by = self.made_by(ids)
        for article_id in ids:
            yield Kept(
                article=found[article_id],
                current=article_id in current,
                addresses=self.addresses(article_id),
                attributions=tuple(accounts[id_].attribution for id_ in inside[article_id]),
                vectors={id_: vectors[id_] for id_ in inside[article_id] if id_ in vectors},
                made_by=made_by[article_id],
            )

    def _articles(self, ids: Sequence[str]) -> dict[str, Article]:
        rows = self._among(select(articles.c.id, articles.c.record), articles, "id", ids)
        return Named({row.id: fitting(rebuilt(wire.article, row.record), id_=row.id) for row in rows})


def printed_between(
    query: Select[Any], *, outlet: str | None = None, since: str | None = None, until: str | None = None
) -> Select[Any]:
    """``query``, which has the articles in it, of those alone that :meth:`ArticleView.attributions_between` tells."""
    query = query.where(articles.c.current)
    if outlet is not None:
        query = query.where(articles.c.outlet == versions.outlet_key(outlet))
    if since is not None or until is not None:
        query = query.where(articles.c.published != UNKNOWN)
    if since is not None:
        query = query.where(articles.c.published >= since[:10])
    if until is not None:
        query = query.where(func.substr(articles.c.published, 1, 10) <= until[:10])
    return query


def _attribution(row: Row[Any]) -> Attribution:
    return fitting(rebuilt(partial(wire.attribution, article_id=row.article), row.record), id_=row.id)
