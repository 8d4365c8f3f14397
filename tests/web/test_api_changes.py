"""``/api/changes``: what articles changed, a piece at a time."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web import made
from tests.web.conftest import client_of
from twosource.across import Change
from twosource.ledger import Ledger
from twosource.web.api.shapes.changes import Changes
from twosource.web.app import make
from twosource.web.settings import Settings


def change(number: int, **more: object) -> Change:
    """One of many."""
    fields = {
        "kind": ("new-origin", "first-denial")[number % 2],
        "proposition": made.DOORS.id,
        "attribution": made.OTT.id,
        "when": "2025-03-05",
        "made_at": f"2025-03-07T{number % 24:02}:00:00+00:00",
        "text": f"Change {number}",
    }
    return Change(**fields | more)  # type: ignore[arg-type]


@pytest.fixture
def many(hand_made: Path) -> Path:
    """Seven changes more."""
    with Ledger.open(hand_made) as ledger, ledger.write() as writer:
        writer.add_changes([change(number) for number in range(7)])
    return hand_made


@pytest.fixture
def busy(many: Path):
    with client_of(make(Settings(ledger=str(many), name="Ida Holm"))) as opened:
        yield opened


def texts(answer: object) -> list[str]:
    return [item["text"] for item in answer.json()["items"]]  # type: ignore[attr-defined]


def test_a_change_comes_with_the_words_that_made_it(made_client: TestClient) -> None:
    (item,) = made_client.get("/api/changes").json()["items"]
    assert item == {
        **made.CHANGE.as_dict(),
        "label": "figure moved",
        "quote": "At least three people died in the mill",
        "span": list(made.BRANDT.content[0]),
        "article": {
            "id": made.RADIO.id,
            "url": made.RADIO.url,
            "title": made.RADIO.title,
            "outlet": "Valley Radio",
            "published": made.RADIO.published,
        },
    }


def test_the_latest_come_first_and_pieces_make_up_the_whole(busy: TestClient) -> None:
    whole = texts(busy.get("/api/changes"))
    assert whole == [f"Change {number}" for number in range(6, -1, -1)] + [made.CHANGE.text]
    pieces, cursor = [], ""
    while cursor is not None:
        answer = busy.get("/api/changes", params={"limit": 3} | ({"cursor": cursor} if cursor else {}))
        assert len(answer.json()["items"]) <= 3
        assert ("link" in answer.headers) is (answer.json()["next"] is not None)
        pieces += texts(answer)
        cursor = answer.json()["next"]
    assert pieces == whole


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"kind": "first-denial"}, 3),
        ({"kind": "figure-moved"}, 1),
        ({"kind": "confirmed"}, 0),
        ({"kind": ""}, 8),
        ({"proposition": made.DOORS.id}, 7),
        ({"proposition": made.DEATHS.id}, 1),
        ({"proposition": "absent"}, 0),
        ({"proposition": made.DOORS.id, "kind": "new-origin"}, 4),
    ],
)
def test_kinds_and_propositions_narrow_it(busy: TestClient, asked: dict[str, str], count: int) -> None:
    assert len(busy.get("/api/changes", params=asked).json()["items"]) == count


def test_a_change_outlives_its_proposition_and_its_statement(hand_made: Path) -> None:
    with Ledger.open(hand_made) as ledger, ledger.write() as writer:
        writer.drop_propositions([made.DEATHS.id])
        writer.add_changes([change(1, attribution=None, proposition="gone")])
    with client_of(make(Settings(ledger=str(hand_made), name="Ida Holm"))) as client:
        lost, kept = client.get("/api/changes").json()["items"]
    assert (lost["proposition"], lost["article"], lost["quote"]) == (None, None, None)
    assert (kept["proposition"], kept["article"]["outlet"]) == (None, "Valley Radio")


@pytest.mark.parametrize(
    "asked",
    [{"kind": "other"}, {"limit": 0}, {"limit": 201}, {"cursor": "?"}, {"cursor": "WzEsMl0"}, {"cursor": "WzFd"}],
)
def test_what_cannot_be_asked(made_client: TestClient, asked: dict[str, str]) -> None:
    answer = made_client.get("/api/changes", params=asked)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


def test_nothing_new_is_said_briefly(made_client: TestClient) -> None:
    answer = made_client.get("/api/changes")
    again = made_client.get("/api/changes", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_answers_are_as_described(busy: TestClient) -> None:
    Changes.model_validate(busy.get("/api/changes").json())
    route = busy.get("/openapi.json").json()["paths"]["/api/changes"]["get"]
    assert route["responses"]["200"]["content"]["application/json"]["schema"]["$ref"].startswith(
        "#/components/schemas/Changes"
    )
    assert route["summary"]
    assert route["description"]
