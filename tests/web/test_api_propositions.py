"""`/api/propositions`: lists and propositions in the shapes that are described."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.web import made
from twosource.across import Proposition
from twosource.ledger import Ledger
from twosource.web.api.shapes.propositions import FullProposition as Shape
from twosource.web.api.shapes.propositions import Rows
from twosource.web.paging import encode


def listed(client: TestClient, query: str = "") -> dict[str, Any]:
    answer = client.get(f"/api/propositions{query}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    Rows.model_validate(found)
    return found


def ids(found: dict[str, Any]) -> list[str]:
    return [one["id"] for one in found["items"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?order=newest", [made.DOORS.id, made.KNOWN.id, made.DEATHS.id]),
        ("?order=oldest", [made.DEATHS.id, made.KNOWN.id, made.DOORS.id]),
        ("?status=contested", [made.DOORS.id]),
        ("?stance=withholds", [made.KNOWN.id]),
        ("?outlet=VALLEY%20RADIO", [made.DEATHS.id]),
        ("?side=nobody", []),
        ("?since=2025-03-06", []),
        ("?until=2025-03-04", [made.DEATHS.id]),
        ("?q=%22three+people%22", [made.DEATHS.id]),
        ("?q=mill&status=contested", [made.DOORS.id]),
        ("?q=zebra", []),
    ],
)
def test_lists(made_client: TestClient, query: str, expected: list[str]) -> None:
    found = listed(made_client, query)
    assert (ids(found), found["count"], found["next"]) == (expected, len(expected), None)


def test_what_was_searched_for_is_told_where_it_stands(made_client: TestClient) -> None:
    (found,) = listed(made_client, "?q=people")["items"]
    texts = {one.id: one.text for one in made.ARTICLES}
    assert {hit["id"] for hit in found["hits"]} == {made.FELD.id, made.BRANDT.id}
    assert {texts[hit["article"]][slice(*hit["marks"][0])] for hit in found["hits"]} == {"people"}
    assert found["others"] == 0


@pytest.mark.parametrize("query", ["?order=matters", "?order=newest", "?order=oldest", "?q=mill+people+doors+nothing"])
def test_pieces_make_the_whole(made_client: TestClient, query: str) -> None:
    whole = ids(listed(made_client, query))
    assert len(whole) == 3
    path, found = f"/api/propositions{query}&limit=1", []
    while path:
        answer = made_client.get(path)
        found += ids(answer.json())
        path = answer.links["next"]["url"] if "next" in answer.links else ""
        assert bool(path) is (answer.json()["next"] is not None)
    assert found == whole


@pytest.mark.parametrize(
    "query",
    [
        "?status=true",
        "?stance=silent",
        "?since=yesterday",
        "?order=size",
        "?limit=0",
        "?limit=201",
        "?colour=red",
        "?cursor=%21",
        f"?q={'x' * 401}",
        f"?order=newest&cursor={encode(1.0, 'a')}",
        f"?order=matters&cursor={encode('2025', 'a')}",
        f"?q=mill&cursor={encode('2025', 'a')}",
        f"?order=newest&cursor={encode(chr(0xD800), 'a')}",
        f"?cursor={encode('a')}",
    ],
)
def test_what_cannot_be_asked_is_a_problem(made_client: TestClient, query: str) -> None:
    answer = made_client.get(f"/api/propositions{query}")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("one", made.PROPOSITIONS, ids=lambda one: one.wording)
def test_a_proposition_has_the_described_shape(made_client: TestClient, one: Proposition) -> None:
    answer = made_client.get(f"/api/propositions/{one.id}")
    assert answer.status_code == 200
    Shape.model_validate(answer.json())
    assert answer.json()["wording"] == one.wording


def test_every_proposition_of_the_example_has_the_described_shape(client: TestClient) -> None:
    found = listed(client, "?limit=200")
    assert found["count"] == len(found["items"]) > 50
    for row in found["items"]:
        told = client.get(f"/api/propositions/{row['id']}").json()
        Shape.model_validate(told)
        assert row["statements"] == len(told["attributions"]) == sum(row["stances"].values())
        quotes = {one["id"]: one["quote"] for one in told["attributions"]}
        assert quotes[row["last"]["attribution"]] == row["last"]["quote"]


def test_one_that_is_gone_leads_to_where_it_went(made_client: TestClient) -> None:
    answer = made_client.get("/api/propositions/nothing")
    assert (answer.status_code, answer.json()["proposition"]) == (404, "nothing")
    joined = Proposition(
        attributions=(made.GUARD.id, made.WORKER.id), wording="doors", status="unconfirmed", independent=(0, 0)
    )
    ledger: Ledger = made_client.app.state.hall.ledger  # type: ignore[attr-defined]
    with ledger.write() as writer:
        writer.drop_propositions([made.DOORS.id, made.KNOWN.id])
        writer.put_propositions([joined])
    for path, onward in (
        (f"/api/propositions/{made.DOORS.id}", f"/api/propositions/{joined.id}"),
        (f"/api/origins?proposition={made.DOORS.id}", f"/api/origins?proposition={joined.id}"),
        (f"/api/links?limit=3&proposition={made.DOORS.id}", f"/api/links?limit=3&proposition={joined.id}"),
    ):
        answer = made_client.get(path)
        assert (answer.status_code, answer.headers["location"]) == (307, onward)
        assert (answer.json()["status"], answer.json()["moved_to"]) == (307, joined.id)
        followed = made_client.get(path, follow_redirects=True)
        assert followed.status_code == 200
        assert followed.json() == made_client.get(onward).json()


@pytest.mark.parametrize("path", ["/api/propositions?q=mill", f"/api/propositions/{made.DEATHS.id}"])
def test_what_has_not_changed_is_not_sent_again(made_client: TestClient, path: str) -> None:
    first = made_client.get(path)
    etag = first.headers["etag"]
    assert made_client.get(path, headers={"If-None-Match": etag}).status_code == 304
    ledger: Ledger = made_client.app.state.hall.ledger  # type: ignore[attr-defined]
    with ledger.write() as writer:
        writer.put_propositions([made.KNOWN], [made.ORIGINS[-1]])
    changed = made_client.get(path, headers={"If-None-Match": etag})
    assert (changed.status_code, changed.headers["etag"] != etag) == (200, True)
    assert made_client.get("/api/propositions?q=fire", headers={"If-None-Match": etag}).status_code == 200


def test_halves_of_surrogate_pairs_are_told(made_client: TestClient) -> None:
    odd = Proposition(
        attributions=(made.GUARD.id,), wording="half \ud83d of it", status="unconfirmed", independent=(0, 0)
    )
    ledger: Ledger = made_client.app.state.hall.ledger  # type: ignore[attr-defined]
    with ledger.write() as writer:
        writer.put_propositions([odd], [made.ORIGINS[-1]])
    assert "half \ud83d of it" in [one["wording"] for one in made_client.get("/api/propositions").json()["items"]]
    assert made_client.get(f"/api/propositions/{odd.id}").json()["wording"] == "half \ud83d of it"
