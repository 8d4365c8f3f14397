"""Which body a source speaks for: the ministry behind its spokesman, the fire service behind its chief.

A body is known by the words of its field ("Interior Ministry" and "Interior Minister" are both *interior*) and by the
place in its name, where it has one. Only those speak for a body who hold an office in it that does: a minister, a
spokesman, a chief, "health officials" as such. Somebody who works there, or an official who will not be named, speaks
for nobody but himself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.language.kinds import kind_of
from twosource.language.places import COUNTRIES, DEMONYMS
from twosource.language.words import words
from twosource.records import Mention

_SPEAKS = re.compile(
    r"\b(?:spokes(?:man|woman|person|people|men)|spokespersons|ministers?|secretary|chief|head|director|commissioner|"
    r"chair(?:man|woman|person)?|president|chief executive|ceo|leader|commander|general secretary|"
    r"representatives?|press office|press service|officials|authorities)\b",
    re.IGNORECASE,
)
_ISSUED = re.compile(r"(?<!seen )(?<!obtained )(?<!reviewed )\b(?:by|from)\s(?:the\s)?(?P<by>[^,;]+)")
_RANKS = words(
    """ministry minister ministers department dept office officer agency service services authority authorities
    administration bureau directorate government state states official officials spokesman spokeswoman spokesperson
    spokespeople spokespersons spokesmen secretary secretariat chief head director commissioner commission chairman
    chairwoman chairperson chair president executive ceo leader commander general representative representatives
    press senior top deputy assistant acting former vice interim first junior shadow high city national federal
    regional local provincial county municipal central main country some several many two three four other unnamed
    prime major colonel captain lieutenant sergeant admiral brigadier
    the a an of for and in at on s his her its their whose with who company group corporation inc ltd corp plc co
    party union association organisation organization board council committee statement"""
)
"""Words that tell an office or a form of body and not its field."""
_SPELLING = {"defense": "defence", "labor": "labour", "organization": "organisation", "center": "centre"}
_PLURAL = re.compile(r"(?<=[a-rt-z]{3})s\Z")
_SEATS = {"White House": "United States", "Kremlin": "Russia", "Downing Street": "United Kingdom"}
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PLACE_WORDS = frozenset(
    word.casefold().replace(".", "") for known in (*COUNTRIES, *DEMONYMS) for word in known.split()
) - words("new south north east west united arab emirates")


@dataclass(frozen=True, slots=True)
class Body:
    """``field`` is what the words of its name say that it does; ``place`` where it is from, as far as they say."""

    field: frozenset[str]
    place: frozenset[str] = frozenset()

    def may_be(self, other: Body) -> bool:
        """Whether the two are one body unless something else is known: one field, and no two different places."""
        return self.field == other.field and (self.place == other.place or not (self.place and other.place))


def body(text: str) -> Body | None:
    """The body that ``text`` names; ``None`` where its words tell no field ("the government", "an official")."""
    place = frozenset(countries(text)) or _adjectives(text)
    tokens = [_SPELLING.get(token, token) for token in _tokens(text)]
    field = {_PLURAL.sub("", token) for token in tokens if token not in _RANKS and len(token) > 1}
    named = {word.casefold() for known in place for word in re.split(r"[\s-]+", known)}
    field -= named | {adjective for adjective in field if _is_place_word(adjective)}
    return Body(frozenset(field), frozenset(known.casefold() for known in place)) if field else None


def state(text: str) -> Body | None:
    """The state that ``text`` stands for where it names a country or its government and no branch of it."""
    found = countries(text)
    return Body(frozenset(), frozenset(name.casefold() for name in found)) if found else None


def spoken_for(mention: Mention, designation: str) -> Body | None:
    """The body for which a source speaks when it says something; ``designation`` is the words that name it.

    A body speaks for itself and in what it issues; a person by an office that does; a group where it is called
    officials or authorities.
    """
    if mention.kind == "document":
        return _issuer(mention, designation)
    if mention.anonymity == "unnamed" or mention.kind in ("outlet", "agency", "author"):
        return None
    if mention.kind in ("government", "organisation"):
        words = mention.name or designation
        return body(words) or (state(words) if mention.kind == "government" else None)
    role = mention.role or (designation if mention.name is None else "")
    if not _SPEAKS.search(role):
        return None
    return body(mention.affiliation or "") or body(role if mention.name else f"{role} {designation}")


def _issuer(mention: Mention, designation: str) -> Body | None:
    """The body whose document it is: "a report by the prosecutor's office", not "a note seen by the Courier"."""
    issued = _ISSUED.search(mention.name or designation)
    for name in (issued["by"] if issued else "", mention.affiliation or ""):
        if name and kind_of(name) in ("government", "organisation"):
            return body(name)
    return None


def works_at(mention: Mention, designation: str) -> Body | None:
    """The body that a source is of, whether it speaks for it or not."""
    if mention.kind in ("government", "organisation"):
        return body(mention.name or designation)
    return body(mention.affiliation or "") or (body(mention.role or designation) if mention.name is None else None)


def side(mention: Mention, designation: str) -> str | None:
    """The party that a source speaks for: a country, else the body that it is of, as the text names it."""
    for text in (mention.name or "", mention.affiliation or "", mention.role or "", designation):
        if found := countries(text):
            return found[0]
    return mention.affiliation or (mention.name if mention.kind in ("government", "organisation") else None)


def countries(text: str) -> tuple[str, ...]:
    """The countries that ``text`` names, by name, adjective or the seat of a government, in order."""
    tokens = re.findall(r"[\w.’'-]+", text)
    grams = [" ".join(tokens[start : start + size]) for start in range(len(tokens)) for size in (3, 2, 1)]
    bare = [re.sub(r"['’]s\Z", "", gram) for gram in grams]
    found = [COUNTRIES.get(gram) or DEMONYMS.get(gram) or _SEATS.get(gram) for gram in bare]
    kept = list(dict.fromkeys(country for country in found if country))
    return tuple(country for country in kept if not any(country != other and country in other for other in kept))


def _tokens(text: str) -> list[str]:
    return [found.casefold() for found in _TOKEN.findall(re.sub(r"['’]s?\b", "", text).replace(".", ""))]


def _adjectives(text: str) -> frozenset[str]:
    """Capitalised words before a field in small letters are of a place: "Corvian health officials"."""
    found = re.match(r"(?:[Tt]he |[a-z]+ )*((?:[A-Z][\w-]+ )+)(?=[a-z])(?!of |for |in |at )", text)
    return frozenset(found[1].split()) if found else frozenset()


def _is_place_word(token: str) -> bool:
    return token in _PLACE_WORDS
