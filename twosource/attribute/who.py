"""Who a noun phrase names, from its own words: name, kind, role, affiliation and anonymity.

"South Korean Defense Minister Han Ye-jun", "Ida Wren, deputy spokesperson for the US Defense Ministry", "an anonymous
officer", "Ukrainian media". What the rest of the article adds (the full name behind "Wren" or "she") is for
``mentions``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from twosource.attribute.described import described
from twosource.attribute.office import affiliation_of, after_name, before_name
from twosource.attribute.phrase import Phrase, country, counts_people, is_common, is_office, part, role_words
from twosource.attribute.punctuated import punctuated
from twosource.language import nouns
from twosource.language.kinds import NOT_PERSON, ends_with_office, is_personal, kind_of
from twosource.language.names import FUNCTION_WORDS, Name, find_names
from twosource.language.places import DEMONYMS
from twosource.records import Kind, Mention, Span

_LISTED = re.compile(r"(?:,?\s+and\s+(?:the\s+)?|,\s+)")
_AGENCY = re.compile(
    r"(?:.*\s)?(?:news|press)\sagency\s(\w[\w-]*)|(?:[Tt]he\s)?(?:(?:[a-z-]+|[A-Z][\w’']*)\s)*?"
    r"([A-Z][\w-]*)\s(?:state\s)?(?:news|press)\sagency"
)
_WATCHES = ("monitor", "watchdog", "group", "organisation", "organization")
_NAME_AFTER = re.compile(r",\s+((?:[A-Z][\w.’'-]+)(?:\s(?:[a-z]{2,3}\s)?(?:al-|el-)?[A-Z][\w.’'-]+){0,3})\s*(?:,|\Z)")


def read_mention(text: str, spans: Sequence[Span]) -> Mention:
    """The mention that the noun phrase at ``spans`` makes, from its own words alone."""
    written = punctuated(" ".join(" ".join(text[s:e] for s, e in spans).split()))
    phrase = _bare_of_watch(part(written))
    found = (
        _small_agency(written) or _coordinated(phrase) or _named(phrase) or _named_after(phrase) or described(phrase)
    )
    if found.kind == "person" and found.name and written[:4].lower() == "the " and " " not in found.name:
        # "The Tennessean", "the Feldites": a person's name takes no article.
        found = replace(found, kind="collective" if found.name.endswith("s") else "organisation")
    if found.name and written[:4].lower() == "the " and _is_called_so(found.name):
        found = replace(found, kind="outlet", role=None, anonymity="named")
    return replace(found, span=spans[0])


def _is_called_so(name: str) -> bool:
    """Whether a name with "the" before it is an outlet's: "the Times"."""
    return name in nouns.OUTLET_WORDS or f"the {name.lower()}" in nouns.OUTLETS


def _small_agency(written: str) -> Mention | None:
    """An agency called by that noun: "the news agency dpa", "Feldmark’s Ostra news agency"."""
    match = _AGENCY.fullmatch(written)
    name = match and (match[1] or match[2])
    if name and name[0].islower() and name not in nouns.NEWS_AGENCIES:
        return None
    return (
        Mention(name=name, kind="agency", anonymity="named")
        if name and name not in DEMONYMS and name not in FUNCTION_WORDS
        else None
    )


def _bare_of_watch(phrase: Phrase) -> Phrase:
    """Without the noun that says what the body does: "the Feldmark Observatory for Rights monitor"."""
    if phrase.head not in _WATCHES or not phrase.names or is_personal(phrase.names[-1].text):
        return phrase
    end = phrase.names[-1].span[1]
    return Phrase(phrase.core[:end], phrase.tail, phrase.names) if phrase.core[end:].strip() == phrase.head else phrase


def _coordinated(phrase: Phrase) -> Mention | None:
    """Several named sources that say one thing: one mention with their names as written."""
    listed = _LISTED.match(phrase.tail)
    if not phrase.ends_with_name or not listed:
        return None
    second = next(find_names(phrase.tail), None)
    if second is None or " and " not in phrase.tail[: second.span[1] + 40]:
        return None
    between = phrase.tail[listed.end() : second.span[0]]
    after = phrase.tail[second.span[1] :]
    if (re.search(r"[a-z]{3}", between) and second.title is None) or not re.match(r"\s*(?:,|and\b|\Z)", after):
        return None
    first = phrase.names[-1]
    name = phrase.whole[phrase.names[0].span[0] : len(phrase.core) + second.span[1]]
    return Mention(name=name, kind=kind_of(first.text, first.title), anonymity="named")


def _names_nobody(name: Name) -> bool:
    """Whether a capitalised phrase is a group, a people or an office: "Democrats", "Health Minister"."""
    last = name.tokens[-1]
    if last.lower() in nouns.PEOPLE or last in DEMONYMS or last.rstrip("s") in DEMONYMS:
        return True
    office = ends_with_office(name.text) and not name.title
    return office or all(is_office(word) for word in name.tokens) or (len(name.tokens) == 1 and is_common(last))


def _named(phrase: Phrase) -> Mention | None:
    """A phrase whose head is a name."""
    if not phrase.ends_with_name or counts_people(phrase):
        return None
    name = phrase.names[-1]
    kind, before = kind_of(name.text, name.title), phrase.core[: name.span[0]].strip()
    branch = kind != "person" and " of " in name.text and name.text.split()[0] in NOT_PERSON
    if branch or (kind in ("outlet", "agency") and not is_common(name.text)):
        return _body(name.text, before, kind)
    if _names_nobody(name):
        return None
    trade = before.split()[-1].lower() in nouns.ROLES if before else False
    if kind != "person" and not (kind == "organisation" and trade and is_personal(name.text)):
        return _body(name.text, before, kind)
    role, affiliation = before_name(before, phrase.names)
    told_role, told_affiliation = after_name(phrase.tail)
    return Mention(
        name=name.text,
        kind="person",
        anonymity="named",
        role=role or told_role,
        affiliation=affiliation or told_affiliation,
    )


def _body(name: str, before: str, kind: Kind) -> Mention:
    """A named body; words before it such as "the South Korean broadcaster" tell its kind and where it belongs."""
    head = before.rsplit(maxsplit=1)[-1].lower() if before else ""
    if head in nouns.OUTLET and kind == "organisation":
        kind = "outlet"
    if before.lower().endswith(tuple(nouns.AGENCY_PHRASE)):
        kind = "agency"
    of_state = kind == "government"
    return Mention(
        name=name, kind=kind, anonymity="named", affiliation=country(before) or (country(name) if of_state else None)
    )


def _named_after(phrase: Phrase) -> Mention | None:
    """An office with the name in apposition after it: "the mayor of Orrin, Anna Feld,"."""
    match = _NAME_AFTER.search(phrase.tail)
    if phrase.head not in nouns.ROLES or not match:
        return None
    name = next(find_names(match[1]), None)
    if name is None or name.span[1] != len(match[1]) or not is_personal(name.text):
        return None
    office = Phrase(phrase.core, phrase.tail[: match.start()], phrase.names)
    role, belongs = role_words(office.bare), affiliation_of(office)
    if office.tail.strip() == "of State":
        role, belongs = f"{role} of State", country(office.core) or (belongs if belongs != "State" else None)
    return Mention(name=name.text, kind="person", anonymity="named", role=role, affiliation=belongs)
