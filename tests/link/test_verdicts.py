"""People's verdicts on accounts: the last counts, and they hold after articles are read anew."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.origins.made import BAY, FOUR, HILL, article, said
from twosource.across import Account, Anchor, Judgement, in_force
from twosource.link.verdicts import (
    Fate,
    Pairs,
    Standing,
    anchor,
    anchored,
    as_they_stand,
    fates,
    judged_pairs,
    pair_verdicts,
    rejected,
)
from twosource.records import Attribution, Span

ONE, OTHER, THIRD = (said(where, FOUR) for where in (HILL, BAY, article(f"It was known at noon that {FOUR}.")))
WHERE = {account.article.id: [account] for account in (ONE, OTHER, THIRD)}


def find(article_id: str) -> list[Account]:
    return WHERE.get(article_id, [])


def at(account: Account, record: str | None = None) -> Anchor:
    """What a verdict on ``account`` is anchored in."""
    return Anchor(
        record=record or account.id, article=account.article.id, span=account.attribution.content[0], name=None
    )


def judged(verdict: Any, *ends: Account, about: Any = "proposition", day: int = 1) -> Judgement:
    left, right = (*map(at, ends), None)[:2] if len(ends) == 1 else map(at, ends)
    assert left
    return Judgement(verdict=verdict, about=about, left=left, right=right, by="ed", made_at=f"2025-03-{day:02}")


def withdrawn(judgement: Judgement, day: int = 9) -> Judgement:
    anchor = Anchor(record=judgement.id)
    return Judgement(verdict="withdrawn", about=judgement.about, left=anchor, by="ed", made_at=f"2025-03-{day:02}")


def pair(one: Account, other: Account) -> tuple[str, str]:
    return min(one.id, other.id), max(one.id, other.id)


SAME, PARTED = judged("same", ONE, OTHER), judged("not-same", OTHER, ONE, day=2)
TABLE: list[tuple[str, list[Judgement], bool, bool]] = [
    ("nothing", [], False, False),
    ("same", [SAME], True, False),
    ("not the same", [PARTED], False, True),
    ("the later counts", [SAME, PARTED], False, True),
    ("whichever is later", [PARTED, judged("same", ONE, OTHER, day=3)], True, False),
    ("one who is unsure says neither", [SAME, judged("unsure", ONE, OTHER, day=2)], False, False),
    ("a note changes nothing", [SAME, judged("note", ONE, OTHER, day=2)], True, False),
    ("taken back", [SAME, withdrawn(SAME)], False, False),
    ("what stood before stands again", [SAME, PARTED, withdrawn(PARTED)], True, False),
    ("of a link", [judged("same", ONE, OTHER, about="link")], True, False),
    ("of an origin", [judged("same", ONE, OTHER, about="attribution")], False, False),
    ("of sources", [judged("same", ONE, OTHER, about="source")], False, False),
    ("of itself", [judged("same", ONE, ONE)], False, False),
    ("of one alone", [judged("same", ONE)], False, False),
]


@pytest.mark.parametrize(("given_", "same", "apart"), [case[1:] for case in TABLE], ids=[case[0] for case in TABLE])
def test_pairs(given_: list[Judgement], same: bool, apart: bool) -> None:
    both = {pair(ONE, OTHER)}
    assert pair_verdicts(given_, find) == (both if same else set(), both if apart else set())


REJECTED: list[tuple[str, list[Judgement], set[str]]] = [
    ("nothing", [], set()),
    ("wrong", [judged("wrong", ONE, about="attribution")], {ONE.id}),
    ("right", [judged("right", ONE, about="attribution")], set()),
    ("right after all",
     [judged("wrong", ONE, about="attribution"), judged("right", ONE, about="attribution", day=2)], set()),
    ("a grade changes nothing",
     [judged("wrong", ONE, about="attribution"), judged("grade", ONE, about="attribution", day=2)], {ONE.id}),
    ("taken back",
     [judged("wrong", ONE, about="attribution"), withdrawn(judged("wrong", ONE, about="attribution"))], set()),
    ("of a source", [judged("wrong", ONE, about="source")], set()),
    ("two",
     [judged("wrong", ONE, about="attribution"), judged("wrong", OTHER, about="attribution")], {ONE.id, OTHER.id}),
]  # fmt: skip


@pytest.mark.parametrize(("given_", "expected"), [case[1:] for case in REJECTED], ids=[case[0] for case in REJECTED])
def test_rejected(given_: list[Judgement], expected: set[str]) -> None:
    assert rejected(given_, find) == expected


MANY = st.lists(
    st.builds(
        judged,
        st.sampled_from(("same", "not-same", "unsure", "wrong", "right")),
        st.sampled_from((ONE, OTHER, THIRD)),
        st.sampled_from((ONE, OTHER, THIRD)),
        about=st.sampled_from(("proposition", "link", "attribution")),
        day=st.integers(1, 8),
    ),
    max_size=5,
)


@settings(max_examples=60, deadline=None)
@given(MANY, st.integers(0, 5), st.randoms(use_true_random=False))
def test_the_order_in_which_they_are_kept_is_nothing(
    many: list[Judgement], taken_back: int, chance: random.Random
) -> None:
    many += [withdrawn(one) for one in many[:taken_back]]
    shuffled = chance.sample(many, len(many))
    assert in_force(shuffled) == in_force(many)
    assert pair_verdicts(shuffled, find) == pair_verdicts(many, find)
    assert rejected(shuffled, find) == rejected(many, find)
    same, apart = pair_verdicts(many, find)
    assert not same & apart
    assert all(left < right for left, right in same | apart)


@settings(max_examples=60, deadline=None)
@given(MANY, st.integers(0, 5))
def test_what_is_taken_back_was_never_said(many: list[Judgement], taken_back: int) -> None:
    gone = {one.id for one in many[:taken_back]}
    kept = [one for one in many if one.id not in gone]
    both = [*many, *(withdrawn(one) for one in many[:taken_back])]
    assert in_force(both) == in_force(kept)


TEXT = "The harbour office said on Monday that four people had drowned in the wreck and that two more were missing."
PLACE = TEXT.index("four"), TEXT.index(" and that")
AFTER = TEXT.index("two more"), TEXT.index(".")
READ = article(TEXT)


def extracted(*content: Span) -> Account:
    """The account that an extraction makes of ``content``."""
    return Account(article=READ, attribution=Attribution(article_id=READ.id, content=content))


ANCHOR = Anchor(record="before", article=READ.id, span=PLACE)
ANEW: list[tuple[str, list[tuple[Span, ...]], int | None]] = [
    ("nothing is left", [], None),
    ("the same passage", [(PLACE,), (AFTER,)], 0),
    ("a little more", [(AFTER,), ((PLACE[0] - 5, PLACE[1]),)], 1),
    ("a little less", [((PLACE[0], PLACE[1] - 10),), (AFTER,)], 0),
    ("less than half", [((PLACE[0], PLACE[0] + 10),)], None),
    ("another passage", [(AFTER,)], None),
    ("all of the sentence", [((0, len(TEXT)),)], None),
    ("the nearest of two", [((PLACE[0], AFTER[1]),), ((PLACE[0] + 5, PLACE[1]),)], 1),
    ("in pieces", [((PLACE[0], PLACE[0] + 16), (PLACE[0] + 17, PLACE[1]))], 0),
]


@pytest.mark.parametrize(("contents", "expected"), [case[1:] for case in ANEW], ids=[case[0] for case in ANEW])
def test_an_anchor_after_a_new_extraction(contents: list[tuple[Span, ...]], expected: int | None) -> None:
    accounts = [extracted(*content) for content in contents]
    assert anchored(ANCHOR, lambda _: accounts) == (None if expected is None else accounts[expected].id)


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [
        (at(ONE), ONE.id),
        (Anchor(record=ONE.id, article=HILL.id), ONE.id),
        (Anchor(record="before", article=HILL.id), None),
        (Anchor(record=ONE.id), None),
        (Anchor(record=ONE.id, article="elsewhere", span=ONE.attribution.content[0]), None),
        (Anchor(record=OTHER.id, article=HILL.id, span=ONE.attribution.content[0]), ONE.id),
    ],
)
def test_an_anchor_finds_its_account(anchor: Anchor, expected: str | None) -> None:
    assert anchored(anchor, find) == expected


def test_the_account_of_its_id_goes_before_any_overlap() -> None:
    exact, kept = extracted(PLACE), extracted(AFTER)
    anchor = Anchor(record=kept.id, article=READ.id, span=PLACE)
    assert anchored(anchor, lambda _: [exact, kept]) == kept.id


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 90), st.integers(1, 16)), max_size=4), st.randoms(use_true_random=False))
def test_an_anchor_finds_what_overlaps_most(starts: list[tuple[int, int]], chance: random.Random) -> None:
    accounts = [extracted((start, start + length)) for start, length in starts]
    anchor = Anchor(record="before", article=READ.id, span=(20, 30))

    def overlap(account: Account) -> float:
        own, span = set(range(*account.attribution.content[0])), set(range(20, 30))
        return len(own & span) / len(own | span)

    found = anchored(anchor, lambda _: accounts)
    assert found == anchored(anchor, lambda _: chance.sample(accounts, len(accounts)))
    best = max(map(overlap, accounts), default=0.0)
    assert (found is not None) is (best >= 0.5)
    assert found is None or {overlap(one) for one in accounts if one.id == found} == {best}


def test_a_verdict_outlives_a_new_extraction() -> None:
    before, after = extracted(PLACE), extracted((PLACE[0] - 5, PLACE[1]))
    verdict = judged("same", before, ONE)
    found = pair_verdicts([verdict], lambda article_id: [after] if article_id == READ.id else find(article_id))
    assert found == ({pair(after, ONE)}, set())
    assert before.id != after.id
    wrong = judged("wrong", before, about="attribution")
    assert rejected([wrong], lambda _: [after]) == {after.id}


def correction(account: Account, **fields: Any) -> Account:
    """``account`` corrected."""
    found = replace(account.attribution, amends=account.id, **fields)
    return Account(article=account.article, attribution=found)


HERS, HIS = correction(ONE, polarity="deny"), correction(ONE, certainty="possible")
TWICE = correction(HIS, polarity="deny")
FAMILY = [ONE, HERS, HIS, TWICE]
NAMES = {ONE.id: "one", HERS.id: "hers", HIS.id: "his", TWICE.id: "twice"}


def corrected(left: Account, right: Account, day: int) -> Judgement:
    return Judgement(
        verdict="corrected", about="attribution", left=at(left), right=at(right), by="ed", made_at=f"2025-03-{day:02}"
    )


BY_HER, BY_HIM, AGAIN = corrected(ONE, HERS, 1), corrected(ONE, HIS, 2), corrected(HIS, TWICE, 3)
FATES: list[tuple[str, list[Judgement], str | None, str]] = [
    ("nothing in force", [], "one", "- undone undone undone"),
    ("one correction", [BY_HER], "hers", "corrected - undone undone"),
    ("the later of two", [BY_HER, BY_HIM], "his", "corrected undone - undone"),
    ("the later is taken back", [BY_HER, BY_HIM, withdrawn(BY_HIM)], "hers", "corrected - undone undone"),
    ("all are taken back", [BY_HER, withdrawn(BY_HER)], "one", "- undone undone undone"),
    ("a correction of a correction", [BY_HIM, AGAIN], "twice", "corrected undone corrected -"),
    ("of one that is not in force", [AGAIN], "one", "- undone undone undone"),
    ("of one that is outranked", [AGAIN, BY_HIM, corrected(ONE, HERS, 4)], "hers", "corrected - undone undone"),
    ("wrong", [judged("wrong", ONE, about="attribution")], None, "wrong undone undone undone"),
    ("the correction is wrong", [BY_HIM, judged("wrong", HIS, about="attribution", day=3)], None,
     "corrected undone wrong undone"),
    ("wrong after all", [BY_HIM, judged("wrong", ONE, about="attribution", day=3)], None, "wrong undone undone undone"),
    ("right after all", [BY_HIM, judged("right", ONE, about="attribution", day=3)], "one", "- undone undone undone"),
    ("the correction is right", [BY_HIM, judged("right", HIS, about="attribution", day=3)], "his",
     "corrected undone - undone"),
    ("a judgement that does not fit", [corrected(HERS, HIS, 1), corrected(ONE, TWICE, 2)], "one",
     "- undone undone undone"),
    ("said of a proposition", [replace(BY_HER, about="proposition")], "one", "- undone undone undone"),
]  # fmt: skip


@pytest.mark.parametrize(("given_", "now", "whys"), [case[1:] for case in FATES], ids=[case[0] for case in FATES])
def test_what_became_of_what_was_corrected(given_: list[Judgement], now: str | None, whys: str) -> None:
    found = fates(FAMILY, given_)
    assert {NAMES[fate.now] if fate.now else None for fate in found.values()} == {now}
    assert " ".join(found[one].why or "-" for one in NAMES) == whys
    asked = any(one.about == "attribution" for one in given_)
    assert rejected(given_, lambda _: FAMILY) == {one for one, fate in found.items() if fate.why and asked}


def test_a_correction_of_what_is_not_there_does_not_count() -> None:
    assert fates([HERS], [BY_HER]) == {HERS.id: Fate(None, "undone")}


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.builds(
                lambda pair, day: corrected(*pair, day),
                st.sampled_from([(ONE, HERS), (ONE, HIS), (HIS, TWICE)]),
                st.integers(1, 6),
            ),
            st.builds(
                lambda verdict, one, day: judged(verdict, one, about="attribution", day=day),
                st.sampled_from(("right", "wrong")),
                st.sampled_from(FAMILY),
                st.integers(1, 6),
            ),
        ),
        max_size=6,
    ),
    st.integers(0, 6),
    st.randoms(use_true_random=False),
)
def test_of_a_statement_one_form_counts_or_none(many: list[Judgement], gone: int, chance: random.Random) -> None:
    many += [withdrawn(one) for one in many[:gone]]
    found = fates(FAMILY, many)
    assert fates(chance.sample(FAMILY, len(FAMILY)), chance.sample(many, len(many))) == found
    (now,) = {fate.now for fate in found.values()}
    assert [one for one, fate in found.items() if fate.why is None] == ([now] if now else [])


def family(article_id: str) -> list[Account]:
    return FAMILY if article_id == ONE.article.id else find(article_id)


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ([SAME], pair(ONE, OTHER)),
        ([SAME, BY_HIM], pair(HIS, OTHER)),
        ([SAME, BY_HIM, AGAIN], pair(TWICE, OTHER)),
        ([judged("same", HIS, OTHER), BY_HIM, withdrawn(BY_HIM)], pair(ONE, OTHER)),
        ([SAME, judged("wrong", ONE, about="attribution")], None),
        ([judged("same", ONE, HERS), BY_HER], None),
    ],
)
def test_a_verdict_on_a_pair_is_about_what_counts_now(
    given_: list[Judgement], expected: tuple[str, str] | None
) -> None:
    found = judged_pairs(given_, Standing(given_, family))
    assert found == Pairs(same=frozenset([expected] if expected else []))


@pytest.mark.parametrize(
    ("given_", "leaving"),
    [
        ([judged("not-same", ONE, OTHER)], {ONE.id}),
        ([judged("not-same", OTHER, ONE)], {OTHER.id}),
        ([judged("not-same", ONE, OTHER, about="link")], set()),
        ([judged("not-same", ONE, OTHER), judged("same", ONE, OTHER, day=2)], set()),
        ([judged("not-same", ONE, OTHER), judged("not-same", OTHER, ONE, day=2)], {OTHER.id}),
        ([judged("unsure", ONE, OTHER)], set()),
    ],
)
def test_who_leaves_is_the_left_one_of_two_of_a_proposition(given_: list[Judgement], leaving: set[str]) -> None:
    assert judged_pairs(given_, Standing(given_, find)).leaving == leaving


def test_judgements_on_origins_are_about_what_counts_now() -> None:
    one, note = judged("same", ONE, OTHER, about="attribution"), judged("note", ONE, about="attribution")
    given_ = [one, note, BY_HIM, judged("same", ONE, OTHER), judged("wrong", THIRD, about="attribution")]
    (found,) = as_they_stand(given_, Standing(given_, family))
    assert (found.left.record, found.right and found.right.record, found.verdict) == (HIS.id, OTHER.id, "same")
    given_ += [judged("not-same", THIRD, OTHER, about="attribution")]
    assert as_they_stand(given_, Standing(given_, family)) == [found]


def test_an_anchor_points_from_the_first_word_to_the_last() -> None:
    account = extracted((10, 20), (30, 40))
    assert anchor(account) == Anchor(record=account.id, article=READ.id, span=(10, 40))
