"""Blocking keys: two signatures that may be joined share one, and no key is shared by very many."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.resolve.body import Body, body, initials, labels, without_tail
from twosource.resolve.firstnames import root
from twosource.resolve.knownshort import LONG_NAMES
from twosource.resolve.offices import head, is_voice, tells_bearer
from twosource.resolve.personal import personal
from twosource.resolve.signature import Signature
from twosource.resolve.spelling import bones, fold, romanised

_MEDIA = frozenset({"outlet", "agency"})
_MINISTRY = frozenset({"ministry", "department"})
_ACRONYM = 3
_LOOSE = str.maketrans({"e": "a", "o": "u", "y": "i", "g": "k"})


def keys(signature: Signature) -> frozenset[str]:
    """The keys of ``signature``: names by their consonants and the first letter of the given name, bodies by their
    words, acronyms and domains, offices by those of their body; its id, and the name that a judgement may use."""
    found = {id_key(signature.id), name_key(signature.label, signature.article)}
    if signature.alone or signature.kind in ("collective", "document"):
        return frozenset(found)
    if not signature.is_person:
        found.update(_of_body(signature))
    elif signature.name:
        if signature.full:
            found.update(_of_person(signature.name))
        if signature.scope:
            found.update(f"family:{signature.scope}:{bone}" for bone in bones(personal(signature.name).family))
    if signature.is_person and signature.affiliation and tells_bearer(signature.role):
        found.update(_of_office(signature))
    return frozenset(found)


def id_key(identity: str) -> str:
    """The key of the one signature of this id."""
    return f"id:{identity}"


def name_key(name: str, article: str | None) -> str:
    """The key of what goes by ``name``; in ``article``, where it means nobody outside."""
    return f"name:{fold(name)}:{article or ''}"


def _of_person(name: str) -> Iterator[str]:
    told = personal(name).words
    for place, given in enumerate(told[:-1]):
        firsts = {given[0], root(given)[0], *(form[:1] for form in romanised(given))}
        for family in told[place + 1 :]:
            if len(family) > 1:
                yield from (f"person:{bone}:{first.translate(_LOOSE)}" for bone in bones(family) for first in firsts)


def _of_office(signature: Signature) -> Iterator[str]:
    noun = "voice" if is_voice(signature.role) else head(signature.role)
    within = signature.scope if signature.scope and not signature.story else ""
    ends = bones(personal(signature.name).family) if signature.name else ("",)
    told = body(signature.affiliation or "")
    for name in {*_names(told, signature.story), *(f"short:{short}" for short in _shorts(told))}:
        yield from (f"office:{noun}:{end}:{within}:{name}" for end in ends)
    if signature.scope and signature.story:
        yield from (f"office:{noun}:{end}:{signature.scope}:{name}" for name in _names(told, ()) for end in ends)


def _of_body(signature: Signature) -> Iterator[str]:
    if not signature.name:
        return
    told = body(signature.name)
    within = f"{signature.scope}:" if signature.scope and not signature.story else ""
    for name in _names(told, signature.story):
        yield f"body:{within}{name}"
    if signature.scope:
        yield f"body:{signature.scope}:{' '.join(sorted(told.words))}"
        if told.host or signature.kind in _MEDIA:
            yield from (f"address:{signature.scope}:{label}" for label in labels(told))
        return
    shorts = _shorts(told, agency=signature.kind == "agency")
    yield from (f"short:{short}" for short in {*shorts, *(one.upper() for one in signature.also)})
    if told.host or signature.kind in _MEDIA:
        yield from (f"address:{label}" for label in labels(told))
    if signature.kind in _MEDIA and told.words:
        yield f"stem:{' '.join(without_tail(told))}"


def _names(told: Body, story: tuple[str, ...]) -> Iterator[str]:
    """The words of a body, with each telling name of the story where it has no country."""
    if told.of_state:
        yield f"state:{told.country}"
        return
    words = " ".join(sorted({"ministry" if word in _MINISTRY else word for word in told.words}))
    yield from (f"{words}:{one}" for one in story) if story else (words,)


def _shorts(told: Body, *, agency: bool = False) -> Iterator[str]:
    if told.acronym:
        yield told.acronym.upper()
    yield from (short for short in initials(told, small=True) if agency or len(short) >= _ACRONYM)
    yield from (short for short, name in LONG_NAMES if body(name).words == told.words)
