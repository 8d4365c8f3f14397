"""Where the article lies in a page saved as text: which stretch of lines is its body, which line its headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.read import paragraphs
from twosource.read.furniture import Line, kind, words

# A list of other articles or a menu is longer than the short lines (a video's title, a head) that may stand in a body.
LONG_RUN = 4
# What opens an article's stretch and what it goes on with behind a list: two paragraphs of 15 words, and prose in every
# second line. Lists of other articles have a teaser of 10 to 15 words in every third.
FULL = 15
# A byline or a date stands within a dozen lines under the headline: deck, share bar and a picture lie between.
REACH = 12

_NOTICE = re.compile(
    r"cookies?\b|personal (?:data|information)|privacy|opt[- ]?out|targeted|preferences|third[- ]part|consent|partners"
    r"|subscri|newsletter|account|e-?mail|terms",
    re.IGNORECASE,
)

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph as it lies in the file; ``attached`` when no blank line parts it from the one before."""

    text: str
    kind: Line
    attached: bool


def units_of(text: str) -> tuple[Unit, ...]:
    """The paragraphs of ``text``, each with its kind."""
    units: list[Unit] = []
    end = 0
    for start, stop in paragraphs.find(text):
        line = " ".join(text[start:stop].split("\n"))
        units.append(Unit(line, kind(line), attached=bool(units) and "\n\n" not in _gap(text, end, start)))
        end = stop
    return tuple(units)


def _gap(text: str, start: int, end: int) -> str:
    return re.sub(r"\n[^\S\n]+\n", "\n\n", text[start:end])


def body_and_headline(units: Sequence[Unit]) -> tuple[int, int, int | None]:
    """Where the body begins and ends, and the number of the headline above it."""
    stretches = _stretches(units)
    if not stretches:
        return 0, len(units), None
    heaviest = max(stretches, key=lambda stretch: sum(map(weight, units[slice(*stretch)])))
    start, end = _joined(units, stretches, heaviest)
    title = _headline(units, start, end)
    return (start if title is None else title + 1), end, title


def weight(unit: Unit) -> int:
    """The words of a paragraph of prose; none for what is too short, and for notices on cookies and accounts."""
    if unit.kind is not Line.PROSE or words(unit.text) < 8 or _is_menu(unit.text):
        return 0
    return 0 if len({found.lower() for found in _NOTICE.findall(unit.text)}) >= 3 else words(unit.text)


def _is_menu(line: str) -> bool:
    """Items that a browser set apart by wide gaps: ``World  Business  Travel  Culture``."""
    return len(re.findall(r"\S\s{2,}\S", line)) >= 3


def vocabulary(units: Sequence[Unit]) -> Counter[str]:
    """How often the longer words occur in the long paragraphs of ``units``."""
    return Counter(word for unit in units if weight(unit) >= FULL for word in longer_words(unit.text))


def longer_words(text: str) -> set[str]:
    """The words of four letters and more: those that tell what a line is about."""
    return {word.lower() for word in re.findall(r"[^\W\d_]{4,}", text)}


def _stretches(units: Sequence[Unit]) -> list[Stretch]:
    """The runs of lines with prose in them, parted by long lists and by what ends an article."""
    stretches: list[Stretch] = []
    run = LONG_RUN
    for number, unit in enumerate(units):
        if weight(unit):
            if run >= LONG_RUN:
                stretches.append((number, number + 1))
            else:
                stretches[-1] = (stretches[-1][0], number + 1)
            run = 0
        elif unit.kind is Line.END:
            run = LONG_RUN
        else:
            run += unit.kind is not Line.CAPTION
    return stretches


def _joined(units: Sequence[Unit], stretches: list[Stretch], heaviest: Stretch) -> Stretch:
    """The heaviest stretch with those around it that are as full: an article goes on behind a list of links."""
    place = stretches.index(heaviest)
    start, end = heaviest
    for stretch in stretches[place + 1 :]:
        if not _is_full(units[slice(*stretch)]) or any(unit.kind is Line.END for unit in units[end : stretch[0]]):
            break
        end = stretch[1]
    for stretch in reversed(stretches[:place]):
        if not _is_full(units[slice(*stretch)]):
            break
        start = stretch[0]
    return start, end


def _is_full(units: Sequence[Unit]) -> bool:
    full = sum(weight(unit) >= FULL for unit in units)
    return full >= 2 and len(units) <= 2 * full


def _headline(units: Sequence[Unit], start: int, end: int) -> int | None:
    """The line above the first long paragraph that says most of what the body is about."""
    known = vocabulary(units[start:end])
    long = next((number for number in range(start, end) if weight(units[number]) >= 20), start)
    lines = Counter(unit.text for unit in units[: long + 1])
    best, score = None, 1.5
    for number, unit in enumerate(units[:long]):
        if unit.kind not in {Line.SHORT, Line.PROSE} or not 3 <= words(unit.text) <= 30 or _is_menu(unit.text):
            continue
        value = _about(unit.text, known) + _standing(units, number, lines)
        repeated = best is not None and units[best].text.startswith(unit.text)
        # The deck under a headline says more of the story than the headline itself.
        margin = 1.0 if best is not None and number - best <= 4 else 0.0
        if value > score + margin or repeated:
            best, score = number, max(score, value)
    return best


def _about(line: str, known: Counter[str]) -> float:
    """How much of ``line`` the body speaks of: a headline shares most of its words with its story, a teaser few."""
    named = longer_words(line)
    shared = sum(word in known for word in named)
    return 4 * shared / max(3, len(named)) + 0.2 * min(shared, 5)


def _standing(units: Sequence[Unit], number: int, lines: Counter[str]) -> float:
    """What the place of a line says for its being the headline."""
    below = units[number + 1 : number + 1 + REACH]
    signed = any(unit.kind in {Line.BYLINE, Line.DATE} for unit in below)
    pictured = bool(below) and below[0].kind is Line.CAPTION
    # The outlet's name stands over its headlines: a few words, each with a capital.
    named = words(units[number].text) <= 4 and units[number].text.istitle()
    good = 1.5 * signed + 0.5 * (lines[units[number].text] > 1)
    return good - 1.5 * (pictured + named + units[number].text.endswith("."))
