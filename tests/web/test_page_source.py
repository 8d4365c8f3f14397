"""The page of a source."""

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
from twosource.brief.html import WIDTHS
from twosource.ledger import Ledger
from twosource.room.memo import Memo
from twosource.web import kept
from twosource.web.app import make
from twosource.web.pages import source
from twosource.web.people import Token
from twosource.web.settings import Settings
from twosource.web.tokens import digest


@pytest.fixture(scope="module")
def dam(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("dam") / "dam.db"
    made.make(path)
    with client_of(make(Settings(ledger=str(path), name="Ida Holm"))) as opened:
        yield opened


def shown(client: TestClient, id_: str = made.ENGINEER.id, more: str = "") -> HtmlElement:
    answer = client.get(f"/sources/{id_}{more}")
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def there(article: str, attribution: str) -> str:
    return f"/articles/{article}?at={attribution}#a-{attribution}"


def statements(page: HtmlElement) -> list[str]:
    links = page.xpath("//ol[contains(@class, 'said')]/li/blockquote/a/@href")
    return [link.partition("#a-")[2] for link in links]


def test_it_says_who_it_is(dam: TestClient) -> None:
    page = shown(dam)
    assert words(page, "//h1") == "Ines Marr"
    assert words(page, "//p[@class='lede']") == "Person, engineer, for Water Board"
    assert words(page, "//title").startswith("Ines Marr")
    assert words(page, "//dl[@class='facts']") == (
        "Says5 statements In4 articles First heard3 March 2025Last heard5 March 2025, 09:00 +01:00"
    )


def test_all_that_it_says_leads_into_the_articles(dam: TestClient) -> None:
    page = shown(dam)
    links = page.xpath("//ol[contains(@class, 'said')]/li/blockquote/a/@href")
    assert links[-1] == there(made.UNDATED.id, made.CALM.id)
    assert set(statements(page)) == {one for one, _ in made.ENGINEER.mentions}
    rows = [" ".join(one.text_content().split()) for one in page.xpath("//ol[contains(@class, 'said')]/li")]
    (four,) = [row for row in rows if "four houses" in row]
    assert four.startswith("Says so printed 4 March 2025 at least 4 houses At least four houses were flooded")
    assert "Skerry News, citing Marr" in four
    assert "figures differ" in four


def test_how_its_words_moved_is_told_and_drawn(dam: TestClient) -> None:
    page = shown(dam)
    turned = page.xpath("//ol[@class='moved']/li")[0]
    assert words(turned, ".//h3") == "1 The dam will break turned"
    assert [" ".join(one.text_content().split()) for one in turned.xpath(".//ol/li")] == [
        "3 March 2025 says it may be; possible Hill Post The dam may break",
        "5 March 2025, 09:00 +01:00 denies it River Courier that the dam will break",
    ]
    assert turned.xpath(".//a[@class='quote']/@href") == [
        there(made.FIRST.id, made.MAY.id),
        there(made.THIRD.id, made.DENIED.id),
    ]
    charts = page.xpath("//figure//svg[contains(@class, 'chart')]")
    assert [chart.get("width") for chart in charts] == [str(width) for width in WIDTHS]
    assert [len(chart.xpath(".//g[contains(@class, 'mark')][title]")) for chart in charts] == [4, 4]
    assert "≥4" in words(page, "//figure//svg[1]")


def test_who_carries_it_whom_it_carries_and_who_stands_against_it(dam: TestClient) -> None:
    page = shown(dam)
    assert words(page, "//section[@aria-labelledby='carriers']//li[1]") == "Hill Post 2"
    assert page.xpath("//section[@aria-labelledby='through']//li/a/@href") == [f"/sources/{made.AGENCY.id}"]
    dispute = "//section[@aria-labelledby='disputes']"
    assert words(page, f"{dispute}//summary") == "Pal Roth on 1 proposition"
    assert page.xpath(f"{dispute}//p[@class='stand']/a/@href") == [
        there(made.THIRD.id, made.DENIED.id),
        there(made.FIRST.id, made.WILL.id),
    ]
    agency = shown(dam, made.AGENCY.id)
    assert page.xpath("//section[@aria-labelledby='carried']") == []
    assert words(agency, "//section[@aria-labelledby='carried']//li") == "Ines Marr 1"
    assert words(agency, "//h2[@id='said']") == "What it passes on"
    assert statements(agency) == [made.FOUR.id]


def test_its_names_have_reasons_and_grades_stand_on_two_axes(dam: TestClient) -> None:
    page = shown(dam)
    names = "//section[@aria-labelledby='names']"
    assert words(page, f"{names}//ul[@class='names']") == "Ines Marr 1 mentionMarr 4 mentions"
    assert words(page, f"{names}//ul[@class='reasons']/li[1]") == "one name ends the other: Ines Marr, Marr"
    assert "The least sure of these joins is very likely." in words(page, names)
    axes = [words(one, "dd") for one in page.xpath("//dl[@class='axes']/div")]
    assert axes == ["B Ida Holm, 7 March 2025, 10:00 +00:00", "2 1 grade"]


def test_one_that_is_not_named_is_shown_as_what_it_is(dam: TestClient) -> None:
    page = shown(dam, made.NAMELESS.id)
    assert words(page, "//h1") == "Unnamed clerk (Water Board)"
    assert words(page, "//p[contains(@class, 'nameless')]") == (
        "Nobody is named. One article calls somebody so; who it is, it does not say."
    )
    assert page.xpath("//section[@aria-labelledby='names']") == []


def test_pieces_make_the_whole(dam: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = statements(shown(dam))
    monkeypatch.setattr(source, "_PIECE", 2)
    monkeypatch.setattr(kept, "_bodies", Memo(room=0))
    found, more, pages = [], "", 0
    while True:
        page = shown(dam, more=more)
        found += statements(page)
        pages += 1
        further = page.xpath("//a[@rel='next']/@href")
        if not further:
            break
        assert further[0].endswith("#said")
        more = further[0].removeprefix(f"/sources/{made.ENGINEER.id}")
        assert words(page, "//h2[@id='said']") == ("What it says" if pages == 1 else "What it says, continued")
    assert (found, pages) == (whole, 3)
    assert page.xpath("//h2[@id='moved']") == []


@pytest.mark.parametrize(("role", "judges"), [("read", False), ("review", True)])
def test_the_desk_is_offered_to_those_who_may_judge(tmp_path: Path, role: str, judges: bool) -> None:
    made.make(tmp_path / "dam.db")
    key = "tw-test-0123456789abcdef0123456789abcdef"
    token = Token(name="Jo", role=role, digest=digest(key))  # type: ignore[arg-type]
    with client_of(make(Settings(ledger=str(tmp_path / "dam.db"), tokens=(token,)))) as client:
        answer = client.get(f"/sources/{made.ENGINEER.id}", headers={"Authorization": f"Bearer {key}"})
    links = html.fromstring(answer.text).xpath("//main//a/@href")
    assert (f"/review?source={made.ENGINEER.id}" in links) is judges


def test_one_that_is_gone_is_a_page_that_says_so(dam: TestClient) -> None:
    answer = dam.get("/sources/0000000000000000")
    assert answer.status_code == 404
    assert words(html.fromstring(answer.text), "//h1") == "There is no such source"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_do_nothing(tmp_path: Path, text: str) -> None:
    """In the name, its reasons, an outlet, a proposition, a note."""
    made.make(tmp_path / "dam.db", judgements=[replace(made.GRADED, by=text, note=text)])
    engineer = replace(made.ENGINEER, name=text, names=(text + "!",), role=text, reasons=(f"same: {text}",))
    with Ledger.open(tmp_path / "dam.db") as ledger, ledger.write() as writer:
        writer.put_sources([engineer])
        writer.put_propositions([replace(made.BREAKS, wording=text)], made.ORIGINS[:3])
    with client_of(make(Settings(ledger=str(tmp_path / "dam.db"), name=text))) as client:
        answer = client.get(f"/sources/{engineer.id}")
    assert answer.status_code == 200
    page = html.fromstring(answer.text)
    assert page.xpath("//main//script | //main//img | //@onload | //@onerror | //@style") == []
    assert "49" not in words(page, "//main//h1 | //main//h3")
    assert not any(one in answer.text for one in "\u202e\x00\x1b")
