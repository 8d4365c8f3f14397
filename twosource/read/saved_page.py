"""A page saved as text, with its menus, captions, bylines and lists → its headline and body.

The rules go by the shapes of lines and by where they stand, never by the outlet: a menu is a run of short lines, a
caption ends in a credit, the line above a caption tells what is on the picture, a head stands alone right above
prose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from twosource.read import bylines, outlets, times
from twosource.read.furniture import LONGEST_LINE, Line, words
from twosource.read.saved_layout import Unit, body_and_headline, longer_words, vocabulary

# Of 924 clean news texts 20 hold one odd line (a credit, "Sign up for her newsletter."), 4 hold two and none holds
# three different ones; a saved page has ten and more.
PAGE_LINES = 3
_TELLING = {Line.FURNITURE, Line.OTHERS, Line.END, Line.CAPTION}
SIGNED = {Line.BYLINE, Line.DATE, Line.CREDIT}

# Between a headline and the first paragraph stand byline, date, deck, share bar and a picture: a dozen lines at most.
HEAD_REACH = 14

_BY = re.compile(r"(?:by|author[s]?(?: of the article)?|written by|reported by)\W*$", re.IGNORECASE)
_AGO = re.compile(r"(?<!\d)\d{1,3}\s{0,3}(?:seconds?|min(?:ute)?s?|hours?|hrs?|days?) ago\b.*$", re.IGNORECASE)
_NOTE = re.compile(
    r" (?:is|was|has been|covers|writes|reports)\b.*"
    r"\b(?:reporter|journalist|editor|writer|correspondent|author|columnist)"
)
_URL_LINE = re.compile(r"^https?://\S+$")
_MARKER = re.compile(r"^\s*(?:\d{1,2}[.)]|[-*•·–])\s+")


@dataclass(frozen=True, slots=True)
class Page:
    """What a saved page comes to."""

    title: str | None
    body: tuple[str, ...]
    captions: tuple[str, ...] = ()
    byline: bylines.Byline = field(default_factory=bylines.Byline)
    published: str | None = None
    modified: str | None = None
    url: str | None = None


def is_page(units: Sequence[Unit]) -> bool:
    """Whether there is enough furniture among ``units`` to say that a whole page was saved."""
    telling = {unit.text for unit in units if unit.kind in _TELLING}
    signed = {unit.text for unit in units[:HEAD_REACH] if unit.kind in SIGNED}
    return len(telling) >= PAGE_LINES or (len(telling) == PAGE_LINES - 1 and bool(signed))


def cleared(units: Sequence[Unit]) -> Page:
    """The article in a saved page: its headline, its body between the first and the last prose, its captions."""
    units = _without_refrains(units)
    start, end, title = body_and_headline(units)
    page = Page(title=_bare(units[title].text) if title is not None else None, body=())
    below = signed(page, units[start : start + HEAD_REACH])
    above = signed(page, units[max(0, start - HEAD_REACH) : start])
    page = replace(
        below,
        byline=below.byline if below.byline.authors else above.byline,
        published=below.published or above.published,
        modified=below.modified or above.modified,
    )
    kept, captions = _within(units[start:end], known=vocabulary(units[start:end]))
    kept = _without_notes(kept, page.byline.authors)
    off = next((found for unit in units[end : end + 3] if (found := bylines.sign_off(unit.text))), ())
    page = replace(page, byline=replace(page.byline, credits=bylines.unique((*page.byline.credits, *off))))
    link = next((unit.text for unit in units[:end] if _URL_LINE.match(unit.text)), None)
    return replace(
        page, body=tuple(kept), captions=bylines.unique(captions), url=outlets.unwrapped(link) if link else None
    )


def _without_refrains(units: Sequence[Unit]) -> list[Unit]:
    """Less the short lines that stand there three times and more: "Article content", "Play Video"."""
    count = Counter(unit.text for unit in units)
    return [unit for unit in units if count[unit.text] < 3 or words(unit.text) > 5]


def _within(units: Sequence[Unit], *, known: Counter[str]) -> tuple[list[str], list[str]]:
    kept: list[str] = []
    captions: list[str] = []
    others = False
    for number, unit in enumerate(units):
        following = units[number + 1] if number + 1 < len(units) else None
        others = _among_others(units, number, others)
        pictured = following is not None and following.kind is Line.CAPTION and unit.kind is Line.SHORT
        if unit.kind is Line.CAPTION or (pictured and following and (following.attached or not kept)):
            captions.append(unit.text)
        elif others:
            continue
        elif unit.kind is Line.PROSE or (_is_subhead(units, number) if kept else _is_deck(unit, known)):
            kept.append(unit.text)
    return kept, captions


def _is_deck(unit: Unit, known: Counter[str]) -> bool:
    """A line under the headline that tells of the matter, though it ends without a full stop."""
    return (
        unit.kind is Line.SHORT
        and words(unit.text) >= 7
        and sum(word in known for word in longer_words(unit.text)) >= 3
    )


def _among_others(units: Sequence[Unit], number: int, before: bool) -> bool:
    """Whether a list of other articles, once open, still goes on: two paragraphs of prose in a row end it."""
    if units[number].kind is Line.OTHERS:
        return True
    ahead = units[number : number + 2]
    prose = all(unit.kind is Line.PROSE and words(unit.text) >= 15 for unit in ahead)
    return before and not prose


def _is_subhead(units: Sequence[Unit], number: int) -> bool:
    """A short line right before prose. Of two in a row only the last is one; the first is the title of something
    else."""
    unit = units[number]
    following = next((after for after in units[number + 1 :] if after.kind is not Line.CAPTION), None)
    return (
        unit.kind is Line.SHORT
        and 2 <= words(unit.text) <= 16
        and following is not None
        and following.kind is Line.PROSE
        and not _MARKER.match(unit.text)
    )


def _without_notes(body: list[str], authors: Sequence[str]) -> list[str]:
    """Less the notes on the authors: "Jane Roe is a reporter …" anywhere, "Jane Roe …" among the last three lines."""
    names = tuple(authors) or ("\0",)
    last = len(body) - 3
    return [
        line
        for number, line in enumerate(body)
        if not line.startswith(names) or '"' in line or words(line) >= 40 or (number < last and not _NOTE.search(line))
    ]


def _bare(title: str) -> str:
    """The headline less the name of the outlet that a page's title ends with."""
    return re.sub(r"\s+[|–—]\s+[^|–—]{2,30}$", "", title) if words(title) > 6 else title


