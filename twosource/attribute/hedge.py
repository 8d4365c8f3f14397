"""The writer's own reserve about a statement, kept apart from how sure the speaker is.

"He allegedly told friends that ..." and "the two reportedly agreed" are the writer's words: the speaker of the content
says it plainly. Where the same word stands inside the content, the speaker says it, and it is no hedge.
"""

from __future__ import annotations

import re

from twosource.language.facts import Facts, overlap
from twosource.records import Relation, Span

_HEDGE = re.compile(
    r"\b(?:allegedly|reportedly|purportedly|supposedly|ostensibly|apparently|so-called|"
    r"(?:is|are|was|were)\s+(?:alleged|reported|rumou?red|said|understood|believed|thought)\s+to)\b",
    re.IGNORECASE,
)
_NEAR = 40
"""Characters before the cue: "allegedly", an adverb or two and an auxiliary."""


def hedge(facts: Facts, relation: Relation) -> Span | None:
    """The span of the hedging word at the cue, in the writer's own words; ``None`` where there is none.

    A passive that is the whole cue ("is believed to") is how it is said, not a reserve about who said it.
    """
    if not relation.cue:
        return None
    start, end = relation.cue[0][0], relation.cue[-1][1]
    sentence = facts.sentence_at(start)
    for match in _HEDGE.finditer(facts.text, max(sentence[0], start - _NEAR), min(sentence[1], end + _NEAR // 2)):
        if not _is_cue(relation, match.span()) and not _is_spoken(facts, relation, match.span()):
            return match.span()
    return None


def _is_cue(relation: Relation, span: Span) -> bool:
    """Whether the cue has no word beside the hedge."""
    return all(span[0] <= cue[0] and cue[1] <= span[1] for cue in relation.cue)


def _is_spoken(facts: Facts, relation: Relation, span: Span) -> bool:
    """Whether it stands in what is said or in a quotation, or belongs to another clause."""
    if facts.quotation_at(span[0]) or any(overlap(span, content) for content in relation.content):
        return True
    cue = relation.cue[0]
    between = facts.text[span[1] : cue[0]] if span[1] <= cue[0] else facts.text[relation.cue[-1][1] : span[0]]
    return bool(re.search(r"[;:,—–]|\b(?:and|but|who|which|that)\b", between))
