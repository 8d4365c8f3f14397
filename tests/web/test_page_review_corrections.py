"""Correcting at the review desk: span, speaker and stance."""

from __future__ import annotations

import pytest

from tests.room.judging_made import OWNER_DENIED, TOLL_SAID
from tests.web.review_browser import Browser, text


def words(desk: Browser, name: str) -> dict[str, str]:
    return {text(one).split(" ", 1)[1]: one.get("value") for one in desk.page.xpath(f"//select[@name='{name}']/option")}


def test_the_span_is_changed_by_its_first_and_last_word(desk: Browser) -> None:
    desk.open(f"/review?attribution={TOLL_SAID}")
    chosen = [text(one) for one in desk.page.xpath("//option[@selected]")]
    assert [one.split()[1] for one in chosen[:2]] == ["Six", "Orrin"]
    desk.press("Keep this span", last=words(desk, "last")["drowned"])
    assert desk.done.startswith("Kept: corrected.")
    (given,) = desk.judgements
    assert given.right
    with desk.ledger.view() as view:
        account = view.accounts([given.right.record])[given.right.record]
    assert account.quote == "Six passengers of the ferry Morning Star drowned"
    # What was chosen is shown as it counts now.
    desk.open(f"/review?attribution={TOLL_SAID}")
    assert "by a person; it stands for what was read first" in text(desk.page)


def test_the_cue_is_changed_by_its_first_and_last_word(desk: Browser) -> None:
    desk.open(f"/review?attribution={OWNER_DENIED}")
    panel = desk.page.get_element_by_id("change-cue")
    assert [text(one).split(" ", 1)[1] for one in panel.xpath(".//option[@selected]")] == ["denied", "denied"]
    assert [text(one) for one in panel.xpath(".//*[@id='words-cue']/span[contains(@class, 'in')]")] == ["denied"]
    desk.press("Keep this cue")
    assert "Nothing was kept: nothing is changed." in text(desk.page)
    # Of the words that are chosen those of the source are left out.
    desk.press("Keep this cue", first=words(desk, "first")["Karl"], last=words(desk, "last")["that"])
    assert desk.done.startswith("Kept: corrected.")
    desk.open("/review/history")
    assert "cue: denied → denied that" in text(desk.page)


def test_a_statement_may_have_no_cue(desk: Browser) -> None:
    desk.open(f"/review?attribution={OWNER_DENIED}").press("Keep this cue", none="true")
    (given,) = desk.judgements
    assert given.right
    with desk.ledger.view() as view:
        found = view.accounts([given.right.record])[given.right.record].attribution
    assert (found.cue, found.polarity) == ((), "affirm")
    desk.open("/review/history")
    assert "cue: denied → none" in text(desk.page)


@pytest.mark.parametrize(
    ("filled", "reason"),
    [
        ({"first": "1", "last": "0"}, "the last word stands before the first"),
        ({}, "nothing is changed"),
        ({"change": ""}, "choose what to change"),
    ],
)
def test_what_was_filled_in_wrongly_is_said_at_the_case(desk: Browser, filled: dict[str, str], reason: str) -> None:
    desk.open(f"/review?attribution={TOLL_SAID}").press("Keep this span", **filled)
    assert desk.status == 422
    assert f"Nothing was kept: {reason}." in text(desk.page)
    assert desk.heading == "Is this read rightly?"
    assert desk.judgements == []


def test_the_speaker_is_chosen_from_the_article_or_typed(desk: Browser) -> None:
    desk.open(f"/review?attribution={TOLL_SAID}")
    others = {
        text(one.getparent()): one.get("value") for one in desk.page.xpath("//input[@name='speaker'][not(@checked)]")
    }
    brandt = next(value for told, value in others.items() if "Karl Brandt" in told)
    desk.press("Keep this speaker", speaker=brandt).open(f"/review?attribution={TOLL_SAID}")
    assert "Karl Brandt" in text(desk.page.xpath("//section[contains(@class, 'side')]")[0])
    desk.press("Keep this speaker", speaker="other", name="Lea Moen", role="pilot")
    desk.open(f"/review?attribution={TOLL_SAID}")
    assert "Lea Moen (pilot)" in text(desk.page.xpath("//section[contains(@class, 'side')]")[0])
    desk.press("Keep this speaker", speaker="other")
    assert "choose a speaker, or say who it is" in text(desk.page)
    desk.press("Keep this speaker", speaker="0123456789abcdef/0")
    assert "there is no such speaker in the article" in text(desk.page)


def test_the_stance_is_changed(desk: Browser) -> None:
    desk.open(f"/review?attribution={OWNER_DENIED}").press("Keep this stance", polarity="affirm", certainty="possible")
    assert "Status: denied → " in desk.done
    assert "Says it may be" in text(desk.open(f"/review?attribution={OWNER_DENIED}").page)
