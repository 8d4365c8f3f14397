"""What a statement about another statement is about: "called the report nonsense", "said Feld's claim was false".

Only judgements of credibility count: that something is untrue, doubtful, genuine or borne out; a criticism of remarks
judges no truth. Where the article has the other statement, the target is its content; else the clause that the words
themselves give ("claims that he had been paid"); else the words for it, or who is called a liar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.attribute.mentions import Mentions
from twosource.language import cues
from twosource.language.facts import Facts
from twosource.language.words import words
from twosource.records import Attribution, Mention, Span, Target

_NOUN = (
    r"(?P<noun>allegations?|claims?|accusations?|reports?|statements?|accounts?|suggestions?|rumou?rs?|assertions?|"
    r"versions?|letters?|appeals?|videos?|footage|documents?|posts?|tweets?|figures?|numbers|tolls?|stor(?:y|ies)|"
    r"testimony|confessions?|recordings?|photos?|photographs?|pictures?|theor(?:y|ies)|scenario|speculation|findings?)"
)
_OWNER = (
    r"(?P<owner>his|her|its|their|this|that|these|those|the|an?|any|all|such|"
    r"(?:the\s)?[\w.-]+(?:\s[A-Z][\w.-]*){0,3}['’]s?)"
)
_PHRASE = re.compile(rf"(?:{_OWNER}\s(?:(?!and\b|or\b|that\b)[\w-]+\s){{0,2}}?)?{_NOUN}(?![\w’'-])", re.IGNORECASE)
_LEAD = re.compile(
    r"\W*(?:that\s+)?(?:there\s+(?:was|is|were)\s+)?(?:(?:no|little|some)\s+(?:truth|basis|substance|foundation|merit)\s+"
    r"(?:in|to|for|behind)\s+)?(?:(?:the\s+)?(?:authenticity|accuracy|truth|truthfulness|credibility|veracity|reliability)"
    r"\s+of\s+)?(?:as\s+\w+\s+)?",
    re.IGNORECASE,
)
_CREDIBLE = re.compile(
    r"\b(?:genuine|authentic|credible|true|accurate|reliable|plausible|implausible|far-fetched|consistent\s+with|"
    r"inconsistent\s+with|borne\s+out|contradicted|exaggerated|misleading|impossible|fantasy|fiction|propaganda|lies)\b",
    re.IGNORECASE,
)
_SUPPORTS = re.compile(
    r"\b(?:confirm|corroborat|verif|authenticat|back(?:s|ed|ing)?\b|support|echo|endors|bear(?:s|ing)?\s+out|bore\s+out|"
    r"(?:len[dt]s?|lending|g[ai]ve?|adds?|added)\s+(?:\w+\s)?(?:credibility|credence|weight))",
    re.IGNORECASE,
)
_DOUBTS = re.compile(
    r"\b(?:doubt|question(?:s|ed|ing)\b|challeng|cast\w*\s+doubt|disput|contradict|reject|den(?:y|ie|ying)|dismiss|refut|"
    r"debunk|discredit|rubbish)",
    re.IGNORECASE,
)
_LIAR = re.compile(
    r"\W*(?:that\s+)?(?P<who>[^,.;]{2,60}?)\s+(?:(?:is|was|were|are|had\s+been|has\s+been)\s+(?:a\s+liar|lying)|(?:as\s+)?an?\s+(?:\w+\s)?liar)\b"
)
_IT = re.compile(
    r"\W*(?:that\s+)?(?:it|this|that)\s+(?:was|is|were|had\s+been|looked|seemed|appeared)\b", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"\s+(?:(?:[\w-]+\s+){0,3}?(?:that|of|about)\s+|(?=(?:he|she|it|they|we|the|his|her|their)\s))(?=\w)"
)
_MADE_BY = re.compile(
    r"\s+(?:(?:given|made|told|spread|published|released|put\s+out)\s+)?(?:by|from)\s+([^,.;]{2,50}?)(?=\s+(?:was|is|were|as|that|had|has)\b|[,.;”\"]|\Z)"
)
_POSSESSIVES = words("his her its their")
_POINTING = words("the this that these those such any all a an")
_OF_SPEECH = {
    "report": "report",
    "claim": "claim",
    "allegation": "alleg",
    "accusation": "accus",
    "suggestion": "suggest",
}
_COUNTED = words("figure figures number numbers toll tolls")
_NEEDS_OTHER = words("appeal appeals letter letters video videos footage document documents picture pictures")
"""Things that only count where the article has what they say: a court dismisses an appeal too."""
_BACK = 4
"""Sentences back in which the statement stands that "the claim" or "it" means."""


def with_targets(mentions: Mentions, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """``found`` with the target of each that judges another statement."""
    finder = _Finder(mentions, found)
    for number, one in enumerate(found):
        target = finder.target(number)
        yield replace(one, target=target) if target else one


class _Finder:
    """The statements of one article, to be found by what others call them."""

    def __init__(self, mentions: Mentions, found: Sequence[Attribution]) -> None:
        self._mentions = mentions
        self._facts: Facts = mentions.facts
        self._found = found

    def target(self, number: int) -> Target | None:
        one = self._found[number]
        if not one.content or one.polarity == "withhold":
            return None
        start, end = one.content[0]
        text = self._facts.text
        if liar := _LIAR.match(text, start, end):
            return Target(what="speaker", span=liar.span("who"))
        lead = _LEAD.match(text, start, end)
        at = lead.end() if lead else start
        cue = " ".join(text[s:e] for s, e in one.cue)
        phrase = _PHRASE.match(text, at, end)
        rest = text[phrase.end() if phrase else at : min(end, at + 160)] + " ".join(
            text[s:e] for s, e in one.content[1:]
        )
        judged = self._judges(cue, lead[0] if lead else "", rest)
        if phrase is None:
            judged = judged and _IT.match(text, at, end) is not None and " that " not in rest
            return self._pointed(number, None) if judged else None
        return self._of_phrase(number, phrase, end) if judged else None

    def _judges(self, cue: str, lead: str, rest: str) -> bool:
        """Whether truth is spoken of: by the cue, before the phrase ("the authenticity of"), or after it."""
        if _SUPPORTS.search(cue) or _DOUBTS.search(cue) or len(lead.split()) > 1:
            return True
        head = re.split(r"[,;]\s|\.\s", rest, maxsplit=1)[0]
        return any(pattern.search(head) for pattern in (cues.FAKE, cues.UNFIT, _CREDIBLE))

    def _of_phrase(self, number: int, phrase: re.Match[str], end: int) -> Target | None:
        noun = phrase["noun"].lower()
        text = self._facts.text
        if (clause := _CLAUSE.match(text, phrase.end(), end)) and noun not in _NEEDS_OTHER:
            stop = len(text[:end].rstrip(" .,”\"'’"))
            return Target(what="statement", span=(clause.end(), stop)) if stop > clause.end() else None
        if made := _MADE_BY.match(text, phrase.end(), end):
            return self._by(number, made.span(1)) or Target(what="speaker", span=made.span(1))
        owner = (phrase["owner"] or "").lower()
        if owner in _POSSESSIVES:
            return self._by(number, phrase.span("owner")) or self._pointed(number, noun)
        if owner and owner not in _POINTING:
            whose = phrase.start("owner"), phrase.end("owner") - (2 if owner.endswith("s") and owner[-2] in "'’" else 1)
            return self._by(number, whose) or Target(what="speaker", span=whose)
        return self._pointed(number, noun)

    def _by(self, number: int, span: Span) -> Target | None:
        """The nearest other statement of the one named at ``span``: before, or after."""
        who = self._mentions.meant([span])
        others = [n for n in range(len(self._found)) if n != number and self._is_by(n, who)]
        before = [n for n in others if n < number]
        return self._statement(before[-1] if before else others[0]) if others else None

    def _is_by(self, number: int, who: Mention) -> bool:
        chain = self._found[number].chain
        if not chain:
            return False
        origin = chain[-1]
        if who.name or origin.name:
            return who.name == origin.name
        shared = (who.role or who.kind) == (origin.role or origin.kind)
        text = self._facts.text
        return shared and _head(text, who.span) == _head(text, origin.span)

    def _pointed(self, number: int, noun: str | None) -> Target | None:
        """The statement that "the claim", "the letter" or "it" means: by its own word, else the one right before."""
        floor = self._facts.sentences[max(self._facts.sentence_number(self._found[number].content[0][0]) - _BACK, 0)][0]
        before = [n for n in range(number) if self._found[n].content and self._found[n].content[0][0] >= floor]
        others = [n for n in before if not self._same_origin(n, number)]
        by_word = [n for n in others if noun and self._has_word(n, noun)]
        if by_word:
            return self._statement(by_word[-1])
        if noun in _NEEDS_OTHER:
            return None
        counted = [n for n in others if self._found[n].figures] if noun in _COUNTED else others
        return self._statement(counted[-1]) if counted else None

    def _same_origin(self, left: int, right: int) -> bool:
        one, other = self._found[left].chain, self._found[right].chain
        return bool(one and other and one[-1].name and one[-1].name == other[-1].name)

    def _has_word(self, number: int, noun: str) -> bool:
        """Whether a statement is what the noun says: a letter's, a report, an accusation, about an appeal."""
        one, text, single = self._found[number], self._facts.text, noun.rstrip("s")
        cue = " ".join(text[s:e] for s, e in one.cue).lower()
        speech = _OF_SPEECH.get(single)
        source = " ".join(text[s:e] for s, e in one.source).lower()
        content = text[slice(*one.content[0])][:60].lower()
        return bool((speech and speech in cue) or single in source or (noun in _NEEDS_OTHER and single in content))

    def _statement(self, number: int) -> Target:
        one = self._found[number]
        return Target(what="statement", span=one.content[0], attribution=one.id)


def _head(text: str, span: Span | None) -> str:
    return text[slice(*span)].rsplit(maxsplit=1)[-1].lower() if span and text[slice(*span)].strip() else ""
