"""The bodies of one article: what kind the noun before a name tells, full names behind initials, "the company"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from twosource.language import nouns
from twosource.language.facts import Facts
from twosource.language.givennames import pronoun_of
from twosource.language.kinds import NOT_PERSON, is_personal, kind_of
from twosource.language.names import FUNCTION_WORDS, WHENCE, Name
from twosource.language.places import COUNTRIES, DEMONYMS, SEATS
from twosource.language.words import words
from twosource.records import Kind

_CAPITALS = re.compile(r"[A-Z][A-Za-z&.-]{0,9}[A-Z]s?\Z|[A-Z]{2,}s?\Z")
_BRACKETED = re.compile(
    r"\(([^()\n]{2,80})\)|\bor ([A-Z][^,.;()\n]{2,80}),|,\s(?:also\s)?known\sas\s(?:the\s)?([A-Z]\w{1,9})\b"
)
_LAST_RUN = re.compile(r"(?:(?:[A-Z][\w’'.-]*|of|for|and|the|on|&|de|du)\s+)*[A-Z][\w’'.-]*,?\s*\Z")
_SMALL = words("of for and the on & de du")
_BEFORE = 90
"""Characters before a bracket in which a full name begins."""
_LOOSE = nouns.COMPANY | words(
    "group organisation organization charity watchdog body alliance bloc nonprofit institution"
)
"""Heads that a body need not have in its name."""
_STATE = words("ministry department government court council commission parliament senate congress agency police army")
_PLACE_LAST = words(
    """Street Avenue Road Square Park Bridge River Lake Mountain Valley Island Islands Bay Beach County City Town
    Village Region District Province Coast Sea Ocean Gulf Strait Airport Station Port Hall Tower Building Palace
    Stadium Arena Hotel East West North South War Crisis Day Week Cup Prize Award Act Bill Law Treaty
    Agreement Accord Deal"""
)
_PLACES = frozenset(COUNTRIES) | frozenset(SEATS) | frozenset(DEMONYMS) | frozenset(DEMONYMS.values()) | {"Philippines"}
_WHERE = re.compile(r"\b(?:in|at|near|from|to|outside|across|around|into|over|through|via|of)\s+(?:the\s+)?\Z")
_SUFFIXES = words(
    "Corp Inc Co Ltd LLC Plc PLC AG GmbH SA Group Holdings Corporation Company Lines Airlines Airways Motors"
)
_LINE_WORDS = words(
    "Department Division Force Ministry Agency Council Air Bank News Motor Energy Steel Foods Media Electric Network"
)
_STATE_BODY = re.compile(
    r"(?<![\w.])(?<!\b[Aa]\s)(?<!\b[Aa]n\s)(?!(?:The|A|An|This|That|Its|Their|His|Her)\s)((?:(?:[A-Z][\w-]{0,60}|(?:[A-Z]\.){2,})(?:['’]s)?\s){1,2}(?:(?:defen[cs]e|foreign|interior|finance|health|justice|education|energy|"
    r"military|state|supreme|appeals|city|town|air)\s){0,2}"
    r"(?:ministry(?:\sof\s[a-z]+(?:\saffairs)?)?|police|army|military|navy|court|parliament|government|force|council|center|centre|"
    r"embassy))\b(?!\s(?:prison|base|court|offic|source|spokes|leader|chief|custody|station|headquarters|police))"
)
_LEADING_ARTICLE = re.compile(r"\A[Tt]he\s")
_MONITORS = words("Observatory Airwars")
_PLAIN_MODS = words("same local regional national highest top whole entire full unanimous new private public official")
_SAME_FORCE = {"army": "military", "military": "army", "centre": "center", "center": "centre"}
"""Nouns that news changes for one another."""
_SHORT = 2
"""Words of a short name at most."""
_OF_STATE = re.compile(r"\b(?:government|parliament|army|navy|cabinet)\sof\s([A-Z]\w*(?:\s[A-Z]\w*)*)")
_LAST_MET = 6
"""Sentences back in which one of several bodies that a noun fits must have been met."""
_ALLIANCES = words("nato eu opec asean")
_TOLD_AFTER = re.compile(r"\b([a-z]+(?:\s[a-z]+)?)\s\Z")


class Bodies:
    """Bodies named in an article. What could be two of them is none."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._widened: dict[str, str] = {}

    @cached_property
    def told(self) -> dict[str, Kind]:
        """The kind of each name that a noun stands right before: "the broadcaster Harbour One"."""
        found: dict[str, Kind] = {}
        for name in self._facts.names:
            if name.title is None and name.text not in found and (kind := self._kind_before(name)):
                found[name.text] = kind
        return found

    def _kind_before(self, name: Name) -> Kind | None:
        start = name.span[0]
        if len(name.tokens) > 1 and pronoun_of(name.tokens[0]):
            # "Producer Ken Feld", "broadcaster Anna Wren": the noun is a trade.
            return None
        match = _TOLD_AFTER.search(self._facts.text, max(0, start - 40), start)
        if not match:
            return None
        tokens = match[1].split()
        if " ".join(tokens) in nouns.AGENCY_PHRASE or tokens[-1] == "newswire":
            return "agency"
        if tokens[-1] in nouns.OUTLET - {"journal", "press", "programme", "program"}:
            return "outlet"
        if tokens[-1] == "operator" and is_personal(name.text):
            # "crane operator Dano Pell"
            return None
        return "organisation" if tokens[-1] in nouns.COMPANY - words("maker chain carrier") else None

    @cached_property
    def full(self) -> dict[str, str]:
        """The full name behind each set of initials that the article explains in brackets, "or …" or "known as …"."""
        found: dict[str, str] = {}
        for match in _BRACKETED.finditer(self._facts.text):
            inner = (match[1] or match[2] or match[3]).strip()
            before = _LAST_RUN.search(self._facts.text, max(0, match.start() - _BEFORE), match.start())
            if before is None:
                continue
            outer = before[0].strip(" ,")
            short, long = (inner, outer) if _CAPITALS.match(inner) else (outer.split()[-1], inner)
            if match[2] is None and short == inner and match[3] is None and long == outer and outer.isupper():
                continue
            if short == inner and not _CAPITALS.match(short) and _is_letters_of(short, long):
                found.setdefault(short, _LEADING_ARTICLE.sub("", long))
            elif _CAPITALS.match(short) and (whole := _spelled(short, long)):
                found.setdefault(short, whole)
        return found

    def whole(self, name: str) -> str:
        """The one longer name of a body that ``name`` is short for, or ``name``: "Observatory", "Times", "Delta"."""
        if name in self.full:
            return self.full[name]
        if name not in self._widened:
            self._widened[name] = self._longer(name) or name
        return self._widened[name]

    def _longer(self, name: str) -> str | None:
        tokens = [token for token in name.split() if not WHENCE.search(token)]
        known = name.lower() in nouns.OUTLETS | nouns.NEWS_AGENCIES and name not in nouns.OUTLET_WORDS
        if not tokens or known or name in _PLACES or name.isupper():
            return None
        short, first = " ".join(tokens).lower(), tokens[0].lower()
        if len(tokens) > _SHORT:
            return None
        near = {n for word in (first, tokens[-1].lower()) for n in self._by_word.get(word, ()) if _one(n)}
        fitting = {_bare(n): n for n in sorted(near) if _is_short_for(short, n)}
        kept = [n for low, n in fitting.items() if not any(low != other and _holds(other, low) for other in fitting)]
        return kept[0] if len(kept) == 1 else None

    @cached_property
    def monitor(self) -> str | None:
        """The one body of the article that watches a conflict, which "a monitoring group" at its head stands for."""
        names = {n for n in self._wholes if not _MONITORS.isdisjoint(n.split()) and " and " not in n}
        kept = [n for n in names if not any(n != m and _holds(n, m) for m in names)]
        return kept[0] if len(kept) == 1 else None

    def described(
        self, head: str, mods: tuple[str, ...], position: int, *, sentences: int = 3
    ) -> tuple[str, Kind] | None:
        """The one body that "the <mods> <head>" at ``position`` may be, with its kind."""
        exact = self._ending(head, mods)
        if not exact and head in _SAME_FORCE:
            exact = self._ending(_SAME_FORCE[head], mods)
        if not exact and mods and all("-" in mod or mod in _PLAIN_MODS for mod in mods):
            exact = self._ending(head, ())
        if len(exact) > 1:
            exact = self._last_met(exact, position)
        if len(exact) == 1:
            return self._answer(exact[0])
        if exact or mods or head not in _LOOSE:
            return None
        number = self._facts.sentence_number(position)
        start = self._facts.sentences[max(number - sentences, 0)][0]
        near = {self.full.get(n.text, n.text) for n in self._facts.names_in((start, position)) if self._may_be(n, head)}
        return self._answer(near.pop()) if len(near) == 1 else None

    def count(self, head: str, position: int) -> int:
        """How many bodies named in the article end with the noun, or come up shortly before ``position``."""
        number = self._facts.sentence_number(position)
        start = self._facts.sentences[max(number - 3, 0)][0]
        near = {n.text for n in self._facts.names_in((start, position)) if head in _LOOSE and self._may_be(n, head)}
        return max(len(near), len(self._ending(head, ())))

    def _answer(self, name: str) -> tuple[str, Kind]:
        return name, self.told.get(name) or kind_of(name)

    def _last_met(self, names: Sequence[str], position: int) -> list[str]:
        """The one of ``names`` met last before ``position``, if that is not long ago."""
        number = self._facts.sentence_number(position)
        floor = self._facts.sentences[max(number - _LAST_MET, 0)][0]
        met = {name: self._facts.text.rfind(name, floor, position) for name in names}
        first, second = sorted(met.values(), reverse=True)[:2]
        if first < 0 or second >= self._facts.sentence_at(first)[0]:
            return []
        return [name for name, place in met.items() if place == first]

    def _ending(self, head: str, mods: tuple[str, ...]) -> list[str]:
        """The bodies named with the noun: "Defence Ministry" or "Ministry of Defence" for "the ministry"."""
        found: dict[str, str] = {}
        for name in self._by_word.get(head, ()):
            tokens = [token.lower() for token in name.split()]
            led = any(one == head and after in ("of", "for") for one, after in pairwise(tokens))
            if all(_alike(mod, tokens) for mod in mods) and (tokens[-1] == head or tokens[0] == head or led):
                found.setdefault(" ".join(tokens), name)
        return [n for n in found.values() if not any(n != m and _holds(m, n) for m in found.values())]

    @cached_property
    def _by_word(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, set[str]] = defaultdict(set)
        for name in self._wholes:
            for token in name.lower().split():
                found[token].add(name)
        return {head: tuple(sorted(names)) for head, names in found.items()}

    @cached_property
    def _wholes(self) -> set[str]:
        """The names of several words that are no person's, with those behind initials."""
        several = {n.text for n in self._facts.names if " " in n.text and "/" not in n.text and not is_personal(n.text)}
        written = {" ".join(match[1].split()) for match in _STATE_BODY.finditer(self._facts.text)}
        written |= {m[0] for m in _OF_STATE.finditer(self._facts.text) if m[1] in COUNTRIES}
        written = {w for w in written if not any(t in FUNCTION_WORDS or t.endswith("ly") for t in w.split())}
        return several | set(self.full.values()) | written

    def _may_be(self, name: Name, head: str) -> bool:
        """Whether a name can be a company's or an organisation's: no place, no person, no ministry."""
        text, kind = name.text, self.told.get(name.text) or kind_of(name.text, name.title)
        low = text.lower()
        if low in _ALLIANCES:
            return head in ("alliance", "bloc", "organisation", "organization")
        if kind != "organisation" or text in COUNTRIES or text in SEATS or text in DEMONYMS:
            return False
        if name.tokens[-1] in _PLACE_LAST or name.tokens[-1].lower() in _STATE | {"party", "university", "union"}:
            return False
        if head in nouns.COMPANY and len(name.tokens) == 1 and text not in self.told and text not in self.full:
            return False
        if "/" in text:
            return False
        surely = name.tokens[-1].rstrip(".") in _SUFFIXES
        return surely or not _WHERE.search(self._facts.text, max(0, name.span[0] - 15), name.span[0])


