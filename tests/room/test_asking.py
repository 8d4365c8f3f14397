"""Briefs as a server gives them, and what it offers where it found nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.room import source_made
from tests.upkeep.made import OTHER, STORY, WordReader, add, fill
from twosource.brief.choice import Choice
from twosource.brief.compose import brief
from twosource.brief.records import Brief
from twosource.ledger import Ledger
from twosource.room.asking import Asking, asked_for, examples, outlets, there

QUESTIONS = (None, "Who drowned off Orrin?", "Will the bakers strike?", "zzyzx")
CHOICES = (Choice(), Choice(most=2), Choice(source="ostrow"), Choice(outlet="Coast Radio"), Choice(since="2025-03-05"))


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.open(tmp_path_factory.mktemp("asking") / "ferry.db") as ledger:
        fill(ledger, STORY)
        yield ledger


def undated(made: Brief) -> dict[str, object]:
    return made.as_dict() | {"made_at": ""}


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_brief_is_the_one_that_the_command_line_gives(ferry: Ledger, question: str | None, choice: Choice) -> None:
    keeper = Asking(WordReader)
    with ferry.view() as view:
        expected = brief(view, question, choice=choice, reader=WordReader())
        assert undated(keeper.brief(view, question, choice)) == undated(expected)


def test_it_is_made_once_until_the_ledger_is_another(tmp_path: Path) -> None:
    keeper = Asking(WordReader)
    with Ledger.open(tmp_path / "ferry.db") as ledger:
        fill(ledger, STORY[:3])
        with ledger.view() as view:
            first = keeper.brief(view, "Who drowned?", Choice())
            assert keeper.brief(view, "  Who \n drowned? ", Choice()) is first
            assert keeper.brief(view, "Who drowned?", Choice(most=1)) is not first
        with ledger.write() as writer:
            add(writer, OTHER)
        with ledger.view() as view:
            again = keeper.brief(view, "Who drowned?", Choice())
            assert (again.read, first.read) == (4, 3)


def test_the_network_is_not_needed_without_a_question(ferry: Ledger) -> None:
    def none() -> WordReader:
        raise AssertionError("the network was loaded")

    with ferry.view() as view:
        assert Asking(none).brief(view, "  ", Choice()).entries


@pytest.mark.parametrize(("given", "expected"), [(None, None), ("", None), (" \n", None), (" a \t b ", "a b")])
def test_a_question_on_one_line(given: str | None, expected: str | None) -> None:
    assert asked_for(given) == expected


def test_examples_are_wordings_of_the_ledger_and_each_of_another_story(ferry: Ledger) -> None:
    with ferry.view() as view:
        wordings = {" ".join(one.wording.split()).casefold() for one in view.propositions()}
        found = examples(view)
    assert {one.casefold() for one in found} <= wordings
    assert any("bakers" in one for one in found)
    assert sum("Morning Star" in one for one in found) == 1


def test_what_there_is_instead(ferry: Ledger) -> None:
    with ferry.view() as view:
        found = there(view)
        assert found.outlets == outlets(view)[:8]
    assert {"Skerry News Agency", "Sarnow Courier"} <= {name for name, _ in found.outlets}
    assert found.sources[0].label == "Jana Ostrow"
    assert (found.first, found.last) == ("2025-03-03T10:00:00+00:00", "2025-03-05T00:00:00+00:00")


def test_of_an_empty_ledger_there_is_nothing(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "empty.db") as ledger, ledger.view() as view:
        found = there(view)
    assert found.as_dict() == {"examples": [], "outlets": [], "sources": [], "first": None, "last": None}


def test_links_can_be_left_out(tmp_path: Path) -> None:
    source_made.make(tmp_path / "dam.db")
    with Ledger.open(tmp_path / "dam.db") as ledger:
        with ledger.write() as writer:
            from twosource.across import Link

            writer.put_links(
                [Link(left=source_made.MAY.id, right=source_made.DENIED.id, relation="contradicts", score=0.9)]
            )
        with ledger.view() as view:
            whole, bare = brief(view), brief(view, choice=Choice(linked=False))
    assert [len(entry.links) for entry in whole.entries if entry.id == source_made.BREAKS.id] == [1]
    assert not any(entry.links for entry in bare.entries)
    assert [entry.lead for entry in bare.entries] == [entry.lead for entry in whole.entries]
