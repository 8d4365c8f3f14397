"""What articles change in a ledger, noticed while they are added. The reader counts words; no network is needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.upkeep.made import OTHER, REPRINT, TOLL, TOLL_CORRECTED, UNION, WIRE, Piece, add
from twosource.across import Change
from twosource.changes import noticing
from twosource.ledger import Ledger

NOW = "2025-03-09T12:00:00+00:00"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ferry.db") as opened:
        yield opened


def bring(ledger: Ledger, *pieces: Piece) -> list[list[Change]]:
    """What each of ``pieces`` changes."""
    found = []
    for piece in pieces:
        with ledger.write() as writer, ledger.view() as before:
            found.append(noticing(before, writer, add(writer, piece), clock=lambda: NOW))
    return found


def kinds(found: list[Change]) -> list[str]:
    return sorted(change.kind for change in found)


def test_a_new_story_its_reprint_and_another_story(ledger: Ledger) -> None:
    wire, reprint, other = bring(ledger, WIRE, REPRINT, OTHER)
    (first,) = [change for change in wire if change.kind == "new-proposition"]
    assert (first.made_at, first.when) == (NOW, WIRE.article.published)
    assert first.text.startswith("The ferry Morning Star sank off Orrin on Monday and at least four passengers drowned")
    assert reprint == []
    assert kinds(other) == ["new-proposition"]


def test_a_toll_a_denial_of_what_nobody_had_said_and_one_more_origin(ledger: Ledger) -> None:
    _, toll, union = bring(ledger, WIRE, TOLL, UNION)
    assert [(change.kind, change.text) for change in toll] == [
        (
            "figure-moved",
            "From at least 4 to 7 passengers, by Jana Ostrow, in Orrin Gazette: "
            "Seven passengers of the ferry Morning Star drowned off Orrin",
        ),
        (
            "first-denial",
            "Ferry owner Karl Brandt denied that the Morning Star carried too many passengers (Orrin Gazette)",
        ),
    ]
    assert kinds(union) == ["new-origin"]


def test_a_page_that_changes_a_figure(ledger: Ledger) -> None:
    *_, corrected = bring(ledger, WIRE, TOLL, TOLL_CORRECTED)
    (change,) = corrected
    assert change.kind == "corrected"
    assert change.text.startswith("Orrin Gazette changes 7 to 6 passengers: Six passengers of the ferry Morning Star")


def test_what_was_noticed_is_kept_and_never_twice(ledger: Ledger) -> None:
    found = [change for own in bring(ledger, WIRE, TOLL, UNION, WIRE, TOLL) for change in own]
    with ledger.view() as view:
        assert list(view.every_change()) == found
    assert len({change.id for change in found}) == len(found)


def test_a_transaction_that_fails_notices_nothing(ledger: Ledger) -> None:
    def failing() -> None:
        with ledger.write() as writer, ledger.view() as before:
            assert noticing(before, writer, add(writer, WIRE))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        failing()
    with ledger.view() as view:
        assert list(view.every_change()) == []
        assert view.counts()["articles"] == 0


def test_every_change_names_a_statement_and_its_proposition(ledger: Ledger) -> None:
    for piece in (WIRE, REPRINT, TOLL, UNION, TOLL_CORRECTED, OTHER):
        for change in bring(ledger, piece)[0]:
            with ledger.view() as view:
                assert view.proposition_of([change.attribution or ""]) == {change.attribution: change.proposition}
