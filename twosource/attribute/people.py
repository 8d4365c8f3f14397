"""The people of an article as a reader meets them: named, told by a noun, or meant by a pronoun already read."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from twosource.attribute.cast import Cast, told_by_title
from twosource.attribute.nesting import Nesting
from twosource.language import nouns
from twosource.language.facts import Facts
from twosource.language.givennames import Pronoun
from twosource.language.names import Name
from twosource.language.words import words
from twosource.records import Relation, Span

Form = Literal["full", "short", "noun", "pronoun"]

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*", re.IGNORECASE)
_PERSON_NOUNS = nouns.ROLES - words("source major chief general secretary fellow whip counsel")
_DETERMINERS = words("a an the his her their my our your this that another one ’s 's s")
_NO_VERB = words(
    """and or but of in on at by for from with to as than that who which whose when while where because if after
    before since until into over under about against during through between the a an his her their its"""
)
_AFTER = re.compile(r"(?:\s+(?:[a-z]+ly\s+)?|,\s+(?=[a-z]+ed\b))([a-z]+)")
_APPOSITION = re.compile(r",[^,.;:“”\"]{3,80},\s+([a-z]+)")
_LISTED = re.compile(r"\sand\s[A-Z]")
_INTRODUCES = re.compile(r"(?:\s(?:of|for|from|at|in|and)\s[^,.;:“”\"()]{1,60})?,?\s|,?\s")
_PREDICATE = re.compile(r"\b(?:is|was|are|were|be|been|as|became|become|remains?|being)\s\Z")
"""Before a noun that says what somebody is: "she was a candidate" names nobody else."""
_HEAD = 30
"""Characters at the head of a sentence in which its subject begins."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A person at a place. ``key`` is the full name, or ``#`` and a position for somebody without one."""

    span: Span
    key: str
    form: Form
    sentence: int
    gender: Pronoun | None
    subject: bool
    first: bool
    possessive: bool
    listed: bool
    speaker: int | None
    """The number of the relation whose source it stands in."""
    quotation: int | None
    """Where the quotation begins that it stands in."""

    @property
    def named(self) -> bool:
        """Whether ``key`` is a name."""
        return not self.key.startswith("#")


class People:
    """Finds the named and described people of one article, in order; sources tell who of them speaks."""

    def __init__(self, facts: Facts, cast: Cast, relations: Sequence[Relation]) -> None:
        self.facts = facts
        self.cast = cast
        self.nesting = Nesting(relations)
        self._sources = sorted((span, n) for n, one in enumerate(relations) for span in one.source)
        self._starts = [span[0] for span, _ in self._sources]

    def seen(self) -> list[Seen]:
        """Every person named or told by a noun."""
        found = [self._named(name) for name in self.facts.names if self.cast.is_person(name)]
        taken = [one.span for one in found]
        found += self._described(taken)
        return sorted(found, key=lambda one: one.span)

    def at(self, span: Span, key: str, form: Form, gender: Pronoun | None) -> Seen:
        """The person ``key`` at ``span``, with what the place tells."""
        text, number = self.facts.text, self.facts.sentence_number(span[0])
        quotation = self.facts.quotation_at(span[0])
        return Seen(
            span=span,
            key=key,
            form=form,
            sentence=number,
            gender=gender,
            subject=_is_subject(text, span[1]),
            first=span[0] - self.facts.sentences[number][0] < _HEAD,
            possessive=text[span[1] : span[1] + 2] in ("'s", "’s") or text[slice(*span)].lower() in ("his", "her"),
            listed=_LISTED.match(text, span[1]) is not None or text[max(0, span[0] - 5) : span[0]] == " and ",
            speaker=self.source_at(span[0]),
            quotation=quotation.span[0] if quotation else None,
        )

    def source_at(self, position: int) -> int | None:
        """The number of the relation whose source holds ``position``."""
        place = bisect_right(self._starts, position) - 1
        if place < 0 or position >= self._sources[place][0][1]:
            return None
        return self._sources[place][1]

    def _named(self, name: Name) -> Seen:
        told = told_by_title(name.title)
        full = self.cast.full_name(name.text, told)
        form: Form = "full" if " " in name.text else "short"
        return self.at(name.span, full, form, told or self.cast.pronoun(full))

    def _described(self, taken: Sequence[Span]) -> Iterator[Seen]:
        """Nouns for one person with a determiner: "a woman at the gate", "his lawyer"; not those beside a name."""
        starts = [span[0] for span in taken]
        before: list[re.Match[str]] = []
        for word in _WORD.finditer(self.facts.text):
            if word[0].lower() in _PERSON_NOUNS and (start := _determined(self.facts.text, before, word)) is not None:
                span = start, word.end()
                if _PREDICATE.search(self.facts.text, max(0, start - 10), start):
                    continue
                if not self._beside(span, taken, starts):
                    yield self._noun(span, word[0].lower())
            before = [*before[-3:], word]

    def _noun(self, span: Span, head: str) -> Seen:
        gender: Pronoun | None = "he" if head in nouns.HE_TITLES else "she" if head in nouns.SHE_TITLES else None
        definite = self.facts.text[span[0] : span[0] + 4].lower() == "the "
        bearers = self.cast.by_role(head, span[0]) if definite else []
        if len(bearers) == 1 and self.cast.pronoun(bearers[0]) in (None, gender or self.cast.pronoun(bearers[0])):
            return self.at(span, bearers[0], "noun", gender or self.cast.pronoun(bearers[0]))
        return self.at(span, f"#{span[0]}", "noun", gender)

    def _beside(self, span: Span, taken: Sequence[Span], starts: Sequence[int]) -> bool:
        """Whether a name stands right before or after, for which the noun is an apposition or a title."""
        text, place = self.facts.text, bisect_left(starts, span[1])
        after = place < len(taken) and _INTRODUCES.fullmatch(text, span[1], taken[place][0]) is not None
        before = place > 0 and text[taken[place - 1][1] : span[0]].strip() == ","
        inside = place > 0 and taken[place - 1][1] > span[0] and taken[place - 1][1] >= span[1]
        return after or before or inside


def _determined(text: str, before: Sequence[re.Match[str]], word: re.Match[str]) -> int | None:
    """Where the noun phrase begins that ``word`` heads, if a determiner opens it and ``word`` ends it."""
    follow = text[word.end() : word.end() + 2]
    if follow[:1] == "-" or follow in ("'s", "’s"):
        return None
    for earlier in reversed(before):
        between = text[earlier.end() : word.start()]
        if any(c in ',.;:()“”"\n' for c in between):
            return None
        if earlier[0].lower() in _DETERMINERS:
            return earlier.start()
        if earlier[0].lower() in _NO_VERB:
            return None
    return None


def _is_subject(text: str, end: int) -> bool:
    """Whether a verb follows, as far as the next word tells; an apposition may stand between."""
    match = _AFTER.match(text, end) or _APPOSITION.match(text, end)
    return match is not None and match[1] not in _NO_VERB
