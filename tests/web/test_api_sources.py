"""`/api/sources`: the list, a source, and what it says, in the shapes that are described."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.room import source_made as made
from tests.web.conftest import client_of
from twosource.web.api.shapes.sources import SaidList, Source, Sources
from twosource.web.app import make
from twosource.web.paging import encode
from twosource.web.settings import Settings


@pytest.fixture(scope="module")
def dam(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("dam") / "dam.db"
    made.make(path)
    with client_of(make(Settings(ledger=str(path), name="Ida Holm"))) as opened:
        yield opened


def got(client: TestClient, path: str) -> dict[str, Any]:
    answer = client.get(f"/api/sources{path}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", None),
        ("?name=MARR", [made.ENGINEER.id]),
        ("?name=water%20board&kind=person", [made.ENGINEER.id, made.NAMELESS.id]),
        ("?kind=agency", [made.AGENCY.id]),
        ("?name=zebra", []),
    ],
)
def test_lists(dam: TestClient, query: str, expected: list[str] | None) -> None:
    found = got(dam, query)
    Sources.model_validate(found)
    ids = [one["id"] for one in found["items"]]
    assert ids == (expected if expected is not None else ids)
    assert expected is not None or set(ids) == {one.id for one in made.SOURCES}
    assert found["next"] is None


@pytest.mark.parametrize(
    ("path", "whole"),
    [("?limit=1", ""), (f"/{made.ENGINEER.id}/attributions?limit=2", f"/{made.ENGINEER.id}/attributions")],
)
def test_pieces_make_the_whole(dam: TestClient, path: str, whole: str) -> None:
    expected = got(dam, whole)["items"]
    found: list[dict[str, Any]] = []
    url = f"/api/sources{path}"
    while url:
        answer = dam.get(url)
        found += answer.json()["items"]
        url = answer.links["next"]["url"] if "next" in answer.links else ""
        assert bool(url) is (answer.json()["next"] is not None)
    assert found == expected
    assert len(found) > 2


def test_a_source_has_the_shape_that_is_described(dam: TestClient) -> None:
    for one in made.SOURCES:
        found = got(dam, f"/{one.id}")
        Source.model_validate(found)
        assert (found["id"], found["name"]) == (one.id, one.name)
    found = got(dam, f"/{made.ENGINEER.id}")
    assert (found["statements"], found["relayed"]) == (5, 0)
    assert [one["reliability"] for one in found["grades"]["reliability"]] == ["B"]
    assert found["disputes"][0]["source"] == made.SHEPHERD.id


def test_what_it_says_stands_in_its_article(dam: TestClient) -> None:
    found = got(dam, f"/{made.ENGINEER.id}/attributions")
    SaidList.model_validate(found)
    texts = {one.id: one.text for one in made.STATEMENTS}
    assert len(found["items"]) == 5
    for one in found["items"]:
        assert texts[one["article"]][slice(*one["span"])] == one["quote"]
    assert found["items"][-1]["when"] is None


def test_what_it_passes_on_is_another_list(dam: TestClient) -> None:
    assert got(dam, f"/{made.AGENCY.id}/attributions")["items"] == []
    (found,) = got(dam, f"/{made.AGENCY.id}/attributions?part=relays")["items"]
    assert (found["attribution"], found["through"]) == (made.FOUR.id, [made.AGENCY.id, made.ENGINEER.id])


@pytest.mark.parametrize("path", ["", "?name=marr", f"/{made.ENGINEER.id}", f"/{made.ENGINEER.id}/attributions"])
def test_what_is_known_is_not_sent_again(dam: TestClient, path: str) -> None:
    tag = dam.get(f"/api/sources{path}").headers["etag"]
    again = dam.get(f"/api/sources{path}", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_after_a_judgement_it_is_sent_again(tmp_path: Path) -> None:
    from twosource.ledger import Ledger

    made.make(tmp_path / "dam.db", judgements=[])
    path = f"/api/sources/{made.ENGINEER.id}"
    with client_of(make(Settings(ledger=str(tmp_path / "dam.db")))) as client:
        before = client.get(path)
        with Ledger.open(tmp_path / "dam.db") as ledger, ledger.write() as writer:
            writer.judge(made.GRADED)
        after = client.get(path, headers={"If-None-Match": before.headers["etag"]})
    assert before.json()["grades"]["reliability"] == []
    assert [one["by"] for one in after.json()["grades"]["reliability"]] == ["Ida Holm"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/0000000000000000", 404),
        ("/0000000000000000/attributions", 404),
        (f"/{'x' * 101}", 422),
        ("?kind=king", 422),
        ("?limit=0", 422),
        ("?colour=red", 422),
        ("?cursor=broken!", 422),
        (f"?cursor={encode('2025', 'a')}", 422),
        (f"/{made.ENGINEER.id}/attributions?cursor={encode(5, 'a')}", 422),
        (f"/{made.ENGINEER.id}/attributions?part=denies", 422),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_shape(dam: TestClient, path: str, status: int) -> None:
    answer = dam.get(f"/api/sources{path}")
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.json()["title"]
