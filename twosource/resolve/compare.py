"""Comparing two signatures: are they one source, and why."""

from __future__ import annotations

from functools import lru_cache

from twosource.resolve.bodies import BODIES
from twosource.resolve.findings import Match, weigh
from twosource.resolve.people import PEOPLE
from twosource.resolve.signature import Signature

_NOBODY = frozenset({"document", "collective"})


def compare(a: Signature, b: Signature) -> Match:
    """How far ``a`` and ``b`` are one source, with reasons in words. Symmetric and pure.

    A person and a body are two; so are names that do not fit. What means somebody only within an article is joined
    across articles only where the articles tell one story (a ministry without a country). What a person took out of
    the rest is joined with nothing.
    """
    return _ordered(*sorted((a, b), key=_order))


def _order(one: Signature) -> tuple[str, ...]:
    return one.label, one.id


@lru_cache(maxsize=1 << 18)
def _ordered(a: Signature, b: Signature) -> Match:
    if a == b:
        return Match(1.0, (f"the same: {a.label}",))
    if a.alone or b.alone:
        return Match(0.0, ("a person took one of them for somebody else",))
    if a.is_person != b.is_person:
        return Match(0.0, (f"a person and a body: {a.label}, {b.label}",), conflict=True)
    if not _NOBODY.isdisjoint((a.kind, b.kind)) or not (a.is_person or (a.name and b.name)):
        return Match(0.0, ())
    match = weigh(PEOPLE if a.is_person else BODIES, a, b)
    if match.conflict or a.scope == b.scope or not match.joined or _story_told(a, b):
        return match
    return Match(0.0, ("one of them means somebody only within its article",))


def _story_told(a: Signature, b: Signature) -> bool:
    return bool(set(a.story) & set(b.story)) and a.country == b.country
