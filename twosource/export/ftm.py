"""The ledger for tools of the FollowTheMoney family (OpenAleph, OpenSanctions): entities, one JSON object a line.

An article is an ``Article``, a named source a ``Person``, ``PublicBody``, ``Organization`` or, where it is many people,
``LegalEntity``, and each statement of a named source a ``Note`` on it that holds the quoted words, with the article as
its proof. Whom a source speaks for is the client of a ``Representation``. Sources that are never named are left out,
since an entity without a name can neither be searched for nor matched, and so are documents, which are no parties.
Schemata and properties are those of followthemoney 4; ids are those of the ledger behind a prefix, the same on every
machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from twosource.across import Account, Source
from twosource.export.line import line
from twosource.export.walk import walk
from twosource.export.words import plain
from twosource.ledger import View
from twosource.records import Article, Kind, content_id

PREFIX = "twosource-"

_SCHEMATA: Mapping[Kind, str] = {
    "person": "Person",
    "author": "Person",
    "government": "PublicBody",
    "collective": "LegalEntity",
}
_SAID = {"affirm": "{}", "deny": "Denies: {}", "withhold": "Will not say: {}"}
# What followthemoney leaves out of its values, it leaves out in silence: words would then differ from what is counted.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_ADDRESS = re.compile(r"""https?://[\w.-]+(:\d+)?([/?#][^\s<>"{}|\\^`\x00-\x20\ud800-\udfff]*)?""")
_LANGUAGES = {"en": "eng"}


def lines(view: View) -> Iterator[str]:
    """The entities: sources first, then each article with the notes that it proves."""
    named, bodies = set(), set()
    for source in view.sources():
        if source.name and source.kind != "document":
            named.add(source.id)
            yield line(_source(source))
            if source.affiliation:
                body, *representation = _speaks_for(source, source.affiliation)
                if body["id"] not in bodies:
                    bodies.add(body["id"])
                    yield line(body)
                yield from map(line, representation)
    for batch in walk(view):
        for article in batch.articles:
            yield line(_article(article))
            for one in batch.inside[article.id]:
                if (source_id := batch.speaker_of.get(one)) in named:
                    yield line(_note(batch.accounts[one], str(source_id)))


def _source(source: Source) -> dict[str, Any]:
    schema = _SCHEMATA.get(source.kind, "Organization")
    position = [source.role] if source.role and schema == "Person" else []
    return _entity(
        source.id,
        schema,
        name=[source.name],
        alias=list(source.names),
        position=position,
    )


def _speaks_for(source: Source, body: str) -> Iterator[dict[str, Any]]:
    """The body, which goes by its name alone, and that the source represents it."""
    key = content_id("body", body.casefold())
    yield _entity(key, "Organization", name=[body])
    ends = {"agent": [PREFIX + source.id], "client": [PREFIX + key]}
    yield _entity(content_id("represents", source.id, key), "Representation", role=[source.role], **ends)


def _article(article: Article) -> dict[str, Any]:
    return _entity(
        article.id,
        "Article",
        title=[article.title],
        author=list(article.authors),
        publisher=[article.outlet],
        publishedAt=[_time(article.published)],
        modifiedAt=[_time(article.modified)],
        sourceUrl=[_address(article)],
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
        description=[_SAID[account.attribution.polarity].format(plain(account.quote))],
        summary=[f"{account.attribution.act}, {account.attribution.polarity}"],
        publisher=[article.outlet],
        sourceUrl=[_address(article)],
    )


def _address(article: Article) -> str | None:
    return article.url if _ADDRESS.fullmatch(article.url or "") else None


def _time(moment: str | None) -> str | None:
    """As followthemoney keeps it: in UTC where the zone is known, and without it; nothing where it is no ISO 8601."""
    try:
        parsed = datetime.fromisoformat(moment or "")
    except ValueError:
        return None
    if len(moment or "") <= len("2025-03-04"):
        return parsed.date().isoformat()
    return (parsed.astimezone(UTC) if parsed.tzinfo else parsed).strftime("%Y-%m-%dT%H:%M:%S")


def _fit(value: str) -> str:
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", value)


def _entity(key: str, schema: str, **properties: Sequence[str | None]) -> dict[str, Any]:
    given = {name: [_fit(value) for value in values if value] for name, values in properties.items()}
    return {
        "id": PREFIX + key,
        "schema": schema,
        "properties": {name: values for name, values in given.items() if values},
    }
