"""Mentions that name nobody: an office, a group, a body or a document, told by its head noun."""

from __future__ import annotations

import re

from twosource.attribute.office import affiliation_of
from twosource.attribute.phrase import (
    INDEFINITE,
    NUMERAL,
    Phrase,
    country,
    counts_people,
    proper,
    role_words,
    single,
    without_country,
)
from twosource.language import nouns
from twosource.language.kinds import kind_of
from twosource.language.names import WHENCE
from twosource.language.places import COUNTRIES, DEMONYMS, country_of
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
    voter insider source whistleblower supporter critic employee neighbor neighbour friend colleague soldier
    executive donor ally relative worker survivor fighter rebel activist policeman policewoman militant teacher
    student farmer driver passenger vendor shopkeeper fan user mother father patient refugee migrant protester
    protestor volunteer medic rescuer paramedic sailor fisherman onlooker bystander parent shopper customer adult
    boy girl teenager doctor nurse"""
)
_SERVICE = re.compile(r"\b(?:intelligence|security|secret|border|emergency|rescue|fire|coast)\s+(?:service|guard)s?\Z")
_PERSONAL_ENDING = re.compile(r"(?:er|smith|wright|or|ist|ian|man|woman|ee|one|body|(?<!m)[dt]ant|dent|gent)\Z")
_LOOSE_HEADS = words("group watchdog charity body organisation organization monitor observatory network")
_OF_BRANCH = re.compile(
    r"\sof\s(?:foreign|internal|home|public|social|emergency|national|religious|cultural|economic)\s[a-z]+|"
    r"\sof\s(?:the\s)?(?:defen[cs]e|interior|health|education|justice|agriculture|energy|transport|finance|economy|"
    r"culture|tourism|information|labou?r|emergencies|trade|state)\b"
)
_OF_COUNTRY = re.compile(r"((?:[A-Z]\w+\s)?[A-Z]\w+['’]s)\s(?=[A-Z])")
_LOWER = re.compile(r"\A(?:[a-z-]+\s)+(?=[A-Z])")
_HAVE_BRANCHES = words("ministry department office bureau directorate")
_KNOWN_AS = re.compile(r"\s(?:known\sas|called|named)\s(?:the\s)?((?:[A-Z][\w’'-]*)(?:\s[A-Z][\w’'-]*)*)")
_SMALL_TAIL = re.compile(r"((?:[A-Z][\w-]*\s?)+?)\s(?:[a-z-]+\s)?(?:news|press)\sagency")
_OF_PLACES = words("city county province state municipality administration")
_OF_STATE = re.compile(r"\sof\s(?:the\s)?([A-Z]\w*(?:\s[A-Z]\w*)*)\Z")
_AUTHOR = re.compile(
    r"\s(?:(?:published|written|posted|released|signed|issued)\s)?(?:in\s\d{4}\s)?(?:by|from)\s(?:the\s)?"
    r"((?:[A-Z][\w’'.-]*)(?:\s(?:of|for|and|the)\s(?=[A-Z])|\s(?=[A-Z])|[A-Z][\w’'.-]*)*)"
)
_BROADCAST = words("television tv radio")
_ACCOUNT = words("account feed page handle")
_PLATFORMS = words("twitter facebook instagram youtube telegram tiktok weibo linkedin x")
_UNCOUNTED = words("police authorities prosecutors troops customs military")
_KINDS: tuple[tuple[Kind, frozenset[str]], ...] = (
    ("document", nouns.DOCUMENT),
    ("outlet", nouns.OUTLET),
    ("government", nouns.GOVERNMENT),
    ("organisation", nouns.ORGANISATION),
)


def described(phrase: Phrase) -> Mention:
    """The mention that a phrase without a name for its head makes."""
    head = phrase.head
    if found := _owner_of_account(phrase) or _of_small_agency(phrase):
        return found
    if head in nouns.MEDIA - {"news"} and not NUMERAL.match(phrase.core):
        return _media(phrase)
    if head in nouns.ROLES - nouns.PEOPLE:
        return _person(phrase)
    if _is_people(phrase):
        return _people(phrase)
    if counts_people(phrase):
        return Mention(name=None, kind="collective", anonymity="unnamed" if _is_hidden(phrase) else "collective")
    return _thing(phrase)


def _media(phrase: Phrase) -> Mention:
    """Publishers together: "Corvian media" by that name, "state television" and "local media" by none."""
    broadcast = phrase.head in _BROADCAST or re.search(r"\bstate\b", phrase.bare.lower()) is not None
    return Mention(
        name=proper(phrase.bare) if _tells_name(phrase) and not broadcast else None,
        kind="collective" if phrase.head == "bloggers" else "outlet",
        anonymity="collective",
        affiliation=country(phrase.bare),
    )


def _of_small_agency(phrase: Phrase) -> Mention | None:
    """An agency whose noun is no part of its name: "the SANA news agency"."""
    agency = _SMALL_TAIL.fullmatch(phrase.bare) if phrase.head == "agency" else None
    return Mention(name=agency[1], kind="agency", anonymity="named") if agency else None


def _owner_of_account(phrase: Phrase) -> Mention | None:
    """Whose account speaks: "the official Harbour One Twitter account" is Harbour One."""
    if phrase.head not in _ACCOUNT:
        return None
    names = [" ".join(w for w in name.tokens if w.lower() not in _PLATFORMS) for name in phrase.names]
    kept = [name for name in names if name]
    if len(kept) != 1:
        return None
    return Mention(name=kept[0], kind=kind_of(kept[0]), anonymity="named")


def _is_hidden(phrase: Phrase) -> bool:
    return single(phrase.head) in nouns.SOURCES or bool(_HIDDEN.search(phrase.whole))


def _person(phrase: Phrase) -> Mention:
    if named := _KNOWN_AS.match(phrase.tail):
        return Mention(name=named[1], kind="person", anonymity="named", role=role_words(phrase.bare))
    faceless = phrase.head in _FACELESS and INDEFINITE.match(phrase.core)
    return Mention(
        name=None,
        kind="person",
        anonymity="unnamed" if faceless or _is_hidden(phrase) else "role-only",
        role=role_words(phrase.bare) or phrase.head,
        affiliation=affiliation_of(phrase),
    )


def _is_people(phrase: Phrase) -> bool:
    if phrase.core.startswith(("Those ", "those ")):
        return True
    last = phrase.bare.split()[-1] if phrase.bare.split() else ""
    by_office = phrase.head.endswith("s") and single(phrase.head) in nouns.ROLES | nouns.SOURCES
    return by_office or phrase.head in nouns.PEOPLE or last in DEMONYMS or last.removesuffix("s") in DEMONYMS


def _people(phrase: Phrase) -> Mention:
    """A group; "two officials" are particular people whose names are kept back, "several officials" are not."""
    number = NUMERAL.match(phrase.core)
    particular = number is not None and number[0].split()[0].lower() not in ("several", "a", "half")
    hidden = particular or _is_hidden(phrase)
    affiliation = affiliation_of(phrase)
    by_office = single(phrase.head) in nouns.ROLES
    return Mention(
        name=None if hidden or (by_office and affiliation) or not _tells_name(phrase) else proper(phrase.bare),
        kind="collective",
        anonymity="unnamed" if hidden else "collective",
        role=role_words(phrase.bare) if by_office else None,
        affiliation=affiliation,
    )


def _thing(phrase: Phrase) -> Mention:
    """A body or a document, or a plural that no lexicon knows, which in news is mostly of people."""
    kind, indefinite = _kind(phrase), INDEFINITE.match(phrase.core)
    state = _OF_STATE.match(phrase.tail) if kind == "government" else None
    if state and (state[1] in COUNTRIES or phrase.head in _OF_PLACES):
        whole = f"{phrase.bare} of {state[1]}"
        return Mention(name=whole, kind=kind, anonymity="named", affiliation=COUNTRIES.get(state[1]))
    if known := _KNOWN_AS.match(phrase.tail):
        return Mention(name=known[1], kind=kind, anonymity="named")
    name = None if indefinite else _own_name(phrase, kind)
    anonymity: Anonymity = "named" if name else ("unnamed" if indefinite else "role-only")
    several = (
        kind != "document"
        and phrase.head.endswith("s")
        and single(phrase.head) in nouns.GOVERNMENT | nouns.ORGANISATION
    )
    if kind == "collective" or (name is None and (phrase.head in _UNCOUNTED or several)):
        anonymity = "collective"
    affiliation = None if kind == "outlet" else affiliation_of(phrase)
    if kind == "document":
        author = _AUTHOR.match(phrase.tail)
        own = [w for w in re.split(r"['’]s?\s|\s", phrase.bare)[:-1] if w[:1].isupper() and w.lower() not in _PLATFORMS]
        affiliation = author[1] if author else affiliation or (" ".join(own) or None if _tells_name(phrase) else None)
    return Mention(name=name, kind=kind, anonymity=anonymity, affiliation=affiliation if affiliation != name else None)


def _own_name(phrase: Phrase, kind: Kind) -> str | None:
    """What of the phrase is a name: "Harbour One" of "the private broadcaster Harbour One company", nothing of "the
    Corvia-based watchdog"; "Corvian army" and "Feld campaign" are names as they stand."""
    name = proper(phrase.bare)
    if name is None or not _may_be_named(phrase, kind):
        return None
    owned = _OF_COUNTRY.match(name)
    if owned and owned[1] in DEMONYMS:
        name = name[owned.end() :]
    if kind == "government":
        name = _LOWER.sub("", name)
        branch = _OF_BRANCH.match(phrase.tail)
        name = name + branch[0] if branch and phrase.head in _HAVE_BRANCHES else name
        return None if WHENCE.search(name.split()[0]) else name
    tokens = [word for word in name.split() if word[0].isupper() and not WHENCE.search(word)]
    if phrase.head not in nouns.COMPANY | nouns.OUTLET | _LOOSE_HEADS or name.split()[-1][0].isupper():
        return name
    return " ".join(tokens) if without_country(tokens) else None


