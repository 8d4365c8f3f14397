"""A page that was changed: which of its statements say again what those of the version before said, and which say it
otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from twosource.brief.figures import middle
from twosource.brief.records import Statement
from twosource.records import Figure

ALIKE = 0.6
"""Part of the words that two versions of one statement have in common at least: of "Twenty-one people had died, the
ministry said" and "Nineteen people had died, the ministry said" it is 7 in 8."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """A statement of a page in its ``old`` and its ``new`` version. ``what`` is what of its meaning was changed, if
    anything; of ``figures`` those that were, before and after."""

    old: Statement
    new: Statement
    what: Literal["figure", "stance"] | None = None
    figures: tuple[Figure, Figure] | None = None


def renewals(retired: Iterable[Statement], arrived: Iterable[Statement]) -> dict[str, Renewal]:
    """By the id of the new one: each statement of ``arrived`` with the one of ``retired``, of the same page and the
    same speaker, that it is most like."""
    of_page: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for old in retired:
        if old.account.article.url:
            of_page[old.account.article.url, old.speaker].append(old)
    found: dict[str, Renewal] = {}
    for new in arrived:
        known = of_page.get((new.account.article.url or "", new.speaker), [])
        most_alike = _most_alike(new, known)
        if most_alike:
            known.remove(most_alike)
            found[new.id] = _renewal(most_alike, new)
    return found


def _most_alike(new: Statement, known: Sequence[Statement]) -> Statement | None:
    alike = [old for old in known if _alike(old, new) >= ALIKE]
    return max(alike, key=lambda old: _alike(old, new), default=None)


def _alike(old: Statement, new: Statement) -> float:
    return SequenceMatcher(None, _words(old), _words(new), autojunk=False).ratio()


def _words(one: Statement) -> list[str]:
    """Of the whole sentence: a figure may be all that is said in a clause of two words."""
    start, end = one.context
    return one.account.article.text[start:end].casefold().split()


def _renewal(old: Statement, new: Statement) -> Renewal:
    figures = old.account.attribution.figures, new.account.attribution.figures
    if len(figures[0]) == len(figures[1]):
        for before, after in zip(*figures, strict=True):
            if before.unit == after.unit and middle(before) != middle(after):
                return Renewal(old, new, "figure", (before, after))
    polarity = old.account.attribution.polarity, new.account.attribution.polarity
    return Renewal(old, new, "stance" if polarity[0] != polarity[1] else None)
