"""What an HTML page says of itself: JSON-LD first, then its meta tags, then what it shows (``<time>``, bylines)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from twosource.read import bylines, outlets, times
from twosource.read.linked_data import article_node, author_names, clean, own_text, publisher_name

_TITLE_END = re.compile(r"\s+[|–—·•»-]\s+(?P<name>[^|–—·•»]{2,40})$")
_ADDRESS = re.compile(r"^(?:https?:)?//|\.(?:com|org|net|co\.uk)\b")

# fmt: off
_AUTHOR_META = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
    "twitter:data1",
)
_PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "publishdate",
    "publish-date", "pubdate", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created",
    "dc.date", "date", "article.published", "cxenseparse:recs:publishtime", "iso-8601-publish-date",
    "publication_date", "publish_date", "publicationdate", "displaydate",
)
_MODIFIED_META = (
    "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "last-modified",
    "dcterms.modified", "lastmod", "revised",
)
# fmt: on


def _with_class(*names: str) -> str:
    """An XPath of the elements whose class holds one of ``names``."""
    return "//*[" + " or ".join(f'contains(@class, "{name}")' for name in names) + "]"


_BYLINES = (
    '//*[@rel="author"]',
    '//*[@rel="author"]/..',
    '//*[contains(@itemprop, "author")]//*[@itemprop="name"]',
    '//*[contains(@itemprop, "author")]',
    '//*[contains(@data-testid, "byline") or contains(@data-component, "byline") or contains(@data-testid, "author")]',
    '//*[contains(translate(@class, "BYLINE", "byline"), "byline") or contains(@id, "byline")]',
    _with_class("author-name", "author_name", "authorName", "article-author", "post-author"),
    '//a[contains(concat(" ", @class, " "), " author ")] | //span[contains(concat(" ", @class, " "), " author ")]',
    '//p[contains(concat(" ", @class, " "), " author ")] | //div[contains(concat(" ", @class, " "), " authors ")]',
)
_DATES = _with_class("date", "time", "publish", "byline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of a page besides its body."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    body: str | None = None


def of_page(tree: HtmlElement, *, url: str | None = None) -> Metadata:
    """Everything that the page at ``url`` says of itself."""
    node = article_node(tree)
    meta = _meta(tree)
    address = _canonical(tree, meta, url)
    signed = _signed(node, meta, tree)
    return Metadata(
        title=_title(tree, node, meta),
        authors=signed.authors,
        credits=signed.credits,
        published=_first(times.from_machine, [node.get("datePublished"), *_all(meta, _PUBLISHED_META)])
        or _shown_time(tree)
        or _in_address(address),
        modified=_first(times.from_machine, [node.get("dateModified"), *_all(meta, _MODIFIED_META)]),
        outlet=_outlet(tree, node, meta, address),
        url=address,
        language=_language(tree, node, meta),
        body=own_text(node),
    )


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = clean(element.get("content") or element.get("value"))
        for name in {element.get("name"), element.get("property"), element.get("itemprop"), element.get("http-equiv")}:
            if name and content:
                found.setdefault(name.lower().strip(), []).append(content)
    return found


def _all(meta: Mapping[str, list[str]], names: Iterable[str]) -> list[str]:
    return [value for name in names for value in meta.get(name, ())]


def _first(convert: Callable[[object], str | None], values: Iterable[object]) -> str | None:
    return next((found for value in values if (found := convert(value))), None)


def _signed(node: Mapping[str, Any], meta: Mapping[str, list[str]], tree: HtmlElement) -> bylines.Byline:
    """Authors from the first place that names a person; agencies from the places before it and from bylines with a
    name in it."""
    authors: tuple[str, ...] = ()
    agencies: list[str] = []
    fallback: list[str] = []
    for names in _signatures(node, meta, tree):
        found = [(name, bylines.byline(name)) for name in names]
        agencies += [
            agency
            for name, one in found
            for agency in one.credits
            if not authors or any(author in name for author in authors)
        ]
        authors = authors or bylines.unique(author for _, one in found for author in one.authors)
        fallback = fallback or [name for name, one in found if not one.credits and _is_label(name)]
    return bylines.Byline(authors or bylines.unique(fallback), bylines.unique(agencies))


def _signatures(node: Mapping[str, Any], meta: Mapping[str, list[str]], tree: HtmlElement) -> Iterator[list[str]]:
    yield [name for name in author_names(node) if not _ADDRESS.search(name)]
    yield [name for name in _all(meta, _AUTHOR_META) if not _ADDRESS.search(name)]
    for path in _BYLINES:
        shown = [
            clean(" ".join(element.itertext()))
            for element in tree.xpath(path)[:6]
            if element.tag not in ("meta", "script")
        ]
        yield [text for text in shown if text and len(text) < 200]


def _is_label(name: str) -> bool:
    """A desk or a single name that stands where the author stands: "Euronews", "BBC News", "Staff"."""
    return len(name) <= 40 and len(name.split()) <= 4 and not re.search(r"\d|@|[:?!]", name)


def _title(tree: HtmlElement, node: Mapping[str, Any], meta: Mapping[str, list[str]]) -> str | None:
    """The headline as shown, where one of the page's first-level heads is alike what it calls itself; else what it
    says."""
    named = [
        clean(node.get("headline")),
        *_all(meta, ("og:title", "twitter:title", "title")),
        clean(tree.findtext(".//title")),
    ]
    said = [without_outlet(name, meta) for name in named if name]
    shown = [text for element in tree.iter("h1") if (text := clean(" ".join(element.itertext())))]
    for head in shown:
        if any(alike(head, name) for name in said):
            return head
    if len(shown) == 1 and len(shown[0].split()) >= 4:
        return shown[0]
    return said[0] if said else (shown[0] if shown else None)


def without_outlet(title: str, meta: Mapping[str, list[str]] | None = None) -> str:
    """``title`` less the outlet at its end: ``Dam bursts – The Courier``."""
    names = {name.lower() for name in _all(meta or {}, ("og:site_name", "application-name"))}
    for _ in range(2):
        match = _TITLE_END.search(title)
        if match is None or not (match["name"].lower() in names or "|" in match[0] or len(match["name"].split()) <= 3):
            break
        if len(title[: match.start()].split()) < 3:
            break
        title = title[: match.start()]
    return title


def without_section(name: str) -> str:
    """A feed's title less the section that it covers: ``The Courier`` of ``The Courier - World news``."""
    return re.split(r"\s+[|–—»:-]\s+|\s*[|»]\s*", name)[0].strip() or name


