"""From scores to relations: consistent tags, then each content to its cue and each cue to its source.

A cue takes every content that points to it, so a quotation around "he said" is one relation with two content spans. A
relation without content is dropped. Links are chosen among the tagged spans only; with gold spans they are right 98
times in 100, so nothing more clever is needed here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from twosource.model.features import quoted
from twosource.model.network import Links, Network, Scores
from twosource.model.tags import FORBIDDEN, INNER, Floats, TagSpan, tag_spans
from twosource.model.windows import Window, Words
from twosource.records import Relation, Span

_TOGETHER = 8
"""Windows whose tags are decoded in one sweep."""


@dataclass(frozen=True, slots=True)
class Place:
    """Of each word of a window the number of its paragraph and whether it is quoted; and the first word of the core."""

    paragraphs: Sequence[int]
    quoted: Sequence[bool]
    core: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """A relation in words of its window, before it has a place in the text."""

    cue: TagSpan
    contents: tuple[TagSpan, ...]
    source: TagSpan | None
    confidence: float


def relations(words: Words, windows: Sequence[Window], scores: Sequence[Scores], network: Network) -> list[Relation]:
    """The relations of one text, in the order of their first words."""
    found: list[Relation] = []
    for at in range(0, len(windows), _TOGETHER):
        places = [_place(words, window) for window in windows[at : at + _TOGETHER]]
        part = [
            _within_paragraphs(place.paragraphs, score.tags)
            for place, score in zip(places, scores[at : at + _TOGETHER], strict=True)
        ]
        readings = zip(network.chain.best(part), network.chain.marginals(part), strict=True)
        for number, (path, probabilities) in enumerate(readings, at):
            spans = tag_spans(path, probabilities)
            made = joined(spans, scores[number], network.links, places[number - at])
            found.extend(_placed(words, windows[number], made))
    return sorted(found, key=lambda relation: min(relation.content + relation.cue + relation.source))


def _place(words: Words, window: Window) -> Place:
    reach = slice(window.first, window.end)
    return Place(words.paragraphs[reach], list(map(quoted, words.features[reach])), window.core - window.first)


def _within_paragraphs(paragraphs: Sequence[int], tags: Floats) -> Floats:
    """Tag scores that let no span go on from one paragraph into the next."""
    borders = [word for word in range(1, len(paragraphs)) if paragraphs[word] != paragraphs[word - 1]]
    bounded = tags.copy()
    bounded[np.ix_(borders, INNER)] = FORBIDDEN
    return bounded


def joined(spans: Sequence[TagSpan], scores: Scores, links: Links, place: Place) -> Iterator[Found]:
    """The relations that the spans of one window make."""
    cues = [span for span in spans if span.role == "cue"]
    sources = [span for span in spans if span.role == "source"]
    contents: dict[int, list[TagSpan]] = {}
    for span in spans:
        near = _near(span, cues, place) if span.role == "content" else []
        if near:
            ways = links.scores(scores.links, 0, (span.first, span.end), [cues[number].first for number in near])
            contents.setdefault(near[int(ways[1:].argmax())], []).append(span)
    for number, group in sorted(contents.items()):
        cue = cues[number]
        ways = links.scores(scores.links, 1, (cue.first, cue.end), [source.first for source in sources])
        best = int(ways.argmax())
        source = sources[best - 1] if best else None
        parts = [cue, *group, *([source] if source else [])]
        confidence = float(np.prod([part.confidence for part in parts]) ** (1 / len(parts)))
        yield Found(cue, tuple(group), source, confidence)


def _near(content: TagSpan, cues: Sequence[TagSpan], place: Place) -> list[int]:
    """The cues that a content may have: those of its paragraph; for a quotation, else of the nearest before it, else of
    the next.

    A content of the context that has no cue there had it in the window before.
    """
    home = place.paragraphs[content.first]
    apart = [home - place.paragraphs[cue.first] for cue in cues]
    if 0 in apart:
        chosen: int | None = 0
    elif not place.quoted[content.first] or content.first < place.core:
        return []
    else:
        chosen = min((gap for gap in apart if gap >= 0), default=max(apart, default=None))
    return [number for number, gap in enumerate(apart) if gap == chosen]


def _placed(words: Words, window: Window, found: Iterator[Found]) -> Iterator[Relation]:
    """Those whose cue begins in the window's core, as spans of the text."""
    for one in found:
        if window.first + one.cue.first >= window.core:
            yield Relation(
                content=tuple(_span(words, window, part) for part in one.contents),
                cue=(_span(words, window, one.cue),),
                source=(_span(words, window, one.source),) if one.source else (),
                confidence=one.confidence,
            )


def _span(words: Words, window: Window, part: TagSpan) -> Span:
    return words.spans[window.first + part.first][0], words.spans[window.first + part.end - 1][1]
