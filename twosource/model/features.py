"""Two facts about each word that an uncased vocabulary hides: how it is written, and whether it stands in quotation
marks.

The network learned with exactly these definitions; a change here needs new weights. The reading of quotation marks for
people is :mod:`twosource.language.quotes`, which may be bettered freely.
"""

from __future__ import annotations

from collections.abc import Iterable

LOWER, CAPITAL, UPPER, NUMBER, MARK = range(5)
OUTSIDE, INSIDE, OPENS, CLOSES = range(4)
COUNT = 5 * 4
"""Features are ``shape * 4 + quotation``, so one embedding table of :data:`COUNT` rows holds them all."""


def shape(word: str) -> int:
    """How ``word`` is written."""
    if word.islower():
        return LOWER
    if any(c.isdigit() for c in word):
        return NUMBER
    if not any(c.isalpha() for c in word):
        return MARK
    return UPPER if len(word) > 1 and word.isupper() else CAPITAL


def quotation_states(words: Iterable[str]) -> list[int]:
    """For the words of one paragraph: outside or inside of double (or typographic single) quotation marks, or such a
    mark.

    A straight mark toggles; the state starts anew in each paragraph, so an odd mark harms one paragraph at most.
    """
    states: list[int] = []
    inside = ""
    for word in words:
        if word in "“«" or (word == '"' and not inside) or (word == "‘" and not inside):
            inside = word
            states.append(OPENS)
        elif (word in "”»" and inside) or (word == '"' and inside):
            inside = ""
            states.append(CLOSES)
        else:
            states.append(INSIDE if inside else OUTSIDE)
    return states


def quoted(feature: int) -> bool:
    """Whether the word of this feature number stands in quotation marks, or is one."""
    return feature % 4 != OUTSIDE


def features(words: list[str]) -> list[int]:
    """The feature number of each word of one paragraph."""
    return [shape(word) * 4 + state for word, state in zip(words, quotation_states(words), strict=True)]
