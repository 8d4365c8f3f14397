"""Of each proposition the few cases most worth it."""

from __future__ import annotations

from random import Random

import pytest

from tests.origins.made import BAY, DALE, FOUR, HILL, RUTH, person, report, said
from tests.review.made import link, look
from twosource.review.cases import LEAST, MOST, of_propositions
from twosource.review.look import Look, Settled


def large(size: int) -> Look:
    """A proposition of many loosely tied statements, each read with doubt."""
    members = [
        said(report(f"Paper {number}"), FOUR, person(f"Speaker {chr(65 + number)}nna"), confidence=0.6)
        for number in range(size)
    ]
    return look(*members, links=[link(members[0], one, 0.5) for one in members[1:]], central=members[0].id)


def test_a_large_story_does_not_fill_the_queue() -> None:
    found = list(of_propositions([large(12)], [], Settled()))
    assert len(found) == MOST
    worths = [case.worth for _, case in found]
    assert worths == sorted(worths, reverse=True)


def test_little_worth_is_not_asked() -> None:
    idle = look(said(HILL, FOUR, RUTH), said(BAY, FOUR, RUTH, confidence=0.6))
    assert not list(of_propositions([idle], [], Settled()))
    assert all(case.worth >= LEAST for _, case in of_propositions([large(4)], [], Settled()))


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_what_is_given_is_nothing(seed: int) -> None:
    looks = [large(3), look(said(DALE, FOUR, RUTH, confidence=0.5))]
    links = [link(looks[0].members[0], looks[1].members[0], 0.9), *looks[0].links]
    chance = Random(seed)
    expected = sorted((owner, case.id) for owner, case in of_propositions(looks, links, Settled()))
    shuffled = [
        Look(
            proposition=one.proposition,
            members=one.members,
            links=chance.sample(list(one.links), len(one.links)),
            standing=one.standing,
            central=one.central,
        )
        for one in chance.sample(looks, len(looks))
    ]
    again = of_propositions(shuffled, chance.sample(links, len(links)), Settled())
    assert sorted((owner, case.id) for owner, case in again) == expected
    assert len({owner for owner, _ in expected}) == 2
