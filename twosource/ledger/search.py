"""Full text over articles (title and text) and statements (their quotes): what goes in, what comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from sqlalchemy import Connection, select

from twosource import wire
from twosource.across import Account
from twosource.ledger.dialects import Dialect
from twosource.ledger.schema import article_words, articles, attribution_words, attributions
from twosource.ledger.stored import rebuilt
from twosource.ledger.terms import Query, passage
from twosource.records import Article, Attribution, Span

# PostgreSQL refuses a text whose words take more than 1 MiB; a quarter of a million characters, 40 000 words, stay
# below that whatever they are. What is longer is a book.
_LONGEST = 250_000
_BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A current article or statement that a query found. ``id`` is its own, ``article`` that of the article it stands
    in, ``span`` where the ``snippet`` stands there. The higher its ``score``, the better it fits; scores of one query
    alone can be compared."""

    type: Literal["article", "attribution"]
    id: str
    article: str
    span: Span
    snippet: str
    score: float


def index_article(connection: Connection, dialect: Dialect, *, number: int, article: Article) -> None:
    """Put the words of an article into the index."""
    row = {"number": number, "title": _indexed(article.title or ""), "text": _indexed(article.text)}
    dialect.index(connection, article_words, [row])


def index_attributions(
    connection: Connection, dialect: Dialect, *, article: Article, numbered: Iterable[tuple[int, Attribution]]
) -> None:
    """Put the words of the statements of an article into the index."""
    dialect.index(connection, attribution_words, _words(article, numbered))


def unindex_attributions(
    connection: Connection, dialect: Dialect, *, article: Article, numbered: Iterable[tuple[int, Attribution]]
) -> None:
    """Take the words of statements of an article out of the index."""
    dialect.unindex(connection, attribution_words, _words(article, numbered))


def _words(article: Article, numbered: Iterable[tuple[int, Attribution]]) -> list[dict[str, Any]]:
    return [
        {"number": number, "title": "", "text": _indexed(Account(article=article, attribution=found).quote)}
        for number, found in numbered
    ]


def index_all(connection: Connection, dialect: Dialect) -> None:
    """Put everything there is into an index that is empty."""
    for number, article in _stored_articles(connection):
        index_article(connection, dialect, number=number, article=article)
        rows = connection.execute(
            select(attributions.c.number, attributions.c.record).where(attributions.c.article == article.id)
        ).all()
        found = [(row.number, rebuilt(partial(wire.attribution, article_id=article.id), row.record)) for row in rows]
        index_attributions(connection, dialect, article=article, numbered=found)


def _stored_articles(connection: Connection) -> Iterator[tuple[int, Article]]:
    last = 0
    query = select(articles.c.number, articles.c.record).order_by(articles.c.number).limit(_BATCH)
    while rows := connection.execute(query.where(articles.c.number > last)).all():
        for row in rows:
            yield row.number, rebuilt(wire.article, row.record)
        last = rows[-1].number


def _indexed(text: str) -> str:
    return text[:_LONGEST].replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")


def hits(
    matches: Sequence[tuple[str, str, float]],
    query: Query,
    *,
    accounts: Mapping[str, Account],
    articles: Mapping[str, Article],
) -> list[Hit]:
    """The best first; of equal score statements before articles, then by id."""
    found = [
        _statement(accounts[id_], query, score=score)
        if kind == "attribution"
        else _article(articles[id_], query, score=score)
        for kind, id_, score in matches
    ]
    return sorted(found, key=lambda hit: (-hit.score, hit.type == "article", hit.id))


def _statement(account: Account, query: Query, *, score: float) -> Hit:
    content = account.attribution.content
    return _hit("attribution", account.id, account.article, (content[0][0], content[-1][1]), (query, score))


def _article(article: Article, query: Query, *, score: float) -> Hit:
    return _hit("article", article.id, article, (0, len(article.text)), (query, score))


def _hit(
    kind: Literal["article", "attribution"], id_: str, article: Article, within: Span, found: tuple[Query, float]
) -> Hit:
    query, score = found
    start, end = passage(article.text, query, within=within)
    snippet = " ".join(article.text[start:end].split())
    return Hit(type=kind, id=id_, article=article.id, span=(start, end), snippet=snippet, score=score)
