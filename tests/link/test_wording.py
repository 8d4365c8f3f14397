"""What a proposition is called: the best account, in its own words."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.link.made import link, told
from tests.origins.made import article, said
from tests.support import span
from twosource.across import Account
from twosource.link.wording import central, wording

LONG = "the ferry Marigold of the Bay Line was lost with all hands " * 6


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("the ferry sank", "the ferry sank"),
        ("that the ferry sank", "the ferry sank"),
        ("That the ferry\nsank ,", "the ferry sank"),
        ("“The ferry sank,”", "The ferry sank"),
        ("“but the ferry sank”", "the ferry sank"),
        ("whether ’the ferry’ sank", "the ferry’ sank"),
        ("that the crew “left the ferry”", "the crew “left the ferry”"),
        ("“We left” the ferry", "“We left” the ferry"),
        ('to save "the ferry."', 'to save "the ferry."'),
        ("“It sank,” … “and fast.”", "It sank … and fast."),
        ("thatched roofs burned", "thatched roofs burned"),
        ("as", "as"),
        ("that", "that"),
        ("” ", "”"),
        ("the ferry … had sunk.", "the ferry … had sunk."),
    ],
)
def test_words_that_stand_alone(quote: str, expected: str) -> None:
    assert wording(quote) == expected


def test_long_words_are_cut_between_words() -> None:
    found = wording(LONG)
    assert len(found) <= 280
    assert found.endswith(" …")
    assert LONG.startswith(found.removesuffix(" …") + " ")
    assert wording(LONG[:280].rsplit(" ", 1)[0]) == LONG[:280].rsplit(" ", 1)[0]
    assert len(wording("x" * 400)) <= 280


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(("that", "ferry", "sank,", "“and", "\n", "of", "x" * 90, "’")), max_size=9))
def test_a_wording_is_one_line_of_what_was_said(parts: list[str]) -> None:
    quote = f"{' '.join(parts)} Marigold"
    found = wording(quote)
    assert 0 < len(found) <= 280
    assert found == " ".join(found.split())
    assert found.rstrip("”").removesuffix(" …").strip("“”") in " ".join(quote.split())


WHOLE = told("Ruth Hale", "said", "the ferry Marigold had struck the north pier", published="2025-03-06")
BETTER = [
    ("a denial", told("Omar Stern", "denied", "the ferry Marigold had struck the north pier at dawn", polarity="deny")),
    ("a refusal", told("Omar Stern", "would not say", "why the ferry had struck the pier at all", polarity="withhold")),
    ("a fragment", told("Omar Stern", "spoke of", "a terrible collision on the north pier of Elin")),
    ("few words", told("Omar Stern", "said", "the ferry was lost")),
    ("too many words", told("Omar Stern", "said", f"{LONG.strip()}")),
    ("a pronoun", told("Omar Stern", "said", "it had struck the north pier at dawn")),
]


@pytest.mark.parametrize("worse", [account for _, account in BETTER], ids=[name for name, _ in BETTER])
def test_a_whole_clause_goes_before(worse: Account) -> None:
    links = [link(worse, "other", score=0.9), link(WHOLE, worse, score=0.1)]
    assert worse.order < WHOLE.order
    assert central([worse, WHOLE], links) is WHOLE


def test_a_broken_clause_comes_after_a_whole_one() -> None:
    where = article("“The ferry,” she said, “had struck the north pier of Elin.”", published="2025-03-01")
    one = said(where, "The ferry,")
    pieces = (span("The ferry,", where.text), span("had struck the north pier of Elin.", where.text))
    broken = Account(article=where, attribution=type(one.attribution)(article_id=where.id, content=pieces))
    assert central([broken, WHOLE], []) is WHOLE
    assert central([broken], []) is broken


def test_the_faults_are_weighed_in_order() -> None:
    denial, fragment, pronoun = (BETTER[place][1] for place in (0, 2, 5))
    for better, worse in pairwise((WHOLE, pronoun, fragment, denial)):
        assert central([worse, better], [link(worse, "other")]) is better


NEAR = [
    told(f"Witness {name}", "said", f"the Marigold had struck the pier at {name}", published="2025-03-06")
    for name in ("Elin", "Orrin", "Tarn")
]


def test_of_equals_the_one_closest_to_the_others_goes_first() -> None:
    links = [link(NEAR[0], NEAR[1], score=0.4), link(NEAR[2], NEAR[1], score=0.4), link(NEAR[0], NEAR[2], score=0.3)]
    assert central(NEAR, links) is NEAR[1]
    assert central(NEAR, [*links, link(NEAR[0], NEAR[2], score=0.2)]) is not NEAR[1]


def test_of_those_as_close_the_earliest_goes_first() -> None:
    assert central(NEAR, []) is min(NEAR, key=lambda one: one.order)
    early = told("Omar Stern", "said", "the ferry Marigold had struck a pier", published="2025-03-01")
    assert central([*NEAR, early], []) is early


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(NEAR), st.sampled_from(NEAR), st.floats(0, 1)), max_size=6),
    st.randoms(use_true_random=False),
)
def test_the_order_is_nothing(some: list[tuple[Account, Account, float]], chance: random.Random) -> None:
    links = [link(left, right, score=score) for left, right, score in some if left is not right]
    accounts = [*NEAR, WHOLE]
    shuffled = central(chance.sample(accounts, len(accounts)), chance.sample(links, len(links)))
    assert shuffled is central(accounts, links)
