"""What must hold of decoding: tags to spans to relations, and words to times, figures, quotations and sentences."""

from __future__ import annotations

import json
import math
from functools import cache

import numpy as np

from fuzz.laws import inside, require, time
from twosource.attribute.decode import relations
from twosource.attribute.describe import describe
from twosource.attribute.quoted import with_quotations
from twosource.language import parts, quotes, sentences
from twosource.language.dates import find_times
from twosource.language.facts import Facts
from twosource.language.figures import find_figures
from twosource.language.words import word_spans
from twosource.model.network import Links, Scores
from twosource.model.tags import TAGS, Chain, constraints
from twosource.model.windows import WINDOW, Words, read_words, windows
from twosource.model.wordpiece import WordPieces
from twosource.read import paragraphs, times
from twosource.records import Article, Attribution, Relation, Span, check_spans

_DAYS = (None, "", "2031-10-17", "2031-10-17T14:05:00+01:00", "0001-01-01", "9999-12-31", "2024-02-29", "noise")
_WIDTH = 4
# What the network gives lies between -25 and 25.
_SCORES = (0.0, 1.0, -1.0, 5.0, -5.0, 30.0, -30.0)


def text_of(data: bytes) -> str:
    """Any bytes as a text; what is no UTF-8 becomes lone surrogates, which some texts hold."""
    return data.decode("utf-8", "surrogateescape")


def printed_times(data: bytes) -> None:
    """Times that documents state."""
    text = text_of(data)
    time(times.from_machine(text))
    time(times.from_words(text))
    for found in times.labelled(text):
        time(found)
    require(isinstance(times.without_times(text), str), "what is left is no text")


def calendar(data: bytes) -> None:
    """Times that prose names."""
    text = text_of(data)
    found = find_times(text)
    inside((one.span for one in found), text, what="times")
    for number, one in enumerate(found):
        for lean in ("past", "future"):
            interval = one.interval(_DAYS[(len(data) + number) % len(_DAYS)], lean=lean)
            if interval:
                start, end = interval.start[:16], interval.end[:16]
                require(start < end, f"an interval ends before it begins: {one.words!r}")


def figures(data: bytes) -> None:
    """Quantities, and which is a part of which."""
    text = text_of(data)
    spans = paragraphs.find(text)
    found = parts.with_parts(text, find_figures(text, spans, [one.span for one in find_times(text)]))
    inside((one.span for one in found), text, what="figures")
    for one in found:
        ends = [end for end in (one.low, one.high) if end is not None]
        require(all(map(math.isfinite, ends)), "a figure is not finite")
        require(ends == sorted(ends), "a figure ends below where it begins")


def quotations(data: bytes) -> None:
    """Quotations, whatever the marks."""
    text = text_of(data)
    found = quotes.quotations(text, paragraphs.find(text))
    inside((one.span for one in found), text, what="quotations")
    for one in found:
        require(one.span[0] <= one.inner[0] <= one.inner[1] <= one.span[1], "the words lie outside of their quotation")


def split(data: bytes) -> None:
    """Sentences: they hold every character that is not white space."""
    text = text_of(data)
    found = sentences.sentences(text, paragraphs.find(text))
    inside(found, text, what="sentences")
    left = len("".join(text.split())) - sum(len("".join(text[start:end].split())) for start, end in found)
    require(not left, "a character is in no sentence")
    for span in found[:3]:
        around = sentences.around(text, paragraphs.find(text), (span[0], span[0] + 1))
        require(around[0] <= span[0] < around[1], "the sentences around a character do not hold it")


def words(data: bytes) -> None:
    """Words, their pieces, and windows whose cores part them."""
    text = text_of(data)
    found = _read(text)
    inside(found.spans, text, what="words")
    _windows_part(found, size=WINDOW, context=64)
    _windows_part(found, size=24, context=5)


