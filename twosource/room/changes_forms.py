"""Changes as lines, as JSON lines, and as an Atom feed (RFC 4287) for readers of feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from twosource.brief.html import link
from twosource.export.jsonld import BASE
from twosource.export.line import line
from twosource.export.words import plain
from twosource.room.changes import Told

ATOM = "http://www.w3.org/2005/Atom"
NEVER = "1970-01-01T00:00:00+00:00"
"""When a feed without an entry was changed last: a time is wanted, and that of asking would be another each time."""

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text_line(one: Told) -> str:
    """``first denial  Defence Ministry denies storing munitions at Port Ansel (VBN)  https://vbn.example/7``"""
    return f"{one.label:12}  {plain(one.change.text)}  {_address(one)}\n"


def json_line(one: Told) -> str:
    """The change as an object on one line."""
    return line(one.as_dict())


def atom(found: Sequence[Told], *, here: str | None = None, title: str = "What changed") -> Iterator[str]:
    """A feed of ``found``, the latest first. ``here`` is the root of the server that has it, without a slash at its
    end: entries lead there, and otherwise to the pages of the outlets."""
    feed = ElementTree.Element("feed", xmlns=ATOM)
    _text(feed, "id", f"{BASE}changes")
    _text(feed, "title", title)
    _text(feed, "updated", max((one.change.made_at for one in found), default=NEVER))
    _text(ElementTree.SubElement(feed, "author"), "name", "Twosource")
    if here is not None:
        _link(feed, "self", f"{here}/changes.atom", "application/atom+xml")
        _link(feed, "alternate", f"{here}/changes", "text/html")
    for one in found:
        _entry(feed, one, here=here)
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield ElementTree.tostring(feed, encoding="unicode")
    yield "\n"


def _entry(feed: ElementTree.Element, one: Told, *, here: str | None) -> None:
    entry = ElementTree.SubElement(feed, "entry")
    _text(entry, "id", f"{BASE}change/{one.change.id}")
    _text(entry, "title", f"{one.label}: {plain(one.change.text)}")
    _text(entry, "updated", one.change.made_at)
    if url := _url(one, here):
        _link(entry, "alternate", url, "text/html")
    ElementTree.SubElement(entry, "category", term=one.change.kind, label=one.label)
    if one.account:
        _text(ElementTree.SubElement(entry, "author"), "name", one.account.article.outlet or "Unknown outlet")
        _text(entry, "summary", plain(one.account.quote))


def _text(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def _link(parent: ElementTree.Element, rel: str, href: str, media_type: str) -> None:
    ElementTree.SubElement(parent, "link", rel=rel, href=href, type=media_type)


def _url(one: Told, here: str | None) -> str | None:
    if one.account is None:
        return None
    if here is None:
        return link(one.account.article)
    return f"{here}/articles/{one.account.article.id}?at={one.account.id}#a-{one.account.id}"


def _address(one: Told) -> str:
    """Where its article is found: its address, else its id."""
    if one.account is None:
        return one.change.attribution or one.change.proposition
    return plain(one.account.article.url or one.account.article.id)
