"""Time expressions of news prose, and the stretch of time that each names when the day of publication is known.

Finding costs one pass; an expression is resolved only when it is asked for, because the same words lean back in "said
on Tuesday" and forward in "will open on Tuesday". "May", "March", "second" and the names of newspapers are not dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from twosource.language.calendar import Anchor, Lean
from twosource.language.timerules import Groups, Rule
from twosource.language.timewords import RULES
from twosource.records import Interval, Span


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time. ``span`` takes in a preposition before them ("on October 17")."""

    span: Span
    words: str
    _rule: Rule = field(repr=False, compare=False)
    _groups: Groups = field(repr=False, compare=False)

    def interval(self, published: str | None, *, lean: Lean = "past") -> Interval | None:
        """The stretch that the words name in an article published then, or ``None`` where that cannot be known."""
        try:
            found = self._rule(self._groups, Anchor(publication_day(published), lean))
        except (ValueError, OverflowError):  # a year before 1 or after 9999
            return None
        if found is None:
            return None
        start, end = (_iso(moment) for moment in found)
        return Interval(start=start, end=end, text=self.words)


def publication_day(published: str | None) -> date | None:
    """The day of an ISO 8601 time, in its own zone."""
    if not published:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def _iso(moment: date) -> str:
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()


_REACH = 48
# The longest word that a window is widened by; what is longer is none.
_WORD = 100


def find_times(text: str) -> tuple[TimeExpression, ...]:
    """The time expressions of ``text``, in order and apart; of two that overlap the longer."""
    found = sorted(_candidates(text), key=lambda t: (t.span[0], -t.span[1]))
    kept: list[TimeExpression] = []
    for time in found:
        if kept and time.span[0] < kept[-1].span[1]:
            if time.span[1] - time.span[0] > kept[-1].span[1] - kept[-1].span[0]:
                kept[-1] = time
            continue
        kept.append(time)
    return tuple(kept)


def _candidates(text: str) -> Iterator[TimeExpression]:
    for trigger, patterns in RULES:
        for start, end in _windows(text, trigger):
            for pattern, rule in patterns:
                for match in pattern.finditer(text, start, end):
                    yield TimeExpression(match.span(), match[0], rule, match.groupdict())


def _windows(text: str, trigger: re.Pattern[str]) -> Iterator[Span]:
    """Stretches of ``text`` around the words that a group of patterns needs, so that these pass over a part of it."""
    start = end = -1
    for hit in trigger.finditer(text):
        low, high = max(hit.start() - _REACH, 0), min(hit.end() + _REACH, len(text))
        low = max(text.rfind(" ", max(low - _WORD, 0), low) + 1, low - _WORD)
        high = max(text.find(" ", high, high + _WORD), high)
        if low <= end:
            end = max(end, high)
            continue
        if end > 0:
            yield start, end
        start, end = low, high
    if end > 0:
        yield start, end
