"""The list of sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from tests.room import source_made as made
from tests.web.conftest import client_of
from tests.web.test_page_stories import HOSTILE, words
from twosource.ledger import Ledger
from twosource.room.memo import Memo
from twosource.web import kept
from twosource.web.app import make
from twosource.web.pages import sources
from twosource.web.settings import Settings


@pytest.fixture(scope="module")
def dam(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("dam") / "dam.db"
    made.make(path)
    with client_of(make(Settings(ledger=str(path), name="Ida Holm"))) as opened:
        yield opened


def shown(client: TestClient, path: str = "/sources") -> HtmlElement:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def listed(page: HtmlElement) -> list[str]:
    links = page.xpath("//li[contains(@class, 'heard')]/h2/a/@href")
    return [link.removeprefix("/sources/") for link in links]


def test_those_heard_most_come_first_with_what_they_are(dam: TestClient) -> None:
    page = shown(dam)
    assert set(listed(page)) == {one.id for one in made.SOURCES}
    first = page.xpath("//li[contains(@class, 'heard')]")[0]
    assert " ".join(first.text_content().split()) == ("Ines Marr person, engineer, for Water Boardalso Marr 5 mentions")


def test_one_that_is_not_named_is_not_shown_as_a_person(dam: TestClient) -> None:
    (row,) = shown(dam).xpath(f"//li[h2/a/@href='/sources/{made.NAMELESS.id}']")
    assert words(row, ".//h2") == "unnamed clerk (Water Board) unnamed"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?name=marr&kind=", [made.ENGINEER.id]),
        ("?name=&kind=agency", [made.AGENCY.id]),
        ("?name=%20%20shepherd%20", [made.SHEPHERD.id]),
        ("?kind=emperor&name=skerry", [made.AGENCY.id]),
    ],
)
def test_it_is_narrowed(dam: TestClient, query: str, expected: list[str]) -> None:
    assert listed(shown(dam, f"/sources{query}")) == expected


def test_where_none_fits_it_says_what_to_do(dam: TestClient) -> None:
    page = shown(dam, "/sources?name=zebra&kind=agency")
    assert listed(page) == []
    assert words(page, "//section[@class='empty']/p[1]") == (
        "No agency has “zebra” in a name, an office or whom they speak for."
    )
    assert "/?q=zebra" in page.xpath("//section[@class='empty']//a/@href")


def test_pieces_make_the_whole(dam: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = listed(shown(dam))
    monkeypatch.setattr(sources, "_PIECE", 3)
    monkeypatch.setattr(kept, "_bodies", Memo(room=0))
    first = shown(dam)
    (further,) = first.xpath("//a[@rel='next']/@href")
    second = shown(dam, further)
    assert listed(first) + listed(second) == whole
    assert second.xpath("//a[@rel='next']") == []
    assert "/sources" in second.xpath("//main//a/@href")


def test_an_empty_ledger_says_what_will_be_here(tmp_path: Path) -> None:
    with client_of(make(Settings(ledger=str(tmp_path / "empty.db")))) as client:
        page = shown(client)
    assert words(page, "//section[@class='empty']/h2") == "Nobody has been heard yet"
    assert page.xpath("//form[@class='seek']") == []


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_does_nothing(tmp_path: Path, name: str) -> None:
    made.make(tmp_path / "dam.db")
    hostile = replace(made.SHEPHERD, name=name, names=(name + "!",), role=name, affiliation=name)
    with Ledger.open(tmp_path / "dam.db") as ledger, ledger.write() as writer:
        writer.put_sources([hostile])
    with client_of(make(Settings(ledger=str(tmp_path / "dam.db")))) as client:
        text = client.get("/sources").text
        page = html.fromstring(text)
        assert page.xpath("//main//script | //main//img | //@onload | //@onerror | //@style") == []
        assert "49" not in words(page, "//main")
        assert not any(one in text for one in "\u202e\x00\x1b")
        again = shown(client, "/sources?name=" + "%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
        assert again.xpath("//main//script") == []


def test_a_broken_cursor_is_told(dam: TestClient) -> None:
    answer = dam.get("/sources?cursor=nonsense")
    assert answer.status_code == 422
    assert "cursor" in words(html.fromstring(answer.text), "//main")
