"""The review desk as pages and forms: everything works without a script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.room import judging_made as made
from tests.room.judging_made import OSTROW_SAID, SANK, TOLL_SAID, Desk, source_named, thing
from tests.web.review_browser import Browser, text
from tests.web.review_made import app_over
from twosource.ledger import Ledger


def test_the_first_case_stands_there_with_both_sides_and_its_reasons(desk: Browser) -> None:
    assert desk.heading == "Are these about one question?"
    sides = [text(one) for one in desk.page.xpath("//section[contains(@class, 'side')]")]
    assert len(sides) == 2
    assert "Coast Radio" in sides[0]
    assert "Six passengers of the ferry Morning Star drowned off Orrin" in sides[1]
    assert desk.page.xpath("//blockquote//span[contains(@class, 'differs')]")
    assert [text(one) for one in desk.page.xpath("//blockquote//span[@class='source']")][1] == (
        "harbour master Jana Ostrow"
    )
    link = desk.page.xpath("//section[contains(@class, 'side')]//a")[0].get("href")
    assert re.fullmatch(rf"/articles/\w+\?at={OSTROW_SAID}#a-{OSTROW_SAID}", link)
    assert "They have little in common." in text(desk.page)
    assert "0 judged today · 6 wait" in text(desk.page)


def test_each_verdict_has_a_button_and_a_key(desk: Browser) -> None:
    def keys(path: str) -> dict[str, str]:
        page = desk.open(path).page
        return {one.get("data-key"): text(one).rsplit(" ", 1)[0] for one in page.xpath("//*[@data-key]")}

    assert keys("/review") == {
        "s": "The same",
        "x": "Not the same",
        "u": "Unsure",
        " ": "Skip",
        "t": "Split off the second",
    }
    assert keys(f"/review?attribution={TOLL_SAID}") == {
        "y": "Right",
        "n": "Wrong",
        " ": "Skip",
        "c": "Change span",
        "e": "Cue",
        "p": "Speaker",
        "d": "Stance",
        "t": "Split off",
        "g": "Grade",
    }
    for one in desk.page.xpath("//*[@data-key]"):
        assert one.get("aria-keyshortcuts") in (one.get("data-key"), "Space")


def test_judging_goes_on_to_the_next_and_says_what_changed(desk: Browser) -> None:
    desk.press("Not the same")
    assert desk.done.startswith(
        "Kept: not the same. “six passengers of the ferry Morning Star drowned off Orrin”: status"
    )
    assert desk.done.endswith("1 statement regrouped.")
    assert desk.page.xpath("//article")
    assert "1 judged today" in text(desk.page)
    (given,) = desk.judgements
    assert (given.by, given.verdict, given.left.record) == ("Ida Holm", "not-same", OSTROW_SAID)


def test_the_last_judgement_is_undone_at_once_and_its_case_is_there_again(desk: Browser) -> None:
    desk.open("/review?only=attribution")
    before = text(desk.page.xpath("//article")[0])
    desk.press("Right").press("Undo")
    assert desk.done == "Taken back: right."
    assert text(desk.page.xpath("//article")[0]) == before
    assert [one.verdict for one in desk.judgements] == ["right", "withdrawn"]
    assert not desk.page.xpath("//*[@data-key='z']")


def test_skipping_keeps_nothing_and_comes_round(desk: Browser) -> None:
    seen = []
    for _ in range(6):
        seen.append(text(desk.page.xpath("//article")[0]))
        desk.press("Skip")
    assert len(set(seen)) == 6
    assert desk.heading == "That was the last one"
    assert text(desk.press("From the beginning").page.xpath("//article")[0]) == seen[0]
    assert desk.judgements == []


def test_a_note_goes_with_the_verdict(desk: Browser) -> None:
    desk.press("The same", note="seen in print")
    assert [(one.verdict, one.note) for one in desk.judgements] == [("same", "seen in print")]


def test_a_statement_is_split_off(desk: Browser) -> None:
    desk.open(f"/review?attribution={SANK}").press("Split off")
    assert "1 statement regrouped" in desk.done
    assert [(one.verdict, one.about, one.left.record) for one in desk.judgements] == [("not-same", "proposition", SANK)]


def test_source_and_statement_are_graded_on_two_axes(desk: Browser) -> None:
    with desk.ledger.view() as view:
        ostrow = source_named(view, "Jana Ostrow")
    desk.open(f"/review?source={ostrow}").press("Keep the grade", reliability="B")
    assert desk.done.startswith("Kept: grade B (usually reliable).")
    desk.open(f"/review?attribution={TOLL_SAID}").press("Keep the grade", credibility="3")
    assert desk.done.startswith("Kept: grade 3 (possibly true).")
    assert [(one.about, one.reliability, one.credibility) for one in desk.judgements] == [
        ("source", "B", None),
        ("attribution", None, 3),
    ]


def test_a_source_that_a_score_made_one_is_parted(desk: Browser) -> None:
    desk.open("/review?only=source")
    assert desk.heading == "Is this one source?"
    desk.press("Not the same")
    assert "1 source became 2" in desk.done


def test_a_wording_is_asked_about_and_parted(desk: Browser) -> None:
    with desk.ledger.view() as view:
        oslo = source_named(view, "Oslo")
    desk.open(f"/review?source={oslo}").press("Is this one source?")
    assert "Norwegian government" in text(desk.page.xpath("//section[contains(@class, 'side')]")[0])
    desk.press("Not the same")
    with desk.ledger.view() as view:
        assert source_named(view, "Oslo") != source_named(view, "Norwegian government")


def test_what_was_judged_before_stands_at_the_case_and_can_be_taken_back(desk: Browser) -> None:
    Desk(desk.ledger).kept(thing("attribution", TOLL_SAID), "right", by="ben")
    desk.open(f"/review?attribution={TOLL_SAID}")
    assert "Right, by ben" in text(desk.page)
    desk.press("Take it back")
    assert desk.done == "Taken back: right."
    assert "by ben" not in text(desk.page.xpath("//article")[0])


def test_of_a_proposition_each_statement_may_be_judged_one_after_the_other(desk: Browser) -> None:
    with desk.ledger.view() as view:
        whole = made.proposition_of(view, TOLL_SAID)
    desk.open(f"/review?proposition={whole}")
    lines = [text(one) for one in desk.page.xpath("//nav[contains(@class, 'lines')]//li")]
    assert len(lines) == 9
    assert "waits" in lines[0]
    assert "waits" not in lines[-1]
    first = text(desk.page.xpath("//a[@aria-current='true']")[-1])
    desk.press("Skip")
    assert text(desk.page.xpath("//a[@aria-current='true']")[-1]) != first


@pytest.mark.parametrize(
    "query", ["proposition=0", "source=0", "attribution=0", "case=attribution~0", "case=source~0~1"]
)
def test_what_is_not_there_any_more_says_so(desk: Browser, query: str) -> None:
    desk.open(f"/review?{query}")
    assert desk.status == 200
    assert desk.heading in ("This is not there any more", "There is nothing here to judge now")


def test_an_empty_queue_says_so(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "empty.db"):
        pass
    app = app_over(str(tmp_path / "empty.db"), tokens=False)
    desk = Browser(app).open("/review")
    assert desk.heading == "Nothing waits"
    assert "0 judged today · 0 wait" in text(desk.page)
    app.state.hall.close()


def test_a_script_is_given_the_desk_alone(desk: Browser) -> None:
    desk.headers = {"HX-Request": "true"}
    desk.open("/review?only=attribution")
    assert desk.answer.text.lstrip().startswith("<section")
    desk.press("Right")
    assert desk.status == 200
    assert desk.answer.text.lstrip().startswith("<section")
    assert desk.answer.headers["hx-push-url"].startswith("/review?only=attribution&after=")
    assert desk.done.startswith("Kept: right.")
    desk.headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in desk.open("/review").answer.text
