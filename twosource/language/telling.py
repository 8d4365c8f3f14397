"""Which words say what a text is about, and how much a few words tell."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from twosource.language.words import word_spans, words

ENOUGH = 4
"""Different words that count, of a wording that tells something: "to comment" has one, "the gates were locked" two."""

_STOP = words(
    """a about after against all also among an and any are as at be because been before being between both but by can
    could did do does during each for from had has have he her here him his how if in including into is it its just last
    many may might more most much must my near new no nor not now of off on one only or other our out over own per said
    same say says she should since so some such than that the their them then there these they this those three through
    to told two under until up very was we were what when where which while who whom whose why will with without would
    you your according"""
)


def counting_words(text: str) -> Iterator[str]:
    """The words of ``text`` that say what it is about."""
    for start, end in word_spans(text):
        word = text[start:end]
        if len(word) > 1 and word[0].isalnum() and word.lower() not in _STOP:
            yield word


@lru_cache(maxsize=50_000)
def telling(text: str) -> float:
    """Between 0 and 1: how far ``text`` tells something by itself, by its different words that count."""
    return min(len(set(counting_words(text))), ENOUGH) / ENOUGH
