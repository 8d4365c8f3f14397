"""The body of an HTML page: trafilatura finds it; what it leaves behind and what it takes too much of is mended here.

1. trafilatura finds the body: first its precise search, then, where that finds little of the page, its wide one.
2. What stands in figures (captions are kept apart), share bars and boxes, and what is all link, is taken out of it.
3. Paragraphs in the same containers as those found, which it passed over, are added.
4. Lines that are furniture by their words, and heads with nothing under them, go.
5. Where hardly anything is left of a page that carries its own text as JSON-LD (``articleBody``), that text is taken.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from html import unescape

from lxml.etree import _Element
from lxml.html import HtmlElement

from twosource.read import bylines, furniture
from twosource.read.boxes import captions_of, key_of, prose_in, texts_aside, without_hidden
from twosource.read.furniture import Line
from twosource.read.metadata import Metadata, same

# The precise search is enough if it finds two fifths of the page's prose; else the wide one is tried too, and preferred
# if it finds half as much again.
ENOUGH = 0.4
BETTER = 1.5
# On pages that are read well, what is found is at least nine tenths of what the page carries as ``articleBody``.
OWN_SHARE = 0.5
# The longest live blogs have 1,000 paragraphs. With more, only what takes time in proportion to them is done: the
# precise search takes the square (40 s for 20,000 paragraphs).
MANY = 2000

# Of trafilatura's tree and, for fragments, of HTML itself.
_BLOCKS = {"p", "head", "item", "quote", "cell", "ab", "code"}
_BLOCKS |= {
    "div",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "tr",
    "td",
    "hr",
    "pre",
    "section",
}
_BREAKS = {"lb", "br"}
# What XML allows no text to hold, and lxml refuses with an exception.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Stands for a line break until it is known whether it parts two paragraphs. XML allows no control characters.
_BREAK = "\u2028"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The paragraphs of a page's article, and its captions apart."""

    lines: tuple[str, ...]
    captions: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        """In characters."""
        return sum(map(len, self.lines))


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of the body and the element of trafilatura's tree that it came from."""

    text: str
    tag: str


def body_of(tree: HtmlElement, about: Metadata) -> Body:
    """The paragraphs of the article in ``tree``, which stays as it is."""
    tree = without_hidden(deepcopy(tree))
    aside, captions = texts_aside(tree), captions_of(tree)
    shown = prose_in(tree)
    best = Body(lines=())
    many = sum(1 for _ in tree.iter("p")) > MANY
    for precise in (False,) if many else (True, False):
        pieces = [piece for piece in _found(tree, precise=precise) if key_of(piece.text) not in aside]
        whole = pieces if many else _completed(pieces, tree, aside)
        found = _mended(whole, title=about.title, captions=captions)
        best = found if found.length > BETTER * best.length else best
        if best.length > ENOUGH * shown:
            break
    return _of_own_text(about, best) if about.body and _is_own_text(best, about.body) else best


def fragment(markup: str, *, title: str | None = None) -> Body:
    """The paragraphs of a piece of HTML that is all article, such as the content of a feed's entry."""
    from lxml.html import document_fromstring

    # As part of a document and not as a fragment: lxml's own way to read one fails on some that hold a whole page.
    tree: HtmlElement = document_fromstring(f"<html><body><div>{_UNPRINTABLE.sub(' ', markup)}")
    captions = captions_of(tree)
    for element in tree.xpath("//figure | //script | //style | //form | //iframe | //title"):
        element.drop_tree()
    pieces = [Piece(line, "p") for line in _pieces("".join(_run(tree)))]
    return _mended(pieces, title=title, captions=captions)


def _is_own_text(best: Body, own: str) -> bool:
    """Whether much less was found than what the page carries for search engines, or that itself without its
    paragraphs."""
    run_together = len(best.lines) < len(own.split("\n")) and key_of("".join(best.lines)) in key_of(own)
    return best.length <= OWN_SHARE * len(own) or run_together


def _of_own_text(about: Metadata, best: Body) -> Body:
    """What the page carries for search engines, where so little was found that the page must be drawn by a program."""
    pieces = [Piece(line, "p") for line in (about.body or "").split("\n") if line.strip()]
    return _mended(pieces, title=about.title, captions=best.captions)


