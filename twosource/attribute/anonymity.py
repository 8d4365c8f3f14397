"""What the words around a source say of its anonymity: how many speak, and why they are not named."""

from __future__ import annotations

import re
from dataclasses import replace

from twosource.language.facts import Facts
from twosource.records import Mention, Relation

_NUMBERS = {
    **{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10},
    **{"eleven": 11, "twelve": 12, "half a dozen": 6, "a dozen": 12, "two dozen": 24},
}
_COUNT = re.compile(
    rf"(?:the\s+|at\s+least\s+|some\s+|about\s+|all\s+)?({'|'.join(reversed(_NUMBERS))}|\d{{1,3}})\s+(?!per|of\b)[a-zA-Z]",
    re.IGNORECASE,
)
_HIDING = re.compile(
    r"\b(?:condition\s+of\s+(?:strict\s+)?anonymity|requested\s+anonymity|anonymously|"
    r"(?:not|declined|refused)\s+to\s+be\s+(?:named|identified)|(?:not\s+be|withheld\s+their|not\s+to\s+give\s+\w+)\s+"
    r"(?:named|identified|names?))\b"
)
_REASON = re.compile(
    r"[,\s]*((?:because|as|since|for\s+fear|out\s+of\s+fear|citing|due\s+to|owing\s+to|given|in\s+order\s+to|"
    r"(?:so\s+as\s+)?to\s+(?:discuss|speak|talk|describe|avoid|protect))\b[^.;:“”\"—]*)"
)
_AFTERWARDS = re.compile(
    r"\W*(?:the|he|she|they|both|all)\s+(?:\w+\s+){0,2}(?:spoke|asked|requested|declined|insisted)\b", re.IGNORECASE
)
_OUTSIDE = 220
"""Characters from the source in which its anonymity is told: a sentence of apposition and the head of the next."""


def with_anonymity(facts: Facts, relation: Relation, mention: Mention) -> Mention:
    """``mention`` with the number of those who speak, where its words count them, and the reason for not naming them.

    Only the source's own mention has words of its own; one that is named is left as it is.
    """
    if mention.name or not mention.span or mention.anonymity == "named" or mention.kind == "document":
        return mention
    count = _COUNT.match(facts.text, *mention.span)
    number = _number(count[1].lower()) if count and mention.kind == "collective" else None
    hiding = _hiding(facts, *mention.span)
    if hiding is None:
        return replace(mention, number=number)
    anonymity = "unnamed" if mention.anonymity == "role-only" else mention.anonymity
    return replace(mention, number=number, anonymity=anonymity, reason=_reason(facts, relation, hiding))


def without_bare_role(mention: Mention) -> Mention:
    """``mention`` without a role that only says that it is a source: the resolving asks for it, a reader does not."""
    head = (mention.role or "").lower().split()[-1:]
    return replace(mention, role=None) if head in (["source"], ["sources"]) else mention


def _number(words: str) -> int | None:
    found = int(words) if words.isdigit() else _NUMBERS[words]
    return found if found > 1 else None


def _hiding(facts: Facts, start: int, end: int) -> int | None:
    """Where the words that hide the source end: in its sentence, or at the head of the one after it."""
    sentence = facts.sentence_at(start)
    for match in _HIDING.finditer(facts.text, start, min(sentence[1], end + _OUTSIDE)):
        if not facts.quotation_at(match.start()):
            return match.end()
    after = facts.text[sentence[1] : sentence[1] + _OUTSIDE]
    if not _AFTERWARDS.match(after):
        return None
    found = _HIDING.search(facts.text, sentence[1], sentence[1] + 80)
    return found.end() if found else None


def _reason(facts: Facts, relation: Relation, start: int) -> str | None:
    match = _REASON.match(facts.text, start)
    if not match:
        return None
    borders = [span[0] for span in (*relation.cue, *relation.content) if span[0] > start]
    words = facts.text[match.start(1) : min([match.end(1), *borders])]
    return " ".join(re.sub(r"(?:\s+that|,)?\s*\Z", "", words).split()) or None
