"""Cases are kept with what they are about, left out once they are judged, and are back when that is taken back."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.ledger.support import content
from tests.upkeep.corrected import amend, day, derived, judge, withdrawal
from tests.upkeep.made import DOUBTFUL, OTHER, STORY, Piece, add, fill, report
from twosource import upkeep
from twosource.across import Anchor, Case, Judgement
from twosource.ledger import Ledger
from twosource.review.amended import Amendment


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterable[Ledger]:
    with Ledger.open(tmp_path_factory.mktemp("cases") / "a.db") as opened:
        fill(opened, DOUBTFUL)
        yield opened


def cases(ledger: Ledger, *, pair: bool | None = None, about: str | None = None) -> list[Case]:
    with ledger.view() as view:
        found = view.cases(limit=1000)
    return [one for one in found if (pair is None or bool(one.right) is pair) and (about is None or one.about == about)]


def verdict(ledger: Ledger, case: Case, said: str, *, on: int = 1) -> Judgement:
    with ledger.view() as view:
        left, right = upkeep.ends(view, case)
    return Judgement(
        verdict=said,  # type: ignore[arg-type]
        about=case.about,
        left=left,
        right=right,
        by="ada",
        made_at=day(on),
    )


def test_a_story_has_cases_that_say_why_they_are_asked(ledger: Ledger) -> None:
    found = cases(ledger)
    assert found
    with ledger.view() as view:
        for case in found:
            assert case.reasons
            assert 0 < case.doubt <= 1
            assert case.worth > 0
            ends = [case.left, *([case.right] if case.right else [])]
            if case.about == "source":
                assert len(list(view.sources(ends))) == len(ends)
            else:
                assert case.proposition in view.proposition_of(ends).values()
                assert list(view.accounts(ends)) == ends


def kinds(ledger: Ledger) -> list[tuple[Case, str]]:
    """A case of each kind there is, with the verdicts that settle it."""
    found = {}
    for one in cases(ledger):
        for said in ("same", "not-same", "unsure") if one.right or one.about == "source" else ("right", "wrong"):
            found.setdefault((one.about, bool(one.right), said), (one, said))
    return list(found.values())


def test_what_is_judged_is_not_asked_again_until_that_is_taken_back(ledger: Ledger) -> None:
    before = content(ledger)
    asked = kinds(ledger)
    assert {(one.about, bool(one.right)) for one, _ in asked} == {("proposition", True), ("attribution", True)}
    for number, (case, said) in enumerate(asked):
        given = verdict(ledger, case, said, on=1 + number)
        judge(ledger, given)
        assert case.id not in {one.id for one in cases(ledger)}, (case, said)
        judge(ledger, withdrawal(given, on=25))
        assert derived(content(ledger)) == derived(before), (case, said)


def test_an_unsure_reading_is_asked_about_until_it_is_judged_or_corrected(tmp_path: Path) -> None:
    unsure = Piece(OTHER.article, tuple(replace(one, confidence=0.5) for one in OTHER.attributions))
    with Ledger.open(tmp_path / "a.db") as opened:
        fill(opened, [unsure])
        (case,) = cases(opened)
        assert (case.about, case.left, case.right) == ("attribution", unsure.attributions[0].id, None)
        for said in ("right", "wrong"):
            given = verdict(opened, case, said)
            judge(opened, given)
            assert not cases(opened)
            judge(opened, withdrawal(given))
            assert cases(opened) == [case]
        with opened.write() as writer:
            made = amend(writer, case.left, Amendment(polarity="deny"))
        assert not cases(opened)
        judge(opened, withdrawal(made))
        assert cases(opened) == [case]


def test_a_loose_join_of_names_is_asked_about_and_settled_either_way(tmp_path: Path) -> None:
    people = [
        report(number, f"The pier of Orrin is shut for {number} days", speaker=name)
        for number, name in enumerate(("Bill Feld", "William M. Feld"))
    ]
    with Ledger.open(tmp_path / "a.db") as opened:
        fill(opened, people)
        (case,) = cases(opened, about="source")
        assert "“Bill Feld”" in case.reasons[0]
        with opened.view() as view:
            left, right = upkeep.ends(view, case)
        assert right
        assert {left.article, right.article} == {made.article.id for made in people}
        assert {left.name, right.name} == {"Bill Feld", "William M. Feld"}
        for said, count in (("same", 1), ("not-same", 2), ("unsure", 2)):
            given = verdict(opened, case, said)
            judge(opened, given)
            with opened.view() as view:
                assert len(list(view.sources())) == count
            assert not cases(opened, about="source")
            judge(opened, withdrawal(given))
            assert cases(opened, about="source") == [case]
        whole = Judgement(
            verdict="right", about="source", left=Anchor(record=case.left, name=left.name), by="ada", made_at=day(2)
        )
        judge(opened, whole)
        assert not cases(opened, about="source")
        judge(opened, withdrawal(whole))
        assert cases(opened, about="source") == [case]


@pytest.mark.parametrize("seed", range(3))
def test_cases_are_the_same_in_any_order_and_when_made_anew(ledger: Ledger, tmp_path: Path, seed: int) -> None:
    every = (*DOUBTFUL[:3], *STORY)
    with Ledger.open(tmp_path / "straight.db") as straight:
        fill(straight, every)
        expected = content(straight)
    assert {case.id for case in cases(ledger)} & {json.loads(line)["id"] for line in expected if '"case"' in line[:20]}
    with Ledger.open(tmp_path / "mixed.db") as opened:
        for made in random.Random(seed).sample(every, len(every)):
            with opened.write() as writer:
                add(writer, made)
        assert content(opened) == expected
        with opened.write() as writer:
            writer.put_cases([owner for owner, _ in writer.every_case()], [])
        upkeep.fill_cases(opened, anew=True)
        assert content(opened) == expected


def test_of_what_is_gone_there_are_no_ends(ledger: Ledger) -> None:
    with ledger.view() as view:
        with pytest.raises(KeyError):
            upkeep.ends(view, Case(about="attribution", left="0123", doubt=0.5, worth=0.5))
        with pytest.raises(KeyError):
            upkeep.ends(view, Case(about="source", left="0123", doubt=0.5, worth=0.5))
        with pytest.raises(KeyError):
            upkeep.taken_out(view, ("0123", 0))
