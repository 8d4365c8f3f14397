"""Near articles: profiles, the window of time, and keys under which all that is near is found."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.origins.made import article
from twosource.link.near import DAYS, SHARED, TERMS, Profile, asked_keys, day_of, kept_keys, near, profile

DAY = date(2025, 3, 4)
RARE = [f"zwel{letter}mar" for letter in "abcdefghijklmnopqrstuvwxyz"]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (None, None),
        ("soon", None),
        ("2025-03-04", DAY.toordinal()),
        ("2025-03-04T23:30:00-05:00", DAY.toordinal()),
    ],
)
def test_the_day_is_the_one_that_the_article_prints(published: str | None, expected: int | None) -> None:
    assert day_of(article("Rain fell.", published=published)) == expected


def test_a_profile_is_of_what_is_rare() -> None:
    found = profile(article("Divers said that 16 people of the Marigold were in the wreck, the divers said."))
    assert found.terms == {"diver", "marigold", "wreck"}
    assert found.day == DAY.toordinal()


def test_a_profile_has_so_many_terms_and_no_more() -> None:
    assert len(profile(article(" ".join(RARE))).terms) == TERMS
    assert profile(article(" ")).terms == frozenset()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{' '.join(RARE)} quorvane", "Quorvane"),
        (f"{' '.join(RARE)} quorvane and quorvane", None),
        (f"{' '.join(RARE)} Quorvane", None),
    ],
    ids=["in the headline", "said twice", "a name"],
)
def test_what_weighs_most_is_kept(text: str, title: str | None) -> None:
    assert "quorvan" in profile(article(text, title=title)).terms
    assert "zwelzmar" not in profile(article(text, title=title)).terms


def test_only_the_beginning_is_read() -> None:
    assert profile(article("rain " * 600 + "Quorvane Marigold")).terms == {"rain"}


def test_the_order_of_words_is_no_matter() -> None:
    assert profile(article(" ".join(RARE))).terms == profile(article(" ".join(reversed(RARE)))).terms


@pytest.mark.parametrize(
    ("left", "right", "days", "expected"),
    [
        ("abc", "abd", 0, True),
        ("abc", "ade", 0, False),
        ("abc", "abd", DAYS, True),
        ("abc", "abd", -DAYS, True),
        ("abc", "abd", DAYS + 1, False),
        ("abc", "abd", None, True),
        ("abc", "xyz", None, False),
        ("", "", 0, False),
    ],
)
def test_near(left: str, right: str, days: int | None, expected: bool) -> None:
    one = Profile("one", frozenset(left), DAY.toordinal())
    day = None if days is None else (DAY + timedelta(days)).toordinal()
    assert near(one, Profile("other", frozenset(right), day)) is expected


PROFILES = st.builds(
    Profile,
    st.just("one"),
    st.frozensets(st.sampled_from("abcde"), max_size=5),
    st.none() | st.integers(739_000, 739_000 + 3 * DAYS),
)


@settings(max_examples=60, deadline=None)
@given(PROFILES, PROFILES)
def test_what_is_near_is_found_by_its_keys_whoever_asks(a: Profile, b: Profile) -> None:
    assert near(a, b) == near(b, a)
    for asks, kept in ((a, b), (b, a)):
        found = len(asked_keys(asks) & kept_keys(kept))
        assert found in (0, len(a.terms & b.terms)), "each shared term counts once"
        assert found >= SHARED or not near(a, b)


@settings(max_examples=60, deadline=None)
@given(PROFILES)
def test_an_article_is_near_itself(a: Profile) -> None:
    assert near(a, a) is (len(a.terms) >= SHARED)


@settings(max_examples=60, deadline=None)
@given(PROFILES, PROFILES)
def test_what_is_long_ago_is_not_asked_for(a: Profile, b: Profile) -> None:
    if a.day is not None and b.day is not None and abs(a.day - b.day) >= 2 * DAYS:
        assert not asked_keys(a) & kept_keys(b)
