from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.web import probe
from tests.web.conftest import client_of, form_token
from twosource.web.settings import Limits

SMALL = Limits(upload_bytes=5000, body_bytes=1000, files=3, fields=4, request_seconds=30, at_once=2, waiting=1)


@pytest.fixture
def client(hand_made: Path) -> Iterator[TestClient]:
    with client_of(probe.app(hand_made, limits=SMALL)) as opened:
        yield opened


def pieces(size: int) -> Iterator[bytes]:
    """``size`` bytes of JSON whose length nobody announces."""
    text = b'{"size": 1' + b" " * (size - 11) + b"}"
    for start in range(0, size, 100):
        yield text[start : start + 100]


@pytest.mark.parametrize(("size", "status"), [(100, 200), (1000, 200), (1001, 413), (100_000, 413)])
@pytest.mark.parametrize("announced", [True, False])
def test_a_body_is_of_so_many_bytes(client: TestClient, size: int, announced: bool, status: int) -> None:
    body = b"".join(pieces(size)) if announced else pieces(size)
    answer = client.post("/api/probe", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == status
    if status == 413:
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["most_bytes"] == 1000
    # What was not announced has been read, as a whole, by the time that it is too much.
    assert ("connection" in answer.headers) == (announced and status == 413)


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/api/nothing", {}, 404),
        ("/api/probe/empty", {"Sec-Fetch-Site": "cross-site"}, 403),
        ("/api/probe", {"Authorization": "Bearer wrong"}, 401),
        ("/api/probe", {"Host": "evil.example"}, 421),
    ],
)
def test_a_body_that_nobody_wants_is_not_read_on(
    client: TestClient, path: str, headers: dict[str, str], status: int
) -> None:
    answer = client.post(path, content=pieces(500), headers=headers)
    assert answer.status_code == status
    assert answer.headers["connection"] == "close"


@pytest.mark.parametrize("length", ["-1", "1e9", "９９", "", "12, 13"])
def test_an_announcement_that_is_no_number_is_not_believed(client: TestClient, length: str) -> None:
    headers = {"Content-Type": "application/json", "Content-Length": length.encode()}
    answer = client.post("/api/probe", content=pieces(5000), headers=headers)  # type: ignore[arg-type]
    assert answer.status_code == 413


@pytest.mark.parametrize(("size", "status"), [(4000, 200), (6000, 413)])
def test_files_may_be_larger(client: TestClient, size: int, status: int) -> None:
    answer = client.post("/api/probe/files", files={"files": ("a.txt", b"x" * size)})
    assert answer.status_code == status


@pytest.mark.parametrize(("files", "status"), [(1, 200), (3, 200), (4, 400)])
@pytest.mark.parametrize("path", ["/api/probe/files", "/probe/empty"])
def test_a_form_has_so_many_files(client: TestClient, path: str, files: int, status: int) -> None:
    listed = [("files", (f"{number}.txt", b"text")) for number in range(files)]
    answer = client.post(path, files=listed, data={"csrf": form_token(client)})
    assert answer.status_code == status
    assert ("Too many files" in answer.text) == (status == 400)


@pytest.mark.parametrize(("fields", "status"), [(3, 200), (4, 400)])
@pytest.mark.parametrize("path", ["/probe", "/probe/empty"])
def test_and_so_many_fields(client: TestClient, path: str, fields: int, status: int) -> None:
    data = {f"field{number}": "x" for number in range(fields)} | {"csrf": form_token(client)}
    assert client.post(path, data=data).status_code == status


@pytest.mark.parametrize(("size", "status"), [(390, 200), (401, 400)])
@pytest.mark.parametrize("way", ["multipart", "urlencoded"])
def test_and_a_field_so_many_bytes(hand_made: Path, way: str, size: int, status: int) -> None:
    with client_of(probe.app(hand_made, limits=Limits(text_chars=100))) as client:
        sent: dict[str, Any] = {"data": {"words": "x" * size, "csrf": form_token(client)}}
        sent |= {"files": {"file": ("a.txt", b"text")}} if way == "multipart" else {}
        assert client.post("/probe", **sent).status_code == status


def test_some_are_worked_on_one_waits_and_the_others_are_sent_away(client: TestClient) -> None:
    gate = client.app.state.gate  # type: ignore[attr-defined]
    with ThreadPoolExecutor(3) as others:
        first = [others.submit(client.get, "/probe/gate") for _ in range(2)]
        for _ in first:
            assert gate.inside.acquire(timeout=30)
        waiting = others.submit(client.get, "/probe/gate")
        crowd = find(client.app, "Crowd")
        while crowd._waiting < 1:
            assert not waiting.done()
        refused = client.get("/api/nothing")
        assert client.get("/static/0/room.css").status_code == 200
        gate.open.set()
        assert [one.result().status_code for one in [*first, waiting]] == [200, 200, 200]
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "2")
    assert client.get("/probe").status_code == 200


def find(app: Any, name: str) -> Any:
    """The guard of that name in the row of an application."""
    one = app.middleware_stack
    while type(one).__name__ != name:
        one = one.app
    return one


def test_who_waits_too_long_is_sent_away(hand_made: Path) -> None:
    limits = Limits(at_once=1, request_seconds=30)
    app = probe.app(hand_made, limits=limits)
    with client_of(app) as client, ThreadPoolExecutor(1) as others:
        gate = app.state.gate
        first = others.submit(client.get, "/probe/gate")
        assert gate.inside.acquire(timeout=30)
        find(app, "Crowd")._seconds = 0
        assert client.get("/probe").status_code == 503
        gate.open.set()
        assert first.result().status_code == 200
        assert client.get("/probe").status_code == 200
