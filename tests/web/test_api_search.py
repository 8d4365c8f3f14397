"""`/api/search`."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.web import made
from twosource.web.api.shapes.search import Hits
from twosource.web.paging import encode

TEXTS = {one.id: one.text for one in made.ARTICLES}


def found(client: TestClient, query: str) -> list[dict[str, Any]]:
    answer = client.get(f"/api/search?{query}")
    assert answer.status_code == 200, answer.text
    Hits.model_validate(answer.json())
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def test_hits_are_anchored(made_client: TestClient) -> None:
    hits = found(made_client, "q=people")
    assert {(hit["type"], hit["id"]) for hit in hits} == {
        ("attribution", made.FELD.id),
        ("attribution", made.BRANDT.id),
        ("article", made.POST.id),
        ("article", made.RADIO.id),
    }
    for hit in hits:
        text = TEXTS[hit["article"]]
        assert text[slice(*hit["span"])] == hit["passage"]
        assert {text[slice(*mark)] for mark in hit["marks"]} == {"people"}
        assert hit["proposition"] == (made.DEATHS.id if hit["type"] == "attribution" else None)


@pytest.mark.parametrize("kind", ["attribution", "article"])
def test_one_type_alone_piece_by_piece(made_client: TestClient, kind: str) -> None:
    whole = found(made_client, f"q=mill&type={kind}")
    assert {hit["type"] for hit in whole} == {kind}
    path, pieces = f"/api/search?q=mill&type={kind}&limit=1", []
    while path:
        answer = made_client.get(path)
        pieces += answer.json()["items"]
        path = answer.links["next"]["url"] if "next" in answer.links else ""
    assert pieces == whole


@pytest.mark.parametrize("question", ["", "%00", "%22", "a%20OR%20b*%20NEAR(", "%F0%9F%9A%A2", "zebra"])
def test_any_words_may_be_asked_for(made_client: TestClient, question: str) -> None:
    assert found(made_client, f"q={question}") == []


@pytest.mark.parametrize(
    "query",
    ["", "q=mill&type=source", "q=mill&limit=0", f"q={'x' * 401}", f"q=mill&cursor={encode('a', 'b')}", "q=mill&x=1"],
)
def test_what_cannot_be_asked_is_a_problem(made_client: TestClient, query: str) -> None:
    answer = made_client.get(f"/api/search?{query}")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


def test_what_has_not_changed_is_not_sent_again(made_client: TestClient) -> None:
    etag = made_client.get("/api/search?q=mill").headers["etag"]
    assert made_client.get("/api/search?q=mill", headers={"If-None-Match": etag}).status_code == 304
