"""Origins are a partition with a true range, the same whatever the order; denials count for nothing."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.origins.made import (
    BAY,
    FOUR,
    HILL,
    OMAR,
    RUTH,
    body,
    group,
    outlet,
    parts,
    person,
    report,
    said,
    standing,
    unnamed,
)
from twosource.across import Account, Source


def test_denials_have_origins_that_count_for_nothing() -> None:
    found = standing(said(HILL, FOUR, RUTH), said(BAY, FOUR, OMAR, polarity="deny"))
    assert [origin.stance for origin in sorted(found.origins, key=lambda origin: origin.stance)] == ["affirm", "deny"]
    assert found.independent == (1, 1)
    assert standing(said(BAY, FOUR, OMAR, polarity="deny")).independent == (0, 0)


def test_stances_outrank_the_polarity_of_the_words() -> None:
    accounts = said(HILL, FOUR, RUTH), said(BAY, FOUR, OMAR)
    assert standing(*accounts, stances={accounts[1].id: "deny"}).independent == (1, 1)


def test_sources_outrank_names() -> None:
    accounts = said(HILL, FOUR, person("Hale")), said(BAY, FOUR, RUTH)
    one = Source(name="Ruth Hale", kind="person", anonymity="named", mentions=tuple((a.id, 0) for a in accounts))
    assert len(standing(*accounts).origins) == 2
    (origin,) = standing(*accounts, source_of=lambda *_: one).origins
    assert origin.root == "Ruth Hale"


def test_two_ministries_are_two_origins_of_one_side() -> None:
    found = standing(
        said(HILL, FOUR, body("Russian Foreign Ministry")), said(BAY, FOUR, body("Russian Health Ministry"))
    )
    assert [origin.side for origin in found.origins] == ["Russia", "Russia"]


SPEAKERS = [
    (),
    (RUTH,),
    (OMAR,),
    (body("Health Ministry"),),
    (body("Turkish Health Ministry"),),
    (group("health officials"),),
    (unnamed("official"),),
    (outlet("Hill Post"),),
    (outlet("Reuters"), unnamed("official")),
    (RUTH, unnamed("diver")),
]


def drawn(seeds: Sequence[tuple[int, int, int]]) -> list[Account]:
    """Accounts of a few speakers in a few outlets, with all stances."""
    made = {}
    for number, (speaker, where, stance) in enumerate(seeds):
        name = ("Hill Post", "Bay Courier", "Reuters")[where]
        one = said(
            report(name, words=f"{number} people were dead", published=f"2025-03-0{1 + number % 3}"),
            f"{number} people were dead",
            *SPEAKERS[speaker],
            polarity=("affirm", "affirm", "deny", "withhold")[stance],
        )
        made[one.id] = one
    return list(made.values())


seeds = st.lists(
    st.tuples(st.integers(0, len(SPEAKERS) - 1), st.integers(0, 2), st.integers(0, 3)), min_size=1, max_size=9
)


@settings(deadline=None)
@given(seeds, st.integers())
def test_order_makes_no_difference(seeds: list[tuple[int, int, int]], shuffle: int) -> None:
    accounts = drawn(seeds)
    shuffled = accounts.copy()
    Random(shuffle).shuffle(shuffled)
    assert standing(*accounts) == standing(*shuffled)


@settings(deadline=None)
@given(seeds)
def test_origins_are_a_partition_with_a_true_range(seeds: list[tuple[int, int, int]]) -> None:
    accounts = drawn(seeds)
    found = standing(*accounts)
    assert sorted(name for part in parts(found) for name in part) == sorted(account.id for account in accounts)
    affirming = [origin for origin in found.origins if origin.stance == "affirm"]
    low, high = found.independent
    assert (1 if affirming else 0) <= low <= high == len(affirming)
    assert sum(origin.shown for origin in affirming) <= low
    assert all(bool(origin.why) == (len(origin.attributions) > 1) for origin in found.origins)
    order = {account.id: account.order for account in accounts}
    assert all(list(part) == sorted(part, key=order.__getitem__) for part in parts(found))
