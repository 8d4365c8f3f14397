"""What the review queue asks first about pairs of statements: how much of it is wrong, on stories annotated by hand.

    python -m gate.review [--first 20] [DATA]

Each of the six stories to develop on is added to a ledger of its own. Of its cases about two statements as one
question, those count of which both statements are annotated: a pair that was joined is wrong where the annotation has
it in two propositions, a pair that was kept apart where it has it in one. Beside it stands what a person would find who
looked at pairs that were joined, at random: the share of all of them that is wrong.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from gate import DATA
from gate.annotated import Story, stories
from twosource import upkeep
from twosource.across import Case
from twosource.ledger import Ledger, View
from twosource.model.pairs import PairReader


@dataclass(frozen=True)
class Asked:
    """A case about a pair: whether it was ``joined``, and whether that is ``wrong``."""

    worth: float
    joined: bool
    wrong: bool


@dataclass(frozen=True)
class Outcome:
    """The cases of a story, most worth first, and whether each pair that was joined is wrong."""

    name: str
    asked: list[Asked]
    joined: list[bool]


def measure(story: Story, reader: PairReader) -> Outcome:
    """Add ``story`` to a new ledger and hold its cases against the annotation."""
    sides = upkeep.Sides()
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "story.db") as ledger:
        for article, own in zip(story.articles, story.accounts, strict=True):
            with ledger.write() as writer:
                upkeep.add(writer, article, [one.attribution for one in own], reader=reader, sides=sides)
        with ledger.view() as view:
            cases = [case for case in view.cases(limit=10_000) if case.about == "proposition"]
            return Outcome(story.name, list(asked(story, view, cases)), list(joined(story, view)))


def asked(story: Story, view: View, cases: list[Case]) -> Iterator[Asked]:
    """The cases whose two statements are annotated, in their order."""
    group_of = view.proposition_of({end for case in cases for end in (case.left, case.right or "")})
    for case in cases:
        left, right = _annotated(story, case.left), _annotated(story, case.right or "")
        if left is not None and right is not None:
            one = group_of[case.left] == group_of[case.right or ""]
            yield Asked(case.worth, one, one != (left == right))


def joined(story: Story, view: View) -> Iterator[bool]:
    """Of every pair of annotated statements that is in one proposition, whether the annotation has it in two."""
    for found in view.propositions():
        groups = [group for one in found.attributions if (group := _annotated(story, one)) is not None]
        yield from (left != right for left, right in combinations(groups, 2))


def _annotated(story: Story, attribution: str) -> int | None:
    """The annotated proposition of a statement, unless it says nothing."""
    number = story.number_of.get(attribution)
    return None if number is None or number in story.skip else story.group_of[number]


def told(name: str, found: list[Asked], pairs: list[bool], first: int) -> str:
    """A line about the ``first`` of some cases."""
    few = found[:first]
    wrong, together = sum(one.wrong for one in few), sum(one.joined for one in few)
    random = len(few) * sum(pairs) / max(1, len(pairs))
    return (
        f"{name:12} {len(found):4} cases about pairs; of the first {len(few)} wrong: {wrong} "
        f"({together} had been joined); of {len(few)} joined pairs at random: {random:.1f}"
    )


def main() -> None:
    """Print a line a story, and one for all cases in one queue."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("data", nargs="?", type=Path, default=DATA)
    options.add_argument("--first", type=int, default=20)
    chosen = options.parse_args()
    reader = PairReader()
    outcomes = [measure(story, reader) for story in stories(chosen.data, ["develop"])]
    for one in outcomes:
        print(told(one.name, one.asked, one.joined, chosen.first))
    queue = sorted((asked for one in outcomes for asked in one.asked), key=lambda asked: -asked.worth)
    print(told("all", queue, [pair for one in outcomes for pair in one.joined], chosen.first))


if __name__ == "__main__":
    main()
