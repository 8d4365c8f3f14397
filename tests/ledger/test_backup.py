"""A copy of a ledger is one state of it, whoever writes meanwhile, and is never half there."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from tests.ledger.support import content, fill, page, statements
from twosource.errors import LedgerDamaged, LedgerError
from twosource.ledger import Ledger
from twosource.ledger.backup import copy, counts, written
from twosource.ledger.check import check


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A ledger with a record of every type."""
    path = tmp_path / "port.db"
    with Ledger.open(path) as ledger, ledger.write() as writer:
        fill(writer)
    return path


def whole(path: Path) -> list[str]:
    with Ledger.open(path, create=False) as ledger:
        return content(ledger)


def test_the_copy_holds_what_the_ledger_holds_and_is_one_file(place: Path) -> None:
    target = place.with_name("saved.db")
    copy(place, target)
    assert sorted(path.name for path in place.parent.glob("saved*")) == ["saved.db"]
    assert counts(target)["articles"] == 1
    assert sorted(path.name for path in place.parent.glob("saved*")) == ["saved.db"], "looking leaves nothing beside it"
    assert whole(target) == whole(place)


def test_what_is_not_yet_in_the_file_but_in_its_log_is_copied_too(place: Path) -> None:
    with Ledger.open(place) as ledger:
        with ledger.write() as writer:
            writer.add(page("Another text.", url="https://a.example/2"), ())
        assert place.with_name("port.db-wal").stat().st_size
        copy(place, place.with_name("saved.db"))
    assert whole(place.with_name("saved.db")) == whole(place)


def test_copies_made_while_others_write_are_each_one_state(place: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        number = 0
        with Ledger.open(place) as ledger:
            while not stop.is_set():
                number += 1
                article = page(f"Title {number}. Text of it.", url=f"https://a.example/{number}")
                with ledger.write() as writer:
                    writer.add(article, statements(article))

    thread = threading.Thread(target=write)
    thread.start()
    try:
        seen = []
        for number in range(6):
            target = place.with_name(f"saved{number}.db")
            copy(place, target)
            with Ledger.open(target, create=False) as ledger, ledger.view() as view:
                assert not list(check(view))
                seen.append(view.counts()["articles"])
    finally:
        stop.set()
        thread.join()
    assert seen == sorted(seen)
    assert seen[-1] > seen[0]


def test_nothing_is_replaced_unless_that_is_asked_for(place: Path) -> None:
    target = place.with_name("saved.db")
    target.write_text("dear to somebody")
    with pytest.raises(
        LedgerError, match=r"saved\.db: is there already; name another file, or replace it with --force"
    ):
        copy(place, target)
    assert target.read_text() == "dear to somebody"
    copy(place, target, force=True)
    assert whole(target) == whole(place)


def test_a_file_that_somebody_else_makes_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "saved"
    with pytest.raises(LedgerError, match="File exists"):
        _write_both(target)
    assert [path.name for path in tmp_path.iterdir()] == ["saved"]
    assert target.read_text() == "theirs"


def _write_both(target: Path) -> None:
    with written(target, force=False) as part:
        part.write_text("ours")
        target.write_text("theirs")


def test_on_a_disk_without_second_names_it_is_named_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    with written(tmp_path / "saved", force=False) as part:
        part.write_text("ours")
    assert [path.name for path in tmp_path.iterdir()] == ["saved"]


def test_what_fails_leaves_nothing(place: Path) -> None:
    target = place.with_name("saved.db")
    for wrong in (place.with_name("none.db"), place.parent):
        with pytest.raises(LedgerError):
            copy(wrong, target)
    with pytest.raises(LedgerError, match="cannot be written"):
        copy(place, place.parent / "none" / "saved.db")
    assert not list(place.parent.glob("saved*"))


def test_of_a_damaged_ledger_no_backup_is_made(place: Path) -> None:
    connection = sqlite3.connect(place)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'attributions_article'").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    data = bytearray(place.read_bytes())
    data[(root - 1) * size + 8 : (root - 1) * size + 40] = bytes(32)
    place.write_bytes(data)
    with pytest.raises(LedgerDamaged, match=r"port\.db: it is damaged \(.*\), and no backup was made"):
        copy(place, place.with_name("saved.db"))
    assert not list(place.parent.glob("saved*"))
