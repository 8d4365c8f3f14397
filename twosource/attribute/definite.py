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
from twosource.attribute.cast import Cast, told_by_title
from twosource.attribute.phrase import Phrase, country, part
from twosource.language import nouns
from twosource.language.facts import Facts
from twosource.language.words import words
from twosource.records import Kind, Mention

DEFINITE = re.compile(r"\A(?:the|that|this)\s+", re.IGNORECASE)
_TAIL = re.compile(r"\s*(?:(?:of|for|at|from|in)\s(?:the\s)?[A-Z][^,.;]*|,\s\d\d|\s*)[,.]?\Z")
_OTHER = words("other second third first latter former's same only last next new")
_GROUP_NOUNS = words("group company organization organisation firm body")
_TRADES = words(
    """actress actor comedian comic model singer rapper musician songwriter artist painter sculptor photographer
    designer author writer novelist poet columnist blogger director filmmaker producer host presenter anchor star
    player driver racer striker goalkeeper midfielder quarterback pitcher golfer boxer runner swimmer athlete champion
    legend coach manager billionaire millionaire mogul tycoon businessman businesswoman entrepreneur investor activist
    advocate campaigner politician democrat republican teenager teen scientist researcher professor academic historian
    economist physicist astronaut chef dancer rider skier cyclist captain"""
)
"""What somebody is by trade: news varies a name by it without having told it before."""
_NO_COMPANY = words(
    """Union Unions Party University Association Federation League Committee Council Commission Board Observatory Church
    Foundation Ministry Department Court Police Parliament Senate Congress Coalition Movement Front"""
)
"""Words in the name of a body that nobody calls a company."""
_LATELY = 8
"""Sentences back in which who spoke may be meant by a trade."""
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
        if head == "network":
            return ("outlet", "organisation")
        return ()

    def _body(self, mention: Mention, head: str, mods: Sequence[str], position: int) -> Mention:
        lower = tuple(word.lower() for word in mods)
        found = self._cast.named_bodies.described(head, lower, position)
        if found:
            state = country(found[0]) if found[1] == "government" else None
            return Mention(name=found[0], kind=found[1], anonymity="named", affiliation=mention.affiliation or state)
        if head in nouns.COMPANY and not mods and (company := self._company(position)):
            return company
        last = self._antecedents.last(position, ("organisation", "government"), sentences=3)
        if last is None or last.name is None or mods or self._rivals(head, position):
            return mention
        if head in nouns.COMPANY and not _may_be_company(last):
            return mention
        return last if head in _GROUP_NOUNS or last.name.lower().split()[-1] == head else mention

    def _company(self, position: int) -> Mention | None:
        """The one organisation that has spoken before, or that spoke last in the sentences right before."""
        spoken = [s.mention for s in self._antecedents.before(position) if _may_be_company(s.mention)]
        if len({mention.name for mention in spoken}) == 1:
            return spoken[-1]
        if spoken:
            last = self._antecedents.last(position, ("organisation",), sentences=2)
            return last if last and _may_be_company(last) else None
        often = self._cast.often_named()
        return Mention(name=often, kind="organisation", anonymity="named") if often else None

    def _rivals(self, head: str, position: int) -> bool:
        """Whether several bodies of the article could be meant."""
        return self._cast.named_bodies.count(head, position) > 1

    def _by_office(self, mention: Mention, head: str, mods: Sequence[str], position: int) -> Mention:
        """Who spoke last with that office, or the one person whom the article calls so: before it, or at all."""
        for spoken in reversed(self._antecedents.before(position)):
            if spoken.mention.kind == "person" and fits(head, mods, spoken.mention):
                later = self._named_since(spoken.mention, head, mods, position)
                return self._cast.person(later) if later else spoken.mention
        names = self._bearers.described(head, mods)
        before = [name for name in names if self._cast.first_place(name) < position]
        chosen = before or names
        if not names and head in _TRADES and not mention.affiliation and not any(mod[:1].isupper() for mod in mods):
            chosen = self._told_of(head, position)
        return self._cast.person(chosen[0]) if len(chosen) == 1 else mention

    def _named_since(self, spoken: Mention, head: str, mods: Sequence[str], position: int) -> str | None:
        """The one other bearer of the office who came up after the last mention of who spoke with it."""
        if spoken.name is None:
            return None
        last = self._cast.last_place(spoken.name, position)
        others = [n for n in self._bearers.described(head, mods) if n != spoken.name]
        since = [name for name in others if self._cast.last_place(name, position) > last]
        return since[0] if len(since) == 1 else None

    def _told_of(self, head: str, position: int) -> list[str]:
        """The people whom a trade that the article gives to nobody may stand for: "the actress" said by one of them.

        Those who have spoken shortly before, or else all who are named before.
        """
        floor = self._facts.sentences[max(self._facts.sentence_number(position) - _LATELY, 0)][0]
        spoken = [s.mention for s in self._antecedents.before(position) if s.position >= floor]
        people = [m.name for m in spoken if m.kind == "person" and m.name and not m.role]
        if not people:
            named = (name for name in self._facts.names_in((0, position)) if self._cast.is_person(name))
            people = [self._cast.full_name(name.text, told_by_title(name.title)) for name in named]
        told = told_by_title(head)
        fitting = (name for name in people if told is None or self._cast.pronoun(name) in (told, None))
        return list(dict.fromkeys(fitting))

    def _is_police(self, mention: Mention) -> bool:
        return mention.span is not None and self._facts.text[slice(*mention.span)].strip(" ,").lower() == "police"

    def headline(self, mention: Mention, position: int) -> Mention:
        """Who is meant by one word without an article: the bearer of an office in the first line, or named police."""
        if mention.kind == "government" and mention.anonymity == "collective":
            found = self._cast.named_bodies.described("police", (), position) if self._is_police(mention) else None
            return Mention(name=found[0], kind=found[1], anonymity="named") if found else mention
        if mention.kind != "person" or not mention.role or self._facts.sentence_number(position):
            return mention
        role = mention.role.lower().split()
        names = self._bearers.described(role[-1], role[:-1])
        return replace(self._cast.person(names[0]), span=mention.span) if len(names) == 1 else mention


def _may_be_company(mention: Mention) -> bool:
    return mention.kind == "organisation" and mention.name is not None and not _NO_COMPANY & set(mention.name.split())
