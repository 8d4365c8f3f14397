"""The features by which two bodies (states, ministries, companies, outlets, agencies) are one or two."""

from __future__ import annotations

from twosource.resolve.belonging import (
    acronym_of,
    country_in,
    department_for_ministry,
    holds,
    is_telling,
    same_words,
)
from twosource.resolve.body import Body, body, is_generic, is_plain, labels, spells, without_tail
from twosource.resolve.findings import Feature, Finding
from twosource.resolve.knownshort import KNOWN_SHORT
from twosource.resolve.signature import Signature

_MEDIA = frozenset({"outlet", "agency"})
_SHORT = 3
"""Letters from which an acronym or the label of a domain tells enough."""
_IN_STORY = 3
"""Names that two articles must share for a ministry without a country to be one: an event's reports share more."""
_STORY = 0.9


def _names(a: Signature, b: Signature) -> tuple[Body, Body]:
    return body(a.name or ""), body(b.name or "")


def _both(a: Signature, b: Signature) -> str:
    return f"{a.name}, {b.name}"


def _countries(a: Signature, b: Signature) -> tuple[str | None, str | None]:
    return country_in(a.name, a.country), country_in(b.name, b.country)


def _in_one_country(a: Signature, b: Signature) -> bool:
    """Whether the countries are one, or the article alone told one of them for a body that has a name of its own."""
    ours, theirs = _countries(a, b)
    if ours == theirs:
        return True
    own = any(one.country is None for one in _names(a, b)) and None in (ours, theirs)
    return own and all(one.country is None for one in _names(a, b)) and not is_generic(a.name or "")


def same_body(a: Signature, b: Signature) -> Finding | None:
    """The same words; of a ministry in any order."""
    ours, theirs = _names(a, b)
    if not same_words(ours, theirs) or not _in_one_country(a, b):
        return None
    if a.scope != b.scope and not _one_story(a, b):
        return None
    degree = _STORY if a.scope != b.scope else 1.0
    where = f" ({_countries(a, b)[0]})" if _countries(a, b)[0] else ""
    return Finding(
        degree, f"same name: {a.name}{where}" if a.name == b.name else f"the same body: {_both(a, b)}{where}"
    )


def _one_story(a: Signature, b: Signature) -> bool:
    return len(set(a.story) & set(b.story)) >= _IN_STORY


def same_government(a: Signature, b: Signature) -> Finding | None:
    """A state and its government, told by its name, adjective or capital."""
    ours, theirs = _names(a, b)
    if (
        not ours.of_state
        or ours.of_state != theirs.of_state
        or a.name == b.name
        or "government" not in (a.kind, b.kind)
    ):
        return None
    if any(one.seat and not told.country for one, told in ((ours, a), (theirs, b))):
        return Finding(0.7, f"a capital, and not told that it stands for a government: {_both(a, b)}")
    if ours.seat == theirs.seat:
        return Finding(1.0, f"the government of {ours.of_state}: {_both(a, b)}")
    seat = a.name if ours.seat else b.name
    return Finding(0.93, f"{seat} is the seat of the government of {ours.of_state}: {_both(a, b)}")


def same_state(a: Signature, b: Signature) -> Finding | None:
    """One name of a state or government."""
    ours, theirs = _names(a, b)
    same = ours.of_state and ours.of_state == theirs.of_state and a.name == b.name
    return Finding(1.0, f"same name: {a.name}") if same else None


def ministry_or_department(a: Signature, b: Signature) -> Finding | None:
    """A country's ministry by one name, its department by the other."""
    ours, theirs = _names(a, b)
    countries = _countries(a, b)
    if not department_for_ministry(ours, theirs) or countries[0] is None or countries[0] != countries[1]:
        return None
    return Finding(1.0, f"ministry and department of one country: {_both(a, b)}")


def spelled_out(a: Signature, b: Signature) -> Finding | None:
    """An acronym and a name whose initials spell it."""
    ours, theirs = _names(a, b)
    short = acronym_of(ours, theirs)
    if short is None or (a.scope or b.scope) or not _may_be_short(a, b):
        return None
    if a.kind == b.kind and a.kind in _MEDIA:
        sure = a.kind == "agency" or len(short) >= _SHORT
    else:
        sure = is_telling(short) and a.kind not in _MEDIA and b.kind not in _MEDIA
    return (
        Finding(1.0, f"{short} is short for it: {_both(a, b)}")
        if sure
        else Finding(0.7, f"{short} may be short for it: {_both(a, b)}")
    )


