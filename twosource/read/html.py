"""HTML → Article: the headline and body as displayed, and what the page says of itself."""

from __future__ import annotations

from lxml.html import HtmlElement

from twosource.errors import NoArticle
from twosource.read import bylines, linked_data, metadata, paragraphs
from twosource.read.body import body_of
from twosource.records import Article

# Under 60 characters there is not one sentence of news.
SHORTEST = 60


def article(text: str, *, source: str = "-", url: str | None = None) -> Article:
    """The article on the page ``text``; :class:`NoArticle` where it shows none."""
    from trafilatura import load_html

    tree = load_html(text)
    if tree is None:
        raise NoArticle(source, "HTML without article text")
    about = metadata.of_page(tree, url=url)
    found = body_of(tree, about)
    if found.length < SHORTEST:
        raise NoArticle(source, "HTML without article text")
    headline = about.title if about.title and _displayed(tree, about.title) else None
    whole, spans = paragraphs.join([headline or "", *found.lines])
    return Article(
        text=whole,
        paragraphs=spans,
        url=about.url,
        title=about.title,
        language=about.language,
        outlet=about.outlet,
        authors=about.authors,
        credits=bylines.unique((*about.credits, *found.credits)),
        published=about.published,
        modified=about.modified,
        media_type="text/html",
        captions=found.captions,
        source=source,
    )


def _displayed(tree: HtmlElement, title: str) -> bool:
    return any(linked_data.clean(" ".join(e.itertext())) == title for e in tree.iter("h1", "h2", "h3"))
