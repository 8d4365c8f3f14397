"""Which articles may tell of the same: statements are compared only across articles that are near.

An article's profile is its twenty weightiest terms, headline counted twice. Two articles are near where they share
two of them and were published within :data:`DAYS`. On 358 articles about 66 events this keeps 92 % of the pairs about
one event and 1.4 % of all others; a threshold of three keeps 78 % and 0.5 %.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from twosource.language.dates import publication_day
from twosource.language.telling import counting_words
from twosource.link.terms import stem, worth
from twosource.records import Article

TERMS = 20
SHARED = 2
DAYS = 90

_READ = 3000
"""Characters of text that the profile is taken from: news says first what it is about."""

_LEAST = 0.25
_CAPITAL = 1.3


@dataclass(frozen=True, slots=True)
class Profile:
    """What an article is about: ``terms``, and ``day`` of publication as an ordinal, where it is known."""

    article: str
    terms: frozenset[str]
    day: int | None


def profile(article: Article) -> Profile:
    """The profile of ``article``."""
    title = article.title or ""
    counts: Counter[str] = Counter()
    worths: dict[str, float] = {}
    for word in counting_words(f"{title}\n{title}\n{article.text[:_READ]}"):
        value = worth(word.lower())
        if word[0].isalpha() and value >= _LEAST:
            term = stem(word)
            counts[term] += 1
            worths[term] = max(worths.get(term, 0.0), value * (_CAPITAL if word[0].isupper() else 1.0))
    weights = {term: worths[term] * (1 + math.log(count)) for term, count in counts.items()}
    best = sorted(weights, key=lambda term: (-round(weights[term], 6), term))[:TERMS]
    return Profile(article.id, frozenset(best), day_of(article))


def day_of(article: Article) -> int | None:
    """The day of publication as an ordinal; none where it is not known, or no time of ISO 8601."""
    day = publication_day(article.published)
    return day.toordinal() if day else None


def near(left: Profile, right: Profile) -> bool:
    """Whether statements of the two are worth comparing."""
    return near_in_time(left.day, right.day) and len(left.terms & right.terms) >= SHARED


def near_in_time(left: int | None, right: int | None) -> bool:
    """Whether two days are near. An article without a date is near in time to any."""
    return left is None or right is None or abs(left - right) <= DAYS


def kept_keys(found: Profile) -> frozenset[str]:
    """The keys under which an article is kept, for others to find it by :func:`asked_keys`."""
    if found.day is None:
        return frozenset(f"undated {term}" for term in found.terms) | frozenset(f"any {t}" for t in found.terms)
    return frozenset(f"{found.day // DAYS} {term}" for term in found.terms) | frozenset(f"any {t}" for t in found.terms)


def asked_keys(found: Profile) -> frozenset[str]:
    """The keys of all articles that may be near: those of the quarter before, the same and the next, and the undated;
    for an undated article those of any time."""
    if found.day is None:
        return frozenset(f"any {term}" for term in found.terms)
    quarters = [str(found.day // DAYS + step) for step in (-1, 0, 1)]
    return frozenset(f"{when} {term}" for term in found.terms for when in (*quarters, "undated"))
