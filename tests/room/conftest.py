"""The made-up story of :mod:`tests.room.judging_made`: made once, and copied for each test that writes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.room import judging_made as made
from tests.room.judging_made import Desk
from twosource.ledger import Ledger


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made.make(tmp_path_factory.mktemp("judging") / "story.db")


@pytest.fixture
def ledger(story: Path, tmp_path: Path) -> Iterator[Ledger]:
    with made.copied(story, tmp_path / "own.db") as opened:
        yield opened


@pytest.fixture
def ada(ledger: Ledger) -> Desk:
    return Desk(ledger)
