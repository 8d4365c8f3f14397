from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from tests.web import probe
from tests.web.conftest import client_of
from twosource.web.guard.hosts import called_by
from twosource.web.settings import LOOPBACK

CALLED = [
    ("localhost", True),
    ("localhost:8765", True),
    ("LOCALHOST:8765", True),
    ("localhost.:8765", True),
    ("127.0.0.1", True),
    ("127.0.0.1:80", True),
    ("[::1]", True),
    ("[::1]:8765", True),
    ("desk.example.org", True),
    ("Desk.Example.org:443", True),
    ("room.example.org:8443", True),
    ("room.example.org", False),
    ("room.example.org:80", False),
    ("", False),
    ("::1", False),
    ("[::1", False),
    ("[::2]", False),
    ("127.0.0.2", False),
    ("0.0.0.0", False),
    ("evil.example", False),
    ("localhost.evil.example", False),
    ("evil.example#localhost", False),
    ("evil.example:8765", False),
    ("localhost@evil.example", False),
    ("localhost:8765@evil.example", False),
    ("localhost:", False),
    ("localhost:port", False),
    ("localhost:123456", False),
    ("localhost,evil.example", False),
    ("localhost evil.example", False),
    ("localhost/", False),
    ("localhost\x00", False),
    ("ｌocalhost", False),
    (".localhost", False),
    ("localhost..", True),
]
HOSTS = (*LOOPBACK, "desk.example.org", "room.example.org:8443")


@pytest.mark.parametrize(("host", "ours"), CALLED)
def test_the_names_of_the_server(host: str, ours: bool) -> None:
    assert called_by(host, HOSTS) == ours


@given(st.text())
def test_no_name_but_ours(host: str) -> None:
    name = host.strip(" \t").lower()
    if not name.startswith(HOSTS):
        assert not called_by(host, HOSTS)


@pytest.fixture(scope="module")
def client(made_once: Path) -> Iterator[TestClient]:
    with client_of(probe.app(made_once, hosts=HOSTS)) as opened:
        yield opened


@pytest.mark.parametrize("path", ["/", "/probe", "/api/probe", "/static/0/room.css", "/sign-in", "/openapi.json"])
def test_nothing_is_told_under_another_name(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"Host": "evil.example"})
    assert answer.status_code == 421
    assert "--allow-host" in answer.text
    assert "evil.example" not in answer.text
    assert "X-CSRF-Token" not in answer.text or '"X-CSRF-Token": ""' in answer.text


def test_what_a_proxy_says_of_the_name_does_not_count(client: TestClient) -> None:
    forwarded = {"X-Forwarded-Host": "localhost", "Forwarded": "host=localhost"}
    assert client.get("/probe", headers={"Host": "evil.example"} | forwarded).status_code == 421
    assert client.get("/probe", headers={"X-Forwarded-Host": "evil.example"}).status_code == 200


def test_two_names_are_none(client: TestClient) -> None:
    twice = [("Host", "localhost"), ("Host", "evil.example")]
    assert client.get("/probe", headers=twice).status_code == 421


def test_without_a_name_there_is_no_answer(hand_made: Path) -> None:
    import asyncio

    sent: list[dict[str, object]] = []

    async def ask() -> None:
        async def send(message: dict[str, object]) -> None:
            sent.append(message)

        scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": [], "scheme": "http"}
        await probe.app(hand_made)(scope | {"server": ("127.0.0.1", 1)}, None, send)  # type: ignore[arg-type]

    asyncio.run(ask())
    assert sent[0]["status"] == 421
