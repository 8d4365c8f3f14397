"""A noun phrase parted into head and modifiers, and the questions that its words answer by themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.language import nouns
from twosource.language.names import Name, find_names
from twosource.language.places import DEMONYMS
from twosource.language.words import words

DETERMINER = re.compile(
    r"\A(?:the|a|an|this|that|these|those|one|another|some|any|each|every|both|his|her|its|their|my|our)\s+",
    re.IGNORECASE,
)
INDEFINITE = re.compile(r"\A(?:an?|one|another|some|any)\s", re.IGNORECASE)
NUMERAL = re.compile(
    r"\A(?:the\s+)?(?:(?:at\s+least|about|almost|nearly|more\s+than|over|some|around|up\s+to)\s+)?(?:[\d,]*\d+|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|several|a\s+few|(?:half\s+)?an?\s+dozen|half-dozen|two\s+dozen)\s",
    re.IGNORECASE,
)
_CUT = re.compile(
    r",(?!\d{3})|[;(\[“\"]|\s[–—-]\s|--|\s(?:who|whose|whom|which|that|of|for|from|at|in|on|with|to|by|based|familiar|close|"
    r"briefed|signed|written|published|compiled|commissioned|posted|"
    r"speaking|representing|against|near|inside|outside|about|quoted|cited|citing|working|under|among|as|including|"
    r"[a-z]{3,}ing(?=\s(?:over|the|an?|for|on|in|at|with|against|to|from|his|her|their)\b)|"
    r"affiliated|taken|around|led|named|called|known|within|not|and|or|running|released|conducted|published|also)\b"
)
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|Jr|Sr|Inc|Corp|Co|Ltd)\.\Z")
_PARTIES = words("democrats republicans conservatives liberals americans europeans")
_COMMON = nouns.PEOPLE | nouns.MEDIA | nouns.SOURCES | words("police prosecutors parliament opposition")
_NOUNS = nouns.ROLES | nouns.DOCUMENT | nouns.GOVERNMENT | nouns.ORGANISATION
_NEVER_NAMES = nouns.DOCUMENT | words("member members part story chapter everything nothing")
_COUNTING = words(
    """group number majority minority series team crowd handful pair couple percent half third quarter lot array range
    host list plurality share"""
)
_MANY = words("hundreds thousands dozens millions")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The core that holds the head, what stands after it, and the names in the core."""

    core: str
    tail: str
    names: Sequence[Name]

    @property
    def whole(self) -> str:
        """All of the phrase."""
        return self.core + self.tail

    @property
    def bare(self) -> str:
        """The core without determiner and numeral."""
        return NUMERAL.sub("", DETERMINER.sub("", self.core)).strip() or self.core

    @property
    def head(self) -> str:
        """The last word of the core in lower case: of "the former mayor of Orrin" it is "mayor"."""
        tokens = self.bare.split()
        return re.sub(r"['’]s?\Z", "", tokens[-1].lower()) if tokens else ""

    @property
    def ends_with_name(self) -> bool:
        """Whether the head is a name."""
        return bool(self.names) and self.names[-1].span[1] == len(self.core)


def part(written: str) -> Phrase:
    """``written`` parted before its first comma, preposition or relative pronoun that is not inside a name."""
    written = without_possessive(written.strip(' ,;:—–-"“”'))
    written = written if _ABBREVIATION.search(written) else written.removesuffix(".")
    names = list(find_names(written))
    cuts = (cut.start() for cut in _CUT.finditer(written) if cut.start())
    end = next((c for c in cuts if not any(n.span[0] < c < n.span[1] for n in names)), len(written))
    return Phrase(written[:end].strip(), written[end:], [name for name in names if name.span[1] <= end])


def without_possessive(written: str) -> str:
    """Without an "'s" or "s'" at the end."""
    return re.sub(r"(?<=s)['’]\Z|['’]s\Z", "", written)


def country(written: str) -> str | None:
    """The country that an adjective or possessive among the words names."""
    return next((DEMONYMS[pair] for pair in _ones_and_twos(written.split()) if pair in DEMONYMS), None)


def without_country(tokens: list[str]) -> list[str]:
    """``tokens`` without the adjective or possessive of a country."""
    for size in (2, 1):
        for place in range(len(tokens) - size + 1):
            if " ".join(tokens[place : place + size]) in DEMONYMS:
                return tokens[:place] + tokens[place + size :]
    return tokens


def _ones_and_twos(tokens: list[str]) -> list[str]:
    return [" ".join(tokens[n : n + size]) for size in (2, 1) for n in range(len(tokens) - size + 1)]


def is_office(word: str) -> bool:
    """Whether a capitalised word is part of an office."""
    return word.rstrip(".") in nouns.TITLES


def tells_role(written: str) -> bool:
    """Whether one of the words is an office, a trade or a tie to somebody."""
    return any(single(w.lower()) in nouns.ROLES or w in nouns.TITLES for w in re.split(r"[\s-]", written) if w)


def role_words(bare: str) -> str | None:
    """The head with its lower-case modifiers: "deputy spokesperson", "senior official"."""
    own = re.split(r"['’]s?\s", bare)[-1].split()
    kept = [w for w in own if w.lower() not in nouns.HIDDEN and w not in DEMONYMS and (w[0].islower() or is_office(w))]
    return " ".join(kept) or None


def proper(bare: str) -> str | None:
    """The phrase itself where a capitalised word tells it from others: "Ukrainian media", "Obama administration"."""
    bare = without_possessive(bare)
    if re.search(r"[\s-][A-Z]", bare) or (bare[:1].isupper() and not is_common(bare.split()[0])):
        return bare
    return None


def is_common(word: str) -> bool:
    """Whether a capitalised word is a common noun at the head of its sentence ("Police", "Witnesses", "Posts")."""
    low = word.lower()
    if word in DEMONYMS or low in _PARTIES or (word.isupper() and len(word) > 1):
        return False
    if low in _COMMON or low in _NEVER_NAMES or low.endswith("ists"):
        return True
    return low.endswith("s") and single(low) in _NOUNS


def counts_people(phrase: Phrase) -> bool:
    """Whether the head only counts people: "a group of 67 artists", "the majority of voters", "hundreds"."""
    last = phrase.core.split()[-1].lower() if phrase.core else ""
    return last in _MANY or ((last in _COUNTING or last.endswith("%")) and bool(re.match(r"\s+of\s", phrase.tail)))


def single(word: str) -> str:
    """The singular of a noun in lower case."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("people"):
        return word[:-6] + "person"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
