"""Offices: which words name one that a single person holds, and which walks of life people seldom change."""

from __future__ import annotations

import re
from functools import lru_cache

from twosource.language.words import words

_VOICES = words("spokesman spokeswoman spokesperson")
_SINGLE = words(
    """president premier chancellor minister chairman chairwoman chairperson chair head director governor mayor king
    queen pope chief ceo secretary-general secretary leader commander ombudsman prosecutor speaker"""
)
_TITLED = words("general colonel admiral senator judge rabbi bishop archbishop cardinal sheriff ambassador envoy")
_WALKS = {
    "arms": words("general colonel admiral soldier lieutenant major commander sergeant"),
    "police": words("sheriff detective constable superintendent policeman policewoman"),
    "law": words("judge lawyer attorney solicitor barrister magistrate prosecutor"),
    "science": words("professor scientist researcher historian physicist lecturer economist"),
    "sport": words("coach player striker goalkeeper midfielder athlete golfer boxer quarterback jockey"),
    "faith": words("rabbi bishop archbishop imam priest pastor cardinal"),
    "medicine": words("doctor surgeon nurse physician paramedic"),
    "stage": words("actor actress singer rapper musician comedian dancer filmmaker"),
}
_NOUNS = _VOICES | _SINGLE | _TITLED | frozenset().union(*_WALKS.values())
_FORMER = re.compile(r"\b(?:former|ex|late|then|acting|outgoing|interim|longtime|veteran)\b[\s-]*", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_PRESS = re.compile(r"\b(?:press|communications) (?:secretary|officer|chief)\b")


@lru_cache(maxsize=1 << 14)
def head(role: str | None) -> str | None:
    """The noun of office in the words of a role: "minister" of "Deputy Foreign Minister"; "spokesperson" of "press
    secretary"."""
    low = _PRESS.sub("spokesperson", _FORMER.sub("", (role or "").lower()))
    found = [word for word in _WORD.findall(low.split(" of ")[0]) if word in _NOUNS]
    return found[-1] if found else None


def is_voice(role: str | None) -> bool:
    """Whether the holder speaks for a body: a spokesman of a ministry is its voice, whoever it is."""
    return head(role) in _VOICES


def is_single(role: str | None) -> bool:
    """Whether a body has one holder of the office at a time; deputies, and those of old, are several."""
    low = (role or "").lower()
    return head(role) in _SINGLE and not re.search(r"\b(?:deputy|vice|assistant|former|ex|regional|senior)\b", low)


def tells_bearer(role: str | None) -> bool:
    """Whether a family name with this office and its body names one person: "General Tarn of the Corvian army"."""
    return head(role) in _VOICES | _SINGLE | _TITLED


@lru_cache(maxsize=1 << 16)
def same_office(a: str | None, b: str | None) -> bool:
    """Whether two roles may be one office: the same noun, and what qualifies it ("foreign", "prime") not different."""
    heads = head(a), head(b)
    if None in heads or not (heads[0] == heads[1] or ("spokesperson" in heads and set(heads) <= _VOICES)):
        return False
    ours, theirs = _qualified(a), _qualified(b)
    return not ours or not theirs or ours <= theirs or theirs <= ours


def _qualified(role: str | None) -> frozenset[str]:
    low = _FORMER.sub("", (role or "").lower()).replace("defence", "defense")
    return frozenset(_WORD.findall(low)) - _VOICES - _SINGLE - _TITLED


def other_walk(a: str | None, b: str | None) -> tuple[str, str] | None:
    """The two walks of life of two roles, where people seldom change from one to the other: "sport", "science"."""
    ours, theirs = _walk(head(a)), _walk(head(b))
    return (ours, theirs) if ours and theirs and ours != theirs else None


def _walk(noun: str | None) -> str | None:
    return next((walk for walk, roles in _WALKS.items() if noun in roles), None)
