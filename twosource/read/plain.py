"""Plain text → Article: a clean text is kept character by character; a saved page is freed of its furniture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from twosource.errors import SourceTooLarge
from twosource.read import bylines, outlets, paragraphs, saved_page
from twosource.read.furniture import Line, is_sentence, words
from twosource.read.limits import LONGEST, too_long
from twosource.read.saved_layout import Unit, units_of
from twosource.read.saved_page import Page
from twosource.records import Article


def article(text: str, *, source: str = "-", url: str | None = None) -> Article:
    """The article in a decoded text file. ``text`` of the result is that of the file unless furniture had to go.
    :class:`SourceTooLarge` for what is longer than an article may be."""
    if len(text) > LONGEST:
        # Before its lines are looked at, which takes eight seconds for a million characters of short ones.
        raise SourceTooLarge(source, too_long(len(text)))
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").rstrip()
    units = units_of(text)
    if saved_page.is_page(units):
        return _of_page(saved_page.cleared(units), text, source=source, url=url)
    head = _head(units)
    if head.byline.authors or head.byline.credits or head.published:
        return _of_page(head, text, source=source, url=url)
    return Article(
        text=text,
        paragraphs=paragraphs.find(text),
        title=_headline(units),
        credits=_credits(unit.text for unit in units),
        url=url,
        source=source,
    )


def _of_page(page: Page, text: str, *, source: str, url: str | None) -> Article:
    whole, spans = paragraphs.join([page.title or "", *page.body])
    address = url or page.url
    return Article(
        text=whole,
        paragraphs=spans,
        url=address,
        title=page.title,
        outlet=outlets.of_url(address, text),
        authors=page.byline.authors,
        credits=bylines.unique((*page.byline.credits, *_credits(page.body))),
        published=page.published,
        modified=page.modified,
        captions=page.captions,
        source=source,
    )


def _head(units: Sequence[Unit]) -> Page:
    """A clean text that still shows its byline or date between headline and body."""
    first = next((i for i, unit in enumerate(units) if unit.kind is Line.PROSE and words(unit.text) >= 20), len(units))
    head = units[: min(first, 6)]
    shown = [unit for unit in head if unit.kind in saved_page.SIGNED]
    page = saved_page.signed(Page(title=_headline(units), body=()), shown)
    rest = [unit.text for unit in units if not any(unit is gone for gone in shown)]
    return replace(page, body=tuple(rest[1:] if rest and rest[0] == page.title else rest))


def _headline(units: Sequence[Unit]) -> str | None:
    """The first paragraph, where it is shaped like a headline and something longer follows."""
    if len(units) < 2 or words(units[0].text) > 25:
        return None
    if max(words(unit.text) for unit in units[1:]) <= words(units[0].text):
        return None
    first = units[0].text
    return None if units[1].attached and is_sentence(first) else first


def _credits(body: Iterable[str]) -> tuple[str, ...]:
    lines = list(body)
    opening = [bylines.dateline(line) for line in lines[:4]]
    closing = [*map(bylines.credit_line, lines), bylines.sign_off(lines[-1] if lines else "")]
    return bylines.unique(found for group in (*opening, *closing) for found in group)
