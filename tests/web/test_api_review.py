"""``/api/review``: the queue, and anything that one may judge."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI

from tests.room import judging_made as made
from tests.room.judging_made import OSTROW_SAID, SANK, TOLL_SAID
from tests.web.review_made import Api, app_over
from twosource.ledger import Ledger
from twosource.web.api.shapes.review import Item, Items
from twosource.web.paging import encode


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = made.make(tmp_path_factory.mktemp("review") / "story.db")
    with Ledger.open(path) as ledger:
        made.ask_about_toll(ledger)
    return path


@pytest.fixture
def app(story: Path, tmp_path: Path) -> Iterator[FastAPI]:
    app = app_over(str(shutil.copy(story, tmp_path / "own.db")))
    yield app
    app.state.hall.close()


@pytest.fixture
def ada(app: FastAPI) -> Api:
    return Api(app)


def listed(api: Api, **query: Any) -> dict[str, Any]:
    answer = api.get("/api/review", **query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    Items.model_validate(found)
    return found


def test_an_item_has_all_that_it_takes_and_the_etag_to_judge_with(ada: Api) -> None:
    item = listed(ada, limit=1)["items"][0]
    assert (item["left"], item["right"], item["about"]) == (OSTROW_SAID, TOLL_SAID, "proposition")
    assert item["reasons"] == ["they have little in common"]
    left, right = item["sides"]
    assert left["speaker"] == "Ostrow"
    assert left["article"]["outlet"] == "Coast Radio"
    assert right["stance"] == "says-so"
    assert "".join(bit["text"] for bit in right["sentence"]).startswith("Six passengers of the ferry")
    assert [bit["text"] for bit in right["sentence"] if "source" in bit["marks"]] == ["harbour master Jana Ostrow"]
    assert item["stakes"]
    assert ada.judge("not-same", "proposition", item["left"], item["right"], etag=item["etag"]).status_code == 201
    assert all(one["id"] != item["id"] for one in listed(ada)["items"])


def test_piece_by_piece(ada: Api) -> None:
    whole = [one["id"] for one in listed(ada)["items"]]
    found, cursor = [], None
    while True:
        piece = listed(ada, limit=2, **({"cursor": cursor} if cursor else {}))
        found += [one["id"] for one in piece["items"]]
        cursor = piece["next"]
        if cursor is None:
            break
    assert found == whole
    assert len(set(whole)) == len(whole) > 5


@pytest.mark.parametrize("name", ["about", "attribution", "proposition", "source"])
def test_narrowed(ada: Api, name: str) -> None:
    items = listed(ada)["items"]
    chosen = {
        "about": "source",
        "attribution": OSTROW_SAID,
        "proposition": items[0]["proposition"],
        "source": next(one["left"] for one in items if one["about"] == "source"),
    }
    fits = {
        "about": lambda one: one["about"] == "source",
        "attribution": lambda one: OSTROW_SAID in (one["left"], one["right"]),
        "proposition": lambda one: one["proposition"] == chosen["proposition"],
        "source": lambda one: one["left"] == chosen["source"],
    }
    found = listed(ada, **{name: chosen[name]})["items"]
    assert found == [one for one in items if fits[name](one)]
    assert found


def test_anything_may_be_looked_at_to_judge_it(ada: Api) -> None:
    answer = ada.item("attribution", SANK, TOLL_SAID)
    Item.model_validate(answer.json())
    assert answer.json()["waits"] is False
    assert answer.headers["etag"] == answer.json()["etag"]
    (part,) = ada.item("attribution", SANK).json()["parts"]
    assert ada.judge("not-same", "proposition", part["left"], part["right"], etag=part["etag"]).status_code == 201
    source = listed(ada, about="source")["items"][0]
    assert [side["label"] for side in source["sides"]]
    Item.model_validate(ada.item("source", source["left"]).json())


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/review/item?about=attribution&left=0000000000000000", 404),
        ("/api/review/item?about=attribution", 422),
        ("/api/review/item?about=everything&left=0000000000000000", 422),
        ("/api/review?cursor=nonsense!", 422),
        (f"/api/review?cursor={encode('2025', 'a')}", 422),
        ("/api/review?limit=0", 422),
        ("/api/review?limit=51", 422),
        ("/api/review?what=1", 422),
    ],
)
def test_what_cannot_be_answered_is_a_problem(ada: Api, path: str, status: int) -> None:
    answer = ada.client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_readers_may_look(app: FastAPI) -> None:
    assert listed(Api(app, "cem"))["items"]
    assert Api(app, "nobody").get("/api/review").status_code == 401


def test_unchanged_is_not_sent_again(ada: Api) -> None:
    etag = ada.get("/api/review").headers["etag"]
    assert ada.client.get("/api/review", headers={"If-None-Match": etag}).status_code == 304
