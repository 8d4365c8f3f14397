"""What is told of a source, against a ledger made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.room import source_made as made
from tests.upkeep.made import STORY, fill
from twosource.brief.records import Stance
from twosource.brief.stance import stance
from twosource.ledger import Ledger, View
from twosource.room.source import Profile, profile, sureness
from twosource.room.sources import sources


@pytest.fixture(scope="module")
def dam(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    path = tmp_path_factory.mktemp("dam") / "dam.db"
    made.make(path)
    with Ledger.open(path) as ledger, ledger.view() as view:
        yield view


@pytest.fixture(scope="module")
def engineer(dam: View) -> Profile:
    return told(dam, made.ENGINEER.id)


def told(view: View, source_id: str) -> Profile:
    found = profile(view, source_id)
    assert found is not None
    return found


def test_there_is_nothing_of_what_is_not_there(dam: View) -> None:
    assert profile(dam, "0" * 16) is None


def test_its_statements_come_latest_first_and_undated_ones_last(engineer: Profile) -> None:
    own = [one for _, one in engineer.says]
    assert own[2:] == [made.FOUR.id, made.MAY.id, made.CALM.id]
    assert own[:2] == sorted([made.DENIED.id, made.SEVEN.id])
    assert (engineer.first, engineer.last) == ("2025-03-03", "2025-03-05T09:00:00+01:00")
    assert engineer.relays == ()
    assert engineer.articles == 4


def test_stances_are_those_to_the_propositions(engineer: Profile) -> None:
    assert dict(engineer.stances) == {"may-be": 1, "denies": 1, "says-so": 3}


def test_names_have_their_reasons_and_how_often_they_are_used(engineer: Profile) -> None:
    assert [(one.name, one.mentions) for one in engineer.aliases] == [("Ines Marr", 1), ("Marr", 4)]
    assert [one.reasons for one in engineer.aliases] == [
        ("one name ends the other: Ines Marr, Marr",),
        ("one name ends the other: Ines Marr, Marr", "same name: Marr"),
    ]
    assert engineer.sure == "very likely"


def test_who_carries_it_and_whom_it_carries(dam: View, engineer: Profile) -> None:
    assert [(one.label, one.statements) for one in engineer.carriers] == [
        ("Hill Post", 2),
        ("River Courier", 2),
        ("Valley Radio", 1),
    ]
    assert [(one.label, one.source, one.statements) for one in engineer.through] == [("Skerry News", made.AGENCY.id, 1)]
    agency = told(dam, made.AGENCY.id)
    assert (agency.says, [one for _, one in agency.relays]) == ((), [made.FOUR.id])
    assert [(one.label, one.source) for one in agency.carried] == [("Ines Marr", made.ENGINEER.id)]
    assert agency.carriers == ()


def test_how_its_words_moved(engineer: Profile) -> None:
    turned, figures = engineer.moves
    assert turned.proposition == made.BREAKS
    assert turned.turned
    assert [(step.when[:10], step.told) for step in turned.points] == [
        ("2025-03-03", "says it may be; possible"),
        ("2025-03-05", "denies it"),
    ]
    assert not figures.turned
    assert [(step.when[:10], step.told, step.outlet) for step in figures.points] == [
        ("2025-03-04", "says so; at least 4 houses", "Valley Radio"),
        ("2025-03-05", "says so; 7 houses", "River Courier"),
    ]
    assert engineer.further == 0


def test_who_stands_against_it(dam: View, engineer: Profile) -> None:
    (dispute,) = engineer.disputes
    assert (dispute.label, dispute.source, dispute.number) == ("Pal Roth", made.SHEPHERD.id, 1)
    (clash,) = dispute.clashes
    assert (clash.own.attribution, clash.own.stance) == (made.DENIED.id, "denies")
    assert (clash.other.attribution, clash.other.stance, clash.other.quote) == (
        made.WILL.id,
        "says-so",
        "The dam will break",
    )
    (back,) = told(dam, made.SHEPHERD.id).disputes
    assert (back.source, back.clashes[0].own.attribution) == (made.ENGINEER.id, made.WILL.id)


def test_grades_are_two_axes(engineer: Profile) -> None:
    assert engineer.grades.reliability == (made.GRADED,)
    assert engineer.grades.credibility == ((2, 1),)
    assert engineer.grades.about == (made.GRADED,)


def test_one_that_is_never_named_goes_by_what_it_is_called(dam: View) -> None:
    clerk = told(dam, made.NAMELESS.id)
    assert clerk.label == "unnamed clerk (Water Board)"
    assert (clerk.aliases, clerk.sure, clerk.first) == ((), "", None)


def test_it_is_json(engineer: Profile) -> None:
    wire = engineer.as_dict()
    assert wire["stances"] == {"says-so": 3, "may-be": 1, "denies": 1, "no-sign": 0, "silent": 0}
    assert wire["moves"][0]["steps"][0]["attribution"] == made.MAY.id
    assert wire["statements"] == 5


@pytest.mark.parametrize(
    ("score", "expected"), [(1.0, "almost certain"), (0.95, "almost certain"), (0.9, "very likely"), (0.5, "not sure")]
)
def test_a_chance_in_words(score: float, expected: str) -> None:
    assert sureness(score) == expected


def test_stances_of_a_whole_ledger_are_those_of_a_brief(tmp_path: Path) -> None:
    """Against every account with its origin, as a brief reads them."""
    with Ledger.open(tmp_path / "ferry.db") as ledger:
        fill(ledger, STORY)
        with ledger.view() as view:
            towards = {one: origin.stance for origin in view.origins() for one in origin.attributions}
            speaker = view.speaker_of(view.accounts(towards).values())
            expected: dict[str, dict[Stance, int]] = {}
            for one, account in view.accounts(towards).items():
                if one in speaker:
                    counted = expected.setdefault(speaker[one], {})
                    how = stance(account, towards[one])
                    counted[how] = counted.get(how, 0) + 1
            assert expected
            listed = [one.source.id for one in sources(view, limit=100).items]
            assert {one: dict(told(view, one).stances) for one in listed if told(view, one).stances} == expected
