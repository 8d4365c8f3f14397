from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.ledger.support import page
from tests.web import made
from tests.web.adds import DAM, MILL, TOKENS, bearer, ended, serving
from twosource.ledger import Ledger
from twosource.records import Attribution
from twosource.web.paging import encode
from twosource.web.settings import Limits


@pytest.fixture
def adder(hand_made: Path, without_network: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:  # noqa: ARG001
    yield from serving(hand_made, monkeypatch)


@pytest.fixture
def guarded(
    hand_made: Path,
    without_network: None,  # noqa: ARG001
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Iterator[TestClient]:
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "mill.txt").write_text(MILL)
    yield from serving(hand_made, monkeypatch, tokens=TOKENS, folders=(shared,))


def test_articles_are_listed_newest_first_without_their_texts(made_client: TestClient) -> None:
    answer = made_client.get("/api/articles").json()
    assert [one["id"] for one in answer["items"]] == [made.RADIO.id, made.COURIER.id, made.POST.id]
    assert [one["statements"] for one in answer["items"]] == [1, 2, 2]
    assert answer["next"] is None
    assert not {"text", "paragraphs"} & set(answer["items"][0])


def test_the_list_is_read_in_pieces(made_client: TestClient) -> None:
    url, found = "/api/articles?limit=2", []
    while url:
        answer = made_client.get(url)
        found += [one["id"] for one in answer.json()["items"]]
        header = answer.headers.get("link", "")
        assert bool(header) == bool(answer.json()["next"])
        url = header.partition("<")[2].partition(">")[0]
    assert found == [made.RADIO.id, made.COURIER.id, made.POST.id]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("outlet=river++COURIER", [made.COURIER]),
        ("since=2025-03-06", [made.RADIO]),
        ("until=2025-03-05&outlet=Hill+Post", [made.POST]),
        ("outlet=&since=&until=", [made.RADIO, made.COURIER, made.POST]),
        ("outlet=Nobody", []),
    ],
)
def test_the_list_is_narrowed(made_client: TestClient, query: str, expected: list[Any]) -> None:
    found = made_client.get(f"/api/articles?{query}").json()["items"]
    assert [one["id"] for one in found] == [one.id for one in expected]


@pytest.mark.parametrize(
    "query",
    [
        "since=tomorrow",
        "since=2025-02-30",
        "until=0",
        "until=20250305",
        "limit=0",
        "limit=201",
        "cursor=zz",
        f"cursor={encode(3, 'x')}",
        f"cursor={encode('a' + chr(0), 'x')}",
        f"outlet={'x' * 201}",
    ],
)
def test_what_makes_no_sense_is_refused(made_client: TestClient, query: str) -> None:
    answer = made_client.get(f"/api/articles?{query}")
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


