"""The status of a proposition, rule by rule."""

from __future__ import annotations

from typing import Any

import pytest

from tests.origins.made import BAY, DALE, FOUR, HILL, OMAR, RUTH, person, report, said, standing
from twosource.across import Account, Link, Relation
from twosource.origins import status
from twosource.records import Figure

COUNT = (Figure(span=(0, 4), low=4, high=4),)
LATER = report("Bay Courier", published="2025-03-06")
YES, TOO = said(HILL, FOUR, RUTH, figures=COUNT), said(BAY, FOUR, OMAR, figures=COUNT)
NO, NO_COMMENT = said(DALE, FOUR, OMAR, polarity="deny"), said(BAY, FOUR, OMAR, polarity="withhold", act="declines")
OPEN = said(DALE, FOUR, OMAR, polarity="withhold")
MAYBE = said(HILL, FOUR, RUTH, certainty="possible")
TAKEN_BACK = said(LATER, FOUR, RUTH, polarity="deny")


def link(left: Account, right: Account, relation: Relation) -> Link:
    return Link(left=left.id, right=right.id, relation=relation, score=1.0)


CASES: list[tuple[str, list[Account], list[Link], str]] = [
    ("one affirms", [YES], [], "single-origin"),
    ("two affirm", [YES, TOO], [], "several-origins"),
    ("one person twice", [YES, said(BAY, FOUR, RUTH)], [], "single-origin"),
    ("one affirms and no comment", [YES, NO_COMMENT], [], "single-origin"),
    ("one affirms, one denies", [YES, NO], [], "contested"),
    ("two affirm, one denies outright", [YES, TOO, NO], [], "contested"),
    ("all deny", [NO], [], "denied"),
    ("one denies, no comment from another", [NO, NO_COMMENT], [], "denied"),
    ("one denies, another leaves it open", [said(BAY, FOUR, RUTH, polarity="deny"), OPEN], [], "unconfirmed"),
    ("nobody confirms", [OPEN], [], "unconfirmed"),
    ("affirmed as possible, not confirmed", [MAYBE, OPEN], [], "unconfirmed"),
    ("affirmed as possible alone", [MAYBE], [], "single-origin"),
    ("taken back", [YES, TAKEN_BACK], [], "retracted"),
    ("taken back, but somebody else affirms it", [YES, said(DALE, FOUR, OMAR), TAKEN_BACK], [], "contested"),
    ("figures differ", [YES, TOO], [link(YES, TOO, "differs")], "figures-differ"),
    ("figures that carry on", [YES, TOO], [link(YES, TOO, "updates")], "several-origins"),
    ("details differ and nothing is counted", [MAYBE, TOO], [link(MAYBE, TOO, "differs")], "several-origins"),
    ("a link to another proposition", [YES], [link(YES, TOO, "differs")], "single-origin"),
    ("two assertions that contradict each other", [YES, TOO], [link(YES, TOO, "contradicts")], "contested"),
]


@pytest.mark.parametrize(
    ("accounts", "links", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_status(accounts: list[Account], links: list[Link], expected: str) -> None:
    assert status(accounts, standing(*accounts), links) == expected


def test_what_cannot_be_true_beside_it_contests_only_as_many() -> None:
    """ "Nothing but grain" denies munitions without saying so: it stands against one origin, not against two."""
    third = said(DALE, FOUR, person("Ida Ross"))
    stances: dict[str, Any] = {third.id: "deny"}
    assert status([YES, third], standing(YES, third, stances=stances), []) == "contested"
    assert status([YES, TOO, third], standing(YES, TOO, third, stances=stances), []) == "several-origins"
