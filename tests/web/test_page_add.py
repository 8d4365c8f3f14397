"""Adding by hand: what is chosen or pasted becomes a job, and its page tells how it goes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response
from lxml import html
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from tests.upkeep.made import WordReader
from tests.web.adds import DAM, LONG, MILL, TOKENS, bearer, ended, serving
from tests.web.conftest import form_token
from tests.web.test_page_article import EVIL, has, told
from twosource.errors import SourceMissing
from twosource.room.adding_jobs import Job


@pytest.fixture
def adder(hand_made: Path, without_network: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:  # noqa: ARG001
    yield from serving(hand_made, monkeypatch)


def send(client: TestClient, *files: tuple[str, bytes], **fields: str) -> Response:
    parts: list[Any] = [("files", (name, data, "application/octet-stream")) for name, data in files]
    # What a browser sends where no file was chosen.
    parts = parts or [("files", ("", b"", "application/octet-stream"))]
    return client.post("/add", files=parts, data={"csrf": form_token(client), **fields})


def job_of(client: TestClient, answer: Response) -> Job:
    assert answer.status_code == 303, answer.text
    return ended(client, answer.headers["location"].removeprefix("/add/"))


def read(answer: Response) -> HtmlElement:
    return html.fromstring(answer.text)


def test_the_form_works_without_a_script(adder: TestClient) -> None:
    (form,) = read(adder.get("/add")).xpath("//main//form")
    assert (form.get("action"), form.get("method"), form.get("enctype")) == ("/add", "post", "multipart/form-data")
    assert {one.get("name") for one in form.xpath(".//input | .//textarea")} - {None} == {
        "csrf",
        "files",
        "urls",
        "text",
        "title",
        "outlet",
        "published",
    }
    assert form.xpath(".//input[@name='files']/@multiple")
    for one in form.xpath(".//input[@id] | .//textarea[@id]"):
        assert form.xpath(f".//label[@for='{one.get('id')}']") or one.getparent().tag == "label", one.get("id")


def test_all_that_was_given_becomes_items_of_one_job(adder: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch(url: str, **_: object) -> None:
        raise SourceMissing(url, "host not found; is this machine offline?")

    monkeypatch.setattr("twosource.room.adding_reading.fetch", fetch)
    answer = send(
        adder,
        ("mill.txt", MILL.encode()),
        ("photo.png", b"\x89PNG\r\n\x1a\n"),
        urls="https://hillpost.example/a\n\n  http://dale.example/b \n",
        text=DAM,
        title="Warned of the dam",
        outlet="The Dale",
        published="2025-03-05",
    )
    job = job_of(adder, answer)
    assert [(item.source, item.state) for item in job.items] == [
        ("mill.txt", "done"),
        ("photo.png", "failed"),
        ("https://hillpost.example/a", "failed"),
        ("http://dale.example/b", "failed"),
        ("Warned of the dam", "done"),
    ]
    page = read(adder.get(f"/add/{job.id}"))
    assert told(page, f"//p[{has('lede')}]") == ["2 articles with 4 new statements, 3 not read."]
    items = told(page, f"//li[{has('item')}]")
    assert [one.partition(" ")[0] for one in items] == [
        "photo.png",
        "https://hillpost.example/a",
        "http://dale.example/b",
        "mill.txt",
        "Warned",
    ]
    assert items[0] == "photo.png not read binary file, a PNG image, not an article"
    assert items[1] == "https://hillpost.example/a not read host not found; is this machine offline?"
    assert items[4] == "Warned of the dam Warned of the dam The Dale · new · 2 statements"
    assert page.xpath(f"//ul[{has('results')}]//a/@href")[1] == f"/articles/{job.items[4].results[0].article}"
    assert not page.xpath("//@hx-get | //meta[@http-equiv]")


def test_what_is_here_already_is_told_as_such(adder: TestClient) -> None:
    for expected in ("Without a title new · 2 statements", "Without a title here already"):
        job = job_of(adder, send(adder, text=MILL))
        page = read(adder.get(f"/add/{job.id}"))
        assert told(page, f"//ul[{has('results')}]/li") == [expected]


def test_while_it_goes_on_the_page_asks_anew(adder: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    gate, reached = threading.Event(), threading.Event()

    def reader(_: object) -> WordReader:
        reached.set()
        assert gate.wait(LONG)
        return WordReader()

    monkeypatch.setattr("twosource.web.hall.Hall.pair_reader", reader)
    first = send(adder, ("mill.txt", MILL.encode()), ("dam.txt", DAM.encode())).headers["location"]
    assert reached.wait(LONG)
    second = send(adder, text=DAM).headers["location"]
    page, waiting = read(adder.get(first)), read(adder.get(second))
    lately = told(read(adder.get("/add")), "//section//li/a")
    gate.set()
    assert page.xpath("//div[@id='progress']/@hx-get") == [first]
    assert page.xpath("//noscript/meta[@http-equiv='refresh']/@content")
    assert told(page, f"//span[{has('item-state')}]") == ["being read", "waiting"]
    assert told(waiting, f"//p[{has('lede')}]") == ["Waiting for 1 other job."]
    assert lately == ["At work: 0 of 1", "At work: 0 of 2"]
    ended(adder, second.removeprefix("/add/"))
    assert not read(adder.get(first)).xpath("//@hx-get | //noscript/meta")


@pytest.mark.parametrize(
    ("fields", "field", "expected"),
    [
        ({}, "files", "There is nothing to add yet"),
        ({"text": "  ", "urls": "\n"}, "files", "There is nothing to add yet"),
        ({"urls": "https://a.example/\nhillpost.example"}, "urls", "Line 2, “hillpost.example”, does not begin with"),
        ({"urls": "file:///etc/passwd"}, "urls", "Line 1, “file:///etc/passwd”, does not begin with"),
        ({"urls": "\n".join(f"https://a.example/{n}" for n in range(6))}, "urls", "These are 6 at once; at most 5"),
        ({"text": "x" * 2001}, "text", "The text has 2,001 characters; at most 2,000"),
        ({"text": MILL, "published": "yesterday"}, "published", "“yesterday” is not a day"),
    ],
)
def test_what_is_to_be_mended_is_told_at_its_field(
    adder: TestClient, fields: dict[str, str], field: str, expected: str
) -> None:
    answer = send(adder, **fields)
    assert answer.status_code == 422
    page = read(answer)
    assert told(page, f"//*[@id='fault-{field}']")[0].startswith(expected)
    (faulty,) = page.xpath("//*[@aria-invalid]")
    assert (faulty.get("name"), faulty.get("aria-describedby")) == (field, f"fault-{field}")
    assert "Nothing was added." in told(page, "//div[@role='alert']")[-1]
    for name, value in fields.items():
        (kept,) = page.xpath(f"//*[@name='{name}']")
        assert (kept.get("value") or kept.text_content()).strip() == value.strip()


def test_another_site_cannot_send_the_form(adder: TestClient) -> None:
    assert adder.post("/add", data={"text": MILL}).status_code == 403
    assert adder.post("/add", data={"text": MILL, "csrf": "wrong"}).status_code == 403


def test_adding_takes_a_role(hand_made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for client in serving(hand_made, monkeypatch, tokens=TOKENS):
        for role, status in (("read", 403), ("review", 200)):
            assert client.get("/add", headers=bearer(role)).status_code == status
        assert client.post("/add", data={"text": MILL}, headers=bearer("read")).status_code == 403
        assert client.get("/add/x", headers=bearer("read")).status_code == 403


@pytest.mark.usefixtures("without_network")
def test_paths_are_for_admins_of_a_server_that_shares_some(
    hand_made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "mill.txt").write_text(MILL)
    for client in serving(hand_made, monkeypatch, tokens=TOKENS, folders=(tmp_path / "shared",)):
        fields = {
            role: client.get("/add", headers=bearer(role)).text.count('name="path"') for role in ("review", "admin")
        }
        assert fields == {"review": 0, "admin": 1}
        sent = {"path": str(tmp_path / "shared")}
        assert client.post("/add", data=sent, headers=bearer("review")).status_code == 403
        answer = client.post("/add", data=sent, headers=bearer("admin"))
        assert [item.state for item in job_of(client, answer).items] == ["done"]


def test_a_job_that_nobody_gave_is_not_there(adder: TestClient) -> None:
    assert adder.get("/add/nothing").status_code == 404


def test_hostile_names_do_nothing(adder: TestClient) -> None:
    evil = EVIL.replace("\ud800", "")
    job = job_of(adder, send(adder, (evil, b""), text=MILL, title=evil, outlet=evil))
    for path in (f"/add/{job.id}", "/add"):
        page = read(adder.get(path))
        assert not page.xpath("//main//script | //main//img | //main//@*[starts-with(name(), 'on')]")
    assert "is empty" in told(read(adder.get(f"/add/{job.id}")), f"//li[{has('item')}]")[0]
