"""kill -9 in the middle of writing: nothing finished is lost, nothing is there by halves, nothing twice.

A process adds one article after another, each with what is known across articles, and says so after each. It is killed
by another at a moment that chance draws; on SQLite every second one kills itself, at a drawn instruction of SQLite's
own machine, which reaches the middle of a statement. TWOSOURCE_TEST_KILLS sets how many times (12).
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

from tests.ledger.conftest import Places
from tests.ledger.support import content
from twosource.ledger import Ledger

KILLS = int(os.environ.get("TWOSOURCE_TEST_KILLS", "12"))
SEED = 4
# Measured: making a new ledger takes 14 times a hundred instructions, adding one of these articles 58 times.
STEP = 100
MAKING_AND_THREE = 14 + 3 * 58

SCRIPT = """if True:
    import os, signal, sys
    from sqlalchemy import Engine, event
    from tests.ledger.support import ids, page, statements
    from twosource.across import Link
    from twosource.ledger import Ledger

    place, first, last, fatal, step = sys.argv[1], *map(int, sys.argv[2:])
    passed = 0

    def instruction():
        global passed
        passed += 1
        if passed == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    if fatal:
        event.listen(Engine, "connect", lambda connection, _: connection.set_progress_handler(instruction, step))
    with Ledger.open(place) as ledger:
        for number in range(first, last):
            article = page(f"Title word{number}\\n\\n" + f"Text of number {number}. " * 200, url=f"https://a.example/{number}")
            found = statements(article, number=15)
            with ledger.write() as writer:
                writer.add(article, found, vectors={own: bytes(384) for own in ids(found)})
                writer.put_keys("statement", {own: [f"w:{word}" for word in range(10)] for own in ids(found)})
                one, other, *_ = ids(found)
                writer.put_links([Link(left=one, right=other, relation="same", score=1.0)])
            print(number, flush=True)
"""


def start(place: str, *, first: int, last: int = 1_000_000, fatal: int = 0) -> subprocess.Popen[str]:
    arguments = [place, *map(str, (first, last, fatal, STEP))]
    return subprocess.Popen([sys.executable, "-c", SCRIPT, *arguments], stdout=subprocess.PIPE, text=True)


def killed_by_itself(place: str, *, first: int, fatal: int) -> int:
    """How many it said that it had added."""
    with start(place, first=first, fatal=fatal) as process:
        said, _ = process.communicate()
    assert process.returncode == -signal.SIGKILL
    return len(said.splitlines())


def killed_from_outside(place: str, *, first: int, after: int, seconds: float) -> int:
    """Kill it ``seconds`` after it has said ``after`` times that an article is added; how often it said so in all."""
    with start(place, first=first) as process:
        assert process.stdout
        said = [process.stdout.readline() for _ in range(after)]
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
        said += process.stdout.readlines()
    assert process.returncode == -signal.SIGKILL
    return len(said)


def whole(place: str) -> int:
    """How many articles the ledger holds, each of them whole, none twice."""
    with Ledger.open(place) as ledger, ledger.view() as view:
        kept = list(view.kept())
        numbers = sorted(int((found.article.url or "").rpartition("/")[2]) for found in kept)
        own = [attribution.id for found in kept for attribution in found.attributions]
        assert {len(found.attributions) for found in kept} <= {15}
        assert len(set(own)) == 15 * len(kept)
        assert all(found.current for found in kept)
        assert sorted(id_ for found in kept for id_ in found.vectors) == sorted(own)
        assert {len(keys) for keys in view.keys("statement", own).values()} <= {10}
        assert len(view.links_at(own)) == len(list(view.links())) == len(kept)
        for number in numbers[-2:]:
            hits = view.search(f"word{number}")
            assert [view.accounts([hit.id]) or hit.type for hit in hits] == ["article"]
        assert not view.search(f"word{len(numbers)}")
        assert view.counts()["attributions"] == 15 * len(numbers)
    assert numbers == list(range(len(numbers)))
    return len(numbers)


def unhurt(path: Path) -> None:
    """SQLite's own checks, of the file and of both indices of the full text."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in ("article_words", "attribution_words"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
    connection.close()


def test_a_kill_at_any_moment_leaves_all_that_was_finished_and_nothing_by_halves(places: Places, database: str) -> None:
    chance, place, there = random.Random(SEED), places(), 0
    for kill in range(KILLS):
        if database == "sqlite" and kill % 2 == 0:
            fatal = chance.randint(1, MAKING_AND_THREE)
            said = killed_by_itself(place, first=there, fatal=fatal)
        else:
            after, seconds = chance.randint(0, 2), chance.uniform(0, 0.05)
            said = killed_from_outside(place, first=there, after=after, seconds=seconds if after else 20 * seconds)
        if database == "sqlite" and Path(place).exists():
            unhurt(Path(place))
        before, there = there, whole(place)
        assert there - before in {said, said + 1}, "at most one is there that it had no time to speak of"
    other = places()
    for unharmed, first in ((place, there), (other, 0)):
        with start(unharmed, first=first, last=there + 1) as process:
            process.communicate()
        assert process.returncode == 0
    with Ledger.open(place) as harmed, Ledger.open(other) as never:
        assert content(harmed) == content(never)
