"""Which readings of statements are asked about, and what would follow from another one."""

from __future__ import annotations

import pytest

from tests.origins.made import BAY, FOUR, HILL, OMAR, RUTH, said
from tests.review.made import look, three
from twosource.across import Account
from twosource.review.look import Settled
from twosource.review.statements import LEAST, doubt, readings
from twosource.review.worth import STEP, TOUCH

SURE = said(HILL, FOUR, RUTH)


def test_doubt_is_the_chance_that_something_is_not_right() -> None:
    one = said(BAY, FOUR, OMAR, confidence=0.8, polarity_score=0.9, certainty_score=0.5)
    assert doubt(one) == pytest.approx(1 - 0.36)
    assert doubt(SURE) == 0


@pytest.mark.parametrize(
    ("fields", "asked", "words"),
    [
        ({"confidence": 0.5}, True, "words like these are somebody's statement"),
        ({"confidence": 1 - LEAST + 0.01}, False, ""),
        ({"polarity_score": 0.6, "polarity": "deny"}, True, "that the speaker denies it is right in 60 of 100 cases"),
        ({"polarity_score": 0.6}, True, "that the speaker says that it is so is right in 60 of 100 cases"),
        ({"certainty_score": 0.6, "certainty": "possible"}, True,
         "that the speaker finds it possible is right in 60 of 100 cases"),
        ({"certainty_score": 0.6}, True, "that the speaker has no doubt of it is right in 60 of 100 cases"),
        ({}, False, ""),
    ],
)  # fmt: skip
def test_what_is_unsure_is_asked_in_words(fields: dict[str, object], asked: bool, words: str) -> None:
    one = said(BAY, FOUR, OMAR, **fields)
    found = list(readings(look(SURE, one), Settled()))
    assert [case.left for case in found] == ([one.id] if asked else [])
    assert all(words in case.reasons[0] for case in found)
    assert not list(readings(look(SURE, one), Settled(extractions=frozenset([one.id]))))


def test_worth_is_what_would_change_times_its_chance_and_the_weight() -> None:
    one = said(BAY, FOUR, OMAR, confidence=0.5)
    found = look(SURE, one)
    (case,) = readings(found, Settled())
    flipped = TOUCH + 1 + 2 * STEP
    assert (case.about, case.right, case.proposition) == ("attribution", None, found.proposition.id)
    assert case.worth == pytest.approx(0.5 * flipped * found.proposition.weight, abs=1e-4)
    assert case.reasons[1] == "judged otherwise, it would stand as single origin, not as several origins"


def test_what_changes_nothing_is_worth_little() -> None:
    bearing, idle = said(BAY, FOUR, OMAR, confidence=0.5), said(BAY, FOUR, RUTH, confidence=0.5)
    (much,) = readings(look(SURE, bearing), Settled())
    (little,) = readings(look(SURE, idle), Settled())
    assert little.doubt == much.doubt
    assert little.worth < much.worth / 5


def test_of_a_proposition_of_one_statement_nothing_would_be_left() -> None:
    (case,) = readings(look(said(BAY, FOUR, OMAR, confidence=0.5)), Settled())
    assert case.reasons[1] == "judged otherwise, 0 origins would count instead of 1 origin"


def test_the_most_doubtful_are_asked_about_and_no_more_than_a_few() -> None:
    def many(count: int) -> list[Account]:
        return [
            said(HILL, FOUR[:length], RUTH, confidence=round(0.6 - length / 100, 2)) for length in range(5, 5 + count)
        ]

    found = list(readings(look(*many(9)), Settled()))
    assert [case.doubt for case in found] == [0.53, 0.52, 0.51, 0.5]
    assert {case.left for case in found} == {one.id for one in many(9)[-4:]}


def test_a_turned_stance_is_judged_by_what_it_would_make_of_the_whole() -> None:
    hill, bay, dale = three(RUTH, OMAR, RUTH)
    unsure = said(BAY, FOUR, OMAR, polarity_score=0.5)
    (case,) = readings(look(hill, unsure, dale), Settled())
    assert case.reasons[1] == "judged otherwise, it would stand as contested, not as several origins"
    assert bay.id == unsure.id
