"""Words as the lexicons of this package write them down, and as text has them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from twosource.records import Span

_CJK = "\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff\U00020000-\U0002a6df\U0002a700-\U0002ceaf\U0002f800-\U0002fa1f"


def words(listed: str) -> frozenset[str]:
    """A lexicon written as words between white space, or between commas where entries have several words."""
    parts = listed.split(",") if "," in listed else listed.split()
    return frozenset(" ".join(part.split()) for part in parts if part.strip())


def alternation(entries: frozenset[str]) -> str:
    """A pattern that matches any of ``entries``, the longest first."""
    return "|".join(re.escape(entry).replace(r"\ ", r"\s+") for entry in sorted(entries, key=lambda e: (-len(e), e)))


@cache
def _word_pattern() -> re.Pattern[str]:
    ascii_marks = {chr(c) for block in ((33, 48), (58, 65), (91, 97), (123, 127)) for c in range(*block)}
    marks = ascii_marks | {chr(c) for c in range(0x20000) if unicodedata.category(chr(c)).startswith("P")}
    alone = "".join(map(re.escape, sorted(marks))) + _CJK
    return re.compile(rf"[{alone}]|[^\s{alone}]+")


def word_spans(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words and punctuation marks of ``text[start:end]``, as spans of ``text``."""
    return [match.span() for match in _word_pattern().finditer(text, start, len(text) if end is None else end)]
