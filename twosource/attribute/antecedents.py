"""What a pronoun stands for, from who has spoken and who is named before it.

A personal pronoun takes the speaker of the nearest sentence that has one, else the first person named there: in news
the subject of one sentence is who the next goes on about (the preference for subjects of centering theory: Grosz,
Joshi & Weinstein 1995). Four sentences back nothing is said of who is meant, and a wrong name is worse than none.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field

from twosource.attribute.cast import Cast
from twosource.attribute.who import read_mention
from twosource.language import nouns
from twosource.language.facts import Facts
from twosource.language.givennames import Pronoun
from twosource.records import Kind, Mention, Span

_LOOK_BACK = 4
_REMEMBERED = 200
"""Speakers looked through before a position: the most that an article of PolNeAR has is 205."""
_BODIES: tuple[Kind, ...] = ("outlet", "agency", "organisation", "government", "document")
_GOES_ON = 3
"""Sentences over which a speaker goes on."""
_SUBJECT = 30
"""Characters at the head of a sentence in which its subject begins."""


@dataclass(order=True)
class Spoken:
    """A source already resolved, at its place in the article."""

    position: int
    mention: Mention = field(compare=False)


_NOBODY = Mention(name=None, kind="person", anonymity="unnamed")


class Antecedents:
    """The sources of an article as far as they are resolved, and whom a pronoun after them may stand for."""

    def __init__(self, facts: Facts, cast: Cast) -> None:
        self._facts = facts
        self._cast = cast
        self._spoken: list[Spoken] = []

    def add(self, position: int, mention: Mention) -> None:
        """Remember that the source at ``position`` is ``mention``."""
        insort(self._spoken, Spoken(position, mention))

    def before(self, position: int) -> list[Spoken]:
        """The sources before ``position``, in order."""
        last = bisect_left(self._spoken, Spoken(position, _NOBODY))
        return self._spoken[max(last - _REMEMBERED, 0) : last]

    def last(self, position: int, kinds: Sequence[Kind], *, sentences: int) -> Mention | None:
        """The last source of one of ``kinds`` within so many sentences before ``position``."""
        number = self._facts.sentence_number(position) - sentences
        floor = self._facts.sentences[max(number, 0)][0]
        for spoken in reversed(self.before(position)):
            if spoken.position < floor:
                return None
            if spoken.mention.kind in kinds:
                return spoken.mention
        return None

    def person(self, position: int, pronoun: Pronoun) -> Mention | None:
        """Whom "he" or "she" at ``position`` stands for; within a quotation, only who is named in it."""
        quotation = self._facts.quotation_at(position)
        number = self._facts.sentence_number(position)
        for back in range(min(_LOOK_BACK, number) + 1):
            start, end = self._facts.sentences[number - back]
            start = max(start, quotation.span[0]) if quotation else start
            bounds = (start, min(end, position))
            if quotation and bounds[0] >= bounds[1]:
                return None
            found = bounds[0] < bounds[1] and self._person_in(
                bounds, pronoun, same_sentence=not back, quoted=bool(quotation)
            )
            if found:
                return found
        return None

    def goes_on(self, position: int, pronoun: Pronoun) -> Mention | None:
        """The named person who spoke last, shortly before, where nobody else who may be meant came up since.

        News goes on with one speaker: "she added", "he said" three sentences into a quotation.
        """
        number = self._facts.sentence_number(position)
        floor = self._facts.sentences[max(number - _GOES_ON, 0)][0]
        last = self._last_speaker(position)
        if last is None or last.position < floor or not last.mention.name:
            return None
        if not self._may_be(last.mention, pronoun):
            return None
        end = last.mention.span[1] if last.mention.span else last.position
        since = self._subjects((max(end, last.position), position), quoted=False)
        rivals = {m.name for m in since if m.name and self._cast.surely_person(m.name) and self._may_be(m, pronoun)}
        rivals.discard(last.mention.name)
        return None if rivals else last.mention

    def spoke_since(self, start: int, position: int, pronoun: Pronoun) -> Mention | None:
        """The named person who spoke last, if only after ``start``."""
        last = self._last_speaker(position)
        fits = last is not None and last.position > start and last.mention.name and self._may_be(last.mention, pronoun)
        return last.mention if last and fits else None

    def opened(self, position: int, pronoun: Pronoun) -> Mention | None:
        """The person whose name opens the sentence before, where the pronoun is the subject of this one: what a text
        goes on about (centering theory)."""
        number = self._facts.sentence_number(position)
        start, end = self._facts.sentences[max(number - 1, 0)]
        first = next(iter(self._facts.names_in((start, end))), None)
        if not number or first is None or position - self._facts.sentences[number][0] > _SUBJECT:
            return None
        if first.start > start or not self._cast.is_person(first) or self._facts.quotation_at(first.span[0]):
            return None
        found = self._cast.person(first.text, title=first.title or "", span=first.span)
        return found if self._may_be(found, pronoun) else None

    def _last_speaker(self, position: int) -> Spoken | None:
        """The person who spoke last before ``position``, outside quotations."""
        people = (s for s in reversed(self.before(position)) if s.mention.kind == "person")
        return next((s for s in people if self._facts.quotation_at(s.position) is None), None)

    def _person_in(self, bounds: Span, pronoun: Pronoun, *, same_sentence: bool, quoted: bool) -> Mention | None:
        """The speaker in a stretch of text, else the first person named there who may bear the pronoun."""
        spoken = [s.mention for s in self.before(bounds[1]) if s.position >= bounds[0]]
        speakers = [m for m in spoken if m.kind == "person" and (m.name or m.role) and self._may_be(m, pronoun)]
        named = [m for m in self._subjects(bounds, quoted=quoted) if self._may_be(m, pronoun)]
        choices = named[:1] + speakers[-1:] if same_sentence else speakers[-1:] + named[:1]
        return choices[0] if choices else None

    def _subjects(self, bounds: Span, *, quoted: bool) -> list[Mention]:
        """The people named in a stretch of text, less those of its quotations and, if others are left, possessives."""
        names = [n for n in self._facts.names_in(bounds) if self._cast.is_person(n)]
        people = [n for n in names if quoted or not self._facts.quotation_at(n.span[0])]
        subjects = [n for n in people if self._facts.text[n.span[1] : n.span[1] + 2] not in ("’s", "'s")] or people
        return [self._cast.person(n.text, title=n.title or "", span=n.span) for n in subjects]

    def _may_be(self, mention: Mention, pronoun: Pronoun) -> bool:
        role = (mention.role or "").lower().split()
        if role and role[-1] in nouns.HE_TITLES | nouns.SHE_TITLES:
            return (role[-1] in nouns.HE_TITLES) == (pronoun == "he")
        return not mention.name or self._cast.pronoun(mention.name) in (pronoun, None)

    def body(self, position: int) -> Mention | None:
        """What "it" stands for: the last body or document that spoke, or the subject of the sentence before."""
        if self._facts.quotation_at(position):
            return None
        if found := self.last(position, _BODIES, sentences=2):
            return found
        start = self._facts.sentences[max(self._facts.sentence_number(position) - 1, 0)][0]
        first = next(iter(self._facts.names_in((start, min(start + _SUBJECT, position)))), None)
        if first is None or self._cast.is_person(first):
            return None
        named = read_mention(self._facts.text, [first.span])
        return named if named.kind in _BODIES and named.name else None

    def group(self, position: int) -> Mention | None:
        """Whom "they" stands for: the last group or organisation that spoke."""
        if self._facts.quotation_at(position):
            return None
        number = self._facts.sentence_number(position)
        floor = self._facts.sentences[max(number - 2, 0)][0]
        for spoken in reversed(self.before(position)):
            if spoken.position < floor:
                break
            several = " and " in (spoken.mention.name or "")
            if several or spoken.mention.kind in ("collective", "organisation", "government"):
                return spoken.mention
        return None
