"""Two reviewers at once: whoever is late sees what the other said, and decides again."""

from __future__ import annotations

from tests.room.judging_made import TOLL_SAID, Desk, source_named, thing
from tests.web.review_browser import Browser, text


def conflicting(desk: Browser) -> str:
    """Ben judges what is on the desk, and then it is judged here."""
    desk.open(f"/review?attribution={TOLL_SAID}")
    ben = Desk(desk.ledger).kept(thing("attribution", TOLL_SAID), "right", by="ben", note="it is in print")
    desk.press("Wrong", note="not in print")
    assert desk.status == 409
    return ben.id


def test_whoever_is_late_sees_what_the_other_said_and_may_keep_theirs_too(desk: Browser) -> None:
    conflicting(desk)
    told = text(desk.page.get_element_by_id("conflict"))
    assert "Somebody judged this while you were looking" in told
    assert "Right, by ben" in told
    assert "it is in print" in told
    assert len(desk.judgements) == 1
    desk.press("Keep mine too")
    assert desk.status == 200
    assert [(one.by, one.verdict, one.note) for one in desk.judgements] == [
        ("ben", "right", "it is in print"),
        ("Ida Holm", "wrong", "not in print"),
    ]


def test_or_leave_theirs(desk: Browser) -> None:
    conflicting(desk)
    desk.press("Leave theirs")
    assert desk.status == 200
    assert len(desk.judgements) == 1


def test_a_correction_in_conflict_is_kept_as_it_was_filled_in(desk: Browser) -> None:
    desk.open(f"/review?attribution={TOLL_SAID}")
    Desk(desk.ledger).kept(thing("attribution", TOLL_SAID), "right", by="ben")
    desk.press("Keep this speaker", speaker="other", name="Lea Moen", kind="author")
    assert desk.status == 409
    desk.press("Keep mine too")
    given = desk.judgements[-1]
    assert given.right
    with desk.ledger.view() as view:
        (mention,) = view.accounts([given.right.record])[given.right.record].attribution.chain
    assert (mention.name, mention.kind) == ("Lea Moen", "author")


def test_two_sources_that_became_one_meanwhile_are_a_conflict_too(desk: Browser) -> None:
    with desk.ledger.view() as view:
        pair = [source_named(view, name) for name in ("Karl Brandt", "Jana Ostrow")]
    desk.open(f"/review?case=source~{pair[0]}~{pair[1]}")
    Desk(desk.ledger).kept(thing("source", *pair), "same", by="ben")
    desk.press("Not the same")
    assert desk.status == 409
    assert "The same, by ben" in text(desk.page.get_element_by_id("conflict"))
    desk.press("Keep mine too")
    with desk.ledger.view() as view:
        assert source_named(view, "Karl Brandt") != source_named(view, "Jana Ostrow")
