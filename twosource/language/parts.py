"""Which figure is a part of which: "18 soldiers, six officers among them", "three of the 12 suspects"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from twosource.records import Figure

_OF_WHOLE = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|those|its|their|his|her|a\s+total\s+of)\s+)?\Z")
_THEM = r"(?:them|whom|those|which)"
_LEADS = re.compile(
    rf"\b(?:including|includes|included|(?:among|of)\s+{_THEM}(?:\s+(?:were|are|was))?),?\s+(?:(?:the|some|at\s+least)\s+)?\Z"
)
_FOLLOWS = re.compile(rf"(?:\s+[\w’'-]+){{0,3}}?\s+(?:(?:among|of)\s+{_THEM})\b")
_GOES_ON = re.compile(r"(?:\s+[\w’'-]+){1,3}(?:,|,?\s+and)\s+(?:(?:the|some|at\s+least)\s+)?\Z")


def with_parts(text: str, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """``figures``, which are in the order of ``text``, each with the figure that the words make it a part of."""
    found: list[Figure] = []
    for number, figure in enumerate(figures):
        whole = _following(text, figure, figures[number + 1 :]) or _earlier(text, figure, found)
        found.append(replace(figure, part_of=whole.span) if whole else figure)
    return tuple(found)


def _following(text: str, figure: Figure, later: Sequence[Figure]) -> Figure | None:
    """The whole named right after it: "three of the 12 suspects"."""
    if later and _OF_WHOLE.match(text[figure.span[1] : later[0].span[0]]) and _holds(later[0], figure):
        return later[0]
    return None


def _earlier(text: str, figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """The whole named before it in the same sentence, where words such as "including" or "of whom" point back."""
    if not before:
        return None
    lead = text[before[-1].span[1] : figure.span[0]]
    if re.search(r"[.?!]\s", lead):
        return None
    last = before[-1]
    if last.part_of and _GOES_ON.match(lead):
        return next((one for one in before if one.span == last.part_of), None)
    if _LEADS.search(lead) or _FOLLOWS.match(text, figure.span[1], min(figure.span[1] + 60, len(text))):
        return next((one for one in reversed(before) if one.part_of is None and _holds(one, figure)), None)
    return None


def _holds(whole: Figure, part: Figure) -> bool:
    """Whether a part can be of that whole: both count the same, or the part is a share; and it is not larger."""
    if part.unit not in (whole.unit, "percent"):
        return False
    top, least = whole.high or whole.low, part.low or part.high
    return part.unit == "percent" or top is None or least is None or least <= top or whole.bound == "at_least"
