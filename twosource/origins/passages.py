"""Which articles may share text: passages and the keys that two copies of one have in common.

Winnowed fingerprints (Schleimer, Wilkerson & Aiken 2003, "Winnowing: local algorithms for document fingerprinting"):
of every 6 successive runs of 7 words the one of least hash is kept, so that any 12 words in a row that two articles
share give them a common key, wherever in a paragraph they stand and whatever was trimmed around them. The sketch of a
whole passage by MinHash would miss a sentence lifted out of a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from twosource.origins.wording import wording
from twosource.records import Article, Span

RUN = 7
"""Words of a fingerprint: most names and turns of phrase ("the Ministry of Foreign Affairs said") are
shorter. What has one in common is only a candidate."""
WINDOW = 6
"""Successive runs of which one is kept: 12 words in a row are always seen, for 2 keys in 7 words."""
SHORTEST = 10
"""Words of the shortest passage: headings, captions and one-line quotations identify nothing."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of an article and its fingerprints in order."""

    article: str
    span: Span
    sketch: tuple[int, ...]


def passages(article: Article) -> tuple[Passage, ...]:
    """The paragraphs of ``article`` that are long enough to be told from stock phrases, in order."""
    found = wording(article)
    kept = [(span, found.words[found.inside(span)]) for span in article.paragraphs]
    return tuple(Passage(article.id, span, tuple(_winnowed(words))) for span, words in kept if len(words) >= SHORTEST)


def keys(passage: Passage) -> frozenset[str]:
    """Blocking keys: passages that share none share no 12 words in a row."""
    return frozenset(f"{fingerprint:016x}" for fingerprint in passage.sketch)


def _winnowed(words: Sequence[str]) -> Iterator[int]:
    runs = [_hash(words[start : start + RUN]) for start in range(len(words) - RUN + 1)]
    before = -1
    for start in range(max(1, len(runs) - WINDOW + 1)):
        window = runs[start : start + WINDOW]
        least = start + len(window) - 1 - window[::-1].index(min(window))
        if least != before:
            yield runs[least]
            before = least


def _hash(words: Sequence[str]) -> int:
    """The same number on every machine, which Python's own hash is not."""
    return int.from_bytes(blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
