"""The ledger as linked data: one JSON-LD document of W3C Web Annotation and PROV.

An attribution is an annotation whose targets are the spans of its content, each by position (``start`` and ``end`` are
Unicode code points, half-open, as the standard's selectors count) and by quotation. It was quoted from its article, is
attributed to its source, and had its origin as primary source; a source acts on behalf of the body that it speaks for,
and a newer version of a page is a revision of the older. What the two vocabularies have no word for stands under
:data:`TERMS`, a ``tag:`` address (RFC 4151), which needs no domain. The context is in the document: nothing is fetched.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from twosource.across import Account, Link, Origin, Proposition, Source
from twosource.export.line import whole
from twosource.export.walk import walk
from twosource.ledger import View
from twosource.records import Article, Kind, Span, content_id

BASE = "tag:twosource.example,2025:"
TERMS = f"{BASE}terms/"
CONTEXT: Mapping[str, Any] = {
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "ts": TERMS,
}
AROUND = 32
"""Characters of prefix and suffix in a quotation."""

_AGENTS: Mapping[Kind, list[str]] = {
    "person": ["prov:Agent", "prov:Person"],
    "author": ["prov:Agent", "prov:Person"],
    "collective": ["prov:Agent"],
    "document": ["prov:Entity"],
}
"""How PROV types a source that is no organisation. A document answers for nothing: what it says is derived from it."""

# Other addresses are no IRIs, and one of them would make a strict reader refuse the whole document.
_ADDRESS = re.compile(r"""https?://[^\s<>"{}|\\^`\x00-\x20\x7f-\x9f\ud800-\udfff]+""")

Node = dict[str, Any]


def pieces(view: View) -> Iterator[str]:
    """The document in pieces, a node at a time."""
    yield f'{{"@context": {json.dumps(CONTEXT)},\n"@graph": ['
    for place, node in enumerate(_nodes(view)):
        filled = {name: value for name, value in node.items() if value not in (None, [])}
        yield (",\n" if place else "\n") + json.dumps(whole(filled), ensure_ascii=True)
    yield "\n]}\n"


def _nodes(view: View) -> Iterator[Node]:
    primary = {one: origin.id for origin in view.origins() for one in origin.attributions}
    for batch in walk(view):
        for article in batch.articles:
            yield from _articles(view, article)
        for id_, account in batch.accounts.items():
            yield _annotation(account, batch.speaker_of.get(id_), primary.get(id_))
    yield from _agents(view.sources())
    for proposition in view.propositions():
        yield _proposition(proposition)
    for origin in view.origins():
        yield _origin(origin)
    for link in view.links():
        yield _link(link)


def _articles(view: View, article: Article) -> Iterator[Node]:
    """The article, and the older versions of its page, each a revision of the one before."""
    known = view.versions(article.url) if article.url else []
    revised = {newer.id: older.id for older, newer in pairwise(known)}
    for one in [article, *(version for version in known if version.id != article.id)]:
        yield {
            "@id": _id("article", one.id),
            "@type": ["schema:NewsArticle", "prov:Entity"],
            "schema:url": _address(one.url),
            "schema:headline": one.title,
            "schema:publisher": one.outlet,
            "schema:author": list(one.authors),
            "schema:creditText": list(one.credits),
            "schema:datePublished": one.published,
            "schema:dateModified": one.modified,
            "schema:inLanguage": one.language,
            "prov:wasRevisionOf": _ref("article", revised.get(one.id)),
            "prov:qualifiedRevision": _qualified("Revision", _ref("article", revised.get(one.id))),
        }


