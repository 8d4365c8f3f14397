"""What people do in the room, from end to end, as they do it: by clicking, typing and pressing keys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import SLOWEST, Visiting

MILL = """Mill fire kills two

HILLTOWN, 5 March. Two people died when a fire broke out in a mill near Hilltown, Mayor Anna Feld said on Tuesday.

“The doors were open, I saw it myself,” the guard Paul Linnet told reporters at the gate.

The owner of the mill, Max Ott, denied that the doors had been locked."""


def add_text(page: Page, text: str, *, outlet: str = "Hill Post") -> None:
    """Paste ``text`` on the page for adding, and wait until it is read."""
    page.get_by_label("Paste it as it stands").fill(text)
    page.get_by_label("Outlet").fill(outlet)
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("link", name="To the stories")).to_be_visible(timeout=SLOWEST)


def press(page: Page, key: str) -> None:
    """Press ``key`` when the desk has taken the one before."""
    expect(page.locator(".htmx-request")).to_have_count(0)
    page.keyboard.press(key)


@pytest.mark.parametrize("width", [390, 1280])
def test_a_newcomer_adds_searches_reads_judges_and_takes_back(visiting: Visiting, own_room: str, width: int) -> None:
    page = visiting(own_room, width=width).go("/add")
    add_text(page, MILL)
    page.get_by_role("link", name="To the stories").click()
    expect(page.locator("h1")).to_have_text("Stories")
    page.get_by_role("searchbox").first.fill("doors locked")
    page.get_by_role("searchbox").first.press("Enter")
    expect(page).to_have_url(re.compile(r"q=doors"))
    page.locator("main a[href^='/propositions/']").first.click()
    expect(page.locator("h1")).to_contain_text("door")
    page.locator("main a[href*='/articles/']").first.click()
    expect(page).to_have_url(re.compile(r"/articles/[0-9a-f]{16}\?at=[0-9a-f]{16}#a-"))
    expect(page.locator(":target")).to_be_visible()
    page.goto(own_room + "/review?attribution=" + page.url.partition("at=")[2][:16])
    press(page, "y")
    expect(page.locator("#done")).to_contain_text("Kept")
    press(page, "z")
    expect(page.locator("#done")).to_contain_text("Taken back")
    page.goto(own_room + "/review/history")
    expect(page.locator("main")).to_contain_text("Ida Holm")


def test_a_file_that_is_no_article_is_named_with_the_reason(visiting: Visiting, own_room: str, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(MILL, "utf-8")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing else")
    page = visiting(own_room).go("/add")
    page.locator("#files").set_input_files([tmp_path / "notes.txt", tmp_path / "broken.pdf"])
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("link", name="To the stories")).to_be_visible()
    expect(page.locator(".item", has_text="broken.pdf")).to_contain_text("damaged PDF")
    expect(page.locator(".results")).to_contain_text("Mill fire kills two")


def test_a_question_is_answered_and_the_answer_taken_along(visiting: Visiting, room: str) -> None:
    page = visiting(room).go("/brief")
    page.get_by_role("main").get_by_role("searchbox").fill("How many people were killed?")
    page.get_by_role("main").get_by_role("searchbox").press("Enter")
    expect(page.locator("h1")).to_contain_text("How many people were killed?")
    cite = page.locator(".cite > a").first
    cite.focus()
    expect(page.locator(".card").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".card").first).to_be_hidden()
    with page.expect_download() as started:
        page.get_by_role("link", name="HTML page").click()
    assert "<!doctype html>" in Path(started.value.path()).read_text("utf-8")
    cite.click()
    expect(page).to_have_url(re.compile(r"/articles/[0-9a-f]{16}\?at="))


def test_the_keys_of_an_article_step_through_what_is_said(visiting: Visiting, room: str) -> None:
    page = visiting(room).go("/articles")
    page.locator("main a[href^='/articles/']").first.click()
    # Keys are heard from when the script has run, which is after the text is there.
    page.wait_for_url("**/articles/*", wait_until="load")
    chosen = page.locator("li[aria-current=true]")
    for key, place in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
        page.keyboard.press(key)
        expect(chosen).to_have_attribute("id", page.locator("li[id^=s-]").nth(place).get_attribute("id") or "")


def test_a_cue_is_chosen_by_the_keyboard(visiting: Visiting, own_room: str) -> None:
    page = visiting(own_room).go("/add")
    add_text(page, MILL)
    page.get_by_role("link", name="To the stories").click()
    page.get_by_role("searchbox").first.fill("doors locked")
    page.get_by_role("searchbox").first.press("Enter")
    page.locator("main a[href*='/articles/']", has_text="locked").first.click()
    expect(page).to_have_url(re.compile(r"at=[0-9a-f]{16}"))
    page.goto(own_room + "/review?attribution=" + page.url.partition("at=")[2][:16])
    press(page, "e")
    words = page.locator("#words-cue")
    expect(words).to_be_focused()
    before = words.locator(".in").all_inner_texts()
    press(page, "Shift+ArrowRight")
    assert len(words.locator(".in").all_inner_texts()) == len(before) + 1
    # The other panel has words of its own, which stay.
    assert page.locator("#words .in").count() > len(before) + 1
    press(page, "Home")
    assert words.locator(".in").all_inner_texts() != before
    page.get_by_role("button", name="Keep this cue").click()
    expect(page.locator("#done, #conflict")).to_contain_text("Kept: corrected")


def test_two_reviewers_at_once_lose_nothing(visiting: Visiting, own_room: str) -> None:
    one, other = visiting(own_room).go("/review"), visiting(own_room).go("/review")
    press(one, "y" if one.locator("[data-key=y]").count() else "s")
    expect(one.locator("#done")).to_contain_text("Kept")
    press(other, "n" if other.locator("[data-key=n]").count() else "x")
    expect(other.locator("#conflict")).to_contain_text("Somebody judged this while you were looking")
    other.get_by_role("button", name="Keep mine too").click()
    expect(other.locator("#done")).to_contain_text("Kept")
    other.goto(own_room + "/review/history")
    assert other.locator("main time, main .when, main li").count() >= 2


SCRIPT = "<script>alert(1)</script>"
HOSTILE = f"""{SCRIPT}<img src=x onerror=alert(2)> “Attack” on the page

HILLTOWN. {SCRIPT} The mayor said that <b onmouseover="alert(3)">"two</b> people" died \u202egnp.exe\u202c of it.

\u05e8\u05d0\u05e9 \u05d4\u05e2\u05d9\u05e8 Feld said that the road 'javascript:alert(4)' was closed.
{{{{ 7*7 }}}} ${{7*7}}

Max Ott, the owner, denied that {"very " * 4000}much was lost, and </textarea></title><svg/onload=alert(5)> he said so.
"""


def test_a_hostile_article_changes_nothing(visiting: Visiting, own_room: str) -> None:
    visit = visiting(own_room)
    page = visit.go("/add")
    add_text(page, HOSTILE, outlet=f'"><img src=x onerror=alert(6)>{SCRIPT}')
    for path in ("/", "/articles", "/?q=alert", "/review", "/changes", "/sources", "/brief?q=Who+said+two+people+died"):
        visit.go(path)
    page.goto(own_room + "/articles")
    page.locator("main a[href^='/articles/']", has_text="Attack").first.click()
    assert "alert(1)" in page.locator("main").inner_text()
    assert page.locator("main script, main img, main svg[onload]").count() == 0
    assert page.locator("main [onmouseover], main [onerror]").count() == 0
    assert "49" not in page.title()
