from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from tests.ledger.support import page as page_of
from tests.web import made
from tests.web.adds import TOKENS, bearer, serving
from tests.web.test_page_article import EVIL, told
from twosource.ledger import Ledger


def shown(client: TestClient, query: str = "") -> HtmlElement:
    answer = client.get(f"/articles{query}")
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def titles(found: HtmlElement) -> list[str]:
    return told(found, "//main//li//h2")


def test_the_newest_stand_first(made_client: TestClient) -> None:
    found = shown(made_client)
    assert titles(found) == [str(one.title) for one in (made.RADIO, made.COURIER, made.POST)]
    assert found.xpath("//main//li//h2/a/@href")[0] == f"/articles/{made.RADIO.id}"
    assert told(found, "//main//li[3]/p") == ["Hill Post · 5 March 2025, 08:00 +02:00", "2 statements · by Jo Lind"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?outlet=Hill+Post&since=&until=", [made.POST]),
        ("?outlet=&since=2025-03-06&until=", [made.RADIO]),
        ("?until=2025-03-05", [made.COURIER, made.POST]),
        ("?outlet=Nobody", []),
    ],
)
def test_the_list_is_narrowed_as_the_form_asks(made_client: TestClient, query: str, expected: list[object]) -> None:
    found = shown(made_client, query)
    assert titles(found) == [one.title for one in expected]  # type: ignore[attr-defined]
    assert found.xpath("//a[text()='All articles']/@href") == ["/articles"]
    assert bool(expected) != ("No article fits" in found.text_content())


def test_the_form_shows_what_is_asked(made_client: TestClient) -> None:
    found = shown(made_client, "?outlet=river++courier&since=2025-03-01&until=2025-03-31")
    assert found.xpath("//option[@selected]/@value") == ["River Courier"]
    assert found.xpath("//input[@type='date']/@value") == ["2025-03-01", "2025-03-31"]
    assert found.xpath("//option/@value") == ["", "Hill Post", "River Courier", "Valley Radio"]


def test_a_day_that_is_none_is_told(made_client: TestClient) -> None:
    answer = made_client.get("/articles?since=tomorrow")
    assert answer.status_code == 422
    assert "since" in html.fromstring(answer.text).xpath("string(//main)")


def test_further_pieces_follow(made_client: TestClient, hand_made: Path) -> None:
    with Ledger.open(hand_made) as ledger, ledger.write() as writer:
        for number in range(30):
            writer.add(page_of(f"Story {number:02}\n\nA text.", url=f"https://hillpost.example/{number}"), ())
    first = shown(made_client, "?outlet=Hill+Post")
    (further,) = first.xpath("//a[@rel='next']/@href")
    second = shown(made_client, further.removeprefix("/articles"))
    assert (len(titles(first)), len(titles(second))) == (25, 6)
    assert len({*titles(first), *titles(second)}) == 31
    assert not second.xpath("//a[@rel='next']")
    assert second.xpath("//a[text()='Back to the newest']/@href") == ["/articles?outlet=Hill+Post"]
    assert not first.xpath("//a[text()='Back to the newest']")


def test_a_ledger_without_articles_says_how_to_begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for client in serving(tmp_path / "new.db", monkeypatch, tokens=TOKENS):
        for role, way in (("review", ["/add"]), ("read", [])):
            found = html.fromstring(client.get("/articles", headers=bearer(role)).text)
            assert "Nothing has been read yet" in found.text_content()
            assert found.xpath("//main//a/@href") == way


def test_hostile_words_do_nothing(made_client: TestClient, hand_made: Path) -> None:
    article = page_of(EVIL, url=None, title=EVIL, outlet=EVIL)
    with Ledger.open(hand_made) as ledger, ledger.write() as writer:
        writer.add(article, ())
    found = shown(made_client, "?outlet=%3Cscript%3E%00")
    assert not found.xpath("//main//script | //main//img | //main//@*[starts-with(name(), 'on')]")
    found = shown(made_client)
    assert not found.xpath("//main//script | //main//img | //main//@*[starts-with(name(), 'on')]")
    assert "alert(1)" in " ".join(titles(found))
