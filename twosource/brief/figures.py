"""The figures of a proposition: those of the one quantity that most of its statements give."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from twosource.brief.records import FigureSaid, Statement
from twosource.link.gist import Amount, amounts
from twosource.records import Figure

_VAGUE = re.compile(r"\b(?:tens|dozens|scores|hundreds|thousands|millions|billions)\b", re.IGNORECASE)
"""No number to hold against others: "dozens" is no lower than 58."""


def figures(statements: Sequence[Statement]) -> tuple[FigureSaid, ...]:
    """One figure of each statement that gives that quantity, in the order of ``statements``; none where it is not given
    twice. What is a part of another figure ("six of them officers") is not it."""
    given = {statement.id: list(_given(statement)) for statement in statements}
    counted = Counter(unit for own in given.values() for unit in {amount.unit for amount, _ in own})
    # People harmed before all else, since a toll is what is asked for; then the unit most used.
    harmed = {amount.unit for own in given.values() for amount, _ in own if amount.harm}
    best = min(counted, key=lambda unit: (counted[unit] < 2, unit not in harmed, -counted[unit], unit), default="")
    if counted[best] < 2:
        return ()
    return tuple(
        FigureSaid(attribution=statement.id, figure=figure, as_of=statement.when)
        for statement in statements
        for amount, figure in given[statement.id]
        if amount.unit == best and figure is _first(given[statement.id], best)
    )


def is_toll(statements: Sequence[Statement], shown: Sequence[FigureSaid]) -> bool:
    """Whether the figures that are shown count people whom something befell. Of nothing else can it be told that a
    higher one carries a lower one forward: "143 million records" and "an additional 2.5 million" do not add up so."""
    figure_of = {found.attribution: found.figure for found in shown}
    return bool(shown) and all(
        amount.harm
        for statement in statements
        for amount, figure in _given(statement)
        if figure is figure_of.get(statement.id)
    )


def _given(statement: Statement) -> Iterator[tuple[Amount, Figure]]:
    found = zip(amounts(statement.account), statement.account.attribution.figures, strict=True)
    text = statement.account.article.text
    for amount, figure in found:
        if figure.part_of is None and not _VAGUE.search(text, *figure.span):
            yield amount, figure


def _first(given: Sequence[tuple[Amount, Figure]], unit: str) -> Figure:
    return next(figure for amount, figure in given if amount.unit == unit)


def middle(figure: Figure) -> float:
    """One number for a figure: the middle of its ends, or the one end that it has."""
    ends = [end for end in (figure.low, figure.high) if end is not None]
    return sum(ends) / max(1, len(ends))
