"""What a verdict changed, told from how things stood before and after."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.across import Proposition, Status, proposition_id
from twosource.room.judging_effect import Effect, Standing, effect

Group = tuple[str, ...]


def standing(*groups: Group, sources: Sequence[str] = (), stands: dict[Group, Status] | None = None) -> Standing:
    """Groups of statements as propositions of one origin, but for those of which it is said how they stand."""
    found = [
        Proposition(
            attributions=group,
            wording=f"what {group[0]} claims",
            status=(stands or {}).get(group, "single-origin"),
            independent=(1, 1),
        )
        for group in groups
    ]
    return Standing({one.id: one for one in found}, set(sources))


BEFORE = standing(("a", "b", "c"), ("d",))

ALONE = "a proposition of its own, single origin; 1 statement regrouped"


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        (BEFORE, BEFORE, "nothing else changed"),
        (BEFORE, standing(("a", "b", "c", "d")), "1 statement regrouped"),
        (
            BEFORE,
            standing(("a", "b"), ("c",), ("d",)),
            "a proposition of its own, single origin; 1 statement regrouped",
        ),
        (
            BEFORE,
            standing(("b", "c"), ("a",), ("d",)),
            "a proposition of its own, single origin; 1 statement regrouped",
        ),
        (BEFORE, standing(("a", "b"), ("d",)), "1 statement left out"),
        (standing(("a", "b"), ("d",)), BEFORE, "1 statement taken in"),
        (BEFORE, standing(("a", "b", "c")), "no longer a proposition of its own; 1 statement left out"),
        (
            BEFORE,
            standing(("a", "b", "c", "d"), stands={("a", "b", "c", "d"): "contested"}),
            "status: single origin → contested; 1 statement regrouped",
        ),
        (
            BEFORE,
            standing(("a", "b", "c"), ("d",), stands={("a", "b", "c"): "denied", ("d",): "retracted"}),
            "“what a claims”: status: single origin → denied; “what d claims”: status: single origin → retracted",
        ),
        (standing(sources=("s", "t")), standing(sources=("s",)), "2 sources are one now"),
        (standing(sources=("s",)), standing(sources=("s", "t")), "1 source became 2"),
    ],
)
def test_told_in_words(before: Standing, after: Standing, text: str) -> None:
    assert effect(before, after).text == text


def test_a_statement_and_its_correction_are_one() -> None:
    first = {"c2": "c"}
    before, after = BEFORE, standing(("a", "b", "c2"), ("d",))
    found = effect(Standing(before.propositions, (), first), Standing(after.propositions, (), first))
    assert found == Effect()


def test_the_wire_form_says_all_of_it() -> None:
    found = effect(BEFORE, standing(("a", "b", "c", "d"), stands={("a", "b", "c", "d"): "contested"})).as_dict()
    assert (found["regrouped"], found["left_out"], found["taken_in"], found["sources"]) == (1, 0, 0, [0, 0])
    assert found["propositions"] == [
        {
            "proposition": proposition_id(("a",)),
            "wording": "what a claims",
            "status": ["single-origin", "contested"],
            "independent": [{"low": 1, "high": 1}, {"low": 1, "high": 1}],
        },
        {
            "proposition": proposition_id(("d",)),
            "wording": "what d claims",
            "status": ["single-origin", None],
            "independent": [{"low": 1, "high": 1}, None],
        },
    ]


def test_of_very_many_propositions_few_are_named() -> None:
    groups = [(one,) for one in "abcdef"]
    after = standing(*groups, stands=dict.fromkeys(groups, "denied"))
    assert effect(standing(*groups), after).text.endswith("; 3 more propositions changed")


@st.composite
def partitions(draw: st.DrawFn) -> Standing:
    statements = draw(st.lists(st.sampled_from("abcdefgh"), unique=True))
    of = {one: draw(st.integers(0, 3)) for one in sorted(statements)}
    groups = [tuple(one for one in of if of[one] == number) for number in sorted(set(of.values()))]
    return standing(*groups)


@given(before=partitions(), after=partitions())
def test_every_statement_stayed_moved_came_or_went(before: Standing, after: Standing) -> None:
    found, back = effect(before, after), effect(after, before)
    assert found.left_out == back.taken_in == len(before.statements - after.statements)
    assert found.taken_in == back.left_out == len(after.statements - before.statements)
    both = before.statements & after.statements
    assert 0 <= found.regrouped <= len(both)
    if not (found.regrouped or found.left_out or found.taken_in):
        assert {one.attributions for one in before.propositions.values()} == {
            one.attributions for one in after.propositions.values()
        }


@given(one=partitions())
def test_the_same_twice_is_no_change(one: Standing) -> None:
    assert effect(one, one) == Effect()
