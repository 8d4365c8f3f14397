"""Terms: forms of a word are one, rare words are worth most, and what two bags share is fair to both."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.language.telling import counting_words
from twosource.link.terms import Bag, common, stem, terms, worth


@pytest.mark.parametrize(
    "forms",
    [
        "kill kills killed killing killings",
        "building buildings",
        "ferry ferries Ferry FERRY ferry's ferry’s",
        "drop drops dropped dropping",
        "confirm confirms confirmed confirming",
        "bridge bridges bridged",
        "pass passes passed",
        "deny denies denied",
        "repeated repeatedly",
    ],
)
def test_the_forms_of_a_word_are_one(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("ferry", "fern"), ("diver", "dive"), ("string", "stride"), ("bed", "bing"), ("sing", "sly")]
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@settings(max_examples=60, deadline=None)
@given(st.text("adeilngsyADEINGS'’", max_size=12))
def test_a_stem_knows_no_case_and_is_never_longer(word: str) -> None:
    assert stem(word) == stem(word.lower()) == stem(word.upper()) == stem(word).lower()
    assert len(stem(word)) <= len(word)


def test_the_rarer_is_worth_more() -> None:
    ordered = [worth(word) for word in ("people", "harbour", "divers", "zwelbridge")]
    assert ordered == sorted(set(ordered))
    assert (ordered[0], ordered[-1]) == (0.0, 1.0)


@settings(max_examples=60, deadline=None)
@given(st.text("adeilngsyöß7-", min_size=1, max_size=12))
def test_worth_is_between_none_and_one(word: str) -> None:
    assert 0 <= worth(word) <= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("She said that it had been the ferry.", ["ferry"]),
        ("The Marigold’s crew of 16 — all told", ["Marigold", "crew", "16"]),
        ("7 of 12", ["12"]),
        ("“According to you,” he told her", []),
    ],
)
def test_words_that_count(text: str, expected: list[str]) -> None:
    assert list(counting_words(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", set()),
        ("The people said so", set()),
        ("Divers found 16 bodies", {"diver", "16", "body"}),
        ("Divers, diver, DIVERS", {"diver"}),
        ("Zwelbridge", {"zwelbridg"}),
    ],
)
def test_terms(text: str, expected: set[str]) -> None:
    bag = terms(text)
    assert set(bag.worths) == expected
    assert bag.total == pytest.approx(sum(bag.worths.values()))
    assert all(0 < value <= 1 for value in bag.worths.values())


def bag(worths: dict[str, float]) -> Bag:
    return Bag(worths, sum(worths.values()))


BAGS = st.builds(bag, st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.15, 1), max_size=8))


@settings(max_examples=60, deadline=None)
@given(BAGS, BAGS)
def test_what_is_common_is_so_to_both(left: Bag, right: Bag) -> None:
    of_all, of_less, shared = common(left, right)
    assert common(right, left) == (of_all, of_less, shared)
    assert -1e-9 <= of_all <= of_less + 1e-9 <= 1 + 2e-9
    assert shared <= min(left.total, right.total) + 1e-9
    assert (shared == 0) is left.worths.keys().isdisjoint(right.worths)


@settings(max_examples=60, deadline=None)
@given(BAGS)
def test_a_bag_has_all_in_common_with_itself_and_nothing_with_none(one: Bag) -> None:
    whole = 1.0 if one.worths else 0.0
    assert common(one, one) == pytest.approx((whole, whole, one.total))
    assert common(one, bag({})) == (0, 0, 0)


@settings(max_examples=60, deadline=None)
@given(BAGS, BAGS)
def test_a_part_lies_wholly_in_the_whole(one: Bag, more: Bag) -> None:
    whole = bag({**more.worths, **one.worths})
    of_all, of_less, shared = common(one, whole)
    assert shared == pytest.approx(one.total)
    assert of_less == pytest.approx(1.0 if one.worths else 0.0)
    assert of_all == pytest.approx(one.total / whole.total if whole.worths else 0.0)


@pytest.mark.parametrize("words", ["Marigold divers 16", "rain collapsed the harbour"])
def test_the_order_of_words_is_no_matter(words: str) -> None:
    assert terms(words) == terms(" ".join(reversed(words.split())))