def signed(page: Page, units: Sequence[Unit]) -> Page:
    """``page`` with the authors, agencies and times that the lines around its headline name, the nearest first."""
    found = [signature(units, number) for number in range(len(units))]
    said = [times.labelled(unit.text) for unit in units if _is_dated(unit)]
    return replace(
        page,
        byline=bylines.Byline(
            bylines.unique(author for one in found for author in one.authors),
            bylines.unique(agency for one in found for agency in one.credits),
        ),
        published=next((published for published, _ in said if published), None),
        modified=next((modified for _, modified in said if modified), None),
    )


def signature(units: Sequence[Unit], number: int) -> bylines.Byline:
    """Who a line names as authors: a byline; or a name alone, under "By" or beside the date."""
    unit = units[number]
    if unit.kind is Line.BYLINE:
        return bylines.byline(unit.text)
    if unit.kind is Line.CREDIT:
        return bylines.Byline((), bylines.credit_line(unit.text))
    near = units[max(0, number - 2) : number + 3]
    led = number > 0 and _BY.match(units[number - 1].text)
    if unit.kind is Line.SHORT and words(unit.text) <= 8 and (led or any(map(_is_dated, near))):
        return bylines.byline(_AGO.sub("", unit.text))
    return bylines.Byline()


def _is_dated(unit: Unit) -> bool:
    if unit.kind is Line.DATE:
        return True
    return (
        unit.kind is Line.SHORT
        and len(unit.text) <= LONGEST_LINE
        and words(unit.text) <= 14
        and bool(times.from_words(unit.text) or _AGO.search(unit.text))
    )
