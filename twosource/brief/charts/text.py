"""How wide words are on a chart, and words cut to the room that there is."""

from __future__ import annotations

import functools
import unicodedata

SIZE = 12
"""Font size of a chart in pixels."""

_NARROW = frozenset("iljtfrI.,:;'’‘!|()[]/ -")
_BROAD = frozenset("mwMW@%—…�&")
_SPARE = 1.06
"""The page asks for Arial or its like; Liberation Sans and Helvetica differ from these widths by less than this."""


def width(text: str, size: float = SIZE) -> float:
    """Pixels that ``text`` takes in a face like Arial, rather too many than too few."""
    return sum(map(_em, text)) * size * _SPARE


@functools.lru_cache(maxsize=4096)
def _em(character: str) -> float:
    if character in _NARROW:
        return 0.34
    if character in _BROAD or unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if unicodedata.combining(character):
        return 0.0
    return 0.74 if character.isupper() else 0.56


def cut(text: str, room: float, size: float = SIZE) -> str:
    """``text``, or as much of it as ``room`` pixels hold, with an ellipsis."""
    if width(text, size) <= room:
        return text
    left = room - width("…", size)
    for place, character in enumerate(text):
        left -= width(character, size)
        if left < 0:
            return text[:place].rstrip() + "…"
    return text
