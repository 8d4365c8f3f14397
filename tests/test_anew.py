"""What was derived is what would be derived anew, whatever people judged; what other hands changed is told."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.ledger.support import content
from tests.upkeep.corrected import account, amend, judged, withdrawal
from tests.upkeep.made import OTHER, REPRINT, STORY, UNDATED, WIRE, WordReader, fill
from twosource import upkeep
from twosource.anew import derive, differing
from twosource.ledger import Ledger
from twosource.ledger.backup import copy
from twosource.review.amended import Amendment

APART = judged("not-same", account(WIRE, 0), account(UNDATED, 0), about="proposition", on=3)
ALIKE = judged("same", account(WIRE, 0), account(OTHER, 0), about="proposition", on=6)
WRONG = judged("wrong", account(REPRINT, 0), on=4)
# By a clock that was put back it is older than what it withdraws.
TAKEN_BACK = withdrawal(APART, on=1)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with corrections and judgements, some of which are withdrawn."""
    path = tmp_path_factory.mktemp("made") / "ledger.db"
    with Ledger.open(path) as ledger:
        fill(ledger, STORY, [APART, WRONG, ALIKE])
        with ledger.write() as writer:
            amend(writer, WIRE.attributions[0].id, Amendment(polarity="deny"), on=5)
            amend(writer, WIRE.attributions[1].id, Amendment(certainty="possible"), on=7)
        with ledger.write() as writer:
            upkeep.judge(writer, [TAKEN_BACK])
    return path


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed."""
    copy(made, tmp_path / "copy.db")
    return tmp_path / "copy.db"


def told(place: Path, folder: Path) -> list[str]:
    with Ledger.open(place, create=False) as ledger, ledger.view() as view:
        return list(differing(view, folder, reader=WordReader()))


def test_nothing_differs(place: Path, tmp_path: Path) -> None:
    assert told(place, tmp_path) == []


def test_what_is_derived_is_all_that_is_there(place: Path, tmp_path: Path) -> None:
    heard: list[None] = []
    with Ledger.open(place) as ledger, Ledger.open(tmp_path / "anew.db") as made, ledger.view() as view:
        derive(view, made, reader=WordReader(), on_article=lambda: heard.append(None))
        assert len(heard) == len(STORY)
        assert content(made) == content(ledger)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE propositions SET record = replace(record, 'drowned', 'swam')", "of the propositions "),
        ("DELETE FROM links", "of the links 0 are not what would be derived today, and "),
        ("UPDATE sources SET record = replace(record, 'Brandt', 'Brand')", "of the sources "),
        ("DELETE FROM keys WHERE space NOT IN ('due', 'vector')", "of the keys 0 are not what"),
    ],
)
def test_what_other_hands_changed_is_told(change: str, said: str, place: Path, tmp_path: Path) -> None:
    with sqlite3.connect(place) as connection:
        connection.execute(change)
    connection.close()
    assert any(line.startswith(said) for line in told(place, tmp_path))
