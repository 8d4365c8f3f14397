"""How much of an article another one prints, and which of the two had it from the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from twosource.origins.copies import Copy
from twosource.origins.lineage import lineage
from twosource.records import Article

Extent = Literal["whole", "almost whole", "shortened", "in part"]
"""How much of the other's text an article prints: all of it, all but a clause here and there, a shorter form; or
passages of it among text of its own."""

_MOSTLY = 0.6
"""Part of a reprint that is the other's text; below, it is an article of its own with passages."""
_WHOLE = 0.9
"""Part of the other's text that a whole reprint has: headline, dateline and a note at the end are left out."""
_ALMOST = 0.75


def extent(copies: Sequence[Copy], *, of: str) -> Extent | None:
    """How much of the article ``of`` the other one prints, by all the :func:`shared` passages of the two; ``None``
    where they share no text but quotations."""
    written = [copy for copy in copies if not copy.quoted]
    if not written:
        return None
    original = sum(copy.left_share if copy.left == of else copy.right_share for copy in written)
    reprint = sum(copy.right_share if copy.left == of else copy.left_share for copy in written)
    if reprint < _MOSTLY:
        return "in part"
    if original >= _WHOLE:
        return "whole"
    return "almost whole" if original >= _ALMOST else "shortened"


def direction(a: Article, b: Article) -> tuple[str, str] | None:
    """Of two articles that share text, the id of the one that the other has it from, and why; ``None`` where it does
    not show. A declared credit tells more than the time of publication, which may be that of a later edition."""
    for article, reprint in ((a, b), (b, a)):
        declared, root = lineage(reprint), lineage(article)
        if declared.wire is not None and declared.wire == root.outlet:
            return article.id, f"{_name(reprint)} {declared.why}"
    if lineage(a).wire is not None and lineage(a).wire == lineage(b).wire:
        return None
    earlier = _earlier(a, b)
    if earlier is None:
        return None
    later = b if earlier is a else a
    return earlier.id, f"{_name(earlier)} published it before {_name(later)}"


def _name(article: Article) -> str:
    return article.outlet or article.url or article.id


def _earlier(a: Article, b: Article) -> Article | None:
    """The one that is known to be published first: by the hour where both give it with a zone, else by the day."""
    one, other = _moment(a), _moment(b)
    if one is None or other is None:
        return None
    if one.tzinfo and other.tzinfo:
        return None if one == other else (a if one < other else b)
    days = one.date(), other.date()
    return None if days[0] == days[1] else (a if days[0] < days[1] else b)


def _moment(article: Article) -> datetime | None:
    """When it was published; ``None`` where that is not known, or no ISO 8601."""
    try:
        return datetime.fromisoformat(article.published or "")
    except ValueError:
        return None
