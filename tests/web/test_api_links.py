"""`/api/links`: of a statement, within a proposition."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.web import made
from twosource.web.api.shapes.links import Links
from twosource.web.paging import encode


def listed(client: TestClient, query: str) -> dict[str, Any]:
    answer = client.get(f"/api/links?{query}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    Links.model_validate(found)
    return found


@pytest.mark.parametrize(
    ("query", "relations"),
    [
        (f"proposition={made.DEATHS.id}", ["differs"]),
        (f"proposition={made.DOORS.id}", ["contradicts"]),
        (f"proposition={made.KNOWN.id}", []),
        (f"attribution={made.FELD.id}", ["differs"]),
        (f"attribution={made.GUARD.id}", []),
    ],
)
def test_links(made_client: TestClient, query: str, relations: list[str]) -> None:
    found = listed(made_client, query)
    assert [one["relation"] for one in found["items"]] == relations
    assert (found["count"], found["next"]) == (len(relations), None)


def test_pieces_make_the_whole(client: TestClient) -> None:
    """Of the example: the proposition with most statements."""
    rows = client.get("/api/propositions?limit=200").json()["items"]
    largest = max(rows, key=lambda one: (one["statements"], one["id"]))["id"]
    whole = listed(client, f"proposition={largest}&limit=200")
    assert whole["count"] == len(whole["items"]) > 5
    path, found = f"/api/links?proposition={largest}&limit=4", []
    while path:
        answer = client.get(path)
        found += answer.json()["items"]
        path = answer.links["next"]["url"] if "next" in answer.links else ""
    assert found == whole["items"]
    end = whole["items"][0]["left"]
    assert whole["items"][0] in listed(client, f"attribution={end}&limit=200")["items"]


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 422),
        (f"attribution={made.FELD.id}&proposition={made.DEATHS.id}", 422),
        (f"proposition={made.DEATHS.id}&cursor={encode(1.0, 'a')}", 422),
        (f"proposition={made.DEATHS.id}&cursor={encode('a', 1, 2, 3)}", 422),
        (f"proposition={made.DEATHS.id}&limit=1000", 422),
        ("attribution=nothing", 404),
        ("proposition=nothing", 404),
    ],
)
def test_what_cannot_be_asked_is_a_problem(made_client: TestClient, query: str, status: int) -> None:
    answer = made_client.get(f"/api/links?{query}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_what_has_not_changed_is_not_sent_again(made_client: TestClient) -> None:
    path = f"/api/links?proposition={made.DEATHS.id}"
    etag = made_client.get(path).headers["etag"]
    assert made_client.get(path, headers={"If-None-Match": etag}).status_code == 304
