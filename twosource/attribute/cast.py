"""The people and bodies of one article: full names behind short ones, and the office each is introduced with."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cached_property

from twosource.attribute.bodies import Bodies
from twosource.attribute.office import end_of_body
from twosource.attribute.who import read_mention
from twosource.language import nouns
from twosource.language.facts import Facts
from twosource.language.givennames import Pronoun, pronoun_of
from twosource.language.kinds import kind_of
from twosource.language.names import FUNCTION_WORDS, Name, find_names
from twosource.language.places import COUNTRIES, DEMONYMS
from twosource.language.words import words
from twosource.records import Mention, Span

_INTRODUCTION = 160
"""Characters of apposition read after a name: of 145 in PolNeAR half have at most 33, the longest 141."""

_OF_PERSON = re.compile(
    r",\s(?:\d{1,2}\b|who\b|an?\s[^,.;]{0,30}\b(?:man|woman|father|mother|resident|survivor)\b)|\s\(\d\d\)"
)
_PRONOUN_NEAR = re.compile(r"(?:\s[a-z][\w’'-]*){1,8}[,.]?\s(?:he|she|his|her|He|She)\b")
"""A pronoun soon after, with no other name between."""
_TIES = words("his her their its my our the")

_OFTEN = 3
_INITIAL = 2
_FIRST = 2
"""Letters that a first name has at least."""
_INTRODUCTIONS = 4
"""Mentions of a name looked through for an office: it is told when somebody first comes up, or soon after."""


class Cast:
    """Who is named in an article. A short name stands for a full one only where no other full name could be meant."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self.named_bodies = Bodies(facts)
        self._introduced: dict[str, Mention] = {}

    @cached_property
    def _people(self) -> Counter[str]:
        """Full names of people, with how often each stands in the article."""
        return Counter(
            name.text
            for name in self._facts.names
            if len(set(name.tokens)) > 1
            and "/" not in name.text
            and kind_of(name.text, name.title) == "person"
            and name.text not in self.named_bodies.told
        )

    @cached_property
    def _places(self) -> dict[str, list[Name]]:
        """Where each name stands, in order."""
        found: dict[str, list[Name]] = defaultdict(list)
        for name in self._facts.names:
            found[name.text].append(name)
        return found

    @cached_property
    def _by_short(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for full in self._people:
            tokens = full.removesuffix(" Jr.").removesuffix(" Sr.").split()
            shorts = {tokens[-1], " ".join(tokens[-2:])} if len(tokens) > 2 else {tokens[-1]}
            if len(tokens) in (3, 4) and len(tokens[-2]) > _INITIAL:
                # "Rosales" for "Ricardo Rosales Nieto".
                shorts.add(tokens[-2])
            # "Del Pozo" begins a sentence for "Maria del Pozo".
            shorts |= {short[0].upper() + short[1:] for short in shorts}
            if len(tokens[0]) > _FIRST and tokens[0] not in COUNTRIES and tokens[0] not in DEMONYMS:
                shorts.add(tokens[0])
            for short in (shorts | {_plain(short) for short in shorts}) - {full}:
                found[short].append(full)
        return found

    @cached_property
    def _pronouns(self) -> dict[str, Pronoun]:
        """The pronoun of each person whom a title or a given name tells."""
        found: dict[str, Pronoun] = {}
        for name in self._facts.names:
            full, told = name.text, told_by_title(name.title)
            if told and (known := self.full_name(full, told)):
                found.setdefault(known, told)
            if len(name.tokens) > 1 and (given := pronoun_of(name.tokens[0])):
                found.setdefault(full, given)
            if len(name.tokens) == 1 and name.title is None and self._tied(name):
                word = self._facts.text[max(0, name.span[0] - 30) : name.span[0]].split()[-1]
                if told := told_by_title(word):
                    found.setdefault(full, told)
        return found

    def full_name(self, name: str, pronoun: Pronoun | None = None) -> str:
        """The one full name that ``name`` is short for, or ``name`` itself."""
        if name in self._people and len(name.split()) > 2:
            return name
        choices = self._by_short.get(name, []) or self._by_short.get(name.title() if name.isupper() else name, [])
        if pronoun:
            choices = [c for c in choices if pronoun_of(c.split()[0]) in (pronoun, None)]
        if len(choices) > 1:
            choices = _merged(choices)
        if len(choices) > 1 and (titled := [c for c in choices if self._in_title(c)]):
            choices = titled
        if len(choices) > 1:
            ranked = sorted(choices, key=lambda c: -self._people[c])
            # "Feld" after five of "Anna Feld" and one of "Otto Feld" is Anna; after two of each it is nobody in
            # particular.
            choices = ranked[:1] if self._people[ranked[0]] >= 3 * self._people[ranked[1]] else []
        return choices[0] if choices else name

    def _in_title(self, full: str) -> bool:
        """Whether the headline names somebody by given and family name: it is them whom the article goes on about."""
        title, tokens = self._facts.article.title or "", full.split()
        return f"{tokens[0]} {tokens[-1]}" in title or full in title

    def pronoun(self, full: str) -> Pronoun | None:
        """The pronoun of a person, where the article or the given name tells."""
        return self._pronouns.get(full) or (pronoun_of(full.split(maxsplit=1)[0]) if " " in full else None)

    def is_person(self, name: Name) -> bool:
        """Whether ``name`` is a person's for certain enough to be what a pronoun stands for."""
        if kind_of(name.text, name.title) != "person" or name.text in self.named_bodies.told:
            return False
        return name.title is not None or len(name.tokens) > 1 or name.text in self._by_short or self._tied(name)

    @cached_property
    def _titled(self) -> frozenset[str]:
        return frozenset(self.full_name(name.text) for name in self._facts.names if name.title)

    def surely_person(self, full: str) -> bool:
        """Whether the article tells by a title, an office or a short form that ``full`` is a person, and no place."""
        if full in self._titled or self.introduction(full).role:
            return True
        return any(
            short in self._places for short in (full.rsplit(maxsplit=1)[-1], full.split(maxsplit=1)[0]) if short != full
        )

    def often_named(self) -> str | None:
        """The company or the like that the article is about: named twice as often as any other of one word."""
        counts = Counter(name.text for name in self._facts.names if self._may_be_company(name))
        top = counts.most_common(2)
        lead = bool(top) and top[0][1] >= _OFTEN and (len(top) == 1 or top[0][1] >= 2 * top[1][1])
        return top[0][0] if lead else None

    def _may_be_company(self, name: Name) -> bool:
        if len(name.tokens) > 1 or name.title or name.text.isupper() or name.text in FUNCTION_WORDS:
            return False
        low, open_ = name.text, self._facts.text[max(0, name.span[0] - 2) : name.span[0]]
        begins = not open_ or open_[0] in '.!?\n”"' or open_[-1] in '“"\n'
        place = low in COUNTRIES or low in DEMONYMS or kind_of(low) not in ("person", "organisation")
        return not (begins or place or self.may_be_person(low))

    def is_short(self, name: str) -> bool:
        """Whether somebody named in full is called ``name``."""
        return name in self._by_short

    def may_be_person(self, name: str) -> bool:
        """Whether anything in the article speaks for a single word being somebody's name: people are introduced by
        full name, office or age, where companies and bands are not."""
        if name in self._by_short or pronoun_of(name) or name in self._titled or name in self._pronouns:
            return True
        places = self._places.get(name, [])
        return any(one.title or self._tied(one) or self._told_person(one.span) for one in places)

    def _told_person(self, span: Span) -> bool:
        text = self._facts.text
        before = text[max(0, span[0] - 30) : span[0]].rstrip().rsplit(maxsplit=1)[-1:]
        if _PRONOUN_NEAR.match(text, span[1]):
            return True
        return _OF_PERSON.match(text, span[1]) is not None or (bool(before) and before[0].lower() in nouns.ROLES)

    def _tied(self, name: Name) -> bool:
        """Whether a noun for a person stands before a single name: "her brother Tomas"."""
        low = max(0, name.span[0] - 30)
        before = self._facts.text[low : name.span[0]].split()
        tied = len(before) > 1 and before[-1] in nouns.ROLES and before[-2] in _TIES
        return tied and self._facts.text[name.span[0] - 1] == " "

    def first_place(self, full: str) -> int:
        """Where a person first comes up, by the full name or a short one."""
        found = [one.span[0] for one in self._places.get(full, [])[:1]]
        found += [one.span[0] for one in self._places.get(full.rsplit(maxsplit=1)[-1], [])[:1]]
        return min(found, default=len(self._facts.text))

    def last_place(self, full: str, before: int) -> int:
        """Where a person last comes up before a position, by the full name or the last of it; -1 nowhere."""
        found = [one.span[0] for key in (full, full.rsplit(maxsplit=1)[-1]) for one in self._places.get(key, [])]
        return max((place for place in found if place < before), default=-1)

    def person(self, name: str, *, title: str = "", span: Span | None = None) -> Mention:
        """The person that ``name`` is, by full name and office; ``title`` is the words before it, "Mrs." among them."""
        full = self.full_name(name, told_by_title(title[:8].split(" ", maxsplit=1)[0]))
        return replace(self.introduction(full), name=full, span=span)

    def introduction(self, full: str) -> Mention:
        """The mention that introduces a person with an office: the first that has one."""
        if full not in self._introduced:
            self._introduced[full] = self._introduce(full) or Mention(name=full, kind="person", anonymity="named")
        return self._introduced[full]

    def _introduce(self, full: str) -> Mention | None:
        for name in self._places.get(full, [])[:_INTRODUCTIONS]:
            span = self._introducing_span(name)
            found = read_mention(self._facts.text, [span])
            if found.role or found.affiliation:
                return found
        return None

    def _introducing_span(self, name: Name) -> Span:
        """A name with the office before it and the apposition after it."""
        text, sentence = self._facts.text, self._facts.sentence_at(name.span[0])
        start = name.span[0]
        while start > sentence[0]:
            word = text[sentence[0] : start].rstrip().rsplit(None, 1)[-1] if text[sentence[0] : start].strip() else ""
            if not word or word in FUNCTION_WORDS or word[-1] in ',;:”"' or not _belongs(word):
                break
            start = text.rindex(word, sentence[0], start)
        end = name.span[1]
        if text[end : end + 2] in (", ", " f", " o"):
            stop = min(sentence[1], end + _INTRODUCTION)
            end = _apposition_end(text, end, stop)
            if end == name.span[1]:
                end = self._belonging_end(end)
        return start, end

    def _belonging_end(self, end: int) -> int:
        """Where "of Corvia" ends after a name, or ``end``."""
        for name in self._facts.names_in((end, end + 12)):
            if self._facts.text[end : name.span[0]].split() in (["of"], ["from"], ["of", "the"], ["from", "the"]):
                after = self._facts.text[name.span[0] : name.span[0] + _INTRODUCTION]
                return name.span[0] + end_of_body(after, list(find_names(after)))
        return end

    def by_role(self, head: str, before: int) -> list[str]:
        """The people introduced before a position with an office whose last word is ``head``, in order."""
        found: list[str] = []
        for full in self._people:
            earlier = self._places[full][0].span[0] < before
            if earlier and (self.introduction(full).role or "").lower().split()[-1:] == [head]:
                found.append(full)
        return found


def _plain(name: str) -> str:
    """Without the marks on its letters, as a hurried writer spells it the second time."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def _belongs(word: str) -> bool:
    """Whether a word before a name is part of the office that introduces its bearer."""
    bare = word.rstrip(".").lower()
    return word[0].isupper() or bare in nouns.ROLES or bare in nouns.OUTLET or bare in nouns.OFFICE_WORDS


def _apposition_end(text: str, start: int, stop: int) -> int:
    if text[start] != ",":
        comma = text.find(",", start, stop)
        return comma if comma > 0 else start
    comma = text.find(",", start + 1, stop)
    return comma if comma > 0 else start


def told_by_title(title: str | None) -> Pronoun | None:
    """The pronoun that words of office tell, "Mrs." or "spokesman" among them."""
    words = {word.rstrip(".").lower() for word in (title or "").split()}
    if words & nouns.HE_TITLES:
        return "he"
    return "she" if words & nouns.SHE_TITLES else None


def _merged(choices: list[str]) -> list[str]:
    """Without those that another of them contains: "Anna Feld" and "Anna B. Feld" are one."""
    whole = [re.sub(r"\s(?:Jr|Sr)\.?\Z", "", c).split() for c in choices]
    ends = {(tokens[0], tokens[-1]) for tokens in whole}
    return [max(choices, key=len)] if len(ends) == 1 else choices
