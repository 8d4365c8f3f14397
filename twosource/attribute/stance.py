"""What kind of act a saying is, whether it affirms, denies or withholds its content, and how sure the speaker is of it.

Polarity and certainty are the speaker's own, to the content as quoted: a writer's "allegedly" changes neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from twosource.language import cues
from twosource.language.cues import CUES, NEG_RAISING, NEGATION, PHRASES, Cue
from twosource.language.facts import Facts
from twosource.language.words import words
from twosource.records import Act, Certainty, Polarity, Relation

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_AUXILIARY = re.compile(r"\b(?:has|have|had|did|does|do|would|will|could|can|should|is|was|were|are)\b", re.IGNORECASE)
_BEFORE_CUE = 28
_FIRST_WORDS = 6
"""Characters at the head of a content that a subordinate clause leaves for its subject."""
_HEAD_WORDS = 16
"""Words at the head of a content in which a modal tells of the main clause: later ones are mostly of a subordinate."""
_SUBORDINATE = re.compile(r"[,;:]|\b(?:which|who|because|if|while|although|when|whether|so\s+that|as)\b")
_SAYING = words(
    """say says said saying tell tells told telling add adds added adding according write writes wrote written report
    reports reported announce announces announced note notes noted state states stated statement tweet tweeted explain
    explained claim claims claimed warn warns warned argue argues argued insist insisted describe described"""
)
_TELLING = re.compile(
    r"\b(?:sa(?:y|id)|stat(?:e|ed|ing)\b|sa(?:ys|ying)|t(?:ell|old)|mention|discuss|address|disclos|reveal|announc|comment|respon|repl|explain|specif|"
    r"elaborat|releas|acknowledg|know)",
    re.IGNORECASE,
)


PolarityBy = Literal["cue", "negation", "content", "known", "unknown"]
CertaintyBy = Literal["content", "cue", "elsewhere", "plain"]


@dataclass(frozen=True, slots=True)
class Stance:
    """Act, polarity and certainty of one attribution, and what polarity and certainty were told by.

    Polarity: the cue (a listed denial or refusal), a negation, the content; else it affirms, by a listed cue or by one
    that is not. Certainty: the main clause of the content, the cue; else none, with a word of doubt elsewhere in the
    content or without.
    """

    act: Act = "states"
    polarity: Polarity = "affirm"
    certainty: Certainty = "unstated"
    polarity_by: PolarityBy = "known"
    certainty_by: CertaintyBy = "plain"


def stance(facts: Facts, relation: Relation) -> Stance:
    """The stance that cue, content and the words between them tell."""
    cue_text = _cue_text(facts, relation)
    cue = _cue(cue_text, facts, relation)
    content = _content(facts, relation)
    by: PolarityBy = "cue" if cue.polarity != "affirm" else "known" if _is_known(cue_text) else "unknown"
    first = Stance(cue.act, cue.polarity, cue.certainty, by, "cue" if cue.certainty != "unstated" else "plain")
    negated = _negated(first, cue, cue_text)
    if negated.polarity != first.polarity:
        negated = replace(negated, polarity_by="negation")
    found = _with_content(negated, cue_text, content)
    return replace(found, polarity_by="content") if found.polarity != negated.polarity else found


def _is_known(cue_text: str) -> bool:
    return any(word.lower() in CUES or word.lower() in _SAYING for word in _WORD.findall(cue_text))


def _cue_text(facts: Facts, relation: Relation) -> str:
    """The words of the cue with the auxiliaries and negation that stand right before it."""
    if not relation.cue:
        return ""
    start = relation.cue[0][0]
    before = facts.text[max(start - _BEFORE_CUE, 0) : start]
    auxiliary = _AUXILIARY.search(before)
    taken = [
        span for span in (*relation.source, *relation.content) if span[1] > start - _BEFORE_CUE and span[0] < start
    ]
    lead = before[auxiliary.start() :] if auxiliary and not taken else before[len(before) - _gap(relation, start) :]
    return (lead + " ".join(facts.text[s:e] for s, e in relation.cue)).strip()


def _gap(relation: Relation, start: int) -> int:
    """The characters between the cue and the span before it, when they are few enough to belong to the cue."""
    ends = [end for _, end in (*relation.source, *relation.content) if end <= start]
    gap = start - max(ends, default=start)
    return gap if 1 < gap < _BEFORE_CUE else 0


def _cue(cue_text: str, facts: Facts, relation: Relation) -> Cue:
    for pattern, cue in PHRASES:
        if pattern.search(cue_text):
            return cue
    found = [CUES[word] for match in _WORD.finditer(cue_text) if (word := match[0].lower()) in CUES]
    if found and found[0].lemma == "ask" and _asks_to(facts, relation):
        return replace(found[0], act="demands")
    # "refused to confirm", "wants to deny": what stands first governs, unless it is only a support.
    return found[0] if found else Cue("say")


def _asks_to(facts: Facts, relation: Relation) -> bool:
    """Whether "asked" requests something: a "to" or "for" follows before or at the head of the content."""
    end = relation.cue[-1][1]
    return bool(re.match(r"[^.?“\"]{0,40}?\b(?:to\s+\w+|for\b|not\s+to\b|that\b)", facts.text[end : end + 60]))


def _content(facts: Facts, relation: Relation) -> str:
    return " ".join(facts.text[start:end] for start, end in relation.content)


def _negated(found: Stance, cue: Cue, cue_text: str) -> Stance:
    if found.polarity == "withhold" or not NEGATION.search(cue_text):
        return found
    if found.polarity == "deny":
        # "did not deny", "has not ruled out": neither said so nor said not.
        return replace(found, act="declines", polarity="withhold")
    if cue.lemma in NEG_RAISING:
        return replace(found, polarity="deny", act="denies" if found.act == "confirms" else found.act)
    if found.act == "confirms" or _TELLING.search(cue_text):
        return replace(found, act="declines", polarity="withhold")
    return replace(found, polarity="deny")


def _with_content(found: Stance, cue_text: str, content: str) -> Stance:
    if cues.UNCONFIRMED.search(content):
        return replace(found, polarity="withhold")
    if found.polarity == "affirm" and (cues.NO_SIGN.search(content) or _calls_fake(cue_text, content)):
        act: Act = "denies" if found.act == "states" else found.act
        found = replace(found, polarity="deny", act=act)
    if found.polarity == "withhold":
        return replace(found, certainty="unstated", certainty_by="plain")
    told = _certainty(content)
    if told:
        return replace(found, certainty=told, certainty_by="content")
    elsewhere = found.certainty == "unstated" and (cues.POSSIBLE.search(content) or cues.PROBABLE.search(content))
    return replace(found, certainty_by="elsewhere") if elsewhere else found


_CALLING = re.compile(r"\b(?:call|brand|label|describ|dismiss|denounc|slam|decri)\w*", re.IGNORECASE)
_PREDICATE = re.compile(
    r"\b(?:is|was|are|were|been|be|as)\s+(?:\w+ly\s+|all\s+|an?\s+|just\s+|simply\s+)*\Z", re.IGNORECASE
)


def _calls_fake(cue_text: str, content: str) -> bool:
    """Whether a content does little but call something untrue ("the appeal was fake", "the letter a forgery")."""
    head = content[:90]
    calling = _CALLING.search(cue_text)
    match = cues.FAKE.search(head) or (cues.UNFIT.search(head) if calling else None)
    if not match or "," in head[: match.start()]:
        return False
    if calling:
        return True
    rest = content[match.end() :].strip(" .,\"”'’")
    return len(content) <= 120 and len(rest) < 25 and bool(_PREDICATE.search(head[: match.start()]))


def _certainty(content: str) -> Certainty | None:
    """The certainty that the main clause at the head of the content tells."""
    head = " ".join(content.split()[:_HEAD_WORDS])
    border = _SUBORDINATE.search(head, _FIRST_WORDS)
    head = head[: border.start()] if border else head
    if cues.POSSIBLE.search(head):
        return "possible"
    if cues.PROBABLE.search(head):
        return "probable"
    return "certain" if cues.CERTAIN.search(head) else None
