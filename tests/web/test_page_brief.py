"""Asking, and reading the answer inside the room."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from tests.room import source_made as made
from tests.web.conftest import client_of
from tests.web.test_page_stories import HOSTILE, words
from twosource.ledger import Ledger
from twosource.web.app import make
from twosource.web.settings import Settings

QUESTION = "How many people were killed?"


@pytest.fixture(scope="module")
def port(port_ledger: Path) -> Iterator[TestClient]:
    """Only read."""
    with client_of(make(Settings(ledger=str(port_ledger), name="Ida Holm"))) as opened:
        yield opened


def shown(client: TestClient, **query: str | int) -> HtmlElement:
    answer = client.get("/brief", params=query)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def test_an_answer_is_read_in_the_room(port: TestClient) -> None:
    page = shown(port, q=QUESTION)
    api = port.get("/api/brief", params={"q": QUESTION}).json()
    assert words(page, "//h1") == QUESTION
    assert len(page.xpath("//ul[@class='answer']/li")) == len(api["sentences"])
    assert len(page.xpath("//article[@class='entry']")) == len(api["propositions"])
    assert page.xpath("//input[@name='q']/@value") == [QUESTION]
    told = [f"/propositions/{one['id']}" for one in api["propositions"]]
    assert page.xpath("//p[@class='onward']/a/@href") == told
    assert set(page.xpath("//ul[@class='voices']//b/a/@href")) == {f"/sources/{one['id']}" for one in api["voices"]}


def test_every_citation_opens_its_article_at_the_words_and_shows_them(port: TestClient, port_ledger: Path) -> None:
    page = shown(port, q=QUESTION)
    cites = page.xpath("//span[@class='cite']")
    assert cites
    with Ledger.open(port_ledger) as ledger, ledger.view() as view:
        for cite in cites:
            (link,) = cite.xpath("a/@href")
            found = re.fullmatch(r"/articles/([0-9a-f]{16})\?at=([0-9a-f]{16})#a-\2", link)
            assert found, link
            account = view.accounts([found[2]])[found[2]]
            assert account.article.id == found[1]
            marked = [" ".join(one.text_content().split()) for one in cite.xpath(".//mark")]
            assert marked == [
                " ".join(account.article.text[start:end].split()) for start, end in account.attribution.content
            ]
            (described,) = cite.xpath("a/@aria-describedby")
            assert page.xpath(f"//*[@id='{described}']")


def test_notes_and_ways_within_the_page_lead_somewhere(port: TestClient) -> None:
    page = shown(port, q=QUESTION)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    inside = [link[1:] for link in page.xpath("//main//a/@href") if link.startswith("#")]
    assert inside
    assert set(inside) <= set(ids)


def test_nothing_on_it_breaks_the_policy(port: TestClient) -> None:
    """No style attribute, also in charts, and no handler: the policy of the pages forbids both."""
    page = shown(port)
    assert page.xpath("//svg[contains(@class, 'chart')]")
    assert page.xpath("//@style | //style | //script[not(@src)]") == []
    assert not [name for one in page.iter() for name in one.attrib if name.startswith("on")]


def test_it_can_be_kept(port: TestClient) -> None:
    page = shown(port, q=QUESTION, outlet="VBN", most=3)
    links = page.xpath("//p[@class='keep']/a/@href")
    asked = [parse_qs(urlsplit(link).query) for link in links]
    assert [one.pop("format") for one in asked] == [["html"], ["md"], ["json"]]
    assert asked == [{"q": [QUESTION], "outlet": ["VBN"], "most": ["3"]}] * 3
    for link in links:
        answer = port.get(link)
        assert (answer.status_code, answer.headers["content-disposition"].partition(";")[0]) == (200, "attachment")
    assert words(page, "//p[@class='read']").startswith("Printed by VBN. From 12 articles")


def test_without_a_question_it_tells_what_matters_most_and_what_may_be_asked(port: TestClient) -> None:
    page = shown(port)
    assert words(page, "//h1") == "What the reporting says"
    assert len(page.xpath("//article[@class='entry']")) == 5
    examples = page.xpath("//ul[@class='examples']//a/@href")
    wordings = {one["wording"].casefold() for one in port.get("/api/propositions?limit=200").json()["items"]}
    asked = [parse_qs(urlsplit(link).query)["q"][0] for link in examples]
    assert asked
    assert {" ".join(one.split()).casefold() for one in asked} <= {" ".join(one.split()) for one in wordings}
    (more,) = page.xpath("//p[contains(@class, 'left-out')]/a/@href")
    assert len(html.fromstring(port.get(more).text).xpath("//article[@class='entry']")) == 10


def test_where_nothing_is_found_it_says_what_there_is(port: TestClient) -> None:
    page = shown(port, q="zzyzx quux", since="2025-03-05", outlet="VBN")
    assert words(page, "//section[@class='empty']/h2") == "Nothing in what was read answers this"
    links = page.xpath("//section[@class='empty']//a/@href")
    loosened = [parse_qs(urlsplit(link).query) for link in links if "zzyzx" in link and link.startswith("/brief")]
    assert loosened == [
        {"q": ["zzyzx quux"], "since": ["2025-03-05"]},
        {"q": ["zzyzx quux"], "outlet": ["VBN"]},
    ]
    assert any(link.startswith("/sources/") for link in links)
    assert any(link.startswith("/articles?outlet=") for link in links)
    assert words(page, "//h1") == "zzyzx quux"


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"since": "yesterday"}, "since “yesterday” is no day"),
        ({"most": "many"}, "most “many” is no number"),
        ({"most": "51"}, "most “51” is no number from 1 to 50"),
        ({"until": "2025-13-01"}, "until “2025-13-01” is no day"),
    ],
)
def test_what_cannot_be_read_is_told_and_left_out(port: TestClient, query: dict[str, str], told: str) -> None:
    page = shown(port, **query)
    assert told in words(page, "//p[@role='alert']")
    assert page.xpath("//article[@class='entry']")


def test_an_empty_ledger_says_what_will_be_here(tmp_path: Path) -> None:
    with client_of(make(Settings(ledger=str(tmp_path / "empty.db")))) as client:
        page = shown(client)
    assert words(page, "//section[@class='empty']/h2") == "Nothing has been read yet"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_do_nothing(tmp_path: Path, text: str) -> None:
    """In a question, a name, an outlet, a wording."""
    made.make(tmp_path / "dam.db")
    with Ledger.open(tmp_path / "dam.db") as ledger, ledger.write() as writer:
        writer.put_sources([replace(made.SHEPHERD, name=text)])
        writer.put_propositions([replace(made.BREAKS, wording=text)], made.ORIGINS[:3])
    with client_of(make(Settings(ledger=str(tmp_path / "dam.db"), name=text))) as client:
        for query in ({}, {"source": text}, {"outlet": text, "since": text}):
            answer = client.get("/brief", params=query)
            assert answer.status_code == 200
            page = html.fromstring(answer.text)
            assert page.xpath("//main//script | //main//img | //@onload | //@onerror | //@style") == []
            assert "49" not in words(page, "//main//h1 | //main//h2")
            assert not any(one in answer.text for one in "\u202e\x00\x1b")
