"""A ledger of a made-up story, and the brief of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.upkeep.made import STORY, WordReader, fill
from twosource.brief.compose import brief as compose
from twosource.brief.records import Brief
from twosource.ledger import Ledger, View


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    with Ledger.open(tmp_path_factory.mktemp("brief") / "ferry.db") as ledger:
        fill(ledger, STORY)
        with ledger.view() as view:
            yield view


@pytest.fixture(scope="session")
def ferry(story: View) -> Brief:
    return compose(story, "passengers of the ferry", reader=WordReader(), made_at="2025-03-06T09:00:00+00:00")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[View]:
    with Ledger.open(tmp_path / "empty.db") as ledger, ledger.view() as view:
        yield view
