"""What the review desk lets nobody do."""

from __future__ import annotations

import shutil
from html import unescape
from pathlib import Path

import pytest

from tests.attribute.told import article, attributions
from tests.room.judging_made import UNION_SAID, Desk, thing
from tests.web.conftest import client_of
from tests.web.review_browser import Browser, fields
from tests.web.review_made import app_over
from twosource.ledger import Ledger


@pytest.mark.parametrize("query", ["only=everything", "after=nonsense!", "case=everything"])
def test_an_address_that_means_nothing_is_a_problem(desk: Browser, query: str) -> None:
    assert desk.open(f"/review?{query}").status == 422


def test_the_desk_leads_nowhere_else(desk: Browser) -> None:
    """Places come from forms, and a form may be made up."""
    sent = fields(desk.page.get_element_by_id("verdict")) | {"verdict": "same"}
    for onward in ("https://elsewhere.example/", "//elsewhere.example", "after=x\r\nSet-Cookie: a=b"):
        answer = desk.client.post("/review/judge", data=sent | {"onward": onward})
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/review?")
        assert "set-cookie" not in answer.headers


def test_without_the_token_of_its_forms_nothing_is_judged(desk: Browser) -> None:
    sent = fields(desk.page.get_element_by_id("verdict")) | {"verdict": "same", "csrf": "wrong"}
    assert desk.client.post("/review/judge", data=sent).status_code == 403
    assert desk.client.post("/review/undo", data={"id": "0" * 16}).status_code == 403
    assert desk.judgements == []


def test_what_an_article_says_is_only_words(tmp_path: Path) -> None:
    evil = '<script>alert(1)</script>" onclick="x\u202e'
    told = f"The mill {evil} burned"
    body = f"Mill {evil}\n\n{told}, {evil} Feld said."
    whole = article(body, title=evil, outlet=evil)
    found = attributions(body, (f"{evil} Feld", "said", told))
    with Ledger.open(tmp_path / "evil.db") as ledger, ledger.write() as writer:
        writer.add(whole, found)
    app = app_over(str(tmp_path / "evil.db"), tokens=False)
    desk = Browser(app).open(f"/review?attribution={found[0].id}")
    assert "<script>alert" not in desk.answer.text
    assert "\u202e" not in unescape(desk.answer.text)
    assert not desk.page.xpath("//*[@onclick]")
    desk.press("Right", note=evil)
    assert "<script>alert" not in desk.answer.text
    assert "<script>alert" not in desk.open("/review/history").answer.text
    app.state.hall.close()


def test_who_only_reads_has_no_desk(story: Path, tmp_path: Path) -> None:
    app = app_over(str(shutil.copy(story, tmp_path / "own.db")))
    client = client_of(app)
    assert client.get("/review", headers={"Authorization": "Bearer tws_cem"}).status_code == 403
    assert client.get("/review", headers={"Authorization": "Bearer tws_ada"}).status_code == 200
    app.state.hall.close()


def test_a_judgement_of_others_is_not_undone_here(story: Path, tmp_path: Path) -> None:
    app = app_over(str(shutil.copy(story, tmp_path / "own.db")))
    kept = Desk(app.state.hall.ledger).kept(thing("attribution", UNION_SAID), "right", by="ben")
    answer = client_of(app).post(
        "/review/undo", data={"id": kept.id}, headers={"Authorization": "Bearer tws_ada", "Accept": "text/html"}
    )
    assert answer.status_code == 403
    app.state.hall.close()
