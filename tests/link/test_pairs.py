"""Links of two articles: which pairs are read, what is kept, and all of it whichever article comes first."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.link.made import FOUR, a_gist, reading, side
from twosource.across import Link
from twosource.link.compare import Evidence
from twosource.link.gist import Gist
from twosource.link.pairs import LEAST, LEAST_COSINE, LEAST_FIRST, MOST_READ, SURE_FIRST, Side, links, scored
from twosource.model.pairs import Reading
from twosource.model.tags import Floats

Asked = list[tuple[str, str]]


def said(name: str, *contents: str, published: str = "2025-03-04", **more: Any) -> tuple[Gist, ...]:
    """The gists of an article, with ids like "hill0"."""
    return tuple(
        a_gist(words, id=f"{name}{place}", article=name, order=(published, name, place, f"{name}{place}"), **more)
        for place, words in enumerate(contents)
    )


class Network:
    """Reads as ``answer`` says, and remembers what it was asked."""

    def __init__(self, answer: float | None = None) -> None:
        self.answer = answer
        self.asked: Asked = []

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> list[Reading]:
        self.asked.extend(pairs)
        if self.answer is None:
            return [reading(pair) for pair in pairs]
        return [Reading(same=self.answer, agree=0.0, contradict=0.0)] * len(pairs)


@pytest.fixture
def plain_scores(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first score is the cosine, the one that decides what the network reads."""

    def first(one: Evidence) -> float:
        return round(one.cosine, 4)

    def decide(one: Evidence) -> float:
        return one.same

    monkeypatch.setattr("twosource.link.pairs.scorers", lambda: (first, decide))


def at(*cosines: float) -> Floats:
    """Vectors whose cosines with ``at(1.0)`` are these."""
    return np.array([(one, math.sqrt(1 - one * one)) for one in cosines], np.float32)


def found(left: Side, right: Side, network: Network) -> list[Link]:
    return sorted(links(left, right, network), key=lambda one: (one.left, one.right))


FIVE = ("it sank", "it burned", "it drifted", "it turned", "it was lost")


@pytest.mark.usefixtures("plain_scores")
def test_the_likely_are_read_and_the_sure_are_not() -> None:
    left = Side(said("bay", *FIVE), at(SURE_FIRST + 0.01, SURE_FIRST - 0.01, 0.5, LEAST_COSINE + 0.01, 0.3))
    right = Side(said("hill", FOUR), at(1.0))
    network = Network(0.7)
    assert {(one.left, one.score) for one in found(left, right, network)} == {
        ("bay0", round(SURE_FIRST + 0.01, 4)),
        ("bay1", 0.7),
        ("bay2", 0.7),
        ("bay3", 0.7),
    }
    assert [one for one, _ in network.asked] == [f"Ruth Hale said {words}" for words in FIVE[1:4]]


@pytest.mark.usefixtures("plain_scores")
@pytest.mark.parametrize(("answer", "expected"), [(LEAST - 0.001, 0), (LEAST, 1), (1.0, 1)])
def test_weak_links_are_not_kept(answer: float, expected: int) -> None:
    both = Side(said("bay", FOUR), at(0.6)), Side(said("hill", FOUR), at(1.0))
    assert len(found(*both, Network(answer))) == expected


def test_what_is_unlikely_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twosource.link.pairs.scorers", lambda: (lambda _: LEAST_FIRST - 0.001, lambda _: 1.0))
    network = Network(1.0)
    assert found(Side(said("bay", FOUR), at(0.6)), Side(said("hill", FOUR), at(1.0)), network) == []
    assert network.asked == []


@pytest.mark.usefixtures("plain_scores")
def test_only_the_likeliest_are_read() -> None:
    many = [f"ferry number {number} sank" for number in range(MOST_READ + 3)]
    cosines = [0.4 + number / 100 for number in range(len(many))]
    network = Network(0.04)
    kept = found(Side(said("bay", *many), at(*cosines)), Side(said("hill", FOUR), at(1.0)), network)
    assert {one for one, _ in network.asked} == {f"Ruth Hale said {words}" for words in many[3:]}
    assert sorted(one.left for one in kept) == ["bay0", "bay1", "bay2"]


@pytest.mark.usefixtures("plain_scores")
def test_of_equals_the_same_are_read_whichever_article_comes_first() -> None:
    bay, hill = (Side(said(name, *[FOUR] * 4), at(*[1.0] * 4)) for name in ("bay", "hill"))
    turned = Side(bay.gists, at(*[0.6] * 4))
    one, other = (found(*both, Network(0.95)) for both in ((turned, hill), (hill, turned)))
    assert one == other
    assert [link.score for link in one].count(0.95) == MOST_READ
    assert len(one) == 16


@pytest.mark.usefixtures("plain_scores")
@pytest.mark.parametrize("turned", [False, True])
def test_the_earlier_is_left_and_read_first(turned: bool) -> None:
    early = Side(said("later_by_name", "it sank", published="2025-03-01"), at(0.6))
    late = Side(said("hill", FOUR, published="2025-03-02"), at(1.0))
    network = Network(0.8)
    (one,) = found(*((late, early) if turned else (early, late)), network)
    assert (one.left, one.right) == ("later_by_name0", "hill0")
    assert network.asked == [("Ruth Hale said it sank", f"Ruth Hale said {FOUR}")]


