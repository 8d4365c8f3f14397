"""Which way a time leans that could be before or after publication: "came on Tuesday", "will come on Tuesday"."""

from __future__ import annotations

import re

from twosource.language.calendar import Lean
from twosource.language.cues import FUTURE
from twosource.records import Span

_PAST = re.compile(
    r"\b(?:(?<!be\s)(?<!been\s)(?<!being\s)(?<!to\s)(?!(?:need|indeed|speed|proceed|hundred|exceed|succeed|feed)\b)[a-z]{2,}ed|"
    r"said|told|was|were|had|did|came|went|took|made|began|met|left|held|saw|found|got|broke|fell|rose|sank|ran|won|"
    r"lost|sent|shot|wrote|spoke|gave|became|kept|built|grew|flew|struck|hit|stood|brought|bought|sold|fought|died)\b"
)
_AFTER = 60
"""Characters after a time in which the verb stands that it goes with, where none stands before it in the clause."""


def lean(text: str, clause: Span, time: Span) -> Lean:
    """The way that ``time`` leans by the verbs of its clause: by the last before it, else by the first after it.

    ``clause`` is the sentence, or what is said, as far as it belongs to the same statement.
    """
    future = max((m.start() for m in FUTURE.finditer(text, clause[0], time[1])), default=-1)
    past = max((m.start() for m in _PAST.finditer(text, clause[0], time[0])), default=-1)
    # "Scheduled" and "planned to" are of both kinds.
    if future >= 0 and future >= past:
        return "future"
    if past >= 0:
        return None
    ahead = FUTURE.search(text, time[1], min(clause[1], time[1] + _AFTER))
    behind = _PAST.search(text, time[1], min(clause[1], time[1] + _AFTER))
    return "future" if ahead and (behind is None or ahead.start() <= behind.start()) else None
