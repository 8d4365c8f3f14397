"""Writing a ledger: all of a transaction or nothing of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Literal

from sqlalchemy import Table, delete, func, insert, select, update

from twosource import wire
from twosource.ledger import search, versions
from twosource.ledger.across_writer import AcrossWriter
from twosource.ledger.schema import UNKNOWN, articles, attributions, packed
from twosource.ledger.stored import rebuilt
from twosource.ledger.versions import Version
from twosource.records import Article, Attribution

Status = Literal["new", "known", "address", "reprint", "version", "older"]

_NONE: Mapping[str, bytes] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What adding an article came to.

    ``status`` is ``new``; ``known`` (that very article is there, or its page has had its text); ``address`` (the same
    outlet or host has the text under another URL); ``reprint`` (another outlet has it); ``version`` (it is the newest
    text of its page) or ``older`` (the page has a newer one). ``article_id`` is the article that is there: of a known
    text and of another address the one that was there before.

    ``arrived`` are the attributions that became current, ``retired`` those that ceased to be, in the order of their
    texts; ``raised`` and ``lowered`` are the articles that did. They follow from what is current now and was before,
    not from the status: where what is added turns out to be the older of two addresses, it is the one that stays.
    """

    status: Status
    article_id: str
    arrived: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()
    raised: tuple[str, ...] = ()
    lowered: tuple[str, ...] = ()


class Writer(AcrossWriter):
    """A view that can write. What it has written it sees; others see it when the transaction is over."""

    def add(
        self, article: Article, attributions: Sequence[Attribution], *, vectors: Mapping[str, bytes] = _NONE
    ) -> Added:
        """Keep ``article`` with its ``attributions`` and such ``vectors`` of theirs as there are.

        Nothing that is there is ever changed: of an article that is known this is without effect. What is current
        afterwards depends on the set of articles alone, whatever the order in which they came
        (:mod:`twosource.ledger.versions`). :class:`~twosource.errors.RecordRefused` for attributions of another article
        and for two of one id.
        """
        own = versions.version(article)
        if self._has(articles, article.id):
            return Added(status="known", article_id=article.id)
        status, there = self._compared(own)
        raised, lowered = self.keep(article)
        self.attribute(article, attributions, vectors=vectors)
        if status == "version" and self._head(own) != own.id:
            status = "older"
        return Added(
            status=status,
            article_id=there,
            arrived=self._inside(raised),
            retired=self._inside(lowered),
            raised=tuple(raised),
            lowered=tuple(lowered),
        )

    def _compared(self, own: Version) -> tuple[Status, str]:
        """How ``own`` stands to what is there, and the id of the article that it is, or is another address of."""
        before = versions.of_page(self._connection, own.page)
        for found in versions.texts(before):
            if found.fingerprint == own.fingerprint:
                return "known", found.id
        if before:
            return "version", own.id
        if same := versions.address_of(self._connection, own):
            return "address", same[2]
        return ("reprint" if versions.printed_elsewhere(self._connection, own) else "new"), own.id

    def _head(self, own: Version) -> str:
        return versions.texts(versions.of_page(self._connection, own.page))[-1].id

    def _inside(self, article_ids: Sequence[str]) -> tuple[str, ...]:
        found = self.attributions_of(article_ids)
        return tuple(id_ for article_id in article_ids for id_ in found[article_id])

    def keep(self, article: Article, *, made_by: str | None = None) -> tuple[list[str], list[str]]:
        """Store an article that is not there, without attributions: for :meth:`add` and for an import, which tells
        what the attributions were ``made_by``. The ids of the articles that became current, and of those that ceased
        to be."""
        own = versions.version(article)
        number = self._next(articles)
        row = {name: getattr(own, name) for name in Version.__slots__}
        published = versions.instant(article.published) or UNKNOWN
        row |= {"number": number, "published": published, "record": packed(article.as_dict())}
        row["maker"] = self._makers.number(made_by)
        self._connection.execute(insert(articles), row)
        search.index_article(self._connection, self._dialect, number=number, article=article)
        return versions.settle(self._connection, self._dialect, own.page)

    def attribute(self, article: Article, found: Sequence[Attribution], *, vectors: Mapping[str, bytes]) -> None:
        """Store attributions of an article that is there: for :meth:`add` and for an import."""
        first = self._next(attributions)
        for attribution in found:
            if attribution.article_id != article.id:
                raise self.refused(
                    f"attribution {attribution.id} is of article {attribution.article_id}, not {article.id}"
                )
            if not attribution.content:
                raise self.refused(f"attribution {attribution.id} has no content")
        if len({attribution.id for attribution in found}) < len(found):
            raise self.refused(f"two attributions of article {article.id} have the same source, cue and content")
        numbered = list(enumerate(found, start=first))
        rows = [
            {
                "number": number,
                "id": attribution.id,
                "article": article.id,
                "start": attribution.content[0][0],
                "vector": vectors.get(attribution.id),
                "record": packed(attribution.as_dict()),
            }
            for number, attribution in numbered
        ]
        self._insert(attributions, rows)
        search.index_attributions(self._connection, self._dialect, article=article, numbered=numbered)

    def reattribute(self, article: Article, found: Sequence[Attribution], *, vectors: Mapping[str, bytes]) -> None:
        """Let an article have ``found`` in place of the attributions that it has, made by what runs now.

        Nothing may be derived from those any more (:class:`~twosource.errors.RecordRefused`); what people judged of
        them stays.
        """
        query = select(attributions.c.number, attributions.c.record).where(attributions.c.article == article.id)
        before = [
            (row.number, rebuilt(partial(wire.attribution, article_id=article.id), row.record))
            for row in self._connection.execute(query)
        ]
        search.unindex_attributions(self._connection, self._dialect, article=article, numbered=before)
        self._connection.execute(delete(attributions).where(attributions.c.article == article.id))
        self.attribute(article, found, vectors=vectors)
        maker = self._makers.number(None)
        self._connection.execute(update(articles).where(articles.c.id == article.id).values(maker=maker))

    def count(self, article_id: str, *, current: bool) -> None:
        """Say whether an article is current, for one whose attributions are exchanged between two such calls."""
        self._connection.execute(update(articles).where(articles.c.id == article_id).values(current=current))

    def _next(self, table: Table) -> int:
        """The number of the next row; safe because there is no other writer."""
        return int(self._connection.scalar(select(func.coalesce(func.max(table.c.number), 0) + 1)) or 1)
