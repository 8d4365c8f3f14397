"""Whom a definite description means: "the minister", "the broadcaster", "the company", "the 34-year-old".

Known is who has spoken before, and what the article calls the people and bodies that it names. A description that
fits two is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from twosource.attribute.antecedents import Antecedents
from twosource.attribute.bearers import Bearers, fits
from twosource.attribute.cast import Cast
from twosource.attribute.phrase import Phrase, part
from twosource.language import nouns
from twosource.language.facts import Facts
from twosource.language.words import words
from twosource.records import Kind, Mention

DEFINITE = re.compile(r"\A(?:the|that|this)\s+", re.IGNORECASE)
_TAIL = re.compile(r"\s*(?:(?:of|for|at|from)\s(?:the\s)?[A-Z][^,.;]*|\s*)[,.]?\Z")
_OTHER = words("other second third first latter former's same only last next new")
_GROUP_NOUNS = words("group company organization organisation firm body")
_AGED = re.compile(r"\d{1,3}-year-old\Z")


class Definite:
    """Descriptions of one article."""

    def __init__(self, facts: Facts, cast: Cast, antecedents: Antecedents) -> None:
        self._facts = facts
        self._cast = cast
        self._antecedents = antecedents
        self._bearers = Bearers(facts, cast)

    def resolve(self, mention: Mention, text: str, position: int) -> Mention:
        """Who in the article is described by ``text``, or ``mention``, which is what its own words tell."""
        phrase = part(text)
        bare = DEFINITE.sub("", phrase.core).split()
        if not bare or not _TAIL.match(phrase.tail) or _OTHER & {word.lower() for word in bare}:
            return mention
        if _AGED.match(bare[-1]):
            name = self._bearers.of_age(bare[-1])
            return self._cast.person(name) if name else mention
        return self._headed(mention, bare, phrase, position)

    def _headed(self, mention: Mention, bare: Sequence[str], phrase: Phrase, position: int) -> Mention:
        head, mods = phrase.head, [re.sub(r"['’]s?\Z", "", word) for word in bare[:-1]]
        news = self._news_kinds(head, mods)
        if news:
            return self._antecedents.last(position, news, sentences=8) or self._body(mention, head, mods, position)
        if mention.kind in ("government", "organisation") or head in nouns.COMPANY:
            return self._body(mention, head, mods, position)
        if mention.kind == "person":
            belongs = (mention.affiliation or "").split() if phrase.tail.strip() else []
            return self._by_office(mention, head, [*mods, *belongs], position)
        return mention

    def _news_kinds(self, head: str, mods: Sequence[str]) -> tuple[Kind, ...]:
        """The kinds of publisher that the noun may mean: none where it is no publisher's."""
        if head == "agency" and (not mods or mods[-1].lower() == "news"):
            return ("agency",)
        if head in nouns.OUTLET | {"wire", "newswire"}:
            return ("outlet", "agency")
        return ()

    def _body(self, mention: Mention, head: str, mods: Sequence[str], position: int) -> Mention:
        lower = tuple(word.lower() for word in mods)
        found = self._cast.named_bodies.described(head, lower, position)
        if found:
            return Mention(name=found[0], kind=found[1], anonymity="named", affiliation=mention.affiliation)
        last = self._antecedents.last(position, ("organisation", "government"), sentences=3)
        if last is None or last.name is None or mods or self._rivals(head, position):
            return mention
        return last if head in _GROUP_NOUNS or last.name.lower().split()[-1] == head else mention

    def _rivals(self, head: str, position: int) -> bool:
        """Whether several bodies of the article could be meant."""
        return self._cast.named_bodies.count(head, position) > 1

    def _by_office(self, mention: Mention, head: str, mods: Sequence[str], position: int) -> Mention:
        """Who spoke last with that office, or the one person whom the article calls so: before it, or at all."""
        for spoken in reversed(self._antecedents.before(position)):
            if spoken.mention.kind == "person" and fits(head, mods, spoken.mention):
                return spoken.mention
        names = self._bearers.described(head, mods)
        before = [name for name in names if self._cast.first_place(name) < position]
        chosen = before or names
        return self._cast.person(chosen[0]) if len(chosen) == 1 else mention

    def headline(self, mention: Mention, position: int) -> Mention:
        """The one bearer of an office that the first line names without an article: "Minister says dam was safe"."""
        if mention.kind != "person" or not mention.role or self._facts.sentence_number(position):
            return mention
        role = mention.role.lower().split()
        names = self._bearers.described(role[-1], role[:-1])
        return replace(self._cast.person(names[0]), span=mention.span) if len(names) == 1 else mention
