"""Groups: a partition that outliers do not chain, the same in any order, and never against a person's verdict."""

from __future__ import annotations

import random
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.link.groups import ABSENT, ENOUGH, Pair, components, groups

IDS = "abcdefgh"
PAIRS = list(combinations(IDS, 2))
Scores = dict[Pair, float]
SCORES = st.dictionaries(st.sampled_from(PAIRS), st.sampled_from((0.1, 0.25, 0.3, 0.5, 0.7, 0.9)), max_size=14)
VERDICTS = st.lists(st.sampled_from(PAIRS), max_size=3)
LAW = settings(max_examples=60, deadline=None)


def told(found: list[tuple[str, ...]]) -> str:
    """Groups in brief: "ab c"."""
    return " ".join("".join(group) for group in found)


def scored(words: str) -> Scores:
    """Scores from "ab 0.9, bc 0.2"."""
    pairs = [one.split() for one in words.split(", ") if one]
    return {(pair[0], pair[1]): float(score) for pair, score in pairs}


def pairs(words: str) -> list[Pair]:
    """Pairs from "ab cd"."""
    return [(one[0], one[1]) for one in words.split()]


TABLE = [
    ("nothing links", "abc", "", "", "", "a b c"),
    ("a strong link", "abc", "ab 0.9", "", "", "ab c"),
    ("the weakest that joins", "ab", f"ab {ENOUGH}", "", "", "ab"),
    ("a weak link", "ab", "ab 0.29", "", "", "a b"),
    ("a triangle", "abc", "ab 0.9, bc 0.8, ac 0.7", "", "", "abc"),
    ("a chain of two", "abc", "ab 0.9, bc 0.8", "", "", "abc"),
    ("a long chain parts", "abcd", "ab 0.9, bc 0.4, cd 0.9", "", "", "ab cd"),
    ("one link between two groups is outvoted", "abcdef", "ab 0.9, ac 0.9, bc 0.9, de 0.9, df 0.9, ef 0.9, ad 0.85",
     "", "", "abc def"),
    ("what is missing counts a little", "abc", "ab 0.9, bc 0.56", "", "", "abc"),
    ("what is missing counts no more", "abc", "ab 0.9, bc 0.54", "", "", "ab c"),
    ("a person joins", "abc", "", "ab", "", "ab c"),
    ("a person joins what scores do not", "abcd", "ab 0.9, cd 0.9", "bc", "", "abcd"),
    ("a person joins two groups whole", "abcdef", "ab 0.9, bc 0.5, ac 0.4, de 0.9, ef 0.5, df 0.4", "af", "", "abcdef"),
    ("but those whom a person keeps apart", "abcdef", "ab 0.9, bc 0.9, ac 0.9, de 0.9, ef 0.9, df 0.9", "af", "bd",
     "abcf de"),
    ("a person parts", "ab", "ab 0.9", "", "ab", "a b"),
    ("apart outranks same", "ab", "ab 0.9", "ab", "ba", "a b"),
    ("the parted are not joined by a third", "abc", "ab 0.9, ac 0.8, bc 0.7", "", "bc", "ab c"),
    ("not even by one as close to both", "abc", "ab 0.9, ac 0.5, bc 0.5", "", "bc", "ab c"),
    ("nor by a person's word on the third", "abc", "", "ab ac", "bc", "ab c"),
    ("groups that hold the parted stay apart", "abcd", "ab 0.9, cd 0.9, ac 0.8, ad 0.8, bc 0.8, bd 0.8", "", "bd",
     "ab cd"),
    ("verdicts on others do not count", "ab", "ab 0.9", "xy ax", "bx", "ab"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("ids", "scores", "same", "apart", "expected"), [case[1:] for case in TABLE], ids=[case[0] for case in TABLE]
)
def test_groups(ids: str, scores: str, same: str, apart: str, expected: str) -> None:
    assert told(groups(ids, scored(scores), same=pairs(same), apart=pairs(apart))) == expected


@LAW
@given(st.frozensets(st.sampled_from(IDS)), VERDICTS, SCORES)
def test_components_are_those_of_a_graph(few: frozenset[str], some: list[Pair], more: Scores) -> None:
    edges = [pair for pair in (*some, *more) if few.issuperset(pair)]
    graph = nx.Graph(edges)
    graph.add_nodes_from(few)
    assert components(few, edges) == sorted(tuple(sorted(one)) for one in nx.connected_components(graph))


@LAW
@given(SCORES, VERDICTS, VERDICTS)
def test_groups_are_a_partition_that_no_verdict_is_against(scores: Scores, same: list[Pair], apart: list[Pair]) -> None:
    found = groups(IDS, scores, same=same, apart=apart)
    assert sorted(one for group in found for one in group) == list(IDS)
    assert found == sorted(tuple(sorted(group)) for group in found)
    at = {one: group for group in found for one in group}
    assert all(at[left] != at[right] for left, right in apart)
    if not apart:
        assert all(at[left] == at[right] for left, right in same)


@LAW
@given(SCORES, VERDICTS, VERDICTS, st.randoms(use_true_random=False))
def test_the_order_is_nothing(scores: Scores, same: list[Pair], apart: list[Pair], chance: random.Random) -> None:
    def turned(some: list[Pair]) -> list[Pair]:
        return [chance.choice(((left, right), (right, left))) for left, right in chance.sample(some, len(some))]

    shuffled = {pair: scores[min(pair), max(pair)] for pair in turned(list(scores))}
    ids = chance.sample(IDS, len(IDS))
    expected = groups(IDS, scores, same=same, apart=apart)
    assert groups(ids, shuffled, same=turned(same), apart=turned(apart)) == expected


@LAW
@given(SCORES, VERDICTS, VERDICTS)
def test_the_whole_is_grouped_as_its_parts_are(scores: Scores, same: list[Pair], apart: list[Pair]) -> None:
    parts = components(IDS, [*scores, *same])
    alone = [
        group
        for part in parts
        for group in groups(
            part,
            {pair: score for pair, score in scores.items() if pair[0] in part},
            same=[pair for pair in same if pair[0] in part],
            apart=apart,
        )
    ]
    assert sorted(alone) == groups(IDS, scores, same=same, apart=apart)


LEAVING = [
    ("who leaves takes nobody along", "abcd", "ab 0.9, ac 0.9, ad 0.9, bc 0.6, bd 0.6, cd 0.6", "ab", "a", "a bcd"),
    ("without it the closest stay together", "abcd", "ab 0.9, ac 0.9, ad 0.9, bc 0.6, bd 0.6, cd 0.6", "ab", "",
     "acd b"),
    ("who leaves may join another group", "abcde", "ab 0.9, ac 0.8, bc 0.8, ad 0.7, ae 0.7, de 0.7", "ab", "a",
     "ade bc"),
    ("two who leave may stay together", "abcd", "ab 0.9, ac 0.8, ad 0.8, bc 0.8, bd 0.8, cd 0.9", "ac bc", "ab",
     "ab cd"),
    ("one who is not parted comes back", "abc", "ab 0.9, ac 0.9, bc 0.9", "", "a", "abc"),
    ("nobody of these", "ab", "ab 0.9", "", "xy", "ab"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("ids", "scores", "apart", "leaving", "expected"), [case[1:] for case in LEAVING], ids=[case[0] for case in LEAVING]
)
def test_who_leaves(ids: str, scores: str, apart: str, leaving: str, expected: str) -> None:
    assert told(groups(ids, scored(scores), apart=pairs(apart), leaving=leaving)) == expected


@LAW
@given(SCORES, st.permutations(IDS))
def test_the_group_that_one_left_is_what_it_is_without_it(scores: Scores, ids: list[str]) -> None:
    one, other = ids[:2]
    rest = groups(ids[1:], {two: score for two, score in scores.items() if one not in two})
    found = groups(IDS, scores, apart=[(one, other)], leaving=[one])
    assert next(group for group in found if other in group) in rest


@LAW
@given(SCORES, VERDICTS)
def test_a_person_s_pair_joins_the_groups_of_both(scores: Scores, same: list[Pair]) -> None:
    at = {one: group for group in groups(IDS, scores, same=same) for one in group}
    for group in groups(IDS, scores):
        if {end for two in same for end in two}.intersection(group):
            assert len({at[one] for one in group}) == 1


@LAW
@given(SCORES, VERDICTS, st.floats(0.1, 1), st.floats(0.1, 1))
def test_asking_for_more_only_parts(scores: Scores, apart: list[Pair], one: float, other: float) -> None:
    strict, lax = (groups(IDS, scores, apart=apart, enough=each) for each in (max(one, other), min(one, other)))
    assert all(any(set(group) <= set(larger) for larger in lax) for group in strict)


@LAW
@given(SCORES)
def test_no_two_groups_left_would_join_and_no_group_lacks_support(scores: Scores) -> None:
    def mean(left: tuple[str, ...], right: tuple[str, ...]) -> float:
        between = [scores.get((min(a, b), max(a, b)), ABSENT) for a in left for b in right]
        return sum(between) / len(between)

    found = groups(IDS, scores)
    assert all(mean(left, right) < ENOUGH + 1e-6 for left, right in combinations(found, 2))
    for group in found:
        for cut in range(1, len(group)):
            halves = [(half, tuple(sorted(set(group) - set(half)))) for half in combinations(group, cut)]
            assert max(mean(*both) for both in halves) >= ENOUGH - 1e-6


def test_ids_and_pairs_may_come_once() -> None:
    assert groups(iter("cab"), scored("ab 0.9"), same=(), apart=()) == [("a", "b"), ("c",)]
    assert groups([], {}) == []
