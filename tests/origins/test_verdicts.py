"""What people judged of two accounts outranks the evidence, can be taken back and finds its passage again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.origins.made import BAY, DALE, FOUR, HILL, OMAR, RUTH, said, standing, unnamed
from twosource.across import Account, Anchor, Judgement

ALIKE = said(HILL, FOUR, RUTH), said(BAY, FOUR, RUTH)
OTHERS = said(HILL, FOUR, RUTH), said(BAY, FOUR, OMAR)


def judged(verdict: Any, a: Account, b: Account, *, made_at: str = "2025-03-05", **more: Any) -> Judgement:
    ends = {"left": Anchor(record=a.id), "right": Anchor(record=b.id), **more}
    return Judgement(verdict=verdict, about="attribution", made_at=made_at, by="Nell", **ends)


def count(accounts: tuple[Account, ...], *judgements: Judgement) -> int:
    return len(standing(*accounts, judgements=judgements).origins)


def test_same_joins_and_says_who_judged() -> None:
    (origin,) = standing(*OTHERS, judgements=[judged("same", *OTHERS, note="one briefing")]).origins
    assert origin.why == ("Judged to have one origin (Nell): one briefing",)


def test_not_same_keeps_apart() -> None:
    assert count(ALIKE) == 1
    assert count(ALIKE, judged("not-same", *ALIKE)) == 2


def test_not_same_holds_through_a_third() -> None:
    third = said(DALE, FOUR, RUTH)
    found = standing(*ALIKE, third, judgements=[judged("not-same", *ALIKE)])
    assert sorted(len(origin.attributions) for origin in found.origins) == [1, 2]


def test_the_last_verdict_holds_and_can_be_withdrawn() -> None:
    first, second = judged("not-same", *ALIKE), judged("unsure", *ALIKE, made_at="2025-03-06")
    assert count(ALIKE, second, first) == 1
    gone = Judgement(verdict="withdrawn", about="attribution", left=Anchor(record=second.id), made_at="2025-03-07")
    assert count(ALIKE, first, second, gone) == 2


def test_a_verdict_finds_its_passage_after_a_new_extraction() -> None:
    a, b = ALIKE
    start, end = b.attribution.content[0]
    anchor = Anchor(record="gone", article=b.article.id, span=(start + 2, end))
    assert count(ALIKE, judged("not-same", a, b, right=anchor)) == 2
    assert count(ALIKE, judged("not-same", a, b, right=replace(anchor, article="another"))) == 1


def test_verdicts_on_sources_are_for_resolving() -> None:
    assert count(ALIKE, replace(judged("not-same", *ALIKE), about="source")) == 1


def test_two_whom_a_person_calls_two_are_shown_to_be_independent() -> None:
    hidden = said(HILL, FOUR, unnamed("official")), said(BAY, FOUR, unnamed("official"))
    third = said(DALE, FOUR, unnamed("official"))
    assert standing(*hidden).independent == (1, 2)
    found = standing(*hidden, judgements=[judged("not-same", *hidden)])
    assert (found.independent, found.doubts, [origin.shown for origin in found.origins]) == ((2, 2), (), [True, True])
    parted = standing(*hidden, third, judgements=[judged("not-same", *hidden)])
    assert parted.independent == (2, 3)
    assert len(parted.doubts) == 2