def alike(one: str, other: str) -> bool:
    """Whether two headlines share at least half of the words of the shorter: outlets shorten and reword for sharing."""
    shared, lengths = _shared(one, other)
    return shared >= max(2, 0.5 * min(lengths))


def same(one: str, other: str) -> bool:
    """Whether two lines are one headline but for a word or two."""
    shared, lengths = _shared(one, other)
    return shared >= max(1, 0.7 * max(lengths))


def _shared(one: str, other: str) -> tuple[int, tuple[int, int]]:
    first, second = (set(re.findall(r"\w+", text.lower())) for text in (one, other))
    return len(first & second), (len(first), len(second))


def _outlet(tree: HtmlElement, node: Mapping[str, Any], meta: Mapping[str, list[str]], url: str | None) -> str | None:
    named = [*_all(meta, ("og:site_name",)), publisher_name(node)]
    named += _all(meta, ("application-name", "dc.publisher", "publisher", "apple-mobile-web-app-title", "copyright"))
    for name in map(clean, named):
        if name and len(name) <= 60 and not _ADDRESS.search(name):
            return re.sub(r"\s*[|–—]\s.*$", "", name).lstrip("@© ")
    match = _TITLE_END.search(clean(tree.findtext(".//title")) or "")
    if match and len(match["name"].split()) <= 4:
        return match["name"]
    return outlets.of_url(url, " ".join(tree.itertext("p", "a", "title")))


def _canonical(tree: HtmlElement, meta: Mapping[str, list[str]], url: str | None) -> str | None:
    links = [link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    for address in [*links, *meta.get("og:url", ()), url]:
        if address and re.match(r"https?://[^/]+/.", address):
            return str(address)
    return url


def _language(tree: HtmlElement, node: Mapping[str, Any], meta: Mapping[str, list[str]]) -> str | None:
    root = tree.getroottree().getroot()
    named = [
        root.get("lang"),
        root.get("xml:lang"),
        node.get("inLanguage"),
        *_all(meta, ("content-language", "language", "og:locale")),
    ]
    for name in map(clean, named):
        if name and (match := re.match(r"([A-Za-z]{2,3})(?:[-_]|$)", name)):
            return match[1].lower()
    return None


def _in_address(url: str | None) -> str | None:
    match = re.search(r"/((?:19|20)\d\d)[/-]([01]?\d)[/-]([0-3]?\d)(?:/|-|$)", url or "")
    return times.from_words("-".join(part.zfill(2) for part in match.groups())) if match else None


def _shown_time(tree: HtmlElement) -> str | None:
    """What the page shows: ``<time datetime>`` and then a line "Published …" near its head."""
    for element in tree.xpath("//time[not(ancestor::aside) and not(ancestor::footer) and not(ancestor::nav)]")[:5]:
        if found := times.from_machine(element.get("datetime")) or times.from_words(" ".join(element.itertext())):
            return found
    for element in tree.xpath('//*[@itemprop="datePublished"]')[:3]:
        if found := times.from_machine(
            element.get("datetime") or element.get("content") or " ".join(element.itertext())
        ):
            return found
    shown = (clean(" ".join(element.itertext())) for element in tree.xpath(_DATES)[:40])
    return next((found for text in shown if text and len(text) < 120 and (found := times.labelled(text)[0])), None)
