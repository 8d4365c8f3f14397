"""What reading articles anew came to, in words: a line an article, and the sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from twosource.across import Judgement
from twosource.export.words import plain
from twosource.records import Article

COUNTED = ("same", "changed", "gone", "new", "kept")
_TOLD = "as before", "read otherwise", "no longer found", "new", "kept on a person's word"


class Redone(Protocol):
    """What reading one article anew came to."""

    @property
    def article(self) -> Article:
        """Of which."""
        ...

    @property
    def left(self) -> Sequence[Judgement]:
        """The judgements that hold for nothing any more."""
        ...


def line(made: Redone, *, place: int, of: int) -> str:
    """``3/12  14 as before, 1 new  Halyard News Agency · Blast at Port Ansel``; then what was left behind, a line each
    with the words that it was about."""
    article = made.article
    named = " · ".join(plain(part) for part in (article.outlet, article.title) if part) or article.id
    told = ", ".join(_counted([getattr(made, name) for name in COUNTED])) or "no statements"
    return f"{place:,}/{of:,}  {told}  {named}\n" + "".join(_left(article, one) for one in made.left)


def total(sums: Sequence[int], *, articles: int, judgements: tuple[int, int, int]) -> str:
    """The closing report. ``sums`` are those of :data:`COUNTED`, ``judgements`` how many hold, how many of them for
    other words, and how many were left behind."""
    held, moved, left = judgements
    told = ", ".join(_counted(sums)) or "none"
    return (
        f"{articles:,} article{'' if articles == 1 else 's'} read anew\nstatements: {told}\n"
        f"judgements: {held:,} hold, {moved:,} of them for other words; {left:,} left behind\n"
    )


def _counted(numbers: Sequence[int]) -> Iterator[str]:
    for number, told in zip(numbers, _TOLD, strict=True):
        if number:
            yield f"{number:,} {told}"


def _left(article: Article, one: Judgement) -> str:
    end = one.left if one.left.article == article.id else one.right
    words = plain(article.text[slice(*end.span)]) if end and end.span else ""
    return f"     left behind: {one.verdict} by {plain(one.by) or 'nobody named'} ({one.id}): {words}\n"
