"""Which pairs of statements are asked about."""

from __future__ import annotations

import pytest

from tests.origins.made import BAY, DALE, FOUR, HILL, OMAR, RUTH, person, said, unnamed
from tests.review.made import link, look, three
from twosource.link.groups import ABSENT
from twosource.review.look import Settled, pair
from twosource.review.pairs import LEAST, ONE_ORIGIN, joined, kept_apart, origins

NELL = person("Nell Harker")
HERE, THERE, ELSEWHERE = three(RUTH, OMAR, NELL)
LOOSE = look(
    *(HERE, THERE, ELSEWHERE),
    links=[link(HERE, THERE, 0.99), link(HERE, ELSEWHERE, 0.4), link(THERE, ELSEWHERE, 0.6)],
    central=HERE.id,
)
"""The third is in it by a narrow margin."""


def test_who_is_in_by_a_narrow_margin_is_asked_about_beside_what_the_proposition_is_called_after() -> None:
    (case,) = joined(LOOSE, Settled())
    assert (case.about, case.left, case.right) == ("proposition", ELSEWHERE.id, HERE.id)
    assert case.doubt == pytest.approx(1 - (0.4 + (0.4 + 0.6) / 2) / 2)
    assert case.reasons[1] == "compared with this one alone the chance is 40 %"
    assert "2 origins would count instead of 3 origins" in case.reasons[2]
    assert case.worth > 0


def test_what_is_tied_closely_is_not_asked_about() -> None:
    assert not list(joined(look(HERE, THERE, links=[link(HERE, THERE, 1 - LEAST + 0.01)]), Settled()))


def test_one_that_hangs_on_others_says_so() -> None:
    found = look(HERE, THERE, ELSEWHERE, links=[link(HERE, THERE, 0.99), link(THERE, ELSEWHERE, 0.9)], central=HERE.id)
    (case,) = joined(found, Settled())
    assert case.left == ELSEWHERE.id
    assert case.reasons[1].startswith("it hangs on other statements of the group")


@pytest.mark.parametrize("beside", [HERE, THERE])
def test_a_pair_with_a_verdict_is_not_asked_about_again(beside: object) -> None:
    settled = Settled(pairs=frozenset([pair(beside.id, ELSEWHERE.id)]))  # type: ignore[attr-defined]
    assert not list(joined(LOOSE, settled))


def test_two_propositions_that_a_strong_link_does_not_join() -> None:
    one, other = look(HERE), look(THERE, ELSEWHERE, links=[link(THERE, ELSEWHERE, 0.9)])
    strong = link(HERE, THERE, 0.45)
    (case,) = kept_apart([one, other], [strong, *other.links], Settled())
    assert (case.left, case.right, case.about) == (HERE.id, THERE.id, "proposition")
    assert case.proposition == one.proposition.id
    assert case.doubt == pytest.approx((0.45 + ABSENT) / 2)
    assert case.reasons[0] == "the two may be about one question: compared alone, the chance is 45 %"
    assert "3 origins would count instead of 2 origins" in case.reasons[2]
    for judged in (pair(HERE.id, THERE.id), pair(HERE.id, ELSEWHERE.id)):
        assert not list(kept_apart([one, other], [strong], Settled(pairs=frozenset([judged]))))
    assert not list(kept_apart([one, other], [link(HERE, THERE, 0.29), link(HERE, ELSEWHERE, 0.29)], Settled()))
    assert not list(kept_apart([one, other], [link(THERE, ELSEWHERE, 0.9)], Settled()))


def test_origins_that_are_not_shown_to_be_independent() -> None:
    hidden = said(HILL, FOUR, unnamed("official")), said(BAY, FOUR, unnamed("official"))
    (case,) = origins(look(*hidden), Settled())
    ends = {one.id for one in hidden}
    assert (case.about, {case.left, case.right}, case.doubt) == ("attribution", ends, ONE_ORIGIN)
    assert "neither is named" in case.reasons[0]
    assert case.reasons[1:] == (
        "were they one, it would stand as single origin, not as several origins",
        "were they two, 2 origins would count instead of 1 to 2 origins",
    )
    assert not list(origins(look(*hidden), Settled(origins=frozenset([pair(*ends)]))))
    assert not list(origins(look(HERE, THERE), Settled()))


def test_denials_that_may_be_one_move_no_range_and_are_not_asked_about() -> None:
    hidden = [said(where, FOUR, unnamed("official"), polarity="deny") for where in (HILL, BAY)]
    assert not list(origins(look(*hidden, said(DALE, FOUR, OMAR)), Settled()))
