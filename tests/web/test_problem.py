from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web import probe
from tests.web.conftest import client_of
from twosource.web.problem import Problem


@pytest.fixture(scope="module")
def client(made_once: Path) -> Iterator[TestClient]:
    with client_of(probe.app(made_once)) as opened:
        yield opened


STATUSES = [
    ("accident", 500),
    ("problem", 418),
    ("busy", 503),
    ("missing", 503),
    ("refused", 409),
    ("large", 413),
    ("source", 422),
    ("library", 501),
    ("other", 500),
]


@pytest.mark.parametrize(("name", "status"), STATUSES)
def test_every_exception_has_one_shape_in_the_api(client: TestClient, name: str, status: int) -> None:
    answer = client.get(f"/api/probe/raise/{name}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == status
    assert told["type"] == "about:blank"
    assert told["title"]
    assert "ida" not in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(("name", "status"), STATUSES)
def test_and_is_a_page_elsewhere(client: TestClient, name: str, status: int) -> None:
    answer = client.get(f"/probe/raise/{name}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "<h1" in answer.text
    assert 'href="/"' in answer.text
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text


def test_for_htmx_it_is_a_piece_of_a_page(client: TestClient) -> None:
    answer = client.get("/probe/raise/problem", headers={"HX-Request": "true"})
    assert answer.status_code == 418
    assert answer.text.strip() == '<p class="notice"><b>A teapot</b> Short &lt;b&gt;and&lt;/b&gt; stout</p>'


def test_further_members_stand_beside_those_of_the_standard() -> None:
    assert Problem(409, "Changed", judgement="12").as_dict() == {
        "type": "about:blank",
        "title": "Changed",
        "status": 409,
        "judgement": "12",
    }


def test_a_busy_ledger_says_when_to_come_again(client: TestClient) -> None:
    assert client.get("/api/probe/raise/busy").headers["retry-after"] == "5"


@pytest.mark.parametrize(
    ("body", "type_", "where"),
    [
        ('{"size": "x"}', "application/json", "body.size"),
        ("{", "application/json", "body.1"),
        ("{}", "application/json", "body.size"),
        ('{"size": 1}', "text/plain", "body"),
    ],
)
def test_what_does_not_fit_is_named(client: TestClient, body: str, type_: str, where: str) -> None:
    answer = client.post("/api/probe", content=body, headers={"Content-Type": type_})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert [fault["where"] for fault in answer.json()["errors"]] == [where]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/nothing", 404),
        ("GET", "/nothing", 404),
        ("GET", "/probe/../probe/none", 404),
        ("PUT", "/probe", 405),
    ],
)
def test_what_is_not_there(client: TestClient, method: str, path: str, status: int) -> None:
    answer = client.request(method, path)
    assert answer.status_code == status
    kind = "application/problem+json" if path.startswith("/api/") else "text/html; charset=utf-8"
    assert answer.headers["content-type"] == kind
    assert ("allow" in answer.headers) == (status == 405)


def test_an_accident_has_a_number_and_the_log_has_the_rest(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    number = client.get("/api/probe/raise/accident").json()["accident"]
    assert f"accident {number} at GET '/api/probe/raise/accident'" in caplog.text
    assert "on fire" in caplog.text


def test_half_an_answer_is_cut_off(client: TestClient) -> None:
    with pytest.raises(RuntimeError, match="on fire"):
        client.get("/probe/half")