def _windows_part(found: Words, *, size: int, context: int) -> None:
    core = 0
    for window in windows(found, vocabulary(), size=size, context=context):
        require(window.first <= window.core == core < window.end, "windows leave words out")
        require(len(window.ids) == len(window.features), "a window has as many features as pieces")
        require(len(window.heads) == window.end - window.first, "a word of a window has no place")
        core = window.end
    require(core == len(found.spans), "windows leave words out")


def tags(data: bytes) -> None:
    """Any scores of tags and links → relations."""
    marks, _, prose = data.partition(b"\x00")
    text = text_of(prose)
    found = _read(text)
    inner = list(windows(found, vocabulary(), size=24, context=5))
    scores = [_scores(marks, window.end - window.first, number) for number, window in enumerate(inner)]
    for relation in relations(found, inner, scores, _Network()):  # type: ignore[arg-type]
        _relation(relation, text)


def described(data: bytes) -> None:
    """Any relations of any text → attributions, and these can be written."""
    marks, _, prose = data.partition(b"\x00")
    text = text_of(prose)
    article = Article(text=text, paragraphs=paragraphs.find(text), published=_DAYS[len(data) % len(_DAYS)])
    facts = Facts(article)
    found = with_quotations(facts, _relations(marks, text))
    for one in describe(facts, found):
        attribution(one, text)


def attribution(one: Attribution, text: str) -> None:
    """All spans lie in the text, all numbers are finite, and the record can be written."""
    for spans in (one.content, one.cue, one.source):
        check_spans(spans, len(text))
    marked = [one.hedge, *(link.span for link in one.chain), *(figure.span for figure in one.figures)]
    marked += [one.target.span] if one.target else []
    for span in marked:
        require(span is None or 0 <= span[0] < span[1] <= len(text), "a span lies outside of the text")
    json.dumps(one.as_dict(), allow_nan=False)


def _relation(relation: Relation, text: str) -> None:
    require(relation.content, "a relation has no content")
    for spans in (relation.content, relation.cue, relation.source):
        check_spans(spans, len(text))
    require(0 <= relation.confidence <= 1, "a confidence is no share")


@cache
def vocabulary() -> WordPieces:
    """The embedded one."""
    return WordPieces.embedded()


def _read(text: str) -> Words:
    return read_words(text, paragraphs.find(text), vocabulary())


class _Network:
    """What decoding asks of a network, without one."""

    def __init__(self) -> None:
        self.chain = Chain(*constraints())
        self.links = Links(np.zeros((2, 9), np.float32), np.zeros((2, _WIDTH), np.float32))


def _scores(marks: bytes, count: int, number: int) -> Scores:
    """Scores out of bytes, used as often as they are needed."""
    wanted = count * (len(TAGS) + 4 * _WIDTH)
    marks = marks or b"\x01"
    given = np.frombuffer(marks * (wanted // len(marks) + 8), np.uint8)[number % 7 :][:wanted]
    values = np.asarray(_SCORES, np.float32)[given % len(_SCORES)]
    cut = count * len(TAGS)
    return Scores(values[:cut].reshape(count, len(TAGS)), values[cut:].reshape(count, 4 * _WIDTH))


def _relations(marks: bytes, text: str) -> list[Relation]:
    """Relations out of bytes: three of them a span, by the numbers of its words."""
    places = word_spans(text)
    if not places:
        return []
    spans = [_span(marks[at : at + 3], places) for at in range(0, len(marks) - 2, 3)]
    found = []
    for at in range(0, len(spans) - 2, 3):
        content, cue, source = spans[at : at + 3]
        shape = marks[at] % 8
        found.append(
            Relation(
                content=(content,),
                cue=(cue,) if shape & 1 or not shape else (),
                source=(source,) if shape & 2 or not shape else (),
                confidence=marks[at] / 255,
            )
        )
    return sorted(set(found), key=lambda one: (one.content, one.cue, one.source))


def _span(mark: bytes, places: list[Span]) -> Span:
    first = (mark[0] * 256 + mark[1]) % len(places)
    last = min(first + mark[2] % 12, len(places) - 1)
    return places[first][0], places[last][1]
