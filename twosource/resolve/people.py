"""The features by which two people, named or told by an office, are one or two."""

from __future__ import annotations

from functools import lru_cache

from twosource.language.givennames import pronoun_of
from twosource.resolve.belonging import belongs
from twosource.resolve.findings import Feature, Finding
from twosource.resolve.offices import head, is_voice, other_walk, same_office, tells_bearer
from twosource.resolve.personal import Fit, Tie, fit, personal, tie
from twosource.resolve.signature import Signature

_SHAPES = {"whole": 1.0, "middle": 0.98, "front": 0.92, "back": 0.9}
_HOW = {
    "whole": "same name",
    "middle": "same first and family name",
    "front": "one name begins the other",
    "back": "one name ends the other",
}
_TWO_GIVEN = 0.8
"""Degree where the shorter name ends with a given name: "Juan Carlos" and "Juan Carlos Tarn" may be two."""


def _both(a: Signature, b: Signature) -> str:
    return f"{a.name}, {b.name}"


@lru_cache(maxsize=1 << 16)
def _names_fit(one: str | None, other: str | None) -> Fit | None:
    ours, theirs = personal(one or "-"), personal(other or "-")
    return fit(ours, theirs) if ours.full and theirs.full else None


@lru_cache(maxsize=1 << 16)
def _degree(one: str | None, other: str | None) -> float:
    """How much of the longer of two names that fit the shorter is."""
    found = _names_fit(one, other)
    shorter = min(personal(one or "-"), personal(other or "-"), key=lambda each: len(each.words))
    if found is None:
        return 0.0
    return _TWO_GIVEN if found.shape == "front" and pronoun_of(shorter.family.capitalize()) else _SHAPES[found.shape]


def _fits_by(a: Signature, b: Signature, loosest: Tie) -> float | None:
    """The degree to which the names fit, where ``loosest`` is the loosest tie of their words."""
    found = _names_fit(a.name, b.name)
    return _degree(a.name, b.name) if found and found.tie == loosest else None


def same_name(a: Signature, b: Signature) -> Finding | None:
    """The same words, a middle name or a second family name more or less."""
    degree = _fits_by(a, b, "same")
    if degree is None:
        return None
    found = _names_fit(a.name, b.name)
    how = "same name" if found is None else _HOW[found.shape]
    return Finding(degree, f"same name: {a.name}" if a.name == b.name else f"{how}: {_both(a, b)}")


def other_spelling(a: Signature, b: Signature) -> Finding | None:
    """The same name in other Latin letters."""
    degree = _fits_by(a, b, "spelling")
    return Finding(degree, f"spellings of one name: {_both(a, b)}") if degree else None


def short_first_name(a: Signature, b: Signature) -> Finding | None:
    """A short form or another language's form of the same first name."""
    degree = _fits_by(a, b, "short")
    return Finding(degree, f"same family name, forms of one first name: {_both(a, b)}") if degree else None


def other_vowels(a: Signature, b: Signature) -> Finding | None:
    """Names that differ in vowels, as transliterations do and other names too."""
    degree = _fits_by(a, b, "vowels")
    return Finding(degree, f"names alike but for vowels: {_both(a, b)}") if degree and not _other_gender(a, b) else None


def same_initial(a: Signature, b: Signature) -> Finding | None:
    """The same family name with an initial that fits."""
    degree = _fits_by(a, b, "initial")
    return Finding(degree, f"same surname and initial: {_both(a, b)}") if degree else None


def one_letter_other(a: Signature, b: Signature) -> Finding | None:
    """Names that differ in one letter: a slip, or two people."""
    degree = _fits_by(a, b, "slip")
    return Finding(degree, f"names one letter apart: {_both(a, b)}") if degree and not _other_gender(a, b) else None


def family_name_in_office(a: Signature, b: Signature) -> Finding | None:
    """A family name alone with the office and body that the other one has too."""
    if not a.name or not b.name or (a.full and b.full) or _family_tie(a, b) is None:
        return None
    if not tells_bearer(a.role) or not same_office(a.role, b.role) or _belong(a, b) != "same":
        return None
    return Finding(1.0, f"same surname and office: {_both(a, b)}, {a.role}, {a.affiliation}")


def family_name_in_article(a: Signature, b: Signature) -> Finding | None:
    """The same family name, and no other, in one article."""
    if not a.name or not b.name or a.full or b.full or a.scope is None or a.scope != b.scope:
        return None
    return Finding(1.0, f"same surname in one article: {_both(a, b)}") if _family_tie(a, b) else None


def family_name_alone(a: Signature, b: Signature) -> Finding | None:
    """A family name that the other has too: it may be anybody's."""
    if not a.name or not b.name or (a.full and b.full) or not _family_tie(a, b):
        return None
    return Finding(1.0, f"only a surname in common: {_both(a, b)}")


