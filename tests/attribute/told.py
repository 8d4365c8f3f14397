"""Articles and relations written down by their words, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.attribute.describe import describe
from twosource.language.facts import Facts
from twosource.language.quotes import blocks
from twosource.records import Article, Attribution, Relation, Span

Told = tuple[str, str, str]
"""Source, cue and content as they stand in the text; " … " parts the pieces of one; an empty string is none."""


def article(text: str, **fields: object) -> Article:
    known: dict[str, object] = {"published": "2024-10-19", "outlet": "The Orrin Herald"} | fields
    return Article(text=text, paragraphs=tuple(blocks(text)), **known)  # type: ignore[arg-type]


def relations(text: str, told: Sequence[Told]) -> list[Relation]:
    """Each relation is looked for after the beginning of the one before it."""
    found: list[Relation] = []
    start = 0
    for source, cue, content in told:
        parts = [_spans(text, words, start) for words in (source, cue, content)]
        found.append(Relation(source=parts[0], cue=parts[1], content=parts[2]))
        start = min(span[0] for part in parts for span in part)
    return found


def _spans(text: str, words: str, start: int) -> tuple[Span, ...]:
    pieces = [piece for piece in words.split(" … ") if piece]
    places = [text.index(piece, start) for piece in pieces]
    return tuple(sorted((place, place + len(piece)) for place, piece in zip(places, pieces, strict=True)))


def attributions(text: str, *told: Told, **fields: object) -> list[Attribution]:
    return list(describe(Facts(article(text, **fields)), relations(text, told)))


def names(attribution: Attribution) -> list[str | None]:
    return [mention.name for mention in attribution.chain]
