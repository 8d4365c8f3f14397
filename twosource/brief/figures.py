"""The figures of a proposition: those of the one quantity that most of its statements give."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from twosource.brief.records import Entry, FigureSaid, Statement
from twosource.language.words import words
from twosource.link.gist import Amount, amounts
from twosource.link.terms import stem
from twosource.records import Figure

Extreme = Literal["lowest", "highest", "latest"]

Quantity = tuple[str, str]
"""What is measured or what befell people, and what is counted or who."""

_VAGUE = re.compile(r"\b(?:tens|dozens|scores|hundreds|thousands|millions|billions)\b", re.IGNORECASE)
"""No number to hold against others: "dozens" is no lower than 58."""
_MORE = re.compile(r"\b(?:additional|another|further|extra)\s+(?:about\s+|some\s+)?\Z", re.IGNORECASE)
_THAN_BEFORE = re.compile(r"\s+(?:\w+\s+)?more\b(?!\s+than)")
"""An addition is no total: "an additional 2.5 million" is no lower than the 143 million that it is added to."""
_ADDED_UP = re.compile(r"(?:\s[\w.’'-]+){0,4},?\s(?:and|plus|as\swell\sas|along\swith)\s(?:the\s)?")
"""Between two figures of one sum: "10 passengers and two pilots" are no lower than 12 people."""
_EVERYBODY = words(
    "people persons killed dead deaths injured wounded hurt missing casualties bodies victims fatalities lives toll"
)
"""What a figure of people counts where it leaves nobody out: 27 children are no lower than 80 dead."""


def figures(statements: Sequence[Statement]) -> tuple[FigureSaid, ...]:
    """One figure of each statement that gives that quantity, in the order of ``statements``; none where it is not given
    twice. What is a part of another figure ("six of them officers") is not it."""
    given = {statement.id: list(_given(statement)) for statement in statements}
    counted = Counter(unit for own in given.values() for unit in {_quantity(one) for one in own})
    # People harmed before all else, since a toll is what is asked for; then the unit most used.
    harmed = {_quantity(one) for own in given.values() for one in own if one[0].harm}
    best = min(
        counted, key=lambda unit: (counted[unit] < 2, unit not in harmed, -counted[unit], unit), default=("", "")
    )
    if counted[best] < 2:
        return ()
    return tuple(
        FigureSaid(attribution=statement.id, figure=figure, as_of=statement.when)
        for statement in statements
        for amount, figure in given[statement.id]
        if _quantity((amount, figure)) == best and figure is _first(given[statement.id], best)
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
    text = statement.account.article.text
    found = list(zip(amounts(statement.account), statement.account.attribution.figures, strict=True))
    parts = {one.span for pair in pairwise(found) if _add_up(text, *pair) for _, one in pair}
    for amount, figure in found:
        added = _MORE.search(text, max(0, figure.span[0] - 30), figure.span[0]) or _THAN_BEFORE.match(
            text, figure.span[1]
        )
        if figure.part_of is None and figure.span not in parts and not added and not _VAGUE.search(text, *figure.span):
            yield amount, figure


def _add_up(text: str, one: tuple[Amount, Figure], two: tuple[Amount, Figure]) -> bool:
    between = one[1].span[1], two[1].span[0]
    return one[0].unit == two[0].unit and _ADDED_UP.fullmatch(text, *between) is not None


def _quantity(given: tuple[Amount, Figure]) -> Quantity:
    """What is counted, as far as two figures of it can be held against each other."""
    amount, figure = given
    of = (figure.of or "").split()[-1:]
    whose = "" if not of or (amount.harm and of[0].lower() in _EVERYBODY) else stem(of[0])
    return amount.unit, whose


def _first(given: Sequence[tuple[Amount, Figure]], quantity: Quantity) -> Figure:
    return next(found[1] for found in given if _quantity(found) == quantity)


def middle(figure: Figure) -> float:
    """One number for a figure: the middle of its ends, or the one end that it has."""
    ends = [end for end in (figure.low, figure.high) if end is not None]
    return sum(ends) / max(1, len(ends))


def ends(figures: Sequence[FigureSaid], said: Mapping[str, Statement]) -> tuple[FigureSaid, FigureSaid] | None:
    """The lowest and the highest of ``figures``, of equal ones the first printed of a speaker who is named; ``None``
    where there are none."""
    if not figures:
        return None
    lowest = min(figures, key=lambda one: (middle(one.figure), not _named(one, said)))
    return lowest, max(figures, key=lambda one: (middle(one.figure), _named(one, said)))


def latest(figures: Sequence[FigureSaid]) -> FigureSaid:
    """The figure that held last; of equally late ones the last printed."""
    return max(reversed(figures), key=lambda found: found.as_of or "")


def extremes(entry: Entry) -> list[tuple[Extreme, FigureSaid]]:
    """Lowest, highest and latest, where the figures are not all the same; else the latest."""
    found = ends(entry.figures, entry.statement_of)
    if found is None:
        return []
    last: tuple[Extreme, FigureSaid] = ("latest", latest(entry.figures))
    differ = middle(found[0].figure) != middle(found[1].figure)
    return [("lowest", found[0]), ("highest", found[1]), last] if differ else [last]


def _named(one: FigureSaid, said: Mapping[str, Statement]) -> bool:
    chain = said[one.attribution].account.attribution.chain
    return bool(chain and chain[-1].name)
