"""What the queue asks is held against the annotation as it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from gate.annotated import Story
from gate.review import Asked, asked, joined, told
from tests.upkeep.corrected import account
from tests.upkeep.made import DOUBTFUL, fill
from twosource.across import Case
from twosource.ledger import Ledger

ACCOUNTS = [account(made, 0) for made in DOUBTFUL]
FIRST, ALSO, LOOSE, OTHER = (one.id for one in ACCOUNTS)
"""The first three are joined, the fourth stands alone."""


def story(*groups: int, skip: frozenset[int] = frozenset()) -> Story:
    """The made-up story, its statements annotated as belonging to ``groups``."""
    return Story(
        name="ferry",
        use="develop",
        articles=tuple(made.article for made in DOUBTFUL),
        accounts=tuple((one,) for one in ACCOUNTS),
        number_of={one.id: number for number, one in enumerate(ACCOUNTS[: len(groups)])},
        group_of=dict(enumerate(groups)),
        skip=skip,
        propositions=[],
        pairs=[],
        statements=len(groups),
    )


def case(left: str, right: str) -> Case:
    return Case(about="proposition", left=left, right=right, doubt=0.5, worth=1.0)


@pytest.mark.parametrize(
    ("annotated", "pair", "expected"),
    [
        (story(0, 0, 0, 1), (LOOSE, FIRST), [Asked(1.0, joined=True, wrong=False)]),
        (story(0, 0, 1, 1), (LOOSE, FIRST), [Asked(1.0, joined=True, wrong=True)]),
        (story(0, 0, 0, 1), (LOOSE, OTHER), [Asked(1.0, joined=False, wrong=False)]),
        (story(0, 0, 0, 0), (LOOSE, OTHER), [Asked(1.0, joined=False, wrong=True)]),
        (story(0, 0, 0), (LOOSE, OTHER), []),
        (story(0, 0, 0, 0, skip=frozenset({3})), (LOOSE, OTHER), []),
    ],
)
def test_a_case_is_wrong_where_the_annotation_says_otherwise(
    tmp_path: Path, annotated: Story, pair: tuple[str, str], expected: list[Asked]
) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        fill(ledger, DOUBTFUL)
        with ledger.view() as view:
            assert list(asked(annotated, view, [case(*pair)])) == expected


def test_pairs_that_were_joined_are_counted_each_once(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        fill(ledger, DOUBTFUL)
        with ledger.view() as view:
            assert sorted(joined(story(0, 0, 1, 1), view)) == [False, True, True]
            assert list(joined(story(0, 0), view)) == [False]


def test_a_line_says_how_many_are_wrong_beside_chance() -> None:
    found = [Asked(2.0, joined=True, wrong=True), Asked(1.0, joined=False, wrong=False)]
    assert told("ferry", found, [True, False, False, False], 1).split("; ") == [
        "ferry           2 cases about pairs",
        "of the first 1 wrong: 1 (1 had been joined)",
        "of 1 joined pairs at random: 0.2",
    ]