@pytest.mark.usefixtures("plain_scores")
@pytest.mark.parametrize(("polarity", "expected"), [("affirm", "supports"), ("deny", "doubts")])
def test_what_speaks_of_the_other_is_left(polarity: Any, expected: str) -> None:
    (statement,) = said("bay", FOUR, published="2025-03-01")
    (about,) = said("hill", "the report was right", polarity=polarity, target="bay0")
    both = Side((statement,), at(0.6)), Side((about,), at(1.0))
    (one,) = found(*both, Network(0.8))
    assert (one.left, one.relation, one.right) == ("hill0", expected, "bay0")
    (early,) = said("hill", "the report was right", polarity=polarity, target="bay0", published="2025-01-01")
    (one,) = found(both[0], Side((early,), at(1.0)), Network(0.8))
    assert (one.left, one.relation, one.right) == ("hill0", expected, "bay0")


@pytest.mark.usefixtures("plain_scores")
@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("the Zwelmar sank", "the Zwelmar burned", "Zwelmar, Hale, Ruth"),
        ("zwelt zwelr zwelp zweln zwelm", "zwelm zwelp zwelr zwelt zweln", "zwelm, zweln, zwelp, zwelr"),
    ],
)
def test_the_weightiest_words_in_common_are_told(left: str, right: str, expected: str) -> None:
    (one,) = found(Side(said("bay", left), at(0.6)), Side(said("hill", right), at(1.0)), Network(0.8))
    assert one.reasons[-1] == f"words in common: {expected}"


@pytest.mark.usefixtures("plain_scores")
def test_nothing_in_common_is_not_told() -> None:
    (strange,) = said("hill", "rain", terms=a_gist("rain").own)
    (one,) = found(Side(said("bay", FOUR), at(0.6)), Side((strange,), at(1.0)), Network(0.8))
    assert not [reason for reason in one.reasons if reason.startswith("words in common")]


@pytest.mark.usefixtures("plain_scores")
def test_within_one_article_each_pair_is_linked_once() -> None:
    own = Side(said("bay", "it sank", "it burned", "it drifted"), at(1.0, 0.8, 0.7))
    pairs = [(one.left, one.right) for one in found(own, own, Network(0.8))]
    assert pairs == [("bay0", "bay1"), ("bay0", "bay2"), ("bay1", "bay2")]


def test_nobody_says_nothing() -> None:
    network = Network(0.8)
    none, one = side(), side(*said("bay", FOUR))
    assert [found(*both, network) for both in ((none, none), (none, one), (one, none), (one, one))] == [[]] * 4
    assert scored(none, one) == []
    assert network.asked == []


SAID = (
    FOUR,
    "four had drowned in the ferry Marigold",
    "nobody had drowned in the wreck",
    "the Marigold had been sold to Omar Stern",
    "schools would open on Monday",
)
ARTICLES = st.lists(st.sampled_from(SAID), max_size=5)
DATES = st.sampled_from(("2025-03-03", "2025-03-04", "2025-06-01"))


@settings(max_examples=40, deadline=None)
@given(ARTICLES, ARTICLES, DATES, DATES)
def test_links_are_the_same_whichever_article_comes_first(
    one: list[str], other: list[str], day: str, next_day: str
) -> None:
    left, right = side(*said("bay", *one, published=day)), side(*said("hill", *other, published=next_day))
    asked, again = Network(), Network()
    there, back = found(left, right, asked), found(right, left, again)
    assert there == back
    assert asked.asked == again.asked
    assert len(asked.asked) <= MOST_READ
    order = {gist.id: gist.order for gist in (*left.gists, *right.gists)}
    assert all(LEAST <= link.score <= 1 and order[link.left] < order[link.right] for link in there)


@settings(max_examples=20, deadline=None)
@given(ARTICLES)
def test_links_within_an_article_are_of_two_accounts(contents: list[str]) -> None:
    own = side(*said("bay", *contents))
    pairs = [(link.left, link.right) for link in found(own, own, Network())]
    assert len(set(pairs)) == len(pairs)
    assert all(left < right for left, right in pairs)


@pytest.mark.usefixtures("plain_scores")
def test_the_links_at_one_are_those_that_it_has_among_all_and_no_more_is_read() -> None:
    left = Side(said("bay", *FIVE), at(0.8, 0.7, 0.6, 0.5, 0.4))
    right = Side(said("hill", FOUR, "it was found"), at(1.0, 0.99))
    whole, some = Network(0.7), Network(0.7)
    every = found(left, right, whole)
    for one in ("bay0", "hill1"):
        few = sorted(links(left, right, some, at=[one]), key=lambda link: (link.left, link.right))
        assert few == [link for link in every if one in (link.left, link.right)]
    assert set(some.asked) <= set(whole.asked)
    assert {link.right for link in links(left, right, some, at=["bay0", "hill1"])} == {"hill1"}
    assert list(links(left, right, Network(0.7), at=["bay0", "bay1"])) == []
