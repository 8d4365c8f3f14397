"""Whether a content is quoted, told in the writer's words, or both."""

from __future__ import annotations

import re

from twosource.language.facts import Facts
from twosource.records import Manner, Relation

_WORD = re.compile(r"\w+(?:['’]\w+)*")


def manner(facts: Facts, relation: Relation) -> Manner:
    """Direct where every word of the content stands between quotation marks, indirect where none does, otherwise mixed.

    A quotation that holds the cue as well is somebody else's: speech told of within it is indirect.
    """
    inside = outside = 0
    for start, end in relation.content:
        for word in _WORD.finditer(facts.text, start, end):
            quotation = facts.quotation_at(word.start())
            own = quotation and not any(quotation.span[0] <= cue[0] < quotation.span[1] for cue in relation.cue)
            inside, outside = (inside + 1, outside) if own else (inside, outside + 1)
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"