def _found(tree: HtmlElement, *, precise: bool) -> Iterator[Piece]:
    from trafilatura import bare_extraction

    found = bare_extraction(tree, include_comments=False, favor_precision=precise, fast=not precise)
    if found is None or isinstance(found, dict) or found.body is None:
        return
    for element in found.body.iter(*_BLOCKS):
        if not any(True for _ in element.iterancestors(*_BLOCKS)):
            yield from (Piece(line, str(element.tag)) for line in _split(element))


def _split(element: _Element) -> Iterator[str]:
    """The lines of one block. A block inside it ends a line; a line break does between sentences or where there are
    two."""
    return _pieces("".join(_run(element)))


def _run(element: _Element) -> Iterator[str]:
    yield _even(element.text)
    for child in element:
        edge = "\n" if child.tag in _BLOCKS else ""
        yield _BREAK if child.tag in _BREAKS else edge
        if isinstance(child.tag, str):
            yield from _run(child)
        yield edge + _even(child.tail)


def _even(text: str | None) -> str:
    """How the source is broken into lines means nothing."""
    return re.sub(r"\s+", " ", text or "")


def _pieces(text: str) -> Iterator[str]:
    text = re.sub(rf"{_BREAK}(?:\s*{_BREAK})+", "\n", text)
    text = re.sub(rf"(?<=[.!?…:”\"])(\s*){_BREAK}", "\n", text).replace(_BREAK, " ")
    for line in text.split("\n"):
        if piece := " ".join(line.split()):
            yield piece


def _completed(pieces: Sequence[Piece], tree: HtmlElement, aside: set[str]) -> list[Piece]:
    """``pieces`` and the paragraphs of their like that were not found: same containers, same article.

    A page cuts its text into chunks around advertisements; trafilatura may stop after the first of them.
    """
    keys = [key_of(piece.text) for piece in pieces]
    known = "".join(keys)
    ends = list(itertools.accumulate(map(len, keys)))
    blocks = [(p, key_of(p.text_content())) for p in tree.iter("p")]
    blocks = [(p, key) for p, key in blocks if len(key) > 60 and key not in aside]
    places = Counter(_place(p) for p, key in blocks if key in known)
    added: dict[int, list[Piece]] = {}
    last = -1
    for p, key in blocks:
        if (start := known.find(key[:50])) >= 0:
            last = bisect.bisect_right(ends, start)
        elif places[_place(p)] >= 2:
            added.setdefault(last, []).append(Piece(" ".join(p.text_content().split()), "p"))
    followed = (each for number, piece in enumerate(pieces) for each in (piece, *added.get(number, ())))
    return [*added.get(-1, ()), *followed]


def _place(p: HtmlElement) -> tuple[str, ...]:
    """The names of the elements around ``p``, three deep, and the article that it is in."""
    around = list(p.iterancestors())
    names = [f"{element.tag}.{element.get('class') or ''}" for element in around[:3]]
    article = next((p.getroottree().getpath(element) for element in around if element.tag == "article"), "")
    return (*names, article)


def _mended(pieces: Sequence[Piece], *, title: str | None, captions: Sequence[str]) -> Body:
    kept: list[Piece] = []
    shown = list(captions)
    agencies: list[str] = []
    for piece in _once(pieces):
        what = furniture.kind(piece.text)
        if what is Line.CREDIT:
            agencies += bylines.credit_line(piece.text)
        elif what is Line.CAPTION:
            shown.append(piece.text)
        elif what in {Line.PROSE, Line.SHORT} and not (title and not kept and same(piece.text, title)):
            kept.append(piece)
    while kept and _is_tail(kept[-1]):
        kept.pop()
    if kept and (signed := bylines.sign_off(kept[-1].text)):
        agencies += signed
        kept.pop()
    opening = [found for piece in kept[:3] for found in bylines.dateline(piece.text)]
    lines = tuple(piece.text for piece in kept)
    return Body(lines=lines, captions=bylines.unique(shown), credits=bylines.unique([*opening, *agencies]))


def _is_tail(piece: Piece) -> bool:
    """A head with nothing under it, or one of the topics that are listed under an article."""
    topic = piece.tag == "item" and furniture.words(piece.text) <= 4 and not furniture.is_sentence(piece.text)
    return piece.tag == "head" or topic


def _once(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Less long paragraphs that are there twice (some pages carry them again for small screens) and markup shown as
    text."""
    seen: set[str] = set()
    for piece in pieces:
        key = key_of(piece.text)
        again = len(key) >= 60 and key in seen
        seen.add(key)
        if not again and re.sub(r"<[^<>]*>", "", unescape(unescape(piece.text))).strip():
            yield piece
