from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.adds import MILL, TOKENS, bearer, ended, serving


@pytest.fixture
def adder(hand_made: Path, without_network: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:  # noqa: ARG001
    yield from serving(hand_made, monkeypatch)


def test_a_job_is_told_until_it_is_done(adder: TestClient) -> None:
    taken = adder.post("/api/articles", json={"text": MILL, "title": "Mill", "outlet": "Hill Post"}).json()
    assert (taken["by"], taken["state"] in ("waiting", "running")) == ("Ida Holm", True)
    ended(adder, taken["id"])
    found = adder.get(f"/api/jobs/{taken['id']}").json()
    (item,) = found["items"]
    (result,) = item.pop("results")
    assert (found["state"], found["made_at"]) == ("done", taken["made_at"])
    assert item == {"source": "Mill", "state": "done", "read": 1, "statements": 2, "errors": []}
    assert adder.get(f"/api/articles/{result['article']}").json()["text"] == MILL


def test_a_job_that_nobody_gave_is_not_there(adder: TestClient) -> None:
    answer = adder.get("/api/jobs/nothing")
    assert (answer.status_code, answer.json()["title"]) == (404, "There is no such job")


@pytest.mark.usefixtures("without_network")
def test_the_queue_ends_with_the_server(hand_made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for client in serving(hand_made, monkeypatch):
        for _ in range(3):
            client.post("/api/articles", json={"text": MILL})
        queue = client.app.state.adding  # type: ignore[attr-defined]
    assert all(job.ended for job in queue.jobs())
    assert "twosource-adding" not in [thread.name for thread in threading.enumerate()]


def test_it_takes_the_role_to_read(hand_made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for client in serving(hand_made, monkeypatch, tokens=TOKENS):
        assert client.get("/api/jobs/x").status_code == 401
        assert client.get("/api/jobs/x", headers=bearer("read")).status_code == 404
