"""When a proposition was spoken of, in one line of signs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from twosource.brief.phrases import SIGNS
from twosource.brief.records import STANCES, Entry, Stance
from twosource.export.words import moment

_SIGNS_IN_A_ROW = 6
"""More of a sign are counted: nobody counts twelve at a glance."""

_DAYS = 8


def timeline(entry: Entry) -> str:
    """Each day's signs, one a statement: ``4 March 2025 +++0 · 6 March 2025 +-``. Empty where there are not two to
    :data:`_DAYS` days."""
    days: dict[str, Counter[Stance]] = {}
    for statement in sorted(entry.statements, key=lambda one: (one.when or "")[:10]):
        if statement.when:
            days.setdefault(statement.when[:10], Counter())[statement.stance] += 1
    if not 2 <= len(days) <= _DAYS:
        return ""
    return " · ".join(f"{moment(day)} {_signs(found)}" for day, found in days.items())


def _signs(found: Mapping[Stance, int]) -> str:
    return "".join(_sign(SIGNS[stance], found[stance]) for stance in STANCES if found.get(stance)).strip()


def _sign(sign: str, number: int) -> str:
    return sign * number if number <= _SIGNS_IN_A_ROW else f"{sign}×{number} "
