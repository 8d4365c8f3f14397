from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web import probe
from tests.web.conftest import client_of
from twosource.web.assets import static

ALWAYS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}

ANSWERS = [
    ("/probe", {}, 200),
    ("/openapi.json", {}, 200),
    ("/sign-in", {}, 200),
    ("/nothing", {}, 404),
    ("/api/nothing", {}, 404),
    ("/api/probe", {}, 405),
    ("/probe/raise/accident", {}, 500),
    ("/api/probe/raise/accident", {}, 500),
    ("/api/probe/raise/busy", {}, 503),
    ("/probe", {"Host": "evil.example"}, 421),
    ("/probe", {"Authorization": "Bearer wrong"}, 401),
    ("/static/0/nothing.css", {}, 404),
]


@pytest.fixture(scope="module")
def client(made_once: Path) -> Iterator[TestClient]:
    with client_of(probe.app(made_once)) as opened:
        yield opened


@pytest.mark.parametrize(("path", "headers", "status"), ANSWERS)
def test_every_answer_says_what_a_browser_may_do(
    client: TestClient, path: str, headers: dict[str, str], status: int
) -> None:
    answer = client.get(path, headers=headers)
    assert answer.status_code == status
    assert answer.headers.items() >= ALWAYS.items()
    assert "camera=()" in answer.headers["permissions-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"
    assert "access-control-allow-origin" not in answer.headers


def test_a_file_may_be_kept_as_long_as_its_content_is_the_same(client: TestClient) -> None:
    answer = client.get(static("room.css"))
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers.items() >= ALWAYS.items()
    assert client.get("/static/0123456789abcdef/room.css").headers["cache-control"] == "no-cache"


def test_what_has_a_tag_may_be_asked_for_anew(client: TestClient) -> None:
    answer = client.get("/probe/tagged")
    assert answer.headers["cache-control"] == "private, no-cache"
