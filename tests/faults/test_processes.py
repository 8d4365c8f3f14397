"""Processes that are killed, and two that write at once; with the real networks."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
from pathlib import Path

from tests.faults.support import ARTICLES, content, long, started, twosource
from tests.support import needs_network

pytestmark = needs_network

KILLS = 60


@long
def test_add_killed_at_many_moments_loses_nothing_that_it_named(tmp_path: Path, unharmed: Path) -> None:
    place, chance, named = tmp_path / "killed.db", random.Random(3), set[str]()
    for kill in range(KILLS):
        with started("add", "--ledger", str(place), *ARTICLES) as process:
            assert process.stdout
            said = [process.stdout.readline() for _ in range(kill % 3)]
            try:
                process.wait(timeout=chance.uniform(0, 0.4 if said else 1.5))
            except subprocess.TimeoutExpired:
                process.kill()
            said += process.stdout.readlines()
        assert process.returncode in (0, -signal.SIGKILL)
        named |= {line.partition("  ")[2].lstrip() for line in said if " · " in line}
        if place.exists():
            _unhurt(place)
            assert sum('"type": "article"' in line for line in content(place)) >= len({_title(one) for one in named})
    assert twosource("add", "--ledger", str(place), *ARTICLES).returncode == 0
    assert content(place) == content(unharmed)


def _title(line: str) -> str:
    return line.rpartition(" · ")[2]


def _unhurt(place: Path) -> None:
    with sqlite3.connect(place) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert not connection.execute("PRAGMA foreign_key_check").fetchall()
    connection.close()


@long
def test_two_that_add_at_once_come_to_what_one_comes_to(tmp_path: Path, unharmed: Path) -> None:
    place = tmp_path / "two.db"
    both = [started("add", "--ledger", str(place), *sources) for sources in (ARTICLES[:3], ARTICLES[::-1][:3])]
    for process in both:
        _, errors = process.communicate()
        assert process.returncode == 0, errors
    assert content(place) == content(unharmed)
