"""Which country an article speaks of, and which story it tells.

What "the Defence Ministry" belongs to where its own words do not say.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from twosource.language.names import find_names
from twosource.language.places import COUNTRIES, DEMONYMS, SEATS
from twosource.language.words import alternation
from twosource.records import Article, Span

_WORDS = {**COUNTRIES, **DEMONYMS}
_COUNTRY = re.compile(rf"(?<![\w-])({alternation(frozenset({**_WORDS, **SEATS}))})(?![\w-])")
_BESIDE_BEFORE = re.compile(r"\b[Ii]n ([A-Z][\w-]+(?: [A-Z][\w-]+)?),(?: the)? ?\Z")
_BESIDE_AFTER = re.compile(r" in ([A-Z][\w-]+(?: [A-Z][\w-]+)?)")
_SENTENCE_END = re.compile(r"[.!?][”\"’)]?\s|\n")
_REACH = 400
_LEAST = 2
"""Mentions from which a country counts as what an article speaks of."""
_SHARE = 0.8
"""Of all mentions of countries, those of the one that bare names of ministries are taken to belong to. Where two
countries are at odds, neither reaches it, and the ministry stays unresolved."""
_TELLING = 12
"""Names by which a story is known again."""


def country_told(article: Article, span: Span | None) -> str | None:
    """The country that nearly all of ``article`` speaks of, unless the sentence at ``span`` names another one."""
    everywhere = _countries_of(article)
    if not everywhere:
        return None
    country, count = min(everywhere.items(), key=lambda item: (-item[1], item[0]))
    here = set(_countries(_sentence(article.text, span))) if span else set()
    clear = count >= _LEAST and count >= _SHARE * sum(everywhere.values())
    return country if clear and here <= {country} else None


def names_country(article: Article, country: str | None) -> bool:
    """Whether the article names ``country`` itself, not its capital alone: then "Moscow" may stand for a government."""
    return any(_WORDS.get(word) == country for word in set(_COUNTRY.findall(article.text)))


def half(article: Article, side: str) -> str | None:
    """The country that "the North" or "the South" of an article is: the one that it names so beginning."""
    found = {country for country in _countries_of(article) if country.startswith(f"{side} ")}
    return found.pop() if len(found) == 1 else None


def place_beside(article: Article, span: Span | None) -> str | None:
    """The place that stands beside a name: "In Orrin, the Foreign Ministry", "the Interior Ministry in Orrin"."""
    if span is None:
        return None
    before = _BESIDE_BEFORE.search(article.text, max(0, span[0] - 60), span[0])
    found = before or _BESIDE_AFTER.match(article.text, span[1])
    return found[1] if found else None


@lru_cache(maxsize=256)
def story(article: Article) -> tuple[str, ...]:
    """The names of several words that an article has first, sorted: two reports of one event share some of them.

    Empty where the article names a country: then "the Defence Ministry" is that country's, or of one that is unknown.
    """
    if sum(_countries_of(article).values()) >= _LEAST:
        return ()
    firsts: dict[str, None] = {}
    for name in find_names(article.text):
        if " " in name.text and name.text != article.outlet:
            firsts.setdefault(name.text.casefold())
    return tuple(sorted([*firsts][:_TELLING]))


@lru_cache(maxsize=256)
def _countries_of(article: Article) -> Counter[str]:
    return _countries(article.text)


def _countries(text: str) -> Counter[str]:
    return Counter(_WORDS.get(word) or SEATS[word] for word in _COUNTRY.findall(text))


def _sentence(text: str, span: Span) -> str:
    before = [match.end() for match in _SENTENCE_END.finditer(text, max(0, span[0] - _REACH), span[0])]
    after = _SENTENCE_END.search(text, span[1], span[1] + _REACH)
    return text[before[-1] if before else max(0, span[0] - _REACH) : after.start() if after else span[1] + _REACH]
