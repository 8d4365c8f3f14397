"""A noun phrase as an editor would punctuate it, so that its parts can be told: "Anna Feld head of the council", "Mayor
of Orrin Anna Feld"."""

from __future__ import annotations

import re

from twosource.language import nouns
from twosource.language.kinds import is_personal
from twosource.language.names import Name, find_names, person_start
from twosource.language.places import COUNTRIES

_ADVERB = re.compile(r"\A[A-Z][a-z]+ly,?\s(?=the\s)")
_UNMARKED = re.compile(
    r"\s((?:an?|the)(?:\s.*|\Z)|(?:(?:[a-z-]+\s)?([a-z-]+))(?:\s(?:of|at|for|in|with)\s.*|\Z))", re.DOTALL
)
"""What stands behind a name without a comma before it: "a local teacher", "head of the council", "the"."""
_OFFICE_OF = re.compile(r"\b([\w-]+)\s(?:of|to|for)\s(?:the\s)?(?=[A-Z])")
_TWO_OFFICES = re.compile(r"(?:[\w’'-]+\s)*?([\w-]+)\sand\s(?=[A-Z])")
_CAPITALS = re.compile(
    r"(?:[A-Z][\w.’'-]*|al-[A-Z][\w’'-]*)(?:\s(?:(?:of|for|the|and|al|bin|de|el)\s){0,2}(?:[A-Z]|al-[A-Z])[\w.’'-]*)*"
)
_NAMED_OFFICE = re.compile(r"(?:\s[A-Z][\w-]+){1,4}?\s([A-Z][a-z]+)(?=\s(?:of|for|at|in)\b|\Z)")
_OF_AREA = re.compile(r"\b(?:secretary|minister)\sof\s(?:the\s)?(?:[a-z]+\s){1,3}(?=[A-Z][a-z]+\s[A-Z])")
_AREAS = ("State", "Defense", "Defence", "Homeland Security", "Health", "Education", "Agriculture", "Commerce")


def punctuated(written: str) -> str:
    """``written`` without an adverb at its head and with a comma before an apposition that has none."""
    written = _ADVERB.sub("", written)
    written = _last_office(written)
    return _after_office(written) or _after_name(written) or written


def _last_office(written: str) -> str:
    """From the second of two offices on: "party leader and Prime Minister Anna Feld"."""
    match = _TWO_OFFICES.match(written)
    if match is None or match[1].lower() not in nouns.ROLES:
        return written
    rest = written[match.end() :]
    name = next(find_names(rest), None)
    fits = name is not None and name.title is not None and len(name.tokens) > 1 and rest.startswith(name.title)
    return rest if fits else written


def _after_office(written: str) -> str | None:
    """A comma between an office with its place and the name: "Mayor of Orrin Anna Feld"."""
    if of_area := _OF_AREA.search(written):
        return f"{written[: of_area.end() - 1]}, {written[of_area.end() :]}"
    match = _OFFICE_OF.search(written)
    if match is None or match[1].lower() not in nouns.ROLES:
        return None
    rest = written[match.end() :]
    place = next((p for p in (*_AREAS, *COUNTRIES) if rest.startswith(p + " ")), None)
    capitals = _CAPITALS.match(rest)
    start = len(place) + 1 if place else person_start(rest, 0, capitals.end()) if capitals else None
    if start is None or "," in rest[:start]:
        return None
    name = next(find_names(rest[start:]), None)
    if name is None or name.start or len(name.tokens) < 2 or not is_personal(name.text):
        return None
    return f"{written[: match.end()]}{rest[: start - 1]}, {rest[start:]}"


def _after_name(written: str) -> str | None:
    """A comma between a name and what its bearer is: "Anna Feld head of the port"."""
    name = next(find_names(written), None)
    if name is None or len(name.tokens) < 2 or written[: name.span[0]].strip().lower() not in ("", "the"):
        return None
    if (office := _NAMED_OFFICE.match(written, name.span[1])) and office[1].lower() in nouns.ROLES:
        return f"{written[: name.span[1]]},{written[name.span[1] :]}"
    rest = _UNMARKED.match(written, name.span[1])
    if rest is None or (rest[2] and not _office_fits(name, rest[2])):
        return None
    apposition = rest[1].strip()
    return (
        f"{written[: name.span[1]]}, {apposition}" if apposition not in ("a", "an", "the") else written[: name.span[1]]
    )


def _office_fits(name: Name, head: str) -> bool:
    return head in nouns.ROLES and is_personal(name.text)
