"""Statements in their sentences, cut where source, cue and content begin and end, and where two words differ."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from twosource.across import Account
from twosource.brief import clauses
from twosource.brief.excerpt import AROUND
from twosource.export.words import inline
from twosource.language.telling import counting_words
from twosource.language.words import word_spans
from twosource.link.terms import stem
from twosource.records import Article, Span

Mark = Literal["source", "cue", "content", "differs", "mention"]
MARKS: tuple[Mark, ...] = ("source", "cue", "content", "mention", "differs")

_WORD = re.compile(r"[^\W_]+(?:[.,:/'’-][^\W_]+)*%?|[$£€]\d[\d.,]*")
_BESIDE = 1
"""Paragraphs before and after those of a statement, among whose words another span is chosen."""
_MOST = 400
"""Words to choose from at most: some pages are one paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bit:
    """A stretch of an article in which nothing begins or ends, and what it is part of."""

    text: str
    marks: tuple[Mark, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """An element of ``sentence``."""
        return {"text": self.text, "marks": list(self.marks)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word to begin or end a span with. ``before`` is what stands between it and the word before; where a paragraph
    begins there, ``tail`` is what of it belongs to the paragraph before. ``parts``: which of source, cue and content it
    is of."""

    span: Span
    text: str
    before: str
    tail: str | None
    parts: tuple[Mark, ...]


def sentence(account: Account, *, beside: Collection[Account] = ()) -> tuple[Bit, ...]:
    """The sentences of a statement with its parts marked. Of what it says, words are marked ``differs`` that nobody of
    ``beside`` has, function words and inflection aside; none, where they have not a word in common."""
    found = account.attribution
    spans: list[tuple[Mark, Span]] = [("source", span) for span in found.source]
    spans += [("cue", span) for span in found.cue]
    spans += [("content", span) for span in found.content]
    first, last = min(span[0] for _, span in spans), max(span[1] for _, span in spans)
    if beside:
        spans += [("differs", span) for span in _differing(account, beside)]
    return tuple(_cut(account.article, _near(clauses.context(account), first, last), spans))


def mention(account: Account, place: int) -> tuple[Bit, ...]:
    """The sentences of a statement with one mention of its chain marked; it may have no words of its own."""
    span = account.attribution.chain[place].span
    if span is None:
        return sentence(account)
    start, end = clauses.context(account)
    within = _near((min(start, span[0]), max(end, span[1])), *span)
    return tuple(_cut(account.article, within, [("mention", span)]))


def choices(account: Account) -> tuple[Word, ...]:
    """The words among which another span can be chosen: of the paragraphs of the statement and those beside them."""
    article, found_in = account.article, account.attribution
    chosen = found_in.content
    parts: dict[Mark, Sequence[Span]] = {"source": found_in.source, "cue": found_in.cue, "content": chosen}
    start, end = _paragraphs(article, clauses.context(account))
    found = [match.span() for match in _WORD.finditer(article.text, start, end)]
    middle = next((at for at, span in enumerate(found) if span[1] > chosen[0][0]), 0)
    low = max(0, min(middle - _MOST // 2, len(found) - _MOST))
    place = start if low == 0 else found[low][0]
    words: list[Word] = []
    for left, right in found[low : low + _MOST]:
        head = next((one[0] for one in article.paragraphs if words and place <= one[0] <= left), None)
        words.append(
            Word(
                span=(left, right),
                text=article.text[left:right],
                before=inline(article.text[head or place : left]),
                tail=inline(article.text[place:head]) if head is not None else None,
                parts=tuple(name for name, spans in parts.items() if _touches(spans, left, right)),
            )
        )
        place = right
    return tuple(words)


def _touches(spans: Sequence[Span], left: int, right: int) -> bool:
    return any(one[0] < right and left < one[1] for one in spans)


def _paragraphs(article: Article, span: Span) -> Span:
    touched = [at for at, one in enumerate(article.paragraphs) if one[0] < span[1] and span[0] < one[1]]
    if not touched:
        return span
    near = article.paragraphs[max(0, touched[0] - _BESIDE) : touched[-1] + 1 + _BESIDE]
    return near[0][0], near[-1][1]


def _differing(account: Account, beside: Collection[Account]) -> Iterator[Span]:
    others = {stem(word) for other in beside for word in counting_words(other.quote)}
    text = account.article.text
    own = [span for start, end in account.attribution.content for span in _counting(text, start, end)]
    apart = [span for span in own if stem(text[slice(*span)]) not in others]
    return iter(apart if len(apart) < len(own) else [])


def _counting(text: str, start: int, end: int) -> Iterator[Span]:
    return (span for span in word_spans(text, start, end) if next(counting_words(text[slice(*span)]), None))


def _near(context: Span, first: int, last: int) -> Span:
    return max(context[0], first - AROUND), min(context[1], last + AROUND)


def _cut(article: Article, within: Span, spans: Sequence[tuple[Mark, Span]]) -> Iterator[Bit]:
    start, end = within
    borders = sorted({start, end, *(border for _, span in spans for border in span if start < border < end)})
    if start > 0 and not article.text[start - 1].isspace():
        yield Bit(text="… ")
    for left, right in pairwise(borders):
        own = {mark for mark, span in spans if span[0] < right and left < span[1]}
        yield Bit(text=inline(article.text[left:right]), marks=tuple(mark for mark in MARKS if mark in own))
    if end < len(article.text) and not article.text[end].isspace():
        yield Bit(text=" …")
