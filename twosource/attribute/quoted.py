"""Quotations that the network left without a speaker, given to the one who was speaking.

News lets a quotation run on: a second sentence of pure quotation after "he said", a paragraph that opens with a mark
while the one before did not close its own, a paragraph that is nothing but a quotation. PolNeAR's annotators give such
words to the relation before, as one more content span (98 of 125 paragraphs of pure quotation in its training split;
30 were left alone, 8 had a cue of their own), and so do we.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.language.facts import Facts, overlap
from twosource.language.quotes import Quotation
from twosource.records import Article, Relation, Span

MIN_WORDS = 5
"""Shorter quotations are mostly titles and single borrowed words, which nobody needs to have said here."""


def with_quotations(facts: Facts, relations: Sequence[Relation]) -> list[Relation]:
    """``relations`` in order, with each speakerless quotation that continues one of them joined to its content."""
    joined = list(relations)
    for quotation in facts.quotations:
        paragraph = _paragraph(facts.article, quotation.span[0])
        if _continues(facts.text, paragraph[1], quotation) and not _covered(joined, quotation.span):
            speaker = _speaker(facts, joined, quotation, paragraph)
            if speaker is not None:
                content = (*joined[speaker].content, quotation.span)
                joined[speaker] = replace(joined[speaker], content=tuple(sorted(content)))
    return joined


def _paragraph(article: Article, position: int) -> tuple[int, int]:
    """The number and the start of the paragraph that ``position`` lies in."""
    return next((number, start) for number, (start, end) in enumerate(article.paragraphs) if start <= position < end)


def _continues(text: str, paragraph: int, quotation: Quotation) -> bool:
    """Whether it is whole sentences: it stands where a sentence starts, and stops (or never closes) like one."""
    start, end = quotation.inner
    inner = text[start:end].strip()
    if len(inner.split()) < MIN_WORDS or not (inner[0].isupper() or inner[0].isdigit()):
        return False
    before = text[paragraph : quotation.span[0]].rstrip()
    after = text[end : quotation.span[1] + 1]
    stops = inner[-1] in ".?!…" or not quotation.closed or after[-1:] in ".?!"
    return stops and (not before or before[-1] in ".?!…”\"'")


def _covered(relations: Sequence[Relation], span: Span) -> bool:
    """Whether a part of ``span`` already plays a part in a relation."""
    return any(overlap(part, span) for r in relations for part in (*r.content, *r.cue, *r.source))


def _speaker(
    facts: Facts, relations: Sequence[Relation], quotation: Quotation, paragraph: tuple[int, int]
) -> int | None:
    """The relation whose quoted words end last before the quotation, in its own paragraph or, if it opens one, the one
    before."""
    number, start = paragraph
    opens = not facts.text[start : quotation.span[0]].strip()
    floor = facts.article.paragraphs[number - 1][0] if opens and number else start
    best: tuple[int, int] | None = None
    for place, relation in enumerate(relations):
        end = max((e for _, e in (*relation.content, *relation.cue)), default=0)
        begin = relation.content[-1][0]
        quotes = any(facts.quotations_in(span) for span in relation.content)
        if floor <= begin and end <= quotation.span[0] and quotes and (best is None or end > best[0]):
            best = (end, place)
    return best[1] if best else None
