"""Whose text an article says that it prints: credits, datelines, bylines and the sections that wires run in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from twosource.language import addresses
from twosource.origins.families import GENERIC, family, family_of, is_agency
from twosource.records import Article

_DATELINE = re.compile(r"(?P<place>[^\W\d_a-z][^()\n]{0,80}|)\((?P<name>[^\W\d_a-z][^()\n]{1,40})\)\s*[-–—]")
_CAPITALS = re.compile(r"[^\W\d_a-z]{2}")
_SECTION = re.compile(r"/(?:wires|wire|agencies|newswire)/(?P<name>[a-z-]+)/")
_OWN_SECTION = re.compile(r"/(?P<name>reuters|afp|aponline|associated-press|xinhua|dpa|tass|upi)/")
_SECTION_NAMES = {"aponline": "AP", "associated-press": "AP"}
_COPYRIGHT = re.compile(
    r"(?:©|\bCopyright)\s*(?:©\s*)?(?:\d{4}\s*)?(?:[Bb]y\s)?"
    r"(?P<name>(?:[Tt]he\s)?[A-Z][\w-]*(?:\s[A-Z][\w-]*)*)"
)
_CONTRIBUTED = re.compile(
    r"(?P<names>(?:[Tt]he\s)?[A-Z][\w-]*(?:(?:\s|,\s|\sand\s)(?:the\s)?[A-Z][\w-]*)*)\s(?:also\s)?contributed\s"
    r"(?:to\sthis|reporting)\b"
)
_LAST = 3
"""Paragraphs among which notes on who wrote it stand."""
_FIRST = 4
"""Paragraphs among which the one with the dateline is: headline, subhead and byline may stand before it."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """``outlet`` published it; ``wire`` is whose text it is, where that is declared of the whole; ``beside`` are those
    credited with a part of it, beside the outlet's own authors. All are families. ``unsaid``: credited to "agencies"
    that it does not name. ``credited`` is the wire by the name that the article gives, and ``why`` how it says so."""

    outlet: str | None = None
    wire: str | None = None
    beside: frozenset[str] = frozenset()
    unsaid: bool = False
    credited: str | None = None
    why: str | None = None

    @property
    def root(self) -> str | None:
        """Who answers for what the article says in its own voice."""
        return self.wire or self.outlet


@lru_cache(maxsize=4096)
def lineage(article: Article) -> Lineage:
    """What ``article`` declares. An agency's own article is its outlet's: it credits nobody else."""
    outlet = family_of(article)
    placed = [(name, why) for name, why in _placed(article) if family(name) != outlet]
    named = [*article.credits, *_contributors(article)]
    credited = [name for name in named if name.casefold() not in GENERIC and family(name) != outlet]
    signed = [name for name in article.authors if is_agency(name) and family(name) != outlet]
    people = [name for name in article.authors if not is_agency(name)]
    whole = placed or [(name, f"is credited to {name}") for name in (*signed, *credited) if not people]
    wires = sorted({family(name) for name, _ in whole})
    wire = wires[0] if len(wires) == 1 else None
    beside = {family(name) for name in (*credited, *signed)} | set(wires)
    return Lineage(
        outlet=outlet,
        wire=wire,
        beside=frozenset(beside - {wire}),
        unsaid=any(name.casefold() in GENERIC for name in article.credits),
        credited=whole[0][0] if wire else None,
        why=whole[0][1] if wire else None,
    )


def _placed(article: Article) -> Iterator[tuple[str, str]]:
    """The agencies that the form of the article makes it the text of: a dateline, a section of wire copy."""
    for start, end in article.paragraphs[:_FIRST]:
        found = _DATELINE.match(article.text, start, end)
        # "ELIN (Halm) -" is a dateline, "The ferry (Elin II) -" is not; agencies that are listed need no capitals.
        if found and (_CAPITALS.match(found["place"]) or is_agency(found["name"])):
            yield found["name"], f"has the dateline of {found['name']}"
    path = addresses.parts(article.url or "").path
    if found := _SECTION.search(path) or _OWN_SECTION.search(path):
        name = _SECTION_NAMES.get(found["name"], found["name"])
        if is_agency(name):
            yield name, f"stands among the wire copy of {family(name)}"
    for start, end in article.paragraphs[-_LAST:]:
        found = _COPYRIGHT.search(article.text, start, end)
        if found and is_agency(found["name"]):
            yield found["name"], f"bears the copyright of {family(found['name'])}"


def _contributors(article: Article) -> Iterator[str]:
    for start, end in article.paragraphs[-_LAST:]:
        for found in _CONTRIBUTED.finditer(article.text, start, end):
            names = re.split(r",\s|\sand\s", found["names"])
            yield from (name for name in names if is_agency(name))
