"""An article with its attributions → rows: all that later stages need of it, worked out once.

What costs time and is a function of the article alone is done here, where the article is at hand and the networks are:
its place among versions, the vectors of its statements, the keys by which others find it, the signatures of everybody
whom it cites. Later stages join on these columns and never look at a text to find out with what to compare it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from twosource import wire
from twosource.across import Account
from twosource.batch.pieces import Mark
from twosource.errors import SourceUnreadable
from twosource.ledger import versions
from twosource.ledger.schema import digest, packed
from twosource.link import vectors
from twosource.link.near import asked_keys, kept_keys, profile
from twosource.model.pairs import Reader
from twosource.origins import keys as copy_keys
from twosource.origins import passages
from twosource.records import Article, Attribution, content_id
from twosource.resolve import Signature, keys, signature

Row = dict[str, Any]
Type = str

ARTICLES: Mapping[str, Type] = {
    **dict.fromkeys(("reading", "id", "path"), "text"),
    **dict.fromkeys(("number", "place", "lot"), "whole"),
    **dict.fromkeys(("page", "fingerprint", "outlet", "host", "stamp", "side"), "text"),
    **{"day": "whole", "kept": "wholes", "asked": "wholes", "copied": "wholes"},
    **{"ids": "texts", "record": "text", "attributions": "texts", "vectors": "bytes"},
}
"""``reading`` identifies the row: what was read at one place of one file. ``id`` is the article's, ``number`` that
of its record in the file at ``path`` and ``place`` its place in that, ``lot`` a number by which articles are dealt
out; ``page`` to ``stamp`` are those of :class:`twosource.ledger.versions.Version`. ``side`` is a digest of all that
it is compared by, ``day`` that of publication, ``kept``, ``asked`` and ``copied`` are blocking keys. ``record`` and
``attributions`` are the wire form, in the order of the text, ``ids`` those of the attributions, ``vectors`` one
behind the other in half precision."""

MENTIONS: Mapping[str, Type] = {
    **dict.fromkeys(("reading", "article", "published", "attribution"), "text"),
    **{"start": "whole", "place": "whole", "signature": "text"},
}
"""A row for every link of every chain; ``published``, ``article``, ``start`` and ``attribution`` give its order."""

SIGNATURES: Mapping[str, Type] = {"id": "text", "record": "text", "keys": "wholes"}
"""What identifies whom mentions mean, once in a partition."""

ERRORS: Mapping[str, Type] = {**dict.fromkeys(("source", "reason", "kind"), "text"), "partition": "whole"}
"""What could not be read, and why; ``kind`` is in :data:`twosource.batch.faults.KINDS`."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one article."""

    article: Row
    mentions: tuple[Row, ...]
    signatures: tuple[Row, ...]


def rows(article: Article, attributions: Sequence[Attribution], *, mark: Mark, place: int, reader: Reader) -> Rows:
    """The rows of ``article``, the one at ``place`` of those in a record. :class:`SourceUnreadable` where no ledger
    would take it: two attributions of the same words, or one without."""
    _check(article, attributions)
    ordered = sorted(attributions, key=lambda one: (one.content[0][0], one.id))
    accounts = [Account(article=article, attribution=one) for one in ordered]
    reading = content_id("reading", article.source, str(mark.number), str(place))
    mentions = list(_mentions(accounts, reading))
    found = {one.id: one for _, one in mentions}
    return Rows(
        article=_article(article, accounts, reader)
        | {"reading": reading, "path": article.source, "number": mark.number, "place": place},
        mentions=tuple(row for row, _ in mentions),
        signatures=tuple(_signature(found[one]) for one in sorted(found)),
    )


def _check(article: Article, attributions: Sequence[Attribution]) -> None:
    if not all(one.content for one in attributions):
        raise SourceUnreadable(article.source, "an attribution of it has no content")
    if len({one.id for one in attributions}) < len(attributions):
        raise SourceUnreadable(article.source, "two attributions of it have the same source, cue and content")


def _article(article: Article, accounts: Sequence[Account], reader: Reader) -> Row:
    version, about = versions.version(article), profile(article)
    kept = vectors.packed(accounts, reader)
    record = packed(article.as_dict())
    told = [packed(account.attribution.as_dict()) for account in accounts]
    joined = b"".join(kept[account.id] for account in accounts)
    return {
        **{name: getattr(version, name) for name in ("id", "page", "fingerprint", "outlet", "host", "stamp")},
        "lot": lot(version.id),
        "side": content_id("side", record, *told, joined.hex()),
        "day": about.day,
        "kept": _digests(kept_keys(about)),
        "asked": _digests(asked_keys(about)),
        "copied": _digests(key for passage in passages(article) for key in copy_keys(passage)),
        "ids": [account.id for account in accounts],
        "record": record,
        "attributions": told,
        "vectors": joined,
    }


def _digests(found: Iterable[str]) -> list[int]:
    return sorted({digest(key) for key in found})


def _mentions(accounts: Iterable[Account], reading: str) -> Iterator[tuple[Row, Signature]]:
    for account in accounts:
        for place, mention in enumerate(account.attribution.chain):
            one = signature(mention, article=account.article)
            published, article, start, attribution = account.order
            yield (
                {
                    "reading": reading,
                    "article": article,
                    "published": published,
                    "attribution": attribution,
                    "start": start,
                    "place": place,
                    "signature": one.id,
                },
                one,
            )


def _signature(one: Signature) -> Row:
    return {"id": one.id, "record": one.packed(), "keys": _digests(keys(one))}


def lot(identity: str) -> int:
    """A number by which a record is dealt, with others, into parts of one size: the same on every machine."""
    return int(identity[:8], 16)


def article_of(record: str) -> Article:
    """An article back from its row."""
    return wire.article(json.loads(record))


def accounts_of(article: Article, attributions: Iterable[str]) -> list[Account]:
    """The accounts of ``article`` back from its row, in order."""
    article_id = article.id
    return [
        Account(article=article, attribution=wire.attribution(json.loads(one), article_id=article_id))
        for one in attributions
    ]
