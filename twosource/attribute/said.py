"""When something was said, apart from when what it tells of happened.

A time in the cue's sentence, outside the content, tells when it was said, where it stands at the head of the
sentence, between source and cue, or right after the cue; one inside the content tells of the content.
"""

from __future__ import annotations

import re

from twosource.language.dates import TimeExpression
from twosource.language.facts import Facts, overlap
from twosource.language.tense import lean
from twosource.records import Interval, Relation, Span

# From the end of the cue: "said in a statement to the council on Tuesday" is 32 characters away.
_REACH = 70
_OTHER_TIME = re.compile(r"\b(?:since|until|before|after|ahead\s+of|by|from|between)\s*\Z", re.IGNORECASE)
_ISSUED = re.compile(
    r"\b(?:published|released|issued|posted|given|made|dated)\s+(?:late\s+|early\s+)?(?:on\s+|in\s+)?\Z"
)
_ADDRESSED = 30
"""Characters of whom something is said to, at most, before the time of saying it."""
_ASIDE = re.compile(r"\b(?:who|whose|which|whom)\b")
_TO_COME = re.compile(r"\b(?:will|is|are|plans?|scheduled|due)\s+(?:expected\s+)?(?:to\s+)?\w+\Z", re.IGNORECASE)


def said(facts: Facts, relation: Relation) -> Interval | None:
    """When it was said, if the words around the cue tell."""
    if not relation.cue:
        return None
    cue = relation.cue[0][0], relation.cue[-1][1]
    sentence = facts.sentence_at(cue[0])
    times = [t for t in facts.times_in(sentence) if not any(overlap(t.span, c) for c in relation.content)]
    best = min(times, key=lambda t: _distance(facts, relation, cue, t), default=None)
    if best is None or _distance(facts, relation, cue, best) > _REACH:
        return None
    ahead = _TO_COME.search(facts.text[cue[0] : cue[1]])
    return best.interval(facts.article.published, lean="future" if ahead else "past")


def _distance(facts: Facts, relation: Relation, cue: Span, time: TimeExpression) -> int:
    """How far ``time`` is from being the time of the cue; more than the reach where it cannot be."""
    text, (start, end) = facts.text, time.span
    if text[end : end + 2] in ("’s", "'s") and any(overlap(time.span, source) for source in relation.source):
        return _REACH + 1
    if _OTHER_TIME.search(text[max(start - 12, 0) : start]) or time.words.lower().startswith(
        ("since", "until", "by ", "for ", "between ", "from ")
    ):
        return _REACH + 1
    if start >= cue[0]:
        between = (cue[1], start)
        # "ordered his government on Saturday to yield": whom it is said to stands first.
        parted = any(overlap(between, c) and c[1] - c[0] > _ADDRESSED for c in relation.content)
        return _REACH + 1 if parted or facts.quotation_at(start) else max(start - cue[1], 0)
    between = (end, cue[0])
    if any(overlap(between, content) for content in relation.content) or facts.quotation_at(start):
        return _REACH + 1
    source = relation.source[0] if relation.source else cue
    if start >= source[0] and _ASIDE.search(text[source[0] : start]) and "," in text[end : cue[0]]:
        # "Feld, who took office in May, said": what is told of the speaker.
        return _REACH + 1
    head = facts.sentence_at(cue[0])[0]
    leads = (
        _ISSUED.search(text[head:start]) is not None or start - head <= 12 or source[0] - end <= 3 or start >= source[0]
    )
    return min(cue[0] - end, _REACH - 1) if leads else _REACH + 1


def about(facts: Facts, relation: Relation, *, ahead: bool = False) -> Interval | None:
    """The time of what the content tells of: its first time expression. ``ahead`` says that the cue looks forward:
    what somebody expects "to end on Thursday" ends on the next one."""
    for content in relation.content:
        for time in facts.times_in(content):
            sentence = facts.sentence_at(time.span[0])
            clause = max(sentence[0], content[0]), min(sentence[1], content[1])
            found = lean(facts.text, clause, time.span)
            return time.interval(facts.article.published, lean="future" if ahead and found is None else found)
    return None
