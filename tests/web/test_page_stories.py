"""The front page: what it lists, how it is narrowed, and what it says where there is nothing."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from tests.web import made
from tests.web.conftest import client_of
from twosource.across import Proposition
from twosource.ledger import Ledger
from twosource.web.app import make
from twosource.web.settings import Settings

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onload='alert(1)",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "turned \u202e round \x00\x1b[31m",
)


def shown(client: TestClient, path: str = "/") -> HtmlElement:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def listed(page: HtmlElement) -> list[str]:
    """The ids of the propositions, in their order."""
    links = page.xpath("//li[contains(@class, 'story')]/h2/a/@href")
    return [link.removeprefix("/propositions/") for link in links]


def words(page: HtmlElement, path: str) -> str:
    return " ".join(" ".join(one.text_content() for one in page.xpath(path)).split())


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/?order=newest", [made.DOORS.id, made.KNOWN.id, made.DEATHS.id]),
        ("/?order=oldest", [made.DEATHS.id, made.KNOWN.id, made.DOORS.id]),
        ("/?q=&status=contested&side=", [made.DOORS.id]),
        ("/?stance=withholds", [made.KNOWN.id]),
        ("/?outlet=Valley+Radio", [made.DEATHS.id]),
        ("/?q=%22three+people%22", [made.DEATHS.id]),
    ],
)
def test_propositions_are_listed(made_client: TestClient, path: str, expected: list[str]) -> None:
    page = shown(made_client, path)
    assert listed(page) == expected
    number = len(expected)
    assert words(page, "//p[@id='number']") == f"{number} proposition{'' if number == 1 else 's'}"


def test_a_row_tells_how_it_stands(made_client: TestClient) -> None:
    page = shown(made_client, "/?outlet=Valley+Radio")
    row = words(page, "//li[contains(@class, 'story')]")
    for told in (
        "figures differ",
        "2 independent origins",
        "2 statements in 2 outlets",
        "Two people died in the mill",
        "2 say so",
        "Lea Brandt (fire chief) says so, Valley Radio, said 5 March 2025",
        "The toll moved from 2 to at least 3",
    ):
        assert told in row
    # The word never stands by its colour alone: a sign stands beside it.
    assert page.xpath("//li[contains(@class, 'story')]//svg[contains(@class, 'state')]//path/@d")
    assert f"/articles/{made.RADIO.id}?at={made.BRANDT.id}#a-{made.BRANDT.id}" in page.xpath("//dl//a/@href")


def test_what_was_searched_for_is_marked_and_leads_to_its_place(made_client: TestClient) -> None:
    page = shown(made_client, "/?q=people")
    assert {mark.text for mark in page.xpath("//blockquote//mark")} == {"people"}
    quotes = page.xpath("//blockquote[@class='hit']/a/@href")
    assert f"/articles/{made.POST.id}?at={made.FELD.id}#a-{made.FELD.id}" in quotes
    articles = page.xpath("//section[contains(@class, 'articles-found')]//h3/a/@href")
    assert sorted(articles) == sorted(f"/articles/{one.id}" for one in (made.POST, made.RADIO))


def test_filters_that_are_set_can_be_let_go_one_by_one(made_client: TestClient) -> None:
    page = shown(made_client, "/?q=mill&status=contested&outlet=river+courier&order=newest")
    chips = {
        words(chip, "."): parse_qs(urlsplit(chip.get("href")).query) for chip in page.xpath("//a[@class='tag chip']")
    }
    rest = {"q": ["mill"], "status": ["contested"], "outlet": ["river courier"], "order": ["newest"]}
    assert chips == {
        "“mill” ✕": {name: value for name, value in rest.items() if name != "q"},
        "contested ✕": {name: value for name, value in rest.items() if name != "status"},
        "outlet: river courier ✕": {name: value for name, value in rest.items() if name != "outlet"},
    }
    chosen = {
        one.getparent().get("name"): one.get("value")
        for one in page.xpath("//form[@class='filters']//option[@selected]")
    }
    assert chosen == {"status": "contested", "outlet": "River Courier", "order": "newest"}


def test_filters_offer_what_the_ledger_has(made_client: TestClient) -> None:
    page = shown(made_client)
    outlets = [words(one, ".") for one in page.xpath("//select[@name='outlet']/option")]
    assert outlets[0] == "any outlet"
    assert sorted(outlets[1:]) == ["Hill Post (2)", "River Courier (1)", "Valley Radio (1)"]
    stances = [words(one, ".") for one in page.xpath("//select[@name='stance']/option")]
    assert stances == [
        "any stance",
        "somebody says so (2)",
        "somebody says it may be (0)",
        "somebody denies it (1)",
        "somebody withholds it (1)",
    ]


@pytest.mark.parametrize(
    ("path", "told", "way"),
    [
        ("/?status=contested&outlet=Valley+Radio", "without “contested”: 1 proposition", "/?outlet=Valley+Radio"),
        ("/?q=mill&status=retracted", "without “retracted”: 2 propositions", "/?q=mill"),
        ("/?q=zebra", "Nothing that was read has these words", "/add"),
        ("/?status=retracted&side=Nobody", "clear all of them", "/"),
    ],
)
def test_where_nothing_fits_it_says_what_to_let_go(made_client: TestClient, path: str, told: str, way: str) -> None:
    page = shown(made_client, path)
    assert listed(page) == []
    assert told in words(page, "//section[@aria-labelledby='none']")
    assert way in page.xpath("//section[@aria-labelledby='none']//a/@href")


def test_what_cannot_be_asked_is_said(made_client: TestClient) -> None:
    page = shown(made_client, "/?since=yesterday&status=contested")
    assert words(page, "//p[@role='alert']") == "Left out, because it cannot be asked for like this: since."
    assert listed(page) == [made.DOORS.id]


def test_an_empty_ledger_says_what_to_do_next(tmp_path: Path) -> None:
    with client_of(make(Settings(ledger=str(tmp_path / "new.db")))) as client:
        page = shown(client)
        assert "Nothing has been read yet" in words(page, "//main")
        assert page.xpath("//main//a[contains(@class, 'main')]/@href") == ["/add"]
        assert not page.xpath("//main//form")
        # Asked for something, it is no longer the beginning.
        assert "No proposition fits" in words(shown(client, "/?status=contested"), "//main")


def test_pieces_make_the_whole(client: TestClient) -> None:
    """Of the example, whose propositions take five pages."""
    rows = client.get("/api/propositions?limit=200&order=newest").json()["items"]
    path, found = "/?order=newest", []
    while path:
        page = shown(client, path)
        found += listed(page)
        path = next(iter(page.xpath("//a[@rel='next']/@href")), "")
    assert found == [one["id"] for one in rows]
    assert len(found) > 75


@pytest.mark.parametrize("cursor", ["abc", "!", "WzEsMl0", "e30"])
def test_a_broken_cursor_is_a_problem_and_no_accident(made_client: TestClient, cursor: str) -> None:
    assert made_client.get(f"/?cursor={cursor}").status_code == 422


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_do_nothing(made_client: TestClient, text: str) -> None:
    hostile = Proposition(attributions=(made.GUARD.id,), wording=text, status="denied", independent=(0, 0))
    ledger: Ledger = made_client.app.state.hall.ledger  # type: ignore[attr-defined]
    with ledger.write() as writer:
        writer.put_propositions([hostile], [made.ORIGINS[-1]])
    answer = made_client.get("/", params={"q": text, "side": text, "outlet": text})
    assert answer.status_code == 200
    for page in (html.fromstring(answer.text), shown(made_client)):
        assert len(page.xpath("//script")) == 2
        assert not page.xpath(
            "//main//img | //main//iframe | //main//style | //*[@onerror] | //*[@onload] | //*[@style]"
        )
        assert not [link for link in page.xpath("//a/@href") if not link.startswith(("/", "#"))]
