"""The content, or the cue, that somebody chose by its first and its last word."""

from __future__ import annotations

from collections.abc import Iterable

from twosource.across import Account
from twosource.records import Span

_BETWEEN = " \t\n\r,;:–—-"


def content(account: Account, first: int, last: int) -> tuple[Span, ...]:
    """From the word that begins at ``first`` to the one that ends at ``last``, without the words of source and cue,
    which may stand between ("“We know nothing,” he said, “of it”"). Where an end is as it was, so are the marks beside
    it. ``ValueError`` where nothing is left.
    """
    found, text = account.attribution, account.article.text
    old = found.content
    start = old[0][0] if old[0][0] <= first and not _wordlike(text[old[0][0] : first]) else first
    end = old[-1][1] if last <= old[-1][1] and not _wordlike(text[last : old[-1][1]]) else last
    kept = _without((*found.source, *found.cue), text, start, end)
    if not kept:
        raise ValueError("these words are the source and the cue; choose what is said")
    return kept


def cue(account: Account, first: int, last: int) -> tuple[Span, ...]:
    """The same of the words that attribute, without those of source and content. ``ValueError`` where nothing is left:
    who means that there are none says so."""
    found = account.attribution
    kept = _without((*found.source, *found.content), account.article.text, first, last)
    if not kept:
        raise ValueError("these words are the source and what is said; choose what tells how it is said")
    return kept


def _without(others: Iterable[Span], text: str, start: int, end: int) -> tuple[Span, ...]:
    """What of ``start`` to ``end`` is of none of ``others``."""
    if not 0 <= start < end <= len(text):
        raise ValueError("the last word stands before the first")
    pieces: list[Span] = []
    place = start
    for left, right in sorted(others):
        if left < end and right > place:
            pieces.append((place, left))
            place = max(place, right)
    pieces.append((place, end))
    return tuple(span for piece in pieces if (span := _trimmed(text, piece, (start, end))))


def _trimmed(text: str, piece: Span, whole: Span) -> Span | None:
    """``piece`` without white space, and without the commas that part it from what stands between."""
    start, end = piece
    while start < end and (text[start].isspace() or (start != whole[0] and text[start] in _BETWEEN)):
        start += 1
    while start < end and (text[end - 1].isspace() or (end != whole[1] and text[end - 1] in _BETWEEN)):
        end -= 1
    return (start, end) if _wordlike(text[start:end]) else None


def _wordlike(text: str) -> bool:
    return any(character.isalnum() for character in text)
