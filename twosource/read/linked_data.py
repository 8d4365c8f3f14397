"""What a page says of its article in JSON-LD (schema.org), as far as it can be made out."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|AnalysisNewsArticle|NewsItem)$")
_WRAPPING = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\]\]>)\s*$|;\s*$", re.DOTALL)
_NESTED = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item")


def article_node(tree: HtmlElement) -> Mapping[str, Any]:
    """The article among the page's objects: the one whose headline is in the page's title, else the fullest."""
    shown = (tree.findtext(".//title") or "").lower()
    found = [node for node in _objects(tree) if any(_ARTICLE.search(str(kind)) for kind in as_list(node.get("@type")))]

    def rank(node: Mapping[str, Any]) -> tuple[bool, int]:
        headline = (clean(node.get("headline")) or clean(node.get("name")) or "").lower()
        fullness = sum(key in node for key in ("headline", "datePublished", "author"))
        return bool(headline) and headline[:30] in shown, fullness

    return max(found, key=rank, default={})


def author_names(node: Mapping[str, Any]) -> list[str]:
    """The names under ``author``: objects, texts, or lists of either."""
    named = [author.get("name") if isinstance(author, Mapping) else author for author in as_list(node.get("author"))]
    return [text for name in named for one in as_list(name) if (text := clean(one))]


def publisher_name(node: Mapping[str, Any]) -> str | None:
    """The name under ``publisher``."""
    publisher = next(iter(as_list(node.get("publisher"))), None)
    return clean(publisher.get("name") if isinstance(publisher, Mapping) else publisher)


def own_text(node: Mapping[str, Any]) -> str | None:
    """The article as the page carries it for search engines: clean lines, markup taken out."""
    value = node.get("articleBody")
    if not isinstance(value, str):
        return None
    lines = [clean(re.sub(r"<[^<>]+>", " ", line)) for line in re.split(r"\n|</p>|<br\s*/?>", value)]
    return "\n".join(line for line in lines if line) or None


def clean(value: object) -> str | None:
    """``value`` as one line of text, or ``None`` when it is no text or blank."""
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None


def as_list(value: object) -> list[Any]:
    """``value`` as the list that JSON-LD lets one write without its brackets."""
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def _objects(tree: HtmlElement) -> Iterator[Mapping[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            yield from _nodes(_parsed(script.text_content()))


def _parsed(text: str) -> Any:
    text = _WRAPPING.sub("", text.strip())
    # A comma before a closing bracket is the commonest slip.
    for attempt in (text, re.sub(r",(\s*[}\]])", r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(data: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item)
    elif isinstance(data, Mapping):
        yield data
        for key in _NESTED:
            yield from _nodes(data.get(key))
