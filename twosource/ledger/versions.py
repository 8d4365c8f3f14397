"""Which of the articles kept are current: versions of one page, and one text at several addresses.

Every article that was ever added is kept, with its attributions. What is current follows from the set of them alone:

- A *page* is what stands at one URL (where there is none, one text of one outlet). Its *head* is the newest of its
  texts, by the time of change, else of publication, ties by id. The same text met again in a page is no news.
- A page *gives way* to an older page of the same outlet or the same host that has had the text of its head: it is
  another address of that one. The older page is the one whose first version is older, ties by name; pages give way only
  to older ones, so that of two that have each other's texts one remains.
- The heads of pages that do not give way are current.

Two texts are the same when they are equal but for white space and case.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, Row, Select, func, or_, select, update

from twosource.language.addresses import parts
from twosource.ledger.dialects import Dialect
from twosource.ledger.schema import articles
from twosource.records import Article, content_id

# One site under several names: with and without www, and the same pages made for telephones.
_SITES = ("www.", "m.", "mobile.", "amp.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What tells an article from others: ``stamp`` is when it was changed or published; page, text, outlet and host are
    hashes, because URLs may be longer than PostgreSQL indexes."""

    id: str
    page: str
    fingerprint: str
    outlet: str | None
    host: str | None
    stamp: str
    current: bool = False


def outlet_key(name: str) -> str:
    """What an outlet is found by, however its name is spaced and capitalised."""
    return content_id("outlet", " ".join(name.casefold().split()))


def version(article: Article) -> Version:
    """``article`` as it is compared."""
    outlet = outlet_key(article.outlet) if article.outlet else None
    fingerprint = content_id("text", " ".join(article.text.casefold().split()))
    return Version(
        id=article.id,
        page=page(article.url) if article.url else content_id("page", "", outlet or "", fingerprint),
        fingerprint=fingerprint,
        outlet=outlet,
        host=_host(article.url) if article.url else None,
        stamp=instant(article.modified or article.published),
    )


def page(url: str) -> str:
    """The page of a URL."""
    return content_id("page", url)


def _host(url: str) -> str | None:
    host = parts(url).hostname
    for prefix in _SITES:
        host = host.removeprefix(prefix) if host else host
    return content_id("host", host) if host else None


def instant(time: str | None) -> str:
    """ISO 8601 in UTC, so that the order of texts is the order of times; empty where ``time`` is unknown.

    A day counts from its first moment, and a time without a zone as UTC.
    """
    try:
        parsed = datetime.fromisoformat(time or "")
        return (parsed.astimezone(UTC) if parsed.tzinfo else parsed.replace(tzinfo=UTC)).isoformat()
    except (ValueError, OverflowError):
        return ""


def texts(versions: Iterable[Version]) -> list[Version]:
    """The texts of one page, oldest first, each as it was first met; the last is the head."""
    first: dict[str, Version] = {}
    for found in sorted(versions, key=lambda version: (version.stamp, version.id)):
        first.setdefault(found.fingerprint, found)
    return list(first.values())


def of_page(connection: Connection, name: str) -> list[Version]:
    """All versions kept of a page, oldest first."""
    rows = connection.execute(_VERSIONS.where(articles.c.page == name).order_by(articles.c.stamp, articles.c.id))
    return [_read(row) for row in rows]


def address_of(connection: Connection, own: Version) -> tuple[str, str, str] | None:
    """Where else the same publisher has the text of ``own``: of the oldest such page its first stamp, its name, and the
    article there."""
    publisher = _publisher(own)
    if publisher is None:
        return None
    found = connection.execute(_elsewhere(own).where(publisher).limit(1)).first()
    return (found.first, found.page, found.id) if found else None


def addresses(connection: Connection, own: Version) -> list[str]:
    """The ids of all articles under other pages that :func:`address_of` would take for ``own``."""
    publisher = _publisher(own)
    return [] if publisher is None else [row.id for row in connection.execute(_elsewhere(own).where(publisher))]


def printed_elsewhere(connection: Connection, own: Version) -> bool:
    """Whether the text of ``own`` stands under another page, whoever published it."""
    return connection.execute(_elsewhere(own).limit(1)).first() is not None


def _elsewhere(own: Version) -> Select[tuple[str, str, str]]:
    first = _FIRST.label("first")
    return (
        select(first, articles.c.page, articles.c.id)
        .where(articles.c.fingerprint == own.fingerprint, articles.c.page != own.page)
        .order_by(first, articles.c.page, articles.c.stamp, articles.c.id)
    )


def _publisher(own: Version) -> ColumnElement[bool] | None:
    """One outlet or one host; nothing where neither is known."""
    known = [
        column == value
        for column, value in ((articles.c.outlet, own.outlet), (articles.c.host, own.host))
        if value is not None
    ]
    return or_(*known) if known else None


def settle(connection: Connection, dialect: Dialect, name: str) -> tuple[list[str], list[str]]:
    """Bring up to date what is current after a version was added to the page ``name``: ids that became current, and
    that ceased to be.

    Adding to a page can raise or lower that page's own head. Of other pages it can only lower those whose head is a
    text of this page, because more has been seen elsewhere or earlier; so only those are looked at again.
    """
    versions = of_page(connection, name)
    others = _heads(connection, dialect, versions)
    kept = [*versions, *others]
    current = {found.id for found in (_standing(connection, versions), *_still(connection, others)) if found}
    raised = sorted(found.id for found in kept if found.id in current and not found.current)
    lowered = sorted(found.id for found in kept if found.id not in current and found.current)
    for ids, value in ((raised, True), (lowered, False)):
        if ids:
            connection.execute(update(articles).where(dialect.among(articles.c.id, ids)).values(current=value))
    return raised, lowered


def expected(connection: Connection) -> set[str]:
    """The ids of all articles that are current by the rules above, whatever is noted."""
    pages = connection.scalars(select(articles.c.page).distinct().order_by(articles.c.page)).all()
    heads = (_standing(connection, of_page(connection, name)) for name in pages)
    return {head.id for head in heads if head}


def _heads(connection: Connection, dialect: Dialect, versions: Sequence[Version]) -> list[Version]:
    """The current articles of other pages that have a text of ``versions``."""
    fingerprints = {found.fingerprint for found in versions}
    rows = connection.execute(
        _VERSIONS.where(
            dialect.among(articles.c.fingerprint, sorted(fingerprints)),
            articles.c.page != versions[0].page,
            articles.c.current,
        )
    )
    return [_read(row) for row in rows]


def _still(connection: Connection, heads: Iterable[Version]) -> list[Version | None]:
    return [_standing(connection, of_page(connection, head.page)) for head in heads]


def _standing(connection: Connection, versions: Sequence[Version]) -> Version | None:
    """The head of a page, unless the page gives way."""
    head = texts(versions)[-1]
    older = address_of(connection, head)
    return None if older and older[:2] < (versions[0].stamp, head.page) else head


def _read(row: Row[tuple[str, ...]]) -> Version:
    return Version(
        id=row.id,
        page=row.page,
        fingerprint=row.fingerprint,
        outlet=row.outlet,
        host=row.host,
        stamp=row.stamp,
        current=row.current,
    )


_VERSIONS = select(*(articles.c[name] for name in Version.__slots__))
_SAME_PAGE = articles.alias()
_FIRST = select(func.min(_SAME_PAGE.c.stamp)).where(_SAME_PAGE.c.page == articles.c.page).scalar_subquery()