def test_an_article_is_told_in_the_wire_form(made_client: TestClient) -> None:
    answer = made_client.get(f"/api/articles/{made.POST.id}")
    found = answer.json()
    assert {name: found[name] for name in made.POST.as_dict()} == made.POST.as_dict()
    assert (found["current"], found["instead"], found["addresses"]) == (True, None, [])
    assert [one["id"] for one in found["versions"]] == [made.POST.id]
    again = made_client.get(f"/api/articles/{made.POST.id}", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_what_is_attributed_is_told_with_what_is_beside_it(made_client: TestClient) -> None:
    url = f"/api/articles/{made.POST.id}/attributions"
    answer = made_client.get(url)
    first, second = answer.json()["items"]
    assert {name: first[name] for name in made.FELD.as_dict()} == made.FELD.as_dict()
    assert (first["article"], first["quote"]) == (made.POST.id, "Two people died in the mill")
    assert (first["proposition"], first["sources"]) == (made.DEATHS.id, [made.SOURCES[0].id])
    assert (second["id"], second["rejected"], second["judgements"]) == (made.GUARD.id, None, [])
    assert made_client.get(url, headers={"If-None-Match": answer.headers["etag"]}).status_code == 304
    piece = made_client.get(f"{url}?limit=1").json()
    rest = made_client.get(f"{url}?limit=1&cursor={piece['next']}").json()
    assert [piece["items"][0]["id"], rest["items"][0]["id"], rest["next"]] == [made.FELD.id, made.GUARD.id, None]


@pytest.mark.parametrize("cursor", [encode("x"), encode(-1), encode(1, "x"), "!"])
def test_a_cursor_of_another_list_is_refused(made_client: TestClient, cursor: str) -> None:
    assert made_client.get(f"/api/articles/{made.POST.id}/attributions?cursor={cursor}").status_code == 422


@pytest.mark.parametrize("path", ["0000000000000000", "0000000000000000/attributions", "%00", "%ED%A0%80"])
def test_there_is_nothing_at_an_unknown_id(made_client: TestClient, path: str) -> None:
    assert made_client.get(f"/api/articles/{path}").status_code == 404


def test_half_a_character_is_told_as_a_mark_of_its_place(hand_made: Path, made_client: TestClient) -> None:
    torn = page("Torn \ud800 text", url=None, title="\udfff")
    with Ledger.open(hand_made) as ledger, ledger.write() as writer:
        writer.add(torn, (Attribution(article_id=torn.id, content=((0, 6),)),))
    found = made_client.get(f"/api/articles/{torn.id}").json()
    assert (found["text"], found["title"]) == ("Torn � text", "�")
    assert made_client.get(f"/api/articles/{torn.id}/attributions").json()["items"][0]["quote"] == "Torn �"
    assert "�" in [one["title"] for one in made_client.get("/api/articles").json()["items"]]


def test_a_text_is_taken_on_and_read(adder: TestClient) -> None:
    sent = {
        "text": MILL,
        "title": "Mill to close",
        "outlet": "Hill Post",
        "published": "2025-03-05",
        "url": "https://hillpost.example/closed",
    }
    answer = adder.post("/api/articles", json=sent)
    assert answer.status_code == 202
    assert answer.headers["location"] == f"/api/jobs/{answer.json()['id']}"
    (item,) = ended(adder, answer.json()["id"]).items
    assert (item.source, item.state, item.results[0].outcome) == ("Mill to close", "done", "new")
    found = adder.get(f"/api/articles/{item.results[0].article}").json()
    assert {name: found[name] for name in sent} == sent


def test_files_are_taken_on_by_their_names(adder: TestClient) -> None:
    files = [
        ("files", ("../../etc/mill.txt", MILL.encode(), "text/plain")),
        ("files", ("dam.jsonl", json.dumps({"text": DAM, "published": "2025-02-02"}).encode(), "application/json")),
        ("files", ("photo\u202e.png", b"\x89PNG\r\n\x1a\n", "image/png")),
    ]
    answer = adder.post("/api/articles", files=files, data={"published": "2025-03-05"})
    assert answer.status_code == 202
    items = ended(adder, answer.json()["id"]).items
    assert [(one.source, one.state) for one in items] == [
        ("../../etc/mill.txt", "done"),
        ("dam.jsonl", "done"),
        ("photo�.png", "failed"),
    ]
    days = [adder.get(f"/api/articles/{one.results[0].article}").json()["published"] for one in items[:2]]
    assert days == ["2025-03-05", "2025-02-02"]


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({}, 422),
        ({"text": "  \n"}, 422),
        ({"text": None, "url": None}, 422),
        ({"title": "Nothing else"}, 422),
        ({"url": "ftp://hillpost.example/"}, 422),
        ({"url": "https://hill post.example/"}, 422),
        ({"url": "file:///etc/passwd"}, 422),
        ({"text": MILL, "path": "/etc/passwd"}, 422),
        ({"text": MILL, "published": "yesterday"}, 422),
        ({"text": MILL, "colour": "red"}, 422),
        ({"text": 3}, 422),
        ([MILL], 422),
        ({"text": "x" * 2001}, 413),
    ],
)
def test_what_cannot_be_added_is_refused_at_once(adder: TestClient, sent: Any, status: int) -> None:
    answer = adder.post("/api/articles", json=sent)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{broken", "application/json", 422),
        (b"\xff", "application/json; charset=utf-8", 422),
        (MILL.encode(), "text/plain", 415),
        (MILL.encode(), "", 415),
        (b"--x--\r\n", "multipart/form-data; boundary=x", 422),
        (b"nothing", "multipart/form-data", 400),
    ],
)
def test_bodies_of_other_kinds_are_refused(adder: TestClient, body: bytes, kind: str, status: int) -> None:
    answer = adder.post("/api/articles", content=body, headers={"Content-Type": kind})
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_no_more_files_than_the_server_takes(adder: TestClient) -> None:
    files = [("files", (f"{number}.txt", MILL.encode(), "text/plain")) for number in range(6)]
    assert adder.post("/api/articles", files=files).status_code == 400


def test_no_more_jobs_than_the_server_takes(hand_made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for client in serving(hand_made, monkeypatch, limits=Limits(jobs=0)):
        answer = client.post("/api/articles", json={"text": MILL})
        assert (answer.status_code, answer.headers["retry-after"]) == (429, "60")


@pytest.mark.parametrize(
    ("role", "sent", "status"),
    [
        ("read", {"text": MILL}, 403),
        ("read", {"url": "https://hillpost.example/"}, 403),
        ("review", {"text": MILL}, 202),
        ("review", {"path": "mill.txt"}, 403),
    ],
)
def test_adding_takes_a_role(guarded: TestClient, role: str, sent: dict[str, str], status: int) -> None:
    assert guarded.post("/api/articles", json=sent, headers=bearer(role)).status_code == status
    assert guarded.post("/api/articles", json=sent).status_code == 401


@pytest.mark.parametrize(
    ("path", "state"), [("shared/mill.txt", "done"), ("mill.db", "failed"), ("shared/../mill.db", "failed")]
)
def test_an_admin_names_paths_below_the_shared_folders(
    guarded: TestClient, tmp_path: Path, path: str, state: str
) -> None:
    answer = guarded.post("/api/articles", json={"path": str(tmp_path / path)}, headers=bearer("admin"))
    assert answer.status_code == 202
    (item,) = ended(guarded, answer.json()["id"]).items
    assert item.state == state


def test_who_may_read_may_read(guarded: TestClient) -> None:
    for path in (f"/api/articles/{made.POST.id}", "/api/articles", f"/api/articles/{made.POST.id}/attributions"):
        assert guarded.get(path, headers=bearer("read")).status_code == 200
        assert guarded.get(path).status_code == 401
