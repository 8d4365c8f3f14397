"""What the desk calls things: the question of a case, verdicts, grades."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from twosource.across import Account, Judgement, Verdict
from twosource.brief import clauses
from twosource.export import words
from twosource.records import Anonymity, Certainty, Kind, Polarity

QUESTIONS: Mapping[str, str] = {
    "attribution": "Is this read rightly?",
    "proposition": "Are these about one question?",
    "origin": "Do these go back to one origin?",
    "source": "How reliable is this source?",
    "sources": "Is this one source?",
}
"""By :attr:`twosource.room.desk.Item.kind`."""

_VERDICTS: Mapping[Verdict, str] = {
    "right": "right",
    "wrong": "wrong",
    "corrected": "corrected",
    "same": "the same",
    "not-same": "not the same",
    "unsure": "unsure",
    "note": "a note",
    "grade": "a grade",
    "withdrawn": "withdrawn",
}
RELIABILITY: Mapping[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}
"""Of a source: the admiralty scale."""

CREDIBILITY: Mapping[int, str] = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
"""Of a statement: the admiralty scale."""

POLARITIES: Mapping[Polarity, str] = {
    "affirm": "says that it is so",
    "deny": "says that it is not so",
    "withhold": "does not say, or could not confirm it",
}
CERTAINTIES: Mapping[Certainty, str] = {
    "certain": "certain",
    "probable": "probable",
    "possible": "possible",
    "unstated": "not stated",
}

KINDS: tuple[Kind, ...] = get_args(Kind)
ANONYMITIES: Mapping[Anonymity, str] = {
    "named": "by name",
    "role-only": "by office alone",
    "unnamed": "not named",
    "collective": "as a group",
}


def capital(text: str) -> str:
    """``text`` with its first letter a capital and all else as it is."""
    return clauses.capital(text)


def verdict(value: Verdict) -> str:
    """``not the same``."""
    return _VERDICTS[value]


def told(one: Judgement) -> str:
    """What a judgement says, in words: ``not the same``, ``grade B (usually reliable)``."""
    if one.reliability:
        return f"grade {one.reliability} ({RELIABILITY[one.reliability]})"
    if one.credibility:
        return f"grade {one.credibility} ({CREDIBILITY[one.credibility]})"
    return "not to be graded" if one.verdict == "grade" else verdict(one.verdict)


def subject(one: Judgement) -> str:
    """What a judgement is about, in words."""
    two = one.right is not None and one.verdict != "corrected"
    if one.about == "source":
        return "two sources" if two else "a source"
    if one.about == "attribution":
        return "the origins of two statements" if two else "a statement"
    return "two statements" if two else "a proposition"


def changes(old: Account, new: Account) -> list[str]:
    """What a correction says otherwise than what it corrects, each in words: ``stance: … → …``."""
    was, now = old.attribution, new.attribution
    told = [
        ("words", words.quoted(old.article, was.content), words.quoted(new.article, now.content)),
        ("cue", words.quoted(old.article, was.cue) or "none", words.quoted(new.article, now.cue) or "none"),
        ("speaker", clauses.chain(old), clauses.chain(new)),
        ("stance", POLARITIES[was.polarity], POLARITIES[now.polarity]),
        ("how sure", CERTAINTIES[was.certainty], CERTAINTIES[now.certainty]),
    ]
    return [f"{what}: {before} → {after}" for what, before, after in told if before != after]
