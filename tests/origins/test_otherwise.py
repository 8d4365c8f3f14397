"""How a standing would change, told without working it out anew."""

from __future__ import annotations

from tests.origins.made import BAY, DALE, FOUR, HILL, OMAR, RUTH, said, standing, unnamed
from twosource.across import Account
from twosource.origins.otherwise import as_one, as_two, together, turned, without

ALONE, ALSO, OTHER = said(HILL, FOUR, RUTH), said(BAY, FOUR, RUTH), said(DALE, FOUR, OMAR)
HIDDEN = said(HILL, FOUR, unnamed("official")), said(BAY, FOUR, unnamed("official"))


def parts(*accounts: Account) -> set[frozenset[str]]:
    return {frozenset(origin.attributions) for origin in standing(*accounts).origins}


def test_without_one_of_several_its_origin_stays() -> None:
    found = standing(ALONE, ALSO, OTHER)
    left = without(found, ALSO.id)
    assert {frozenset(origin.attributions) for origin in left.origins} == parts(ALONE, OTHER)
    assert left.independent == (2, 2)


def test_without_the_only_one_its_origin_goes() -> None:
    found = without(standing(ALONE, ALSO, OTHER), OTHER.id)
    assert found.independent == (1, 1)
    assert len(found.origins) == 1
    assert without(standing(ALONE), ALONE.id).origins == ()


def test_doubts_stay_with_their_origins_though_their_first_account_goes() -> None:
    one, other = HIDDEN
    again = said(DALE, FOUR, unnamed("official"))
    found = standing(one, other, again)
    assert found.independent == (1, 3)
    assert without(found, one.id).independent == standing(other, again).independent == (1, 2)


def test_one_that_turns_is_an_origin_of_its_own() -> None:
    found = turned(standing(ALONE, ALSO, OTHER), ALSO.id, "deny")
    assert sorted((origin.stance, len(origin.attributions)) for origin in found.origins) == [
        ("affirm", 1),
        ("affirm", 1),
        ("deny", 1),
    ]
    assert turned(standing(ALONE, OTHER), OTHER.id, "deny").independent == (1, 1)


def test_two_that_are_doubtful_may_be_one_or_two() -> None:
    found = standing(*HIDDEN)
    (doubt,) = found.doubts
    assert as_one(found, doubt).independent == (1, 1)
    assert [set(origin.attributions) for origin in as_one(found, doubt).origins] == [{one.id for one in HIDDEN}]
    assert as_two(found, doubt).independent == (2, 2)
    assert found.independent == (1, 2)


def test_two_propositions_as_one_have_the_origins_of_both() -> None:
    assert together(standing(ALONE), standing(OTHER)).independent == (2, 2)