def _annotation(account: Account, source: str | None, origin: str | None) -> Node:
    found = account.attribution
    written = bool(found.chain) and found.chain[-1].kind == "document"
    return {
        "@id": _id("attribution", account.id),
        "@type": ["oa:Annotation", "prov:Entity"],
        "oa:motivatedBy": {"@id": "oa:identifying"},
        "oa:hasTarget": [_target(account.article, span) for span in found.content],
        "prov:wasQuotedFrom": _ref("article", account.article.id),
        "prov:qualifiedQuotation": _qualified("Quotation", _ref("article", account.article.id)),
        "prov:wasAttributedTo": None if written else _ref("source", source),
        "prov:wasDerivedFrom": _ref("source", source) if written else None,
        "prov:hadPrimarySource": _ref("origin", origin),
        "prov:qualifiedPrimarySource": _qualified("PrimarySource", _ref("origin", origin)),
        "ts:cue": [_words(account.article, span) for span in found.cue],
        "ts:sourceWords": [_words(account.article, span) for span in found.source],
        **{f"ts:{name}": getattr(found, name) for name in ("manner", "act", "polarity", "certainty")},
        "ts:confidence": _number(found.confidence),
        "ts:saidFrom": found.said.start if found.said else None,
        "ts:saidBefore": found.said.end if found.said else None,
        "ts:chain": {"@list": [link.name or link.role or link.kind for link in found.chain]} if found.chain else None,
    }


def _target(article: Article, span: Span) -> Node:
    start, end = span
    return {
        "@type": "oa:SpecificResource",
        "oa:hasSource": _ref("article", article.id),
        "oa:hasSelector": [
            {"@type": "oa:TextPositionSelector", "oa:start": start, "oa:end": end},
            {
                "@type": "oa:TextQuoteSelector",
                "oa:exact": _words(article, span),
                "oa:prefix": _words(article, (max(0, start - AROUND), start)),
                "oa:suffix": _words(article, (end, end + AROUND)),
            },
        ],
    }


def _agents(sources: Iterable[Source]) -> Iterator[Node]:
    """The sources, and the bodies that they speak for, each once."""
    bodies: dict[str, str] = {}
    for source in sources:
        body = source.affiliation
        if body:
            bodies[content_id("body", body.casefold())] = body
        yield {
            "@id": _id("source", source.id),
            "@type": _AGENTS.get(source.kind, ["prov:Agent", "prov:Organization"]),
            "schema:name": source.name,
            "schema:alternateName": list(source.names),
            "schema:jobTitle": source.role,
            "ts:kind": source.kind,
            "ts:anonymity": source.anonymity,
            "prov:actedOnBehalfOf" if source.kind != "document" else "prov:wasAttributedTo": _ref(
                "body", content_id("body", body.casefold()) if body else None
            ),
        }
    for key, name in sorted(bodies.items()):
        yield {"@id": _id("body", key), "@type": ["prov:Agent", "prov:Organization"], "schema:name": name}


def _proposition(found: Proposition) -> Node:
    low, high = found.independent
    return {
        "@id": _id("proposition", found.id),
        "@type": "ts:Proposition",
        "ts:wording": found.wording,
        "ts:status": found.status,
        "ts:independentLow": low,
        "ts:independentHigh": high,
        "ts:attribution": [_ref("attribution", one) for one in found.attributions],
    }


def _origin(found: Origin) -> Node:
    return {
        "@id": _id("origin", found.id),
        "@type": ["ts:Origin", "prov:Entity"],
        "ts:proposition": _ref("proposition", found.proposition),
        "ts:root": found.root,
        "ts:basis": found.basis,
        "ts:why": list(found.why),
        "ts:stance": found.stance,
        "ts:side": found.side,
        "ts:shownIndependent": found.shown,
    }


def _link(found: Link) -> Node:
    return {
        "@id": _id("link", f"{found.left}-{found.right}-{found.relation}"),
        "@type": "ts:Link",
        "ts:left": _ref("attribution", found.left),
        "ts:right": _ref("attribution", found.right),
        "ts:relation": found.relation,
        "ts:score": _number(round(found.score, 4)),
        "ts:reason": list(found.reasons),
    }


def _words(article: Article, span: Span) -> str:
    return article.text[span[0] : span[1]]


def _qualified(type_: str, entity: Node | None) -> Node | None:
    """The long form of a derivation: readers of PROV take the short ones for attributes that they do not know."""
    return {"@type": f"prov:{type_}", "prov:entity": entity} if entity else None


def _address(url: str | None) -> Node | str | None:
    return {"@id": url} if url and _ADDRESS.fullmatch(url) else url


def _number(value: float) -> Node:
    return {"@type": "xsd:decimal", "@value": f"{value:.4f}"}


def _id(kind: str, key: str) -> str:
    return f"{BASE}{kind}/{key}"


def _ref(kind: str, key: str | None) -> Node | None:
    return {"@id": _id(kind, key)} if key else None
