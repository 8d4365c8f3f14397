"""Adding through a server whose networks are left out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.upkeep.made import WordReader
from tests.web.conftest import client_of
from twosource.room.adding_jobs import Job
from twosource.web.app import make
from twosource.web.people import Token
from twosource.web.settings import Limits, Settings
from twosource.web.tokens import digest

MILL = "The mayor said on Tuesday that the mill would be closed for good, and that nobody would lose their work there."
DAM = "Two engineers told the council that they had warned of the dam since the spring, and that nobody had listened."
TOKENS = tuple(Token(name=f"{role}er", role=role, digest=digest(f"tws_{role}")) for role in ("read", "review", "admin"))
LONG = 60.0
"""Seconds after which a test gives up; none takes one."""


def bearer(role: str) -> dict[str, str]:
    return {"Authorization": f"Bearer tws_{role}"}


def ended(client: TestClient, id_: str) -> Job:
    """The job of that id, when it has ended."""
    job: Job | None = client.app.state.adding.wait(id_, seconds=LONG)  # type: ignore[attr-defined]
    assert job is not None
    assert job.ended
    return job


def serving(path: Path, patch: pytest.MonkeyPatch, **settings: Any) -> Iterator[TestClient]:
    patch.setattr("twosource.web.hall.Hall.pair_reader", lambda _: WordReader())
    limits = Limits(files=5, text_chars=2000)
    with client_of(make(Settings(**{"ledger": str(path), "name": "Ida Holm", "limits": limits, **settings}))) as client:
        yield client
