"""The ledger for tools of the FollowTheMoney family (OpenAleph, OpenSanctions): entities, one JSON object a line.

An article is an ``Article``, a named source a ``Person``, ``PublicBody`` or ``Organization``, and each statement of a
named source a ``Note`` on it that holds the quoted words, with the article as its proof. Sources that are never named
are left out: an entity without a name can neither be searched for nor matched. Schemata and properties are those of
followthemoney 4; ids are those of the ledger behind a prefix, the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from twosource.across import Account, Source
from twosource.export.line import line
from twosource.export.words import plain
from twosource.ledger import View
from twosource.records import Article, Kind

PREFIX = "twosource-"

_BATCH = 100
_SCHEMATA: Mapping[Kind, str] = {"person": "Person", "author": "Person", "government": "PublicBody"}
_LANGUAGES = {"en": "eng"}


def lines(view: View) -> Iterator[str]:
    """The entities: sources first, then each article with the notes that it proves."""
    named = {}
    for source in view.sources():
        if source.name:
            named[source.id] = source.name
            yield line(_source(source))
    articles = view.articles()
    while batch := list(islice(articles, _BATCH)):
        inside = view.attributions_of([article.id for article in batch])
        accounts = view.accounts(one for own in inside.values() for one in own)
        last = {(one.id, len(one.attribution.chain) - 1) for one in accounts.values() if one.attribution.chain}
        source_of = {attribution: source for (attribution, _), source in view.source_of(last).items()}
        for article in batch:
            yield line(_article(article))
            for one in inside[article.id]:
                if (source_id := source_of.get(one)) in named:
                    yield line(_note(accounts[one], str(source_id)))


def _source(source: Source) -> dict[str, Any]:
    schema = _SCHEMATA.get(source.kind, "Organization")
    position = [source.role] if source.role and schema == "Person" else []
    return _entity(
        source.id,
        schema,
        name=[source.name],
        alias=list(source.names),
        position=position,
        notes=[f"Speaks for {source.affiliation}"] if source.affiliation else [],
    )


def _article(article: Article) -> dict[str, Any]:
    return _entity(
        article.id,
        "Article",
        title=[article.title],
        author=list(article.authors),
        publisher=[article.outlet],
        publishedAt=[article.published[:19] if article.published else None],
        modifiedAt=[article.modified[:19] if article.modified else None],
        sourceUrl=[article.url],
        language=[_LANGUAGES.get(article.language or "")],
        mimeType=[article.media_type],
        bodyText=[article.text],
    )


def _note(account: Account, source_id: str) -> dict[str, Any]:
    article = account.article
    return _entity(
        account.id,
        "Note",
        entity=[PREFIX + source_id],
        proof=[PREFIX + article.id],
        description=[plain(account.quote)],
        summary=[f"{account.attribution.act}, {account.attribution.polarity}"],
        publisher=[article.outlet],
        sourceUrl=[article.url],
    )


def _entity(key: str, schema: str, **properties: Sequence[str | None]) -> dict[str, Any]:
    given = {name: [value for value in values if value] for name, values in properties.items()}
    return {
        "id": PREFIX + key,
        "schema": schema,
        "properties": {name: values for name, values in given.items() if values},
    }
