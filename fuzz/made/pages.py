"""HTML pages."""

from __future__ import annotations

import json
from html import escape
from random import Random

from fuzz.made import prose

_INLINE = ("b", "i", "a", "span", "em", "font", "q", "sup", "u", "mark", "time", "br")
_BLOCKS = ("p", "div", "li", "blockquote", "h2", "h3", "section", "td", "pre", "figure", "figcaption", "aside", "dd")
_CLASSES = (
    "caption",
    "byline",
    "author",
    "date",
    "related",
    "share",
    "paywall-ad",
    "sr-only",
    "tags",
    "x",
    "photo-credit",
)
_METAS = (
    "author",
    "og:title",
    "og:site_name",
    "og:url",
    "article:published_time",
    "date",
    "dc.creator",
    "content-language",
)

TOKENS: tuple[bytes, ...] = (
    *(b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?xml ", b"<!DOCTYPE html>", b"&#0;", b"&#xd800;"),
    *(
        b"&#99999999;",
        b"&nbsp;",
        b"&lt;p&gt;",
        b"<p>",
        b"<p ",
        b"<table>",
        b"<svg>",
        b"<math>",
        b"<template>",
        b"<plaintext>",
    ),
    *(
        b"<textarea>",
        b"<title>",
        b"<base href=//x>",
        b"<script type='application/ld+json'>",
        b"</script>",
        b"<noscript>",
    ),
    *(
        b"<frameset>",
        b"<html lang=en>",
        b"<body>",
        b"<article>",
        b"<h1>",
        b"<br>",
        b"<li>",
        b"<form>",
        b"<select><option>",
    ),
    *(
        b' class="caption"',
        b' rel="author"',
        b' itemprop="author"',
        b' datetime="',
        b' style="display:none"',
        b' charset="x"',
    ),
    *(
        b'"@graph":[',
        b'"articleBody":"',
        b'"author":{"name":[',
        b'"headline":',
        b'"datePublished":"',
        b'{"@type":"NewsArticle",',
    ),
)
"""What mutation of a page puts in."""


def page(chance: Random) -> str:
    """A page with a head, furniture and an article."""
    title = prose.sentence(chance)[: chance.randint(0, 90)]
    body = "".join(_block(chance, text) for text in prose.paragraphs(chance, most=12))
    lang = chance.choice((' lang="en"', ' lang="en-GB"', "", ' lang=""', " xml:lang=de"))
    outlet = chance.choice(("", " | The Courier", " - The Courier"))
    head = f"<title>{escape(title)}{outlet}</title>{_metas(chance)}{_linked(chance, title)}"
    nav = (
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
        if chance.random() < 0.5
        else ""
    )
    shown = f"<h1>{escape(title)}</h1>" if chance.random() < 0.8 else ""
    wrap = chance.choice(("article", "main", "div", "body", "table"))
    return f"<!doctype html><html{lang}><head>{head}</head><body>{nav}<{wrap}>{shown}{body}</{wrap}></body></html>"


def _block(chance: Random, text: str) -> str:
    tag = "p" if chance.random() < 0.7 else chance.choice(_BLOCKS)
    attribute = f' class="{chance.choice(_CLASSES)}"' if chance.random() < 0.2 else ""
    inner = escape(text) if chance.random() < 0.9 else text
    if chance.random() < 0.3:
        words = inner.split(" ")
        at, inline = chance.randrange(len(words)), chance.choice(_INLINE)
        words[at] = f"<{inline}>{words[at]}</{inline}>" if inline != "br" else f"<br><br>{words[at]}"
        inner = " ".join(words)
    block = f"<{tag}{attribute}>{inner}</{tag}>"
    return block * chance.choice((1, 1, 1, 1, 3)) if chance.random() < 0.9 else f"<div><section>{block}</section></div>"


def _metas(chance: Random) -> str:
    names = chance.sample(_METAS, chance.randint(0, 5))
    contents = (
        chance.choice((prose.moment(chance), "By Jane Roe", "https://courier.example/a", "", "en")) for _ in names
    )
    return "".join(f'<meta name="{n}" property="{n}" content="{c}">' for n, c in zip(names, contents, strict=True))


def _linked(chance: Random, title: str) -> str:
    if chance.random() < 0.5:
        return ""
    author: object = chance.choice(("Jane Roe", {"name": "Jane Roe"}, [{"name": ["A B", None]}], 7, None, [[]]))
    node: dict[str, object] = {
        "@type": chance.choice(("NewsArticle", ["Report"], 3)),
        "headline": title,
        "author": author,
    }
    if chance.random() < 0.3:
        node["articleBody"] = "\n".join(prose.paragraphs(chance))
    node["datePublished"] = chance.choice((prose.moment(chance), 20311017, None))
    node["publisher"] = chance.choice(({"name": "The Courier"}, "The Courier", [], [{}]))
    whole: object = {"@graph": [node]} if chance.random() < 0.3 else node
    written = json.dumps([whole] if chance.random() < 0.3 else whole)
    return f'<script type="application/ld+json">{written}</script>'