def _alike(mod: str, tokens: list[str]) -> bool:
    """Whether a modifier is among the words of a name, however spelled: "defence" in "Defense Ministry"."""
    return any(token == mod or (len(mod) > 5 and token[:5] == mod[:5]) for token in tokens)


def _is_letters_of(short: str, long: str) -> bool:
    """Whether a bracketed word is made of the letters of the name before it: "Phivolk" of an institute's."""
    if not re.fullmatch(r"[A-Z][a-z]{3,9}", short) or " " not in long or is_personal(long):
        return False
    letters = iter(long.lower())
    return long[0] == short[0] and all(letter in letters for letter in short.lower())


def _one(name: str) -> bool:
    """Whether a name is one body's: "Feld and Tal" is two, "Department of Roads and Bridges" one."""
    return " and " not in name or re.search(r"\b(?:of|for)\b.*\sand\s", name) is not None


def _bare(name: str) -> str:
    """In lower case, without the possessive: "Israel’s military" and "Israel military" are one."""
    return re.sub(r"['’]s\b", "", name.lower())


def _is_short_for(short: str, name: str) -> bool:
    """Whether a name may be called ``short``: its end, its head before "for", or what stands before its noun."""
    low = name.lower()
    if low == short:
        return False
    last = short.rsplit(maxsplit=1)[-1].title()
    if last in NOT_PERSON or last in nouns.OUTLET_WORDS:
        ahead = re.search(rf"(?:\A|\s){re.escape(short)}(?:\Z|\s(?:of|for|on)\s)", low) is not None
        if ahead and last != "United":
            return True
    rest = name[len(short) :].split()
    return low.startswith(short + " ") and all(t.rstrip(".") in _SUFFIXES | _LINE_WORDS for t in rest)


def _holds(longer: str, shorter: str) -> bool:
    return f" {shorter.lower()} " in f" {longer.lower()} "


def _spelled(short: str, long: str) -> str | None:
    """The end of ``long`` whose initials are ``short``; else all of it, where it has several capitalised words."""
    tokens = [token for token in long.split() if token]
    letters = [c for c in short.rstrip("s").upper() if c.isalpha()]
    for start in range(len(tokens)):
        rest = tokens[start:]
        big = [token[0].upper() for token in rest if token not in _SMALL]
        every = [token[0].upper() for token in rest]
        if rest[0] not in _SMALL and letters in (big, every):
            return " ".join(rest)
    if short.lower() in nouns.NEWS_AGENCIES | nouns.OUTLETS | _ALLIANCES:
        return None
    while tokens and (tokens[0] in FUNCTION_WORDS or tokens[0] in _SMALL or tokens[0].endswith(("'s", "’s"))):
        tokens.pop(0)
    capitals = [token for token in tokens if token[0].isupper()]
    return " ".join(tokens) if len(capitals) > 1 and not any(c.isdigit() for c in long) else None