def _may_be_short(a: Signature, b: Signature) -> bool:
    """Whether their countries allow that one is short for the other; every country has an MoD, so that it needs one."""
    ours, theirs = _countries(a, b)
    usual = acronym_of(*_names(a, b)) is not None and any(is_plain(one) for one in _names(a, b) if not one.acronym)
    return ours == theirs if usual else ours == theirs or None in (ours, theirs)


def explained(a: Signature, b: Signature) -> Finding | None:
    """A short name that an article gives the other one."""
    for short, long in ((a, b), (b, a)):
        key = (short.name or "").replace(".", "")
        if not key or key not in long.also or short.scope or long.scope or not _may_be_short(a, b):
            continue
        if key not in KNOWN_SHORT or spells(body(key), body(long.name or "")):
            return Finding(1.0 if len(key) >= _SHORT else 0.7, f"an article calls {long.name} {key}")
    return None


def address_of_outlet(a: Signature, b: Signature) -> Finding | None:
    """An address and a name that its domain is made of: "www.bbc.com" and "BBC", "nytimes.com"."""
    ours, theirs = _names(a, b)
    if not (ours.host or theirs.host) or not all(
        one.host or kind in _MEDIA for one, kind in zip((ours, theirs), (a.kind, b.kind), strict=True)
    ):
        return None
    label = min(labels(ours) & labels(theirs), default=None)
    if label is None:
        return None
    return Finding(1.0 if len(label) >= _SHORT else 0.8, f"the address is that of the name: {_both(a, b)}")


def same_but_for_tail(a: Signature, b: Signature) -> Finding | None:
    """An outlet or agency with and without "News", "TV", "News Agency"."""
    ours, theirs = _names(a, b)
    if not {a.kind, b.kind} <= _MEDIA or ours.words == theirs.words or not ours.words:
        return None
    stem = without_tail(ours)
    if stem != without_tail(theirs) or not _in_one_country(a, b) or (a.scope or b.scope):
        return None
    sure = "agency" in (a.kind, b.kind) or any(one.acronym for one in (ours, theirs)) or _starts_big(a, b)
    return Finding(1.0 if sure else 0.8, f"the same name but for what it is: {_both(a, b)}")


def _starts_big(a: Signature, b: Signature) -> bool:
    first = (a.name or "").split()[0]
    return first.isupper() and len(first) >= _SHORT and (b.name or "").split()[0] == first


def part_of_name(a: Signature, b: Signature) -> Finding | None:
    """All words of one name are in the other: short for it, or another body; or both are such as many have."""
    ours, theirs = _names(a, b)
    if not holds(ours, theirs) or (a.scope and b.scope and a.scope != b.scope and not same_words(ours, theirs)):
        return None
    if same_words(ours, theirs):
        return Finding(1.0, f"the same name, and not told whose: {_both(a, b)}")
    return Finding(1.0, f"one name is part of the other: {_both(a, b)}")


def other_country(a: Signature, b: Signature) -> Finding | None:
    """Bodies of two countries."""
    ours, theirs = _countries(a, b)
    if ours is None or theirs is None or ours == theirs:
        return None
    return Finding(1.0, f"of two countries: {ours}, {theirs}")


def other_body(a: Signature, b: Signature) -> Finding | None:
    """Two names written out that have not the same words."""
    ours, theirs = _names(a, b)
    written = all(one.words and not one.acronym and not one.host for one in (ours, theirs))
    known = holds(ours, theirs) or department_for_ministry(ours, theirs) or without_tail(ours) == without_tail(theirs)
    if written and not known and not explained(a, b):
        return Finding(1.0, f"other name: {_both(a, b)}")
    if ours.acronym and theirs.acronym and ours.acronym != theirs.acronym and not explained(a, b):
        return Finding(1.0, f"other acronym: {_both(a, b)}")
    return None


BODIES = (
    Feature(0.97, same_body, identifies=True),
    Feature(0.97, same_state, identifies=True),
    Feature(0.95, same_government, identifies=True),
    Feature(0.93, explained, identifies=True),
    Feature(0.92, address_of_outlet, identifies=True),
    Feature(0.88, spelled_out, identifies=True),
    Feature(0.85, ministry_or_department, identifies=True),
    Feature(0.85, same_but_for_tail, identifies=True),
    Feature(0.6, part_of_name, identifies=True),
    Feature(-1.0, other_country, parts=True),
    Feature(-1.0, other_body, parts=True),
)
"""An acronym of two letters, a domain of two and a name that is part of another stay below what joins."""
