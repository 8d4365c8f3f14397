"""Acronyms that an article explains itself: "the World Health Organization (WHO)", "the SWB (State Water Board)"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from twosource.language.kinds import kind_of
from twosource.records import Mention

_SMALL = r"(?:of|for|and|the|on|in|to|de|du|des)"
_NAME = rf"[A-Z][\w’'&-]+(?:\s+(?:{_SMALL}\s+){{0,2}}[A-Z][\w’'&-]+){{1,7}}"
_EXPLAINED = re.compile(rf"({_NAME})(?:['’]s?)?,?\s+\(\s*[“\"‘']?([A-Z][A-Za-z.&-]{{1,8}})[”\"’']?\s*[),;]")
_SHORT_FIRST = re.compile(rf"\b([A-Z][A-Z&.-]{{1,7}})\s+\(\s*(?:the\s+)?({_NAME})\s*\)")
_OWNER = re.compile(r"\A.*['’]s\s+")


def acronyms(text: str) -> dict[str, str]:
    """The full name of each acronym that ``text`` explains in brackets.

    The initials of the name spell the acronym, or the name is that of a body whose acronym is of another language. One
    that is explained in two ways is left out.
    """
    if "(" not in text:
        return {}
    pairs = [(match[2], match[1]) for match in _EXPLAINED.finditer(text)]
    pairs += [(match[1], match[2]) for match in _SHORT_FIRST.finditer(text)]
    found: dict[str, str] = {}
    torn: set[str] = set()
    for short, written in pairs:
        key = short.replace(".", "")
        full = _full(key, written)
        if full is None:
            continue
        if found.setdefault(key, full) != full:
            torn.add(key)
    return {short: full for short, full in found.items() if short not in torn}


def _full(short: str, written: str) -> str | None:
    """As much of the end of ``written`` as the acronym stands for."""
    if sum(letter.isupper() for letter in short) < 2:
        return None
    written = _OWNER.sub("", written)
    words = written.split()
    for start in range(len(words) - 1, -1, -1):
        if words[start][0].isupper() and _spells(words[start:], short):
            return " ".join(words[start:])
    return written if short.isupper() and kind_of(written, None) in ("government", "organisation") else None


def _spells(words: list[str], short: str) -> bool:
    """Whether the initials of ``words``, with or without the small ones, are the letters of ``short``."""
    large = "".join(part[0] for word in words if word[0].isupper() for part in word.split("-") if part)
    return short.lower() in (large.lower(), "".join(word[0] for word in words).lower())


def with_full_name(mention: Mention, known: Mapping[str, str]) -> Mention:
    """``mention`` under its full name, where its own is an acronym that the article explains."""
    full = known.get(mention.name.replace(".", "")) if mention.name else None
    if full is None or mention.kind == "person":
        return mention
    return replace(mention, name=full)
