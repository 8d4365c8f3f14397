"""Mentions to the fullest name in the article: pronouns, short names, offices, descriptions. Unknown stays unknown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from twosource.attribute.antecedents import Antecedents
from twosource.attribute.cast import Cast
from twosource.attribute.definite import DEFINITE, Definite
from twosource.attribute.groups import TWO, Groups
from twosource.attribute.nesting import Nesting
from twosource.attribute.people import People
from twosource.attribute.phrase import without_possessive
from twosource.attribute.ranker import Ranker
from twosource.attribute.who import read_mention
from twosource.language.facts import Facts
from twosource.language.givennames import Pronoun
from twosource.language.kinds import kind_of
from twosource.language.names import FUNCTION_WORDS
from twosource.language.places import COUNTRIES, SEATS
from twosource.language.words import words
from twosource.records import Anonymity, Kind, Mention, Relation, Span

_HE, _SHE = words("he him his himself"), words("she her hers herself")
_NEUTER = words("it its itself")
_PLURAL = words("they them their theirs themselves both")
_SINGULAR_FIRST, _PLURAL_FIRST = words("i me my mine myself"), words("we us our ours ourselves")
_RELATIVE = words("who which that whose whom")
_VAGUE = words(
    """some many others most few several all everyone everybody people you anyone someone another those one"""
)
_MONITORING = re.compile(
    r"\A(?:[Aa]n?|[Tt]he)\s(?:[\w-]+-based\sgroup|(?:[\w-]+\s){0,2}(?:monitoring\s(?:group|organi[sz]ation)|monitor|"
    r"watchdog|Observatory\stoll))\b"
)
_ONE_OF = re.compile(r"\A[Oo]ne\sof\s[^,.;]{3,80},\s([A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,3})\Z")
_OWNED = re.compile(r"(.+?)['’]s\s(?=[a-z])")
_POSSESSOR = re.compile(r"\A(his|her|its|their|my|our)\s+(.+)\Z", re.IGNORECASE | re.DOTALL)
_CONTRACTED = re.compile(r"['’](?:s|re|ve|d|ll|m)\Z")
_STARTS = r"(?:the|an?|two|three|some|many|several|one|other|those)\s"
_BEFORE_RELATIVE = re.compile(rf"(?:\b{_STARTS}+)?(?:[\w’'.-]+\s+){{0,4}}[\w’'.-]+\s*,?\s*\Z")
_BEFORE_START = re.compile(rf"(?<=\s)(?={_STARTS})")
_CLAUSE = re.compile(
    r"(?:When|As|While|After|Before|In|If|Since|Once|Asked|Despite|At|During|With|On|Although|Though)\s"
)
_CLAUSE_HEAD = 40
"""Characters from the start of a sentence in which the pronoun of its first clause stands."""
AGREED = 0.5
"""Least share of the ranker's answer where the rules give the same: on GUM's training documents 41 of 55 such are
right."""
_REACH = 90
"""Characters before a relative pronoun in which the noun phrase that it hangs on begins."""


class Mentions:
    """Resolves the sources of one article, which must be given in the order in which they stand in it."""

    def __init__(self, facts: Facts, relations: Sequence[Relation], *, ranked: bool = True) -> None:
        """``ranked`` is whether "he" and "she" are read by the trained ranker or by rule."""
        self.facts = facts
        self._ranked = ranked
        self.cast = Cast(facts)
        self.nesting = Nesting(relations)
        self._antecedents = Antecedents(facts, self.cast)
        self._definite = Definite(facts, self.cast, self._antecedents)
        self._groups = Groups(facts, self.cast)
        self._relations = relations
        self._by_relation: dict[int, Mention] = {}

    def resolve(self, spans: Sequence[Span], *, number: int | None = None) -> Mention:
        """The mention at ``spans`` with its fullest name; ``number`` is that of the relation whose source it is."""
        mention = self.meant(spans)
        self._antecedents.add(spans[0][0], mention)
        if number is not None:
            self._by_relation[number] = mention
        return mention

    def meant(self, spans: Sequence[Span]) -> Mention:
        """The mention at ``spans`` with its fullest name, which is not remembered as somebody who spoke."""
        return replace(self._resolve(spans), span=spans[0])

    def _word(self, spans: Sequence[Span]) -> str:
        text = " ".join(self.facts.text[s:e] for s, e in spans).strip(" ,.:;")
        return _CONTRACTED.sub("", text.lower())

    def _resolve(self, spans: Sequence[Span]) -> Mention:
        text = " ".join(self.facts.text[s:e] for s, e in spans).strip(" ,.:;")
        word = self._word(spans)
        if " " not in word and (found := self._pronoun(word, spans[0][0])):
            return found
        if listed := self._groups.listed((spans[0][0], spans[-1][1])) if " and " in text or " as " in text else None:
            return listed
        if match := TWO.fullmatch(text):
            return self._groups.two(spans[0][0], match[1]) or _unknown("collective")
        if match := _ONE_OF.match(text):
            return self.cast.person(match[1])
        if match := _POSSESSOR.match(text):
            return self._possessed(match, spans)
        return self._widest(read_mention(self.facts.text, spans), text, spans[0][0])

    def _pronoun(self, word: str, position: int) -> Mention | None:
        """Whom a word that names nobody by itself stands for; ``None`` for any other word."""
        if word in _HE | _SHE:
            pronoun: Pronoun = "he" if word in _HE else "she"
            return self._person(position, pronoun) or _unknown("person")
        if word in _NEUTER:
            return self._antecedents.body(position) or _unknown("organisation")
        if word in _PLURAL:
            return self._antecedents.group(position) or _unknown("collective")
        if word in _RELATIVE:
            return self._hung_on(position) or _unknown("person")
        if word in _SINGULAR_FIRST | _PLURAL_FIRST:
            return self._first_person(position) or _unknown("collective" if word in _PLURAL_FIRST else "person")
        return _unknown("collective") if word in _VAGUE else None

    @cached_property
    def _ranker(self) -> Ranker:
        return Ranker(People(self.facts, self.cast, self._relations))

    def _person(self, position: int, pronoun: Pronoun) -> Mention | None:
        """Whom "he" or "she" stands for."""
        if not self._ranked:
            return self._antecedents.person(position, pronoun)
        if self._sources_start(position) and (speaker := self._antecedents.goes_on(position, pronoun)):
            return speaker
        seen, share = self._ranker.answer(position)
        by_rule = self._antecedents.person(position, pronoun) if seen and seen.named else None
        agreed = by_rule is not None and seen is not None and by_rule.name == seen.key and share >= AGREED
        if seen is None or not (agreed or share >= self._ranker.share):
            opened = self._antecedents.opened(position, pronoun) if self._sources_start(position) else None
            return opened or self._announced(position, pronoun)
        if seen.named:
            return self.cast.person(seen.key, span=seen.span)
        if self._sources_start(position) and (later := self._antecedents.spoke_since(seen.span[1], position, pronoun)):
            return later
        speaker = self._by_relation.get(seen.speaker) if seen.speaker is not None else None
        return speaker or read_mention(self.facts.text, [seen.span])

    @cached_property
    def _starts(self) -> frozenset[int]:
        return frozenset(one.source[0][0] for one in self._relations if one.source)

    def _sources_start(self, position: int) -> bool:
        return position in self._starts and self.facts.quotation_at(position) is None

    def _announced(self, position: int, pronoun: Pronoun) -> Mention | None:
        """The name that follows a clause at the head of a sentence: "When he spoke, Governor Paul Strand …"."""
        start, end = self.facts.sentence_at(position)
        if not _CLAUSE.match(self.facts.text, start) or position - start > _CLAUSE_HEAD:
            return None
        if any(self.cast.is_person(name) for name in self.facts.names_in((start, position))):
            return None
        name = next(iter(self.facts.names_in((position, end))), None)
        if name is None or not self.cast.is_person(name):
            return None
        known = self.cast.person(name.text, title=name.title or "", span=name.span)
        fitting = self.cast.pronoun(known.name or "") in (pronoun, None)
        return known if fitting and self.facts.text[name.start - 2 : name.start] == ", " else None

    def _widest(self, mention: Mention, text: str, position: int) -> Mention:
        """``mention`` with its full name, and the office that the article gives elsewhere."""
        mention = self._belonging(self._corrected(mention))
        if mention.kind == "person" and mention.name:
            known = self.cast.person(mention.name, title=text, span=mention.span)
            role, affiliation = mention.role or known.role, mention.affiliation or known.affiliation
            affiliation = self.cast.named_bodies.whole(affiliation) if affiliation else None
            return replace(known, role=role, affiliation=affiliation)
        if mention.name and mention.kind != "person" and (whole := self._whole(mention.name)) != mention.name:
            return replace(mention, name=whole, kind=self._kind_of(whole, mention.kind))
        if mention.name is None and _MONITORING.search(text) and (monitor := self.cast.named_bodies.monitor):
            return Mention(name=monitor, kind="organisation", anonymity="named")
        if mention.name is not None or mention.anonymity == "unnamed":
            return mention
        if DEFINITE.match(text):
            return self._definite.resolve(mention, without_possessive(text), position)
        return self._definite.headline(mention, position) if " " not in text else mention

    def _whole(self, name: str) -> str:
        """The fullest name of a body or a country in the article."""
        if name in COUNTRIES and f" {COUNTRIES[name]}" in self.facts.text:
            return COUNTRIES[name]
        return self.cast.named_bodies.whole(name)

    def _kind_of(self, name: str, kind: Kind) -> Kind:
        """The kind that the full name of a body tells, or that of the short one."""
        told = self.cast.named_bodies.told.get(name) or kind_of(name)
        return kind if told in ("person", "organisation") and kind != "person" else told

    def _corrected(self, mention: Mention) -> Mention:
        """``mention`` with the kind that the rest of the article tells, and no name that is none."""
        if mention.name is None:
            return mention
        name = self.facts.without_credit(mention.name)
        mention = replace(mention, name=name)
        if name in FUNCTION_WORDS or name.lower() in _VAGUE:
            return replace(mention, name=None, anonymity="unnamed")
        if (told := self.cast.named_bodies.told.get(name)) and not self.cast.is_short(name):
            return replace(mention, kind=told, role=None)
        if mention.kind == "person" and " " not in name and not mention.role and not self.cast.may_be_person(name):
            kind: Kind = "government" if kind_of(name) == "government" else "organisation"
            return replace(mention, kind=kind, affiliation=None)
        doubtful = mention.kind == "organisation" or (mention.kind == "government" and name in SEATS)
        if doubtful and self.cast.full_name(name) != name:
            return replace(mention, kind="person", affiliation=None)
        return mention

    def _belonging(self, mention: Mention) -> Mention:
        """``mention`` with the full name of who it belongs to: "Vell’s lawyers" are nobody by name."""
        match = _OWNED.match(mention.name) if mention.name and mention.kind != "person" else None
        if match and not (mention.kind == "government" and match[1] in COUNTRIES):
            anonymity: Anonymity = "collective" if mention.kind == "collective" else "role-only"
            mention = replace(mention, name=None, affiliation=match[1], anonymity=anonymity)
        if mention.name is None and mention.affiliation:
            whole = self.cast.full_name(mention.affiliation)
            whole = self.cast.named_bodies.whole(mention.affiliation) if whole == mention.affiliation else whole
            return replace(mention, affiliation=whole)
        return mention

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
        apposed = [n for n in self.facts.names_in((low, start)) if self.facts.text[n.span[1] : start] == ", "]
        if apposed and self.cast.is_person(apposed[-1]):
            return self.cast.person(apposed[-1].text, span=apposed[-1].span)
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
        source = self._relations[number].source
        if number not in self._by_relation and self._word(source) not in _SINGULAR_FIRST | _PLURAL_FIRST:
            return self.meant(source)
        return self._by_relation.get(number)


def _unknown(kind: Kind) -> Mention:
    """Somebody whom the article names, as pronouns mostly stand for, but who that is cannot be told; or a group."""
    return Mention(name=None, kind=kind, anonymity="collective" if kind == "collective" else "named")
