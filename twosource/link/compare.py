"""What speaks for two accounts being about one question, as named numbers between 0 and 1 or so.

All are functions of the two articles alone: nothing depends on what else a ledger holds. The network's reading of a
pair (:class:`twosource.model.pairs.Reading`) joins them where it was asked for.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

import numpy as np

from twosource.link.gist import Amount, Gist
from twosource.link.terms import common
from twosource.model.pairs import Reading
from twosource.model.tags import Floats
from twosource.records import Interval
from twosource.resolve import Signature
from twosource.resolve import compare as compare_speakers
from twosource.resolve.offices import is_voice

_FEW = 4.0
_SHORT = 12
_DAYS = 10
_FOR = 0.8
"""How much a spokesman counts as the body itself."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Of one pair. ``cosine`` of the vectors; ``nearest`` how close the two come to being each other's nearest in the
    other's article; ``terms``, ``terms_of_less``, ``shared`` what they share of the words of the attribution, ``own``
    and ``own_of_less`` of the content; ``equal`` and ``unequal`` figures of one unit; ``counted`` where both count
    people whom the same befell, and neither names others; ``names`` shared, or ``strangers`` where both name and
    share none; ``speaker`` how sure it is the same one; ``one_article``; ``days`` between them; ``apart`` where they
    tell of different times; ``opposed`` stances; ``brief`` how long the shorter is. ``same``, ``agree`` and
    ``contradict`` are the network's reading."""

    cosine: float
    nearest: float
    terms: float
    terms_of_less: float
    shared: float
    own: float
    own_of_less: float
    equal: float
    unequal: float
    counted: float
    names: float
    strangers: float
    speaker: float
    one_article: float
    days: float
    apart: float
    opposed: float
    brief: float
    same: float = 0.0
    agree: float = 0.0
    contradict: float = 0.0

    def with_reading(self, reading: Reading) -> Evidence:
        """The same with the network's reading."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return Evidence(**values | {"same": reading.same, "agree": reading.agree, "contradict": reading.contradict})

    def numbers(self) -> tuple[float, ...]:
        """All of it in order, rounded so that the last digits of a machine decide nothing."""
        return tuple(round(float(getattr(self, field.name)), 3) for field in fields(self))


NAMES = tuple(field.name for field in fields(Evidence))
READING = ("same", "agree", "contradict")
"""Those that the network tells."""


def evidence(
    left: Sequence[Gist], right: Sequence[Gist], cosines: Floats, *, least: float
) -> Iterator[tuple[int, int, Evidence]]:
    """Of all pairs of two articles' accounts with a cosine of at least ``least``; of one article with itself
    (``left is right``) each pair once. ``cosines`` has shape (left, right)."""
    one = left is right
    places = np.argwhere(cosines >= least)
    rank_right = (-cosines).argsort(1, kind="stable").argsort(1, kind="stable")
    rank_left = (-cosines).argsort(0, kind="stable").argsort(0, kind="stable")
    for i, j in places.tolist():
        if one and i >= j:
            continue
        ranks = int(rank_right[i, j]) + int(rank_left[i, j]) - (2 if one else 0)
        yield i, j, _pair(left[i], right[j], cosine=float(cosines[i, j]), nearest=1 / (1 + max(0, ranks)), one=one)


def _pair(a: Gist, b: Gist, *, cosine: float, nearest: float, one: bool) -> Evidence:
    share, of_less, shared = common(a.terms, b.terms)
    own, own_of_less, _ = common(a.own, b.own)
    equal, unequal = amounts(a.amounts, b.amounts)
    both = a.names & b.names
    return Evidence(
        cosine=cosine,
        nearest=nearest,
        terms=share,
        terms_of_less=of_less,
        shared=min(shared, _FEW) / _FEW,
        own=own,
        own_of_less=own_of_less,
        equal=float(equal),
        unequal=float(unequal),
        counted=float(_one_toll(a, b) and (bool(both) or not (a.names and b.names))),
        names=len(both) / max(1, min(len(a.names), len(b.names))),
        strangers=float(bool(a.names) and bool(b.names) and not both),
        speaker=speaker_score(a, b),
        one_article=float(one),
        days=days_between(a, b) / _DAYS,
        apart=float(times_apart(a.about, b.about)),
        opposed=float(a.polarity != b.polarity),
        brief=min(a.words, b.words, _SHORT) / _SHORT,
    )


def _one_toll(a: Gist, b: Gist) -> bool:
    return not {x.unit for x in a.amounts if x.harm}.isdisjoint(x.unit for x in b.amounts if x.harm)


def speaker_score(a: Gist, b: Gist) -> float:
    """How sure it is that the origin of one chain speaks in the other too; 0 where either has none."""
    if a.speaker is None or b.speaker is None:
        return 0.0
    pairs = {(a.speaker, voice) for voice in b.voices} | {(voice, b.speaker) for voice in a.voices}
    return max(max(compare_speakers(one, other).score, spoken_for(one, other)) for one, other in pairs)


def spoken_for(one: Signature, other: Signature) -> float:
    """How sure it is that one is a body and the other speaks for it ("the ministry", "a ministry spokesman"), or that
    both speak for one without being named. Named people who do are two voices."""
    bodies = [_body(each) for each in (one, other)]
    if bodies[0] is None or bodies[1] is None or all(each.is_person and each.name for each in (one, other)):
        return 0.0
    return _FOR * compare_speakers(bodies[0], bodies[1]).score


def _body(each: Signature) -> Signature | None:
    if not each.is_person:
        return each
    if each.affiliation is None or not is_voice(each.role):
        return None
    return replace(each, name=each.affiliation, kind="organisation", anonymity="named", role=None, affiliation=None)


def amounts(left: Sequence[Amount], right: Sequence[Amount]) -> tuple[bool, bool]:
    """Whether some figures of one unit are equal, and whether some are not."""
    pairs = [(a, b) for a in left for b in right if a.unit == b.unit]
    return any(compatible(a, b) for a, b in pairs), any(not compatible(a, b) for a, b in pairs)


def compatible(a: Amount, b: Amount) -> bool:
    """Whether both can be right at once: 19 and "at least 16" can, 19 and 16 cannot."""
    low = max(_or(a.low, -math.inf), _or(b.low, -math.inf))
    high = min(_or(a.high, math.inf), _or(b.high, math.inf))
    slack = 0.05 * abs(low) if "about" in (a.bound, b.bound) and math.isfinite(low) else 0.0
    return low <= high + slack


def _or(value: float | None, instead: float) -> float:
    return instead if value is None else value


def days_between(a: Gist, b: Gist) -> float:
    """Days between the publications, at most ten; none where one is unknown."""
    return 0.0 if a.day is None or b.day is None else float(min(abs(a.day - b.day), _DAYS))


def times_apart(a: Interval | None, b: Interval | None) -> bool:
    """Whether two times have not a day in common."""
    if a is None or b is None:
        return False
    (a_start, a_end), (b_start, b_end) = _days(a), _days(b)
    return a_end <= b_start or b_end <= a_start


def _days(interval: Interval) -> tuple[int, int]:
    start, end = (date.fromisoformat(moment[:10]).toordinal() for moment in (interval.start, interval.end))
    return start, max(end + (interval.end[10:16] not in ("", "T00:00")), start + 1)
