"""Who bears an office or fits a description: "the minister", "the Corvian president", "the 34-year-old"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from twosource.attribute.cast import Cast, told_by_title
from twosource.language.facts import Facts
from twosource.language.places import DEMONYMS
from twosource.language.words import words
from twosource.records import Mention

_ALIKE = (
    words("ambassador envoy diplomat"),
    words("lawyer attorney counsel"),
    words("leader president premier chancellor chairman chairwoman"),
    words("executive ceo"),
    words("spokesperson spokesman"),
    words("spokesperson spokeswoman"),
    words("academic professor"),
    words("minister premier"),
    words("lawmaker senator legislator representative"),
)
_NO_PART = words(
    "the of and for from at in on a an new local country country's region nation nation's city city's then"
)
_ADDRESS = words("mr mrs ms dr sir dame lord lady monsenor monseñor monsignor msgr rev reverend hon prof")
_AGE = re.compile(r"(\d{1,3})-year-old")
_AGE_AFTER = re.compile(r"\s*(?:,\s*(\d{1,3})\s*(?=[,.)])|\((\d{1,3})\)|,\s+an?\s+(\d{1,3})-year-old)")
_AGE_BEFORE = re.compile(r"(\d{1,3})-year-old\s\Z")
_APPOSED = re.compile(r",\s(?:an?|the)\s([^,.;:“”\"()]{2,80})")


class Bearers:
    """The people of an article with everything that it calls them."""

    def __init__(self, facts: Facts, cast: Cast) -> None:
        self._facts = facts
        self._cast = cast

    def described(self, head: str, mods: Sequence[str]) -> list[str]:
        """The people whom "the <mods> <head>" fits, by full name, in the order in which they come up."""
        found = [name for name, called in self._called.items() if any(_fits(head, mods, one) for one in called)]
        return [name for name in found if self._gender_fits(head, name)]

    def of_age(self, written: str) -> str | None:
        """The one person of the age that "the 34-year-old" tells."""
        match = _AGE.match(written)
        people = self._aged.get(match[1], []) if match else []
        return people[0] if len(people) == 1 else None

    def _gender_fits(self, head: str, name: str) -> bool:
        told = told_by_title(head)
        return told is None or self._cast.pronoun(name) in (told, None)

    @cached_property
    def _called(self) -> dict[str, list[tuple[str, ...]]]:
        """For each person the words of each office and apposition, those of the country or body among them."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for name in self._facts.names:
            if not self._cast.is_person(name):
                continue
            full = self._cast.full_name(name.text, told_by_title(name.title))
            called = found.setdefault(full, [])
            if not called:
                introduced = self._cast.introduction(full)
                belongs = _words(introduced.affiliation or "")
                called += [(*belongs, *_words(role)) for role in re.split(r"\band\b", introduced.role or "") if role]
            called += [_offices(one) for one in self._beside(name.title, name.span[1])]
        return {full: [one for one in called if one] for full, called in found.items()}

    def _beside(self, title: str | None, end: int) -> Iterator[str]:
        if title:
            yield title
        if self._facts.text[end : end + 2] == ", " and (match := _APPOSED.match(self._facts.text, end)):
            yield re.split(r"\s(?:of|for|from|at|in|who|that|and|with)\s", match[1], maxsplit=1)[0]

    @cached_property
    def _aged(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self._facts.names:
            if not self._cast.is_person(name):
                continue
            text, (start, end) = self._facts.text, name.span
            match = _AGE_AFTER.match(text, end) or _AGE_BEFORE.search(text, max(0, start - 14), start)
            if match:
                full, age = self._cast.full_name(name.text), next(group for group in match.groups() if group)
                if full not in found.setdefault(age, []):
                    found[age].append(full)
        return found


def fits(head: str, mods: Sequence[str], mention: Mention) -> bool:
    """Whether the description fits the office of somebody who has spoken."""
    called = (*_words(mention.affiliation or ""), *_words(mention.role or ""))
    return bool(mention.role) and _fits(head, mods, called)


def _words(written: str) -> tuple[str, ...]:
    """Lower-case words; an adjective of a country stands for the country."""
    tokens = (re.sub(r"['’]s\Z", "", token.strip(".,")) for token in re.split(r"[\s-]+", written))
    return tuple(DEMONYMS.get(token, token).lower() for token in tokens if token)


def _offices(written: str) -> tuple[str, ...]:
    """The words without the forms of address after them: "archbishop Monsignor"."""
    found = _words(written)
    while len(found) > 1 and found[-1] in _ADDRESS:
        found = found[:-1]
    return found


def _fits(head: str, mods: Sequence[str], called: tuple[str, ...]) -> bool:
    """Whether what somebody is called has the head (or one like it) and every other word of the description."""
    if not _same_office(head, called[-1]):
        return False
    if ("former" in called) != ("former" in mods):
        return False
    needed = [DEMONYMS.get(mod.capitalize(), mod).lower() for mod in mods if mod.lower() not in _NO_PART]
    return all(any(_alike(mod, one) for one in called) for mod in needed)


def _same_office(head: str, other: str) -> bool:
    return head == other or any(head in group and other in group for group in _ALIKE)


def _alike(mod: str, one: str) -> bool:
    """The same word, or an adjective made from it: "defence" and "defense", "corvian" and "corvia"."""
    return mod == one or (len(mod) > 5 and len(one) > 4 and mod[:5] == one[:5])