def _may_be_named(phrase: Phrase, kind: Kind) -> bool:
    """Whether a capital in the phrase can be a name: no report, group or authorities by itself."""
    lower = phrase.core.split()[-1].islower()
    if (kind == "document" and lower) or phrase.head == "authorities":
        return False
    several = phrase.head.endswith("s") and lower
    return _tells_name(phrase) or not (several or kind in ("document", "collective"))


def _tells_name(phrase: Phrase) -> bool:
    """Whether a capital in the phrase is more than that of its first word: not in "Online guides"."""
    first = phrase.core.split()[0]
    apart = phrase.core != phrase.bare or first in DEMONYMS or first.isupper() or first.endswith(("'s", "’s"))
    return apart or bool(re.search(r"[\s-][A-Z]", phrase.core))


def _kind(phrase: Phrase) -> Kind:
    if _SERVICE.search(phrase.bare.lower()):
        return "government"
    forms = {phrase.head, single(phrase.head)}
    if phrase.head.endswith("s") and single(phrase.head) in nouns.COMPANY:
        return "collective"
    for kind, lexicon in _KINDS:
        if forms & lexicon:
            return kind
    if re.search(r"[a-z]s\Z", phrase.head) and phrase.bare.split()[-1].islower() and not phrase.head.endswith("ss"):
        return "collective"
    personal = _PERSONAL_ENDING.search(phrase.head) and not country_of(phrase.head)
    return "person" if personal else "organisation"
