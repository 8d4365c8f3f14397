"""What there is to judge of one thing that somebody chose."""

from __future__ import annotations

import pytest

from tests.room.judging_made import OSTROW_SAID, TOLL_SAID, Desk, ask_about_toll, read, source_named, thing
from twosource.ledger import Ledger
from twosource.review.amended import Amendment
from twosource.room.desk import Choice
from twosource.room.desk_chosen import Chosen, chosen, current


def of(ledger: Ledger, choice: Choice) -> Chosen:
    found: Chosen | None = read(ledger, lambda view: chosen(view, choice))
    assert found
    return found


def test_of_a_proposition_what_waits_and_then_each_statement(ledger: Ledger) -> None:
    whole = ask_about_toll(ledger)
    found = of(ledger, Choice(proposition=whole))
    assert found.title == "Six passengers of the ferry Morning Star drowned off Orrin"
    waits = [line.waits for line in found.lines]
    assert waits == sorted(waits, reverse=True)
    assert waits[0]
    members = read(ledger, lambda view: next(iter(view.propositions([whole]))).attributions)
    assert [line.thing for line in found.lines if not line.waits] == [thing("attribution", one) for one in members]
    assert len({line.thing for line in found.lines}) == len(found.lines)
    assert found.more == 0


def test_of_a_statement_itself_and_then_what_waits(ledger: Ledger) -> None:
    ask_about_toll(ledger)
    found = of(ledger, Choice(attribution=OSTROW_SAID))
    assert found.lines[0].thing == thing("attribution", OSTROW_SAID)
    assert found.lines[0].told.startswith("Ostrow: The ferry Morning Star carried")
    assert all(line.waits and OSTROW_SAID in line.thing.ends for line in found.lines[1:])
    assert found.lines[1:]


def test_of_a_source_itself(ledger: Ledger) -> None:
    for name, asked, waits in (("Jana Ostrow", "How reliable is it?", False), ("Oslo", "Is it one source?", True)):
        id_ = read(ledger, lambda view, n=name: source_named(view, n))
        (line,) = of(ledger, Choice(source=id_)).lines
        assert (line.thing, line.asked, line.told, line.waits) == (thing("source", id_), asked, name, waits)


@pytest.mark.parametrize(
    "choice", [Choice(proposition="0" * 16), Choice(source="0" * 16), Choice(attribution="0" * 16)]
)
def test_what_is_not_there_is_nothing(ledger: Ledger, choice: Choice) -> None:
    assert read(ledger, lambda view: chosen(view, choice)) is None


def test_what_was_corrected_is_shown_as_it_counts(ledger: Ledger) -> None:
    kept = Desk(ledger).kept(thing("attribution", TOLL_SAID), "corrected", changes=Amendment(polarity="deny"))
    assert kept.right
    corrected = thing("attribution", kept.right.record)
    assert of(ledger, Choice(attribution=TOLL_SAID)).lines[0].thing == corrected
    assert read(ledger, lambda view: current(view, thing("attribution", TOLL_SAID))) == corrected
    assert read(ledger, lambda view: current(view, corrected)) == corrected
    pair = thing("attribution", TOLL_SAID, OSTROW_SAID)
    assert read(ledger, lambda view: current(view, pair)) == pair
