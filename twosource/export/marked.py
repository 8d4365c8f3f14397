"""An article with its attributions marked in the text, as a piece of HTML.

Source, cue and content are told apart by the kind of line under them and by a word that a pointer shows, not by colour
alone. Everything that comes from the article is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from twosource.export.words import chain, inline, plain, quoted
from twosource.records import Article, Attribution, Span

STYLE = """
.ts-article{max-width:42rem;line-height:1.6;font-family:Georgia,serif}
.ts-article h3{font-size:1.2rem;line-height:1.25;margin:.2rem 0}
.ts-article .ts-about{font:.85rem system-ui,sans-serif;opacity:.75;margin:0 0 .8rem}
.ts-article p{margin:.6rem 0}
.ts-article span[class]{text-decoration-line:underline;text-decoration-thickness:2px;text-underline-offset:3px}
.ts-article .ts-content{text-decoration-style:solid;text-decoration-color:#2a7ab0}
.ts-article .ts-source{text-decoration-style:double;text-decoration-color:#b5541c;font-weight:600}
.ts-article .ts-cue{text-decoration-style:dotted;text-decoration-color:#4d7d2a;font-style:italic}
.ts-article ol{font:.9rem/1.45 system-ui,sans-serif;padding-left:1.6rem}
.ts-article .ts-key{font:.8rem system-ui,sans-serif;opacity:.8}
"""
"""Rules for what :func:`marked` gives; every selector begins with its class."""

KINDS = ("source", "cue", "content")

_KEY = (
    '<p class="ts-key">Marked: <span class="ts-source">source</span>, <span class="ts-cue">cue</span>, '
    '<span class="ts-content">content</span></p>'
)
_SIGNS = {"affirm": "says so", "deny": "says not", "withhold": "does not say"}


def marked(article: Article, attributions: Sequence[Attribution]) -> str:
    """The article's text with all spans marked, and a numbered list of who says what."""
    about = " · ".join(plain(part) for part in (article.outlet, article.published) if part)
    paragraphs = "".join(f"<p>{_paragraph(article, span, attributions)}</p>" for span in article.paragraphs)
    listed = "".join(f"<li>{_told(article, found)}</li>" for found in attributions)
    title = f"<h3>{escape(plain(article.title))}</h3>" if article.title else ""
    return (
        f'<div class="ts-article"><style>{STYLE}</style>{title}<p class="ts-about">{escape(about)}</p>'
        f"{paragraphs}{_KEY}<ol>{listed}</ol></div>"
    )


def _told(article: Article, found: Attribution) -> str:
    who, stance = escape(chain(article, found)), _SIGNS[found.polarity]
    sure = "" if found.certainty == "unstated" else f", {found.certainty}"
    return f"<b>{who}</b> {stance}{sure}: {escape(quoted(article, found.content))}"


def _paragraph(article: Article, paragraph: Span, attributions: Sequence[Attribution]) -> str:
    return "".join(
        f'<span class="{" ".join(f"ts-{kind}" for kind in kinds)}" title="{" and ".join(kinds)}">{words}</span>'
        if kinds
        else words
        for kinds, words in _pieces(article.text, paragraph, attributions)
    )


def _pieces(text: str, paragraph: Span, attributions: Sequence[Attribution]) -> Iterator[tuple[list[str], str]]:
    """The paragraph cut at the ends of all spans, each piece with the kinds of the spans that it lies in."""
    spans = [
        (kind, max(span[0], paragraph[0]), min(span[1], paragraph[1]))
        for found in attributions
        for kind, own in (("source", found.source), ("cue", found.cue), ("content", found.content))
        for span in own
        if span[0] < paragraph[1] and paragraph[0] < span[1]
    ]
    borders = sorted({*paragraph, *(end for _, *ends in spans for end in ends)})
    for start, end in pairwise(borders):
        kinds = [kind for kind in KINDS if any(own == kind and left <= start < right for own, left, right in spans)]
        yield kinds, escape(inline(text[start:end]))
