"""Words as the lexicons of this package write them down, and as text has them."""

from __future__ import annotations

import re


def words(listed: str) -> frozenset[str]:
    """A lexicon written as words between white space, or between commas where entries have several words."""
    parts = listed.split(",") if "," in listed else listed.split()
    return frozenset(" ".join(part.split()) for part in parts if part.strip())


def alternation(entries: frozenset[str]) -> str:
    """A pattern that matches any of ``entries``, the longest first."""
    return "|".join(re.escape(entry).replace(r"\ ", r"\s+") for entry in sorted(entries, key=lambda e: (-len(e), e)))
