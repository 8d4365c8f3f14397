"""Mentions to the fullest name in the article: pronouns, short names, offices, descriptions. Unknown stays unknown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from twosource.attribute.antecedents import Antecedents
from twosource.attribute.cast import Cast
from twosource.attribute.nesting import Nesting
from twosource.attribute.phrase import without_possessive
from twosource.attribute.who import read_mention
from twosource.language.facts import Facts
from twosource.language.givennames import Pronoun
from twosource.language.words import words
from twosource.records import Kind, Mention, Relation, Span

_HE, _SHE = words("he him his himself"), words("she her hers herself")
_NEUTER = words("it its itself")
_PLURAL = words("they them their theirs themselves both")
_SINGULAR_FIRST, _PLURAL_FIRST = words("i me my mine myself"), words("we us our ours ourselves")
_RELATIVE = words("who which that whose whom")
_VAGUE = words(
    """some many others most few several all everyone everybody people you anyone someone another those one"""
)
_GROUP_NOUNS = words("group company organization organisation firm")
_DEFINITE = re.compile(r"\A(?:the|that|this)\s+", re.IGNORECASE)
_POSSESSOR = re.compile(r"\A(his|her|its|their|my|our)\s+(.+)\Z", re.IGNORECASE | re.DOTALL)
_CONTRACTED = re.compile(r"['’](?:s|re|ve|d|ll|m)\Z")
_STARTS = r"(?:the|an?|two|three|some|many|several|one|other|those)\s"
_BEFORE_RELATIVE = re.compile(rf"(?:\b{_STARTS}+)?(?:[\w’'.-]+\s+){{0,4}}[\w’'.-]+\s*,?\s*\Z")
_BEFORE_START = re.compile(rf"(?<=\s)(?={_STARTS})")
_REACH = 90
"""Characters before a relative pronoun in which the noun phrase that it hangs on begins."""


class Mentions:
    """Resolves the sources of one article, which must be given in the order in which they stand in it."""

    def __init__(self, facts: Facts, relations: Sequence[Relation]) -> None:
        self.facts = facts
        self.cast = Cast(facts)
        self.nesting = Nesting(relations)
        self._antecedents = Antecedents(facts, self.cast)
        self._relations = relations
        self._by_relation: dict[int, Mention] = {}

    def resolve(self, spans: Sequence[Span], *, number: int | None = None) -> Mention:
        """The mention at ``spans`` with its fullest name; ``number`` is that of the relation whose source it is."""
        mention = replace(self._resolve(spans), span=spans[0])
        self._antecedents.add(spans[0][0], mention)
        if number is not None:
            self._by_relation[number] = mention
        return mention

    def _resolve(self, spans: Sequence[Span]) -> Mention:
        text = " ".join(self.facts.text[s:e] for s, e in spans).strip(" ,.:;")
        word = _CONTRACTED.sub("", text.lower())
        if " " not in word and (found := self._pronoun(word, spans[0][0])):
            return found
        if match := _POSSESSOR.match(text):
            return self._possessed(match, spans)
        return self._widest(read_mention(self.facts.text, spans), text, spans[0][0])

    def _pronoun(self, word: str, position: int) -> Mention | None:
        """Whom a word that names nobody by itself stands for; ``None`` for any other word."""
        if word in _HE | _SHE:
            pronoun: Pronoun = "he" if word in _HE else "she"
            return self._antecedents.person(position, pronoun) or _unknown("person")
        if word in _NEUTER:
            return self._antecedents.body(position) or _unknown("organisation")
        if word in _PLURAL:
            return self._antecedents.group(position) or _unknown("collective")
        if word in _RELATIVE:
            return self._hung_on(position) or _unknown("person")
        if word in _SINGULAR_FIRST | _PLURAL_FIRST:
            return self._first_person(position) or _unknown("collective" if word in _PLURAL_FIRST else "person")
        return _unknown("collective") if word in _VAGUE else None

    def _widest(self, mention: Mention, text: str, position: int) -> Mention:
        """``mention`` with its full name, and the office that the article gives elsewhere."""
        if mention.kind == "organisation" and mention.name and self.cast.full_name(mention.name) != mention.name:
            mention = replace(mention, kind="person")
        if mention.kind == "person" and mention.name:
            known = self.cast.person(mention.name, title=text, span=mention.span)
            role, affiliation = mention.role or known.role, mention.affiliation or known.affiliation
            return replace(known, role=role, affiliation=affiliation)
        if mention.name is None and _DEFINITE.match(text) and mention.anonymity != "unnamed":
            return self._definite(mention, _DEFINITE.sub("", without_possessive(text)).lower().split(), position)
        return mention

    def _definite(self, mention: Mention, described: Sequence[str], position: int) -> Mention:
        """ "The minister", "the broadcaster", "the company": who in the article is described so."""
        head = described[-1] if described else ""
        if mention.kind == "person":
            return self._by_office(mention, head, position)
        if mention.kind in ("outlet", "agency"):
            return self._antecedents.last(position, ("outlet", "agency"), sentences=8) or mention
        if mention.kind not in ("government", "organisation"):
            return mention
        bodies = self.cast.bodies(head)
        if len(bodies) == 1:
            return replace(mention, name=bodies[0], anonymity="named")
        last = self._antecedents.last(position, ("organisation", "government"), sentences=3)
        if last is None or last.name is None or len(described) > 1:
            return mention
        return last if head in _GROUP_NOUNS or last.name.lower().split()[-1] == head else mention

    def _by_office(self, mention: Mention, head: str, position: int) -> Mention:
        """Who spoke last with that office, or the one person whom the article introduces with it."""
        for spoken in reversed(self._antecedents.before(position)):
            same_body = not mention.affiliation or spoken.mention.affiliation in (None, mention.affiliation)
            if same_body and (spoken.mention.role or "").lower().split()[-1:] == [head]:
                return spoken.mention
        people = [self.cast.introduction(name) for name in self.cast.by_role(head, position)]
        if mention.affiliation:
            people = [person for person in people if person.affiliation == mention.affiliation]
        return people[0] if len(people) == 1 else mention

    def _possessed(self, match: re.Match[str], spans: Sequence[Span]) -> Mention:
        """ "His spokeswoman", "their lawyer": somebody whose name is not given, who belongs to who is meant."""
        start = spans[0][0]
        owner = self._pronoun(match[1].lower(), start)
        mention = read_mention(self.facts.text, [(start + len(match[1]), spans[0][1]), *spans[1:]])
        if mention.kind == "person" and mention.name:
            return self._widest(mention, match[2], start)
        return replace(mention, affiliation=mention.affiliation or (owner.name if owner else None))

    def _hung_on(self, position: int) -> Mention | None:
        """The noun phrase that a relative pronoun hangs on: the name or the described person right before it."""
        low = max(self.facts.sentence_at(position)[0], position - _REACH)
        before = self.facts.text[low:position]
        end = low + len(before.rstrip(" ,("))
        names = [n for n in self.facts.names_in((low, position)) if n.span[1] == end]
        match = _BEFORE_RELATIVE.search(before)
        if names:
            return self._widest(read_mention(self.facts.text, [names[-1].span]), "", position)
        if not match or low + match.start() >= end:
            return None
        start = end - len(_BEFORE_START.split(self.facts.text[low + match.start() : end])[-1])
        found = read_mention(self.facts.text, [(start, end)])
        if not (found.role or found.name or found.kind == "collective"):
            return None
        return self._widest(found, self.facts.text[start:end], position)

    def _first_person(self, position: int) -> Mention | None:
        """The speaker of the quotation that "I" or "we" stands in; the writer outside of any."""
        if self.facts.quotation_at(position) is None:
            authors = self.facts.article.authors
            return Mention(name=authors[0] if len(authors) == 1 else None, kind="author", anonymity="named")
        holders = self.nesting.holders((position, position + 1))
        others = [n for n in holders if self._relations[n].source[0][0] != position]
        if not others:
            return None
        number = min(others, key=holders.__getitem__)
        return self._by_relation.get(number) or read_mention(self.facts.text, self._relations[number].source)


def _unknown(kind: Kind) -> Mention:
    """Somebody whom the article names, as pronouns mostly stand for, but who that is cannot be told; or a group."""
    return Mention(name=None, kind=kind, anonymity="collective" if kind == "collective" else "named")
