"""The index in memory: it finds what reading every vector finds, however the ledger grows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.upkeep.made import STORY, TOLL_CORRECTED, UNION, WIRE, Piece, WordReader, add, piece
from twosource.brief import near
from twosource.brief.near import FromLedger
from twosource.ledger import Ledger
from twosource.ledger.meaning import Numbered
from twosource.room import asking_index
from twosource.room.asking_index import StatementIndex

QUESTIONS = ("Who drowned off Orrin?", "Will the bakers strike?", "passengers of the ferry Morning Star", "zzyzx")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ferry.db") as opened:
        yield opened


def index() -> StatementIndex:
    return StatementIndex(WordReader)


def check(ledger: Ledger, kept: StatementIndex) -> None:
    """It answers as reading all of them does."""
    plain = FromLedger(WordReader())
    with ledger.view() as view:
        current = sorted(view.attributions_between())
        for question in QUESTIONS:
            for among in (None, set(current), set(current[::2]), {"gone"}):
                for also in ((), current[:3]):
                    expected = plain.near(view, question, among=among, also=also)
                    found = kept.near(view, question, among=among, also=also)
                    assert list(found.items()) == list(expected.items())


@pytest.mark.parametrize(("rows", "few", "most"), [(8192, 4000, 3000), (3, 0, 3000), (2, 0, 2), (1, 0, 1)])
def test_it_finds_what_reading_all_finds_as_articles_come(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, rows: int, few: int, most: int
) -> None:
    monkeypatch.setattr(asking_index, "_ROWS", rows)
    monkeypatch.setattr(asking_index, "_FEW", few)
    for module in (near, asking_index):
        monkeypatch.setattr(module, "MOST", most)
    kept = index()
    check(ledger, kept)
    for one in STORY:
        with ledger.write() as writer:
            add(writer, one)
        check(ledger, kept)


def test_what_is_no_longer_current_is_not_found_and_may_come_back(ledger: Ledger) -> None:
    kept = index()
    for made in (WIRE, TOLL_CORRECTED):
        with ledger.write() as writer:
            add(writer, made)
        check(ledger, kept)
    question = "Six passengers of the ferry Morning Star drowned"
    newer = version(minute=30)
    with ledger.view() as before:
        with ledger.write() as writer:
            add(writer, newer)
        with ledger.view() as after:
            assert {one.id for one in newer.attributions} & kept.near(after, question).keys()
            assert not {one.id for one in TOLL_CORRECTED.attributions} & kept.near(after, question).keys()
            # A request that began before sees what was there then.
            assert {one.id for one in TOLL_CORRECTED.attributions} & kept.near(before, question).keys()
            assert not {one.id for one in newer.attributions} & kept.near(before, question).keys()
    check(ledger, kept)


def version(*, minute: int) -> Piece:
    """A newer text of the page of :data:`TOLL_CORRECTED`."""
    return piece(
        "Ferry toll stays at six\n\nSix passengers of the ferry Morning Star drowned off Orrin, harbour master Jana "
        "Ostrow said again.",
        ("harbour master Jana Ostrow", "said", "Six passengers of the ferry Morning Star drowned off Orrin"),
        outlet="Orrin Gazette",
        url="https://gazette.example/toll",
        published=f"2025-03-04T19:{minute}:00+00:00",
    )


def test_it_reads_only_what_is_new(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def counted(view: object, number: int) -> Iterator[list[Numbered]]:
        read.append(number)
        return after(view, number)  # type: ignore[arg-type]

    after = asking_index.vectors_after
    monkeypatch.setattr(asking_index, "vectors_after", counted)
    kept = index()
    for made in (WIRE, UNION):
        with ledger.write() as writer:
            add(writer, made)
        with ledger.view() as view:
            kept.refresh(view)
            kept.refresh(view)
    assert read == [0, len(WIRE.attributions)]


def test_another_ledger_is_read_anew(ledger: Ledger, tmp_path: Path) -> None:
    kept = index()
    with ledger.write() as writer:
        add(writer, WIRE)
    check(ledger, kept)
    with Ledger.open(tmp_path / "other.db") as other:
        with other.write() as writer:
            add(writer, UNION)
        check(other, kept)
    check(ledger, kept)


def test_it_takes_half_of_what_the_ledger_does() -> None:
    rows = np.random.default_rng(1).standard_normal((1000, 384)).astype(np.float32)
    batch = [Numbered(number, f"{number:016}", row.astype("<f2").tobytes()) for number, row in enumerate(rows, 1)]
    parts = tuple(asking_index._grown((), batch))
    assert sum(part.rows.nbytes for part in parts) == 1000 * 384
    assert [len(part.ids) for part in asking_index._grown(parts, batch)] == [2000]
