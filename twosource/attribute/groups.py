"""Several who speak together: "Corvia and Feldmark", "Strand and Feld", "the two men", "they"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.attribute.cast import Cast, told_by_title
from twosource.language.facts import Facts
from twosource.language.kinds import kind_of
from twosource.language.names import Name
from twosource.records import Mention, Span

_BETWEEN = re.compile(r"\s*(?:,\s*(?:and|or)?|and|as\s+well\s+as)\s+(?:the\s+|both\s+)?", re.IGNORECASE)
_OPENS = re.compile(r"\s*(?:both\s+|the\s+)*", re.IGNORECASE)
TWO = re.compile(
    r"(?:the\s+two|both|the\s+pair|the\s+couple)(?:\s+(men|women|leaders|presidents|ministers|officials|politicians|sides|people))?",
    re.IGNORECASE,
)
_BACK = 2
"""Sentences back in which the two must have been named."""


class Groups:
    """The groups of named people and bodies in one article."""

    def __init__(self, facts: Facts, cast: Cast) -> None:
        self._facts = facts
        self._cast = cast

    def listed(self, span: Span) -> Mention | None:
        """The mention of a phrase that is a list of names, each with its fullest."""
        names = self._names(span)
        if len(names) < 2 or not re.search(r"\band\b|\bas\s+well\s+as\b", self._facts.text[slice(*span)]):
            return None
        first = names[0]
        kind = "person" if self._cast.is_person(first) else kind_of(first.text, first.title)
        return Mention(name=self._joined(names), kind=kind, anonymity="named", span=span)

    def _names(self, span: Span) -> list[Name]:
        """The names of a list from the start of ``span``; none where other words stand between or after."""
        found: list[Name] = []
        end = span[0]
        for name in self._facts.names_in(span):
            between = self._facts.text[end : name.start]
            if not (_BETWEEN if found else _OPENS).fullmatch(between):
                break
            found.append(name)
            end = name.span[1]
        return found if not self._facts.text[end : span[1]].strip(" ,.’'\"”") else []

    def two(self, position: int, word: str | None) -> Mention | None:
        """The only two people named in the last sentences before ``position``, for "the two", "the two men"."""
        number = self._facts.sentence_number(position)
        people: dict[str, Name] = {}
        for back in range(min(_BACK, number) + 1):
            start, end = self._facts.sentences[number - back]
            for name in self._facts.names_in((start, min(end, position))):
                if self._cast.is_person(name):
                    people.setdefault(self._cast.full_name(name.text, told_by_title(name.title)), name)
            if len(people) > 1:
                break
        if len(people) != 2 or not all(self._may_be(full, word) for full in people):
            return None
        ordered = sorted(people, key=lambda full: people[full].span)
        return Mention(name=" and ".join(ordered), kind="person", anonymity="named")

    def _may_be(self, full: str, word: str | None) -> bool:
        wanted = {"men": "he", "women": "she"}.get(word or "")
        return wanted is None or self._cast.pronoun(full) in (wanted, None)

    def _joined(self, names: Sequence[Name]) -> str:
        whole = [self._whole(name) for name in names]
        return ", ".join(whole[:-1]) + " and " + whole[-1]

    def _whole(self, name: Name) -> str:
        if self._cast.is_person(name):
            return self._cast.full_name(name.text, told_by_title(name.title))
        return self._cast.named_bodies.full.get(name.text, name.text)
