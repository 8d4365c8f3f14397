"""The bodies of one article: what kind the noun before a name tells, full names behind initials, "the company"."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property

from twosource.language import nouns
from twosource.language.facts import Facts
from twosource.language.names import FUNCTION_WORDS, Name, is_personal, kind_of
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
_WHERE = re.compile(r"\b(?:in|at|near|from|to|outside|across|around|into|over|through|via|of)\s+(?:the\s+)?\Z")
_SUFFIXES = words(
    "Corp Inc Co Ltd LLC Plc PLC AG GmbH SA Group Holdings Corporation Company Lines Airlines Airways Motors"
)
_ALLIANCES = words("nato eu opec asean")
_TOLD_AFTER = re.compile(r"\b([a-z]+(?:\s[a-z]+)?)\s\Z")


class Bodies:
    """Bodies named in an article. What could be two of them is none."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    @cached_property
    def told(self) -> dict[str, Kind]:
        """The kind of each name that a noun stands right before: "the broadcaster Harbour One"."""
        found: dict[str, Kind] = {}
        for name in self._facts.names:
            if name.title is None and name.text not in found and (kind := self._kind_before(name.span[0])):
                found[name.text] = kind
        return found

    def _kind_before(self, start: int) -> Kind | None:
        match = _TOLD_AFTER.search(self._facts.text, max(0, start - 40), start)
        if not match:
            return None
        tokens = match[1].split()
        if " ".join(tokens) in nouns.AGENCY_PHRASE or tokens[-1] == "newswire":
            return "agency"
        if tokens[-1] in nouns.OUTLET - {"journal", "press", "programme", "program"}:
            return "outlet"
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
            if _CAPITALS.match(short) and (whole := _spelled(short, long)):
                found.setdefault(short, whole)
        return found

    def described(
        self, head: str, mods: tuple[str, ...], position: int, *, sentences: int = 3
    ) -> tuple[str, Kind] | None:
        """The one body that "the <mods> <head>" at ``position`` may be, with its kind."""
        exact = self._ending(head, mods)
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

    def _ending(self, head: str, mods: tuple[str, ...]) -> list[str]:
        """The bodies named with the noun: "Defence Ministry" or "Ministry of Defence" for "the ministry"."""
        found: dict[str, str] = {}
        for name in self._by_word.get(head, ()):
            tokens = [token.lower() for token in name.split()]
            if all(_alike(mod, tokens) for mod in mods) and (tokens[-1] == head or tokens[0] == head):
                found.setdefault(" ".join(tokens), name)
        return [n for n in found.values() if not any(n != m and _holds(m, n) for m in found.values())]

    @cached_property
    def _by_word(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, set[str]] = defaultdict(set)
        for name in self._wholes:
            for token in (name.split()[0], name.split()[-1]):
                found[token.lower()].add(name)
        return {head: tuple(sorted(names)) for head, names in found.items()}

    @cached_property
    def _wholes(self) -> set[str]:
        """The names of several words that are no person's, with those behind initials."""
        several = {n.text for n in self._facts.names if " " in n.text and not is_personal(n.text)}
        return several | set(self.full.values())

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
        if head in nouns.COMPANY and len(name.tokens) == 1 and not _CAPITALS.match(text) and text not in self.told:
            return False
        surely = name.tokens[-1].rstrip(".") in _SUFFIXES
        return surely or not _WHERE.search(self._facts.text, max(0, name.span[0] - 15), name.span[0])


def _alike(mod: str, tokens: list[str]) -> bool:
    """Whether a modifier is among the words of a name, however spelled: "defence" in "Defense Ministry"."""
    return any(token == mod or (len(mod) > 5 and token[:5] == mod[:5]) for token in tokens)


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