def office_of_body(a: Signature, b: Signature) -> Finding | None:
    """Nobody is named, and the office is one."""
    if a.name or b.name or not same_office(a.role, b.role) or _belong(a, b) != "same":
        return None
    exact = head(a.role) == head(b.role)
    return Finding(1.0 if exact else 0.8, f"one office: {a.label}; {b.label}")


def holder_of_office(a: Signature, b: Signature) -> Finding | None:
    """One is named, and holds the office by which the other is told."""
    if bool(a.name) == bool(b.name) or _belong(a, b) != "same" or not same_office(a.role, b.role):
        return None
    return Finding(1.0, f"{a.name or b.name} may hold the office: {a.role}, {a.affiliation}")


def office_too(a: Signature, b: Signature) -> Finding | None:
    """The names are alike, and so are the offices."""
    found = a.name and b.name and same_office(a.role, b.role)
    return Finding(1.0, f"same office: {head(a.role)}") if found else None


def body_too(a: Signature, b: Signature) -> Finding | None:
    """The names are alike, and so are the affiliations."""
    same = a.name and b.name and _belong(a, b) == "same"
    return Finding(1.0, f"same affiliation: {a.affiliation}") if same else None


def other_office(a: Signature, b: Signature) -> Finding | None:
    """Two offices."""
    ours, theirs = head(a.role), head(b.role)
    other = ours and theirs and not same_office(a.role, b.role) and a.name and b.name
    return Finding(1.0, f"other office: {a.role}; {b.role}") if other else None


def other_body(a: Signature, b: Signature) -> Finding | None:
    """Two affiliations."""
    other = a.name and b.name and _belong(a, b) == "other"
    return Finding(1.0, f"other affiliation: {a.affiliation}; {b.affiliation}") if other else None


def other_walk_of_life(a: Signature, b: Signature) -> Finding | None:
    """Two walks of life and two affiliations: "a coach at Orrin" is not "a historian at Feld"."""
    walks = other_walk(a.role, b.role)
    if walks is None or _belong(a, b) != "other":
        return None
    return Finding(1.0, f"other walks of life: {walks[0]}, {walks[1]} ({a.affiliation}; {b.affiliation})")


def other_line(a: Signature, b: Signature) -> Finding | None:
    """One is told as junior, second …, and the other is not, or otherwise."""
    ours, theirs = personal(a.name or "-").line, personal(b.name or "-").line
    return Finding(1.0, f"one of the two is {ours or theirs}: {_both(a, b)}") if ours != theirs else None


def other_person(a: Signature, b: Signature) -> Finding | None:
    """Two names that do not fit: another first name, another family name, a man's and a woman's."""
    if not a.name or not b.name:
        return None
    if a.full and b.full:
        if _names_fit(a.name, b.name) is None:
            one_family = personal(a.name).family == personal(b.name).family
            return Finding(1.0, f"other {'first name' if one_family else 'name'}: {_both(a, b)}")
        return Finding(1.0, f"a man's and a woman's name: {_both(a, b)}") if _other_gender(a, b) else None
    return None if _family_tie(a, b) else Finding(1.0, f"other name: {_both(a, b)}")


def other_voice(a: Signature, b: Signature) -> Finding | None:
    """A spokesman and a spokeswoman."""
    voices = {head(a.role), head(b.role)} == {"spokesman", "spokeswoman"}
    return Finding(1.0, "a spokesman and a spokeswoman") if voices and is_voice(a.role) else None


def _family_tie(a: Signature, b: Signature) -> Tie | None:
    ours, theirs = personal(a.name or "-").family, personal(b.name or "-").family
    found = tie(ours, theirs) if min(len(ours), len(theirs)) > 1 else None
    return found if found in ("same", "spelling") else None


def _other_gender(a: Signature, b: Signature) -> bool:
    genders = {pronoun_of(personal(one.name or "-").words[0].capitalize()) for one in (a, b)} - {None}
    return len(genders) > 1


def _belong(a: Signature, b: Signature) -> str | None:
    return belongs(a.affiliation, b.affiliation, (a.country, b.country))


PEOPLE = (
    Feature(0.96, same_name, identifies=True),
    Feature(0.92, other_spelling, identifies=True),
    Feature(0.9, short_first_name, identifies=True),
    Feature(0.9, office_of_body, identifies=True),
    Feature(0.88, family_name_in_article, identifies=True),
    Feature(0.86, family_name_in_office, identifies=True),
    Feature(0.76, other_vowels, identifies=True),
    Feature(0.72, same_initial, identifies=True),
    Feature(0.65, one_letter_other, identifies=True),
    Feature(0.55, holder_of_office, identifies=True),
    Feature(0.5, family_name_alone, identifies=True),
    Feature(0.06, office_too),
    Feature(0.06, body_too),
    Feature(-0.08, other_office),
    Feature(-0.1, other_body),
    Feature(-0.3, other_line),
    Feature(-1.0, other_person, parts=True),
    Feature(-1.0, other_walk_of_life, parts=True),
    Feature(-1.0, other_voice, parts=True),
)
"""An initial joins only with office and body besides (.72 + .12); other vowels with one of them; a slip never."""
