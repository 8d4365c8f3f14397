"""A brief as one HTML file that needs nothing beside itself: no script, no network, the fonts of the system.

Hovering or focusing a citation shows its words in their sentence; on paper the notes at the end do. Text of articles
is escaped by the template engine and freed of control characters by :func:`twosource.export.words.plain`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from twosource.across import Origin, Relation
from twosource.brief import phrases
from twosource.brief.board import board
from twosource.brief.charts.figures import figures
from twosource.brief.charts.origins import origins
from twosource.brief.charts.svg import sign
from twosource.brief.charts.timeline import timeline
from twosource.brief.excerpt import excerpt
from twosource.brief.figures import extremes
from twosource.brief.notes import Cited
from twosource.brief.records import STANCES, Brief, Entry
from twosource.export import words
from twosource.records import Article

WIDTHS = (680, 344)
"""Pixels across of every chart: for a desk or paper, and for a phone of 390 pixels. The style sheet shows one."""

_RELATIONS: dict[Relation, str] = {
    "same": "says the same as",
    "agrees": "agrees with",
    "contradicts": "contradicts",
    "differs": "differs from",
    "updates": "was carried forward by",
    "supports": "supports",
    "doubts": "doubts",
}
_CHARTS: Mapping[str, Callable[..., Markup]] = {"timeline": timeline, "figures": figures, "origins": origins}


def page(brief: Brief) -> str:
    """The whole file, as text."""
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            brief=brief,
            cited=Cited.of(brief),
            places={entry.id: place for place, entry in enumerate(brief.entries, 1)},
        )
    )


@functools.cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("twosource.brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    furnish(made)
    return made


def furnish(environment: Environment) -> None:
    """Give ``environment`` the filters and functions that the templates of a brief use."""
    environment.filters |= {"plain": words.plain, "moment": words.moment, "pieces": excerpt, "link": link}
    environment.globals |= {"phrases": phrases, "board": board, "chart": chart, "sign": sign, "stances": STANCES}
    environment.globals |= {"relations": _RELATIONS, "origin_of": _origin_of, "extremes": extremes}


def chart(kind: str, entry: Entry) -> Markup:
    """A chart at both of :data:`WIDTHS`; empty where it has nothing to show."""
    drawn = [_CHARTS[kind](entry, wide=wide) for wide in WIDTHS]
    if not drawn[0]:
        return Markup("")
    return Markup('<div class="wide">{}</div><div class="narrow">{}</div>').format(*drawn)


def link(article: Article) -> str | None:
    """The address of an article, where it is one that a browser may be sent to."""
    url = article.url or ""
    if not url.isprintable() or " " in url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def _origin_of(entry: Entry) -> dict[str, Origin]:
    return {origin.id: origin for origin in entry.origins}
