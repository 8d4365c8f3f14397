"""Bytes of a ledger that are others, or gone."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.support import ARTICLES, FULL, complaint, content, twosource
from tests.ledger.support import page, statements
from tests.support import ROOT, needs_network
from twosource.errors import LedgerDamaged, LedgerError
from twosource.export.records import lines
from twosource.ledger import Ledger

pytestmark = needs_network

DAMAGES = 3000 if FULL else 15


@pytest.fixture
def settled(unharmed: Path, tmp_path: Path) -> Path:
    """All of it in one file."""
    place = tmp_path / "ledger.db"
    with sqlite3.connect(unharmed) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    shutil.copy(unharmed, place)
    return place


def read_all(place: Path) -> None:
    """Read everything in a ledger, in the ways of the stages that use it."""
    with Ledger.open(place, create=False, timeout=0.1) as ledger, ledger.view() as view:
        list(lines(view))
        view.search("blast at the terminal")
        view.counts()
        members = [id_ for one in view.propositions() for id_ in one.attributions]
        view.speaker_of(view.accounts(members).values())


def write_one(place: Path) -> None:
    with Ledger.open(place, create=False, timeout=0.1) as ledger, ledger.write() as writer:
        writer.add(page(), statements(page()))


def flipped(data: bytes, chance: random.Random) -> bytes:
    """``data`` with one bit or twenty others, now and then in its first page."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 20))):
        at = chance.randrange(len(changed)) if chance.random() < 0.8 else chance.randrange(100)
        changed[at] ^= chance.choice((1, 2, 16, 128, 255))
    return bytes(changed)


def test_bytes_that_are_others_are_not_seen_or_are_an_error_of_the_ledger(settled: Path) -> None:
    whole, damaged = settled.read_bytes(), settled.with_name("damaged.db")
    told = set()
    for number in range(DAMAGES):
        for use in (read_all, write_one):
            for rest in settled.parent.glob("damaged.db*"):
                rest.unlink()
            damaged.write_bytes(flipped(whole, random.Random(number)))
            error = failure(use, damaged)
            if error is not None:
                assert len(str(error).splitlines()) == 1
                assert str(error).startswith(f"{damaged}: ")
                told.add(type(error))
    assert LedgerDamaged in told


def failure(use: Callable[[Path], object], place: Path) -> LedgerError | None:
    """The error of the ledger that using it comes to, if any; other exceptions are not taken."""
    try:
        use(place)
    except LedgerError as error:
        return error
    return None


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.95])
def test_a_file_that_was_cut_off(share: float, settled: Path) -> None:
    whole = settled.read_bytes()
    settled.write_bytes(whole[: int(share * len(whole))])
    with pytest.raises(LedgerError) as raised:
        read_all(settled)
    assert len(str(raised.value).splitlines()) == 1


def test_the_command_says_so_in_a_line(settled: Path) -> None:
    data = bytearray(settled.read_bytes())
    data[100:200] = bytes(100)
    settled.write_bytes(data)
    for command in (["export"], ["add", ARTICLES[0]]):
        said = complaint(twosource(*command, "--ledger", str(settled)))
        assert said.startswith(f"{settled}: this is not a ledger, or it is damaged (")
        assert said.endswith("); twosource check tells what can be saved")


_LOGGED = """if True:
    import os, sys
    from tests.ledger.support import page, statements
    from twosource.ledger import Ledger
    ledger = Ledger.open(sys.argv[1])
    for number in range(int(sys.argv[2])):
        article = page(f"Title {number}. Text of it.", url=f"https://a.example/{number}")
        with ledger.write() as writer:
            writer.add(article, statements(article))
    os.kill(os.getpid(), 9)
"""


@pytest.mark.parametrize("lost", ["all", "half", "garbled", "index"])
def test_a_log_that_is_lost_takes_the_last_articles_and_leaves_those_before(lost: str, tmp_path: Path) -> None:
    place, log = tmp_path / "logged.db", tmp_path / "logged.db-wal"
    _add_and_die(place, 3)
    with Ledger.open(place) as ledger, ledger.view() as view:
        assert view.counts()["articles"] == 3
    _add_and_die(place, 6)
    data = log.read_bytes()
    assert len(data) > 10_000
    if lost == "all":
        log.unlink()
    elif lost == "index":
        (tmp_path / "logged.db-shm").unlink()
    else:
        at = len(data) // 2
        turned = bytes(byte ^ 255 for byte in data[at : at + 64])
        log.write_bytes(data[:at] if lost == "half" else data[:at] + turned + data[at + 64 :])
    with Ledger.open(place, create=False) as ledger, ledger.view() as view:
        kept = list(view.kept())
        assert {len(one.attributions) for one in kept} == {2}
        assert 3 <= len(kept) <= 6
        assert len(kept) == 6 if lost == "index" else len(kept) < 6
    with sqlite3.connect(place) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
    assert content(place)


def _add_and_die(place: Path, count: int) -> None:
    done = subprocess.run([sys.executable, "-c", _LOGGED, str(place), str(count)], cwd=ROOT, check=False)
    assert done.returncode == -9
