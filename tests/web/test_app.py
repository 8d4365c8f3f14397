from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web import made, probe
from tests.web.conftest import client_of
from twosource.errors import LedgerDamaged, LedgerMissing
from twosource.ledger import Ledger
from twosource.web import assets
from twosource.web.app import make
from twosource.web.navigation import guarded
from twosource.web.settings import Settings

OPEN = {"/sign-in", "/static/{digest}/{name}"}
"""What a stranger may ask for; all else takes a role."""


@pytest.fixture
def client(hand_made: Path) -> Iterator[TestClient]:
    with client_of(probe.app(hand_made)) as opened:
        yield opened


def test_every_route_takes_a_role(hand_made: Path) -> None:
    routes = list(guarded(make(Settings(ledger=str(hand_made)))))
    assert {route.path for route, role in routes if role is None} == OPEN
    assert len(routes) > len(OPEN)


def test_what_changes_something_takes_more_than_reading(hand_made: Path) -> None:
    for route, role in guarded(make(Settings(ledger=str(hand_made)))):
        if (route.methods or set()) - {"GET", "HEAD"} and route.path not in OPEN | {"/sign-out"}:
            assert role in ("review", "admin"), route.path


def test_every_route_of_the_api_is_described(hand_made: Path) -> None:
    app = make(Settings(ledger=str(hand_made)))
    paths = app.openapi()["paths"]
    for route, _ in guarded(app):
        if str(route.path).startswith("/api/"):
            for method in (route.methods or set()) - {"HEAD"}:
                described = paths[route.path_format][method.lower()]
                assert described["summary"]
                assert described["description"]
                assert "application/problem+json" in described["responses"]["default"]["content"]


def test_the_description_is_there(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    assert described["info"]["title"] == "Twosource"
    assert "/api/probe" in described["paths"]


def test_a_ledger_that_is_not_there_is_made(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    app = probe.app(path)
    with client_of(app) as client:
        assert client.get("/probe/view").json()["articles"] == 0
    assert path.exists()


def test_a_ledger_that_cannot_be_one_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LedgerMissing):
        make(Settings(ledger=str(tmp_path / "none" / "x.db")))
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(b"no database" * 100)
    with pytest.raises(LedgerDamaged):
        make(Settings(ledger=str(damaged)))


def test_a_route_sees_the_ledger_as_it_is(client: TestClient, hand_made: Path) -> None:
    assert client.get("/probe/view").json()["articles"] == 3
    further = made.article("More of it\n\nThe mill is closed.", outlet="Hill Post", published="2025-03-07")
    with Ledger.open(hand_made) as ledger, ledger.write() as writer:
        writer.add(further, ())
    assert client.get("/probe/view").json()["articles"] == 4


def test_the_network_is_loaded_once(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = []
    monkeypatch.setattr("twosource.web.hall.PairReader", lambda: loaded.append(1) or object())
    assert client.get("/probe/reader").json() is True
    assert client.get("/probe/reader").json() is True
    assert loaded == [1]


@pytest.mark.parametrize("path", ["/probe", "/sign-in", "/openapi.json", assets.static("room.css"), "/nothing"])
def test_a_head_is_what_stands_above_the_body(client: TestClient, path: str) -> None:
    whole, head = client.get(path), client.head(path)
    assert head.status_code == whole.status_code
    assert head.content == b""
    assert head.headers == whole.headers


def test_the_head_of_a_long_answer_is_not_made_to_its_end(client: TestClient) -> None:
    assert client.head("/probe/endless").status_code == 200


@pytest.mark.parametrize(
    ("path", "leads"),
    [("/probe/", "/probe"), ("/probe/?q=a%20b", "/probe?q=a%20b"), ("//evil.example/", None), ("/probe//", "/probe")],
)
def test_a_slash_too_many(client: TestClient, path: str, leads: str | None) -> None:
    answer = client.get(f"http://127.0.0.1:8765{path}")
    if leads is None:
        assert answer.status_code == 404
    else:
        assert answer.status_code == 307
        assert answer.headers["location"] == f"http://127.0.0.1:8765{leads}"
