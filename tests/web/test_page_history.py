"""``/review/history``: who judged what, narrowed, and taken back from there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI

from tests.room import judging_made as made
from tests.room.judging_made import OWNER_DENIED, SANK, TOLL_SAID, UNION_SAID, Desk, thing
from tests.web.conftest import client_of
from tests.web.review_browser import Browser, text
from tests.web.review_made import app_over
from twosource.review.amended import Amendment


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made.make(tmp_path_factory.mktemp("history") / "story.db")


@pytest.fixture
def app(story: Path, tmp_path: Path) -> Iterator[FastAPI]:
    app = app_over(str(shutil.copy(story, tmp_path / "own.db")), tokens=False)
    yield app
    app.state.hall.close()


@pytest.fixture
def browser(app: FastAPI) -> Browser:
    ben = Desk(app.state.hall.ledger)
    ben.kept(thing("attribution", TOLL_SAID), "corrected", by="ben", changes=Amendment(polarity="deny"))
    ben.kept(thing("proposition", UNION_SAID, OWNER_DENIED), "same", by="ben", note="one load")
    ben.kept(thing("proposition", UNION_SAID, OWNER_DENIED), "not-same", by="ada")
    ben.kept(thing("attribution", SANK), "grade", by="ada", credibility=1, made_at="2025-03-09T01:00:00.000000+00:00")
    return Browser(app)


def entries(browser: Browser) -> list[str]:
    return [text(one) for one in browser.page.xpath("//ol[contains(@class, 'history')]/li")]


def test_each_says_who_what_when_and_what_became_of_it(browser: Browser) -> None:
    found = entries(browser.open("/review/history"))
    assert len(found) == 4
    assert found[0].startswith("Grade 1 (confirmed by other sources) · a statement · ada, 9 March 2025, 01:00 +00:00")
    assert "not the same" in found[1].casefold()
    assert "A later verdict says otherwise, and counts" in found[2]
    assert "one load" in found[2]
    assert "Status: denied → contested; independent origins: 0 → 1; 1 statement regrouped." in found[2]
    assert "stance: says that it is so → says that it is not so" in found[3]
    assert browser.page.xpath("//nav//a[@aria-current='page']")[0].text == "Review"


def test_each_leads_to_its_words_in_their_article(browser: Browser) -> None:
    browser.open("/review/history")
    links = [one.get("href") for one in browser.page.xpath("//ol[contains(@class, 'history')]//a[@class='quote']")]
    assert len(links) == 6
    for link in links:
        page = browser.open(link)
        assert page.status == 200
        assert page.page.get_element_by_id(link.partition("#")[2]) is not None


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("by=ada", 2),
        ("by=nobody", 0),
        ("verdict=same", 1),
        ("verdict=perhaps", 4),
        ("day=2025-03-09", 1),
        ("day=2025-03-08&by=ben", 2),
        ("day=someday", 4),
        ("", 4),
    ],
)
def test_narrowed(browser: Browser, query: str, number: int) -> None:
    found = entries(browser.open(f"/review/history?{query}"))
    assert len(found) == number
    if not number:
        assert "Nothing was judged that fits this" in text(browser.page)


def test_taken_back_from_there_and_back_at_the_same_place(browser: Browser) -> None:
    browser.open("/review/history?verdict=same")
    browser.press("Take it back")
    (found,) = entries(browser)
    assert "Taken back by Ida Holm" in found
    assert not browser.page.xpath("//button[starts-with(., 'Take it back')]")
    assert [one.verdict for one in browser.judgements][-1] == "withdrawn"


def test_one_who_is_no_admin_takes_back_ones_own_alone(story: Path, tmp_path: Path) -> None:
    app = app_over(str(shutil.copy(story, tmp_path / "two.db")))
    desk = Desk(app.state.hall.ledger)
    kept = [desk.kept(thing("attribution", one), "right", by=by) for one, by in ((SANK, "ada"), (TOLL_SAID, "ben"))]
    browser = Browser(app)
    browser.headers = {"Authorization": "Bearer tws_ada"}
    browser.open("/review/history")
    forms = browser.page.xpath("//form[@action='/review/history/undo']")
    assert [form.xpath("./input[@name='id']")[0].get("value") for form in forms] == [kept[0].id]
    answer = client_of(app).post("/review/history/undo", data={"id": kept[1].id}, headers=browser.headers)
    assert answer.status_code == 403
    assert "/api/export" not in browser.answer.text
    app.state.hall.close()


def test_an_empty_history_says_what_it_is_for(app: FastAPI) -> None:
    browser = Browser(app).open("/review/history")
    assert "Nothing was judged yet" in text(browser.page)


def test_long_lists_go_on(app: FastAPI) -> None:
    desk = Desk(app.state.hall.ledger)
    for number in range(27):
        desk.kept(thing("attribution", SANK), "note", note=f"note {number}")
    browser = Browser(app).open("/review/history?verdict=note")
    assert len(entries(browser)) == 25
    browser.press("Earlier ones")
    assert len(entries(browser)) == 2
    assert browser.answer.request.url.params["verdict"] == "note"
