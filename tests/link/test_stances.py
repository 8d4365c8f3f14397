"""Who denies what a proposition is called after though their own words affirm something."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.link.made import link, told
from twosource.across import Account
from twosource.link.stances import SURE, stances

ACCOUNTS = {
    "munitions": told("Ruth Hale", "said", "the ship carried munitions"),
    "grain": told("Omar Stern", "said", "there was nothing but grain"),
    "shells": told("A docker", "said", "he had seen shells"),
    "never": told("The owner", "denied", "that there were munitions", polarity="deny"),
    "silent": told("The mayor", "would not say", "what it carried", polarity="withhold"),
}
NAMES = {account.id: name for name, account in ACCOUNTS.items()}
Told = tuple[str, str, Any, float]

TABLE: list[tuple[str, list[Told], set[str]]] = [
    ("munitions", [], set()),
    ("munitions", [("munitions", "grain", "contradicts", 0.9)], {"grain"}),
    ("munitions", [("grain", "munitions", "contradicts", SURE)], {"grain"}),
    ("munitions", [("munitions", "grain", "contradicts", SURE - 0.01)], set()),
    ("munitions", [("munitions", "grain", "differs", 0.9), ("munitions", "shells", "agrees", 0.9)], set()),
    ("munitions", [("shells", "grain", "contradicts", 0.9)], set()),
    ("munitions", [("munitions", "never", "contradicts", 0.9), ("munitions", "silent", "contradicts", 0.9)], set()),
    ("munitions", [("munitions", "grain", "contradicts", 0.9), ("munitions", "grain", "agrees", 0.6)], set()),
    ("munitions", [("munitions", "grain", "contradicts", 0.9), ("munitions", "grain", "updates", 0.4)], {"grain"}),
    ("grain", [("munitions", "grain", "contradicts", 0.9), ("grain", "shells", "contradicts", 0.9)],
     {"munitions", "shells"}),
    ("never", [("never", "grain", "contradicts", 0.9)], set()),
]  # fmt: skip


@pytest.mark.parametrize(("central", "links", "expected"), TABLE)
def test_who_denies(central: str, links: list[Told], expected: set[str]) -> None:
    made = [link(ACCOUNTS[a], ACCOUNTS[b], relation, score) for a, b, relation, score in links]
    found = stances(list(ACCOUNTS.values()), ACCOUNTS[central].id, made)
    assert {NAMES[one] for one in found} == expected
    assert set(found.values()) <= {"deny"}


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([("grain", "never", "agrees", 0.9)], {"never": "affirm"}),
        ([("grain", "never", "agrees", SURE - 0.01)], {}),
        ([("grain", "never", "contradicts", 0.9)], {}),
        ([("grain", "never", "agrees", 0.9), ("grain", "never", "contradicts", 0.9)], {}),
        ([("grain", "silent", "agrees", 0.9)], {}),
        (
            [("grain", "never", "same", 0.9), ("grain", "shells", "contradicts", 0.9)],
            {"never": "affirm", "shells": "deny"},
        ),
    ],
)
def test_a_denial_that_agrees_with_a_no_affirms_it(links: list[Told], expected: dict[str, str]) -> None:
    made = [link(ACCOUNTS[a], ACCOUNTS[b], relation, score) for a, b, relation, score in links]
    found = stances(list(ACCOUNTS.values()), ACCOUNTS["grain"].id, made)
    assert {NAMES[one]: stance for one, stance in found.items()} == expected


def test_only_accounts_of_the_proposition_have_a_stance() -> None:
    made = [link(ACCOUNTS["munitions"], ACCOUNTS["grain"], "contradicts", 0.9)]
    assert stances([ACCOUNTS["munitions"]], ACCOUNTS["munitions"].id, made) == {}


LINKS = st.lists(
    st.builds(
        link,
        st.sampled_from(list(ACCOUNTS.values())),
        st.sampled_from(list(ACCOUNTS.values())),
        st.sampled_from(("contradicts", "agrees", "differs")),
        st.sampled_from((0.3, 0.5, 0.8)),
    ),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(LINKS, st.randoms(use_true_random=False))
def test_the_order_is_nothing(links: list[Any], chance: random.Random) -> None:
    accounts: list[Account] = list(ACCOUNTS.values())
    links = [one for one in links if one.left != one.right]
    central = accounts[0].id
    found = stances(accounts, central, links)
    shuffled = stances(chance.sample(accounts, len(accounts)), central, chance.sample(links, len(links)))
    assert list(found.items()) == list(shuffled.items())
    assert central not in found
