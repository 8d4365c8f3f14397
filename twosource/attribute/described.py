"""Mentions that name nobody: an office, a group, a body or a document, told by its head noun."""

from __future__ import annotations

import re

from twosource.attribute.office import affiliation_of
from twosource.attribute.phrase import INDEFINITE, NUMERAL, Phrase, country, counts_people, proper, role_words, single
from twosource.language import nouns
from twosource.language.places import DEMONYMS, country_of
from twosource.language.words import words
from twosource.records import Anonymity, Kind, Mention

_HIDDEN = re.compile(
    r"\b(?:anonymous|unnamed|unidentified|undisclosed|condition\s+of\s+anonymity|anonymously|requested\s+anonymity|"
    r"not\s+to\s+be\s+(?:named|identified)|declined\s+to\s+be\s+(?:named|identified)|(?:not|"
    r"n['’]t)\s+authori[sz]ed\s+to|"
    r"familiar\s+with|briefed\s+on|close\s+to|with\s+(?:direct\s+)?knowledge)\b",
    re.IGNORECASE,
)
# Heads whose bearer is not to be found by the office alone: "a minister" is one of few, "an official" one of thousands.
_FACELESS = words(
    """official aide adviser advisor diplomat officer person man woman resident witness staffer operative lawmaker
    voter insider source whistleblower supporter critic employee neighbor neighbour friend colleague soldier executive
    donor ally relative worker survivor"""
)
_SERVICE = re.compile(r"\b(?:intelligence|security|secret|border|emergency|rescue|fire|coast)\s+(?:service|guard)s?\Z")
_PERSONAL_ENDING = re.compile(r"(?:er|or|ist|ian|man|woman|ee|one|body)\Z")
_KINDS: tuple[tuple[Kind, frozenset[str]], ...] = (
    ("document", nouns.DOCUMENT),
    ("outlet", nouns.OUTLET),
    ("government", nouns.GOVERNMENT),
    ("organisation", nouns.ORGANISATION),
)


def described(phrase: Phrase) -> Mention:
    """The mention that a phrase without a name for its head makes."""
    head = phrase.head
    if head in nouns.MEDIA - {"news"} and not NUMERAL.match(phrase.core):
        belongs = country(phrase.bare)
        return Mention(name=proper(phrase.bare), kind="collective", anonymity="collective", affiliation=belongs)
    if head in nouns.ROLES - nouns.PEOPLE:
        return _person(phrase)
    if _is_people(phrase):
        return _people(phrase)
    if counts_people(phrase):
        return Mention(name=None, kind="collective", anonymity="unnamed" if _is_hidden(phrase) else "collective")
    return _thing(phrase)


def _is_hidden(phrase: Phrase) -> bool:
    return single(phrase.head) in nouns.SOURCES or bool(_HIDDEN.search(phrase.whole))


def _person(phrase: Phrase) -> Mention:
    faceless = phrase.head in _FACELESS and INDEFINITE.match(phrase.core)
    return Mention(
        name=None,
        kind="person",
        anonymity="unnamed" if faceless or _is_hidden(phrase) else "role-only",
        role=role_words(phrase.bare) or phrase.head,
        affiliation=affiliation_of(phrase),
    )


def _is_people(phrase: Phrase) -> bool:
    last = phrase.bare.split()[-1] if phrase.bare.split() else ""
    by_office = phrase.head.endswith("s") and single(phrase.head) in nouns.ROLES | nouns.SOURCES
    return by_office or phrase.head in nouns.PEOPLE or last in DEMONYMS or last.removesuffix("s") in DEMONYMS


def _people(phrase: Phrase) -> Mention:
    """A group; "two officials" are particular people whose names are kept back, "several officials" are not."""
    number = NUMERAL.match(phrase.core)
    particular = number is not None and number[0].split()[0].lower() not in ("several", "a", "half")
    hidden = particular or _is_hidden(phrase)
    return Mention(
        name=None if hidden else proper(phrase.bare),
        kind="collective",
        anonymity="unnamed" if hidden else "collective",
        role=role_words(phrase.bare) if single(phrase.head) in nouns.ROLES else None,
        affiliation=affiliation_of(phrase),
    )


def _thing(phrase: Phrase) -> Mention:
    """A body or a document, or a plural that no lexicon knows, which in news is mostly of people."""
    kind, indefinite = _kind(phrase), INDEFINITE.match(phrase.core)
    name = None if indefinite else proper(phrase.bare)
    anonymity: Anonymity = "named" if name else ("unnamed" if indefinite else "role-only")
    if kind == "collective":
        anonymity = "collective"
    affiliation = None if kind == "outlet" else affiliation_of(phrase)
    return Mention(name=name, kind=kind, anonymity=anonymity, affiliation=affiliation if affiliation != name else None)


def _kind(phrase: Phrase) -> Kind:
    if _SERVICE.search(phrase.bare.lower()):
        return "government"
    forms = {phrase.head, single(phrase.head)}
    for kind, lexicon in _KINDS:
        if forms & lexicon:
            return kind
    if re.search(r"[a-z]s\Z", phrase.head) and phrase.bare.split()[-1].islower() and not phrase.head.endswith("ss"):
        return "collective"
    personal = _PERSONAL_ENDING.search(phrase.head) and not country_of(phrase.head)
    return "person" if personal else "organisation"
