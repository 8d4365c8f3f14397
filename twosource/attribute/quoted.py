"""Quotations that the network left without a speaker, given to the one who was speaking.

News lets a quotation run on: a second sentence of pure quotation after "he said", a paragraph that opens with a mark
while the one before did not close its own, a paragraph that is nothing but a quotation. PolNeAR's annotators give such
words to the relation before, as one more content span (98 of 125 paragraphs of pure quotation in its training split;
30 were left alone, 8 had a cue of their own), and so do we.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.language.quotes import Quotation, quotations
from twosource.records import Article, Relation, Span

MIN_WORDS = 5
"""Shorter quotations are mostly titles and single borrowed words, which nobody needs to have said here."""


def with_quotations(article: Article, relations: Sequence[Relation]) -> list[Relation]:
    """``relations`` in order, with each speakerless quotation that continues one of them joined to its content."""
    joined = list(relations)
    marks = quotations(article.text, article.paragraphs)
    for quotation in marks:
        if _continues(article.text, article.paragraphs, quotation) and not _covered(joined, quotation.span):
            speaker = _speaker(article, joined, quotation, marks)
            if speaker is not None:
                content = (*joined[speaker].content, quotation.span)
                joined[speaker] = replace(joined[speaker], content=tuple(sorted(content)))
    return joined


def _continues(text: str, paragraphs: Sequence[Span], quotation: Quotation) -> bool:
    """Whether it is whole sentences: it stands where a sentence starts, and stops (or never closes) like one."""
    start, end = quotation.inner
    inner = text[start:end].strip()
    if len(inner.split()) < MIN_WORDS or not (inner[0].isupper() or inner[0].isdigit()):
        return False
    paragraph = next((s for s, e in paragraphs if s <= start < e), 0)
    before = text[paragraph : quotation.span[0]].rstrip()
    after = text[end : quotation.span[1] + 1]
    stops = inner[-1] in ".?!…" or not quotation.closed or after[-1:] in ".?!"
    return stops and (not before or before[-1] in '.?!…”"’')


def _covered(relations: Sequence[Relation], span: Span) -> bool:
    """Whether a part of ``span`` already plays a part in a relation."""
    return any(s < span[1] and span[0] < e for r in relations for s, e in (*r.content, *r.cue, *r.source))


def _speaker(
    article: Article, relations: list[Relation], quotation: Quotation, marks: Sequence[Quotation]
) -> int | None:
    """The relation whose quoted words end last before the quotation, in its own paragraph or, if it opens one, the one
    before."""
    number = next((n for n, (s, e) in enumerate(article.paragraphs) if s <= quotation.span[0] < e), None)
    if number is None:
        return None
    start = article.paragraphs[number][0]
    opens = not article.text[start : quotation.span[0]].strip()
    floor = article.paragraphs[number - 1][0] if opens and number else start
    best: tuple[int, int] | None = None
    for place, relation in enumerate(relations):
        end = max((e for _, e in (*relation.content, *relation.cue)), default=0)
        begin = relation.content[-1][0]
        if floor <= begin and end <= quotation.span[0] and _quotes(relation, marks) and (best is None or end > best[0]):
            best = (end, place)
    return best[1] if best else None


def _quotes(relation: Relation, marks: Sequence[Quotation]) -> bool:
    return any(s < mark.span[1] and mark.span[0] < e for mark in marks for s, e in relation.content)
