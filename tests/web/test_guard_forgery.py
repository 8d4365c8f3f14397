from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request
from starlette.testclient import TestClient

from tests.web import probe
from tests.web.conftest import HERE, client_of, form_token
from twosource.web.guard import sessions
from twosource.web.guard.forgery import elsewhere
from twosource.web.people import Token
from twosource.web.tokens import digest

SAME = {"Sec-Fetch-Site": "same-origin"}
CROSS = {"Sec-Fetch-Site": "cross-site"}

# What a browser says of where the request comes from, and whether the token of the forms is with it: passes or not.
PAGES = [
    ({}, True, 200),
    ({}, False, 403),
    (SAME, True, 200),
    (SAME, False, 403),
    ({"Origin": HERE}, True, 200),
    ({"Origin": HERE}, False, 403),
    ({"Origin": "null"}, True, 200),
    ({"Origin": "null"}, False, 403),
    (SAME | {"Origin": "null"}, True, 200),
    ({"Sec-Fetch-Site": "none"}, True, 200),
    (CROSS, True, 403),
    (CROSS | {"Origin": HERE}, True, 403),
    ({"Sec-Fetch-Site": "same-site"}, True, 403),
    ({"Sec-Fetch-Site": "odd"}, True, 403),
    ({"Origin": "http://evil.example"}, True, 403),
    ({"Origin": "http://127.0.0.1"}, True, 403),
    ({"Origin": "http://127.0.0.1:8766"}, True, 403),
    ({"Origin": "http://127.0.0.1:8765.evil.example"}, True, 403),
    ({"Origin": ""}, True, 403),
    ({"Origin": "http://["}, True, 403),
    ({"Origin": "127.0.0.1:8765"}, True, 403),
    ({"Origin": HERE.upper()}, True, 200),
]
API = [
    ({}, False, 200),
    (SAME, False, 200),
    ({"Origin": HERE}, False, 200),
    (CROSS, False, 403),
    (CROSS, True, 403),
    ({"Origin": "null"}, False, 403),
    ({"Origin": "null"}, True, 200),
    ({"Origin": "http://evil.example"}, False, 403),
]


@pytest.fixture(scope="module")
def client(made_once: Path) -> Iterator[TestClient]:
    with client_of(probe.app(made_once)) as opened:
        yield opened


@pytest.mark.parametrize(("headers", "has_token", "status"), PAGES)
@pytest.mark.parametrize("way", ["field", "file", "header"])
@pytest.mark.parametrize("path", ["/probe", "/probe/empty"])
def test_what_a_page_sends(
    client: TestClient, path: str, way: str, headers: dict[str, str], has_token: bool, status: int
) -> None:
    token = form_token(client) if has_token else "0" * 64
    sent: dict[str, Any] = {"headers": headers, "data": {"words": "yes"}}
    if way == "header":
        sent["headers"] = headers | {"X-CSRF-Token": token}
    else:
        sent["data"] = {"words": "yes", "csrf": token}
    if way == "file":
        sent["files"] = {"file": ("a.txt", b"text")}
    answer = client.post(path, **sent)
    assert answer.status_code == status
    assert ("Ida Holm" in answer.text and "<h1" not in answer.text) == (status == 200)


@pytest.mark.parametrize(("headers", "has_token", "status"), API)
def test_what_the_api_is_sent_without_a_session(
    client: TestClient, headers: dict[str, str], has_token: bool, status: int
) -> None:
    token = {"X-CSRF-Token": form_token(client)} if has_token else {}
    assert client.post("/api/probe", json={"size": 1}, headers=headers | token).status_code == status
    assert client.post("/api/probe/empty", headers=headers | token).status_code == status


@pytest.mark.parametrize("data", [{}, {"csrf": ""}, {"csrf": "é"}, {"csrf": "\ud800".encode("utf-8", "surrogatepass")}])
def test_a_form_without_a_token(client: TestClient, data: dict[str, Any]) -> None:
    assert client.post("/probe", data=data).status_code == 403


@pytest.mark.parametrize("header", ["", "x", "é".encode()])
def test_a_header_that_is_no_token(client: TestClient, header: str | bytes) -> None:
    assert client.post("/probe", data={"words": "x"}, headers={"X-CSRF-Token": header}).status_code == 403


def test_a_body_that_is_no_form_has_no_token(client: TestClient) -> None:
    field = f"csrf={form_token(client)}"
    assert client.post("/probe/empty", content=field, headers={"Content-Type": "text/plain"}).status_code == 403


@given(st.text(), st.sampled_from(["origin", "sec-fetch-site"]))
def test_whatever_a_browser_says_it_is_another_site_unless_it_is_ours(value: str, name: str) -> None:
    headers = [(b"host", b"127.0.0.1:8765"), (name.encode(), value.encode("latin-1", "replace"))]
    told = elsewhere(Request({"type": "http", "headers": headers}))
    ours = {
        "origin": value.partition("://")[2].lower() == "127.0.0.1:8765",
        "sec-fetch-site": value in ("same-origin", "none"),
    }
    assert told is (None if (name, value) == ("origin", "null") else not ours[name])


def test_asking_changes_nothing_and_needs_nothing(client: TestClient) -> None:
    assert client.get("/probe", headers=CROSS).status_code == 200


@pytest.fixture
def known(hand_made: Path) -> Iterator[TestClient]:
    """A reviewer with a session."""
    app = probe.app(hand_made, people=True)
    token = Token(name="Ida Holm", role="review", digest=digest(probe.TOKENS["review"]))
    with client_of(app) as opened:
        opened.cookies.set(sessions.COOKIE, sessions.begin(token, app.state.hall.settings.secret))
        yield opened


def test_the_api_asks_a_session_for_the_token(known: TestClient) -> None:
    assert known.post("/api/probe", json={"size": 1}).status_code == 403
    token = {"X-CSRF-Token": form_token(known)}
    assert known.post("/api/probe", json={"size": 1}, headers=token).json() == "Ida Holm: 1"


def test_a_token_of_ones_own_needs_no_other(hand_made: Path) -> None:
    with client_of(probe.app(hand_made, people=True)) as client:
        for path in ("/api/probe/empty", "/probe/empty"):
            assert client.post(path, headers=probe.bearer("review") | CROSS).json() == "Ida Holm"


def test_the_token_of_one_session_is_no_use_to_another(known: TestClient) -> None:
    mine = form_token(known)
    token = Token(name="Max Ott", role="admin", digest=digest(probe.TOKENS["admin"]))
    secret = known.app.state.hall.settings.secret  # type: ignore[attr-defined]
    known.cookies.set(sessions.COOKIE, sessions.begin(token, secret))
    assert known.post("/probe", data={"csrf": mine}).status_code == 403
    assert known.post("/probe", data={"csrf": form_token(known)}).json() == "Max Ott: "
