"""RSS, Atom and RDF feeds."""

from __future__ import annotations

from html import escape
from random import Random

from fuzz.made import pages, prose

TOKENS: tuple[bytes, ...] = (
    *(
        b"<item>",
        b"</item>",
        b"<entry>",
        b"<content type='xhtml'>",
        b"<content:encoded>",
        b"<![CDATA[",
        b"]]>",
        b"<dc:creator>",
    ),
    *(
        b"<!ENTITY a 'aaaaaaaaaa'>",
        b"<!ENTITY b '&a;&a;&a;&a;'>",
        b"<!DOCTYPE rss [",
        b"]>",
        b"&a;",
        b"&b;",
        b"&#0;",
        b"&copy;",
    ),
    *(
        b"<pubDate>",
        b"<updated>",
        b"<source>",
        b"<author><name>",
        b"xml:base='http://x/'",
        b"xmlns='x'",
        b"<media:group>",
    ),
    *(
        b"<?xml version='1.0' encoding='utf-16'?>",
        b"<?xml version='1.0' encoding='x'?>",
        b"<georss:point>",
        b"<itunes:author>",
    ),
    *(
        b"<enclosure url='x'/>",
        b"<link href='http://[::1'/>",
        b"<guid>",
        b"<category>",
        b"<language>",
        b"mode='base64'",
    ),
)
"""What mutation of a feed puts in."""


def feed(chance: Random) -> bytes:
    """A feed of some entries."""
    form = chance.choice((_rss, _rss, _atom, _rdf))
    head = chance.choice(("<?xml version='1.0'?>", "<?xml version='1.0' encoding='utf-8'?>", ""))
    return (head + form(chance)).encode("utf-8", "surrogatepass")


def _rss(chance: Random) -> str:
    items = "".join(
        f"<item><title>{escape(prose.sentence(chance))}</title><link>https://courier.example/{n}</link>"
        f"<pubDate>{prose.moment(chance)}</pubDate><author>{chance.choice(('Jane Roe', 'a@b.c (Jane)', ''))}</author>"
        f"<description>{_markup(chance)}</description></item>"
        for n in range(chance.randint(0, 4))
    )
    return f"<rss version='2.0'><channel><title>The Courier - World</title>{items}</channel></rss>"


_TYPES = ("html", "text", "xhtml", "text/plain", "image/png")


def _atom(chance: Random) -> str:
    entries = "".join(
        f"<entry><title>{escape(prose.sentence(chance))}</title><link href='https://courier.example/{n}'/>"
        f"<updated>{prose.moment(chance)}</updated><author><name>Jane Roe</name></author>"
        f"<content type='{chance.choice(_TYPES)}'>{_markup(chance)}</content></entry>"
        for n in range(chance.randint(0, 4))
    )
    return f"<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><title>The Courier</title>{entries}</feed>"


def _rdf(chance: Random) -> str:
    space = "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'"
    items = "".join(f"<item><title>T</title><description>{_markup(chance)}</description></item>" for _ in range(2))
    return f"<rdf:RDF {space}>{items}</rdf:RDF>"


def _markup(chance: Random) -> str:
    inner = "".join(f"<p>{text}</p>" for text in prose.paragraphs(chance, most=4))
    if chance.random() < 0.1:
        inner = pages.page(chance)
    return f"<![CDATA[{inner}]]>" if chance.random() < 0.5 else escape(inner)
