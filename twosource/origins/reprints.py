"""Accounts that are one because their words are: copies of an article's text, and a quotation that both print."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from twosource.across import Account, Basis
from twosource.origins.copies import Copy
from twosource.origins.extents import direction
from twosource.origins.joins import Join
from twosource.origins.voices import Voice
from twosource.origins.wording import words_of
from twosource.records import Span

INSIDE = 0.8
"""Part of an account's content that lies inside the shared passage."""
COMMON = 0.6
"""Part of the shorter account's words that the other has: a passage may hold the words of two speakers."""


def reprints(voices: Sequence[Voice], copies: Sequence[Copy]) -> Iterator[Join]:
    """A join for every pair of accounts that stand in one passage of two articles, with the same stance and words."""
    by_article: defaultdict[str, list[int]] = defaultdict(list)
    for place, voice in enumerate(voices):
        by_article[voice.article].append(place)
    whole = _in_common(copies)
    for copy in sorted(copies, key=lambda copy: (copy.left, copy.right, copy.left_span, copy.right_span)):
        basis: Basis = "utterance" if copy.quoted else "copy"
        words = whole[copy.left, copy.right]
        for left, right in _pairs(voices, by_article.get(copy.left, ()), by_article.get(copy.right, ()), copy):
            why = _why(voices[left], voices[right], copy, words)
            yield Join(min(left, right), max(left, right), basis, why, words=words)


def _pairs(
    voices: Sequence[Voice], lefts: Sequence[int], rights: Sequence[int], copy: Copy
) -> Iterator[tuple[int, int]]:
    """The accounts of either article that are each other's likest in one passage: it may hold what two people said of
    the same thing."""
    likeness = {
        (left, right): _likeness(voices[left].account, voices[right].account)
        for left in lefts
        for right in rights
        if _is_pair(voices[left], voices[right], copy)
    }
    best: defaultdict[tuple[str, int], float] = defaultdict(float)
    for (left, right), found in likeness.items():
        best["left", left] = max(best["left", left], found)
        best["right", right] = max(best["right", right], found)
    for (left, right), found in sorted(likeness.items()):
        if found >= max(best["left", left], best["right", right]):
            yield left, right


def _in_common(copies: Sequence[Copy]) -> dict[tuple[str, str], int]:
    found: defaultdict[tuple[str, str], int] = defaultdict(int)
    for copy in copies:
        found[copy.left, copy.right] += 0 if copy.quoted else copy.words
    return found


def _is_pair(left: Voice, right: Voice, copy: Copy) -> bool:
    return (
        left.stance == right.stance
        and _inside(left.account, copy.left_span, either=copy.quoted)
        and _inside(right.account, copy.right_span, either=copy.quoted)
        and (copy.quoted or _same_words(left.account, right.account))
    )


def _inside(account: Account, span: Span, *, either: bool) -> bool:
    """Whether the content lies in the passage; for a quotation, of which one article may print more, ``either`` in the
    other."""
    content = account.attribution.content
    covered = sum(max(0, min(end, span[1]) - max(start, span[0])) for start, end in content)
    sizes = [sum(end - start for start, end in content), *([span[1] - span[0]] if either else [])]
    return covered >= INSIDE * min(sizes)


def _same_words(a: Account, b: Account) -> bool:
    """Whether the contents of two accounts are in the same words, most of them."""
    one, other = frozenset(words_of(a.quote)), frozenset(words_of(b.quote))
    return bool(one and other) and len(one & other) >= COMMON * min(len(one), len(other))


def _likeness(a: Account, b: Account) -> float:
    """What part of all words of the two contents both have."""
    one, other = frozenset(words_of(a.quote)), frozenset(words_of(b.quote))
    return len(one & other) / (len(one | other) or 1)


def _why(left: Voice, right: Voice, copy: Copy, words: int) -> str:
    if copy.quoted:
        return f"{left.outlet} and {right.outlet} print the same quoted words"
    known = direction(left.account.article, right.account.article)
    if known is None:
        return f"{left.outlet} and {right.outlet} share {words} words of {left.lineage.credited or 'one'} text"
    giver, taker = (left, right) if known[0] == left.article else (right, left)
    return f"{taker.outlet} prints {words} words of {giver.outlet}'s text"
