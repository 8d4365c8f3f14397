"""Anchors: what a judgement holds on to, also after what it was about goes by another id."""

from __future__ import annotations

import pytest

from tests.room import judging_made as made
from tests.room.judging_made import FJORD, QUAY, SANK, TOLL_SAID, UNDATED_SAID, Desk, read, source_named, thing
from tests.upkeep.made import TOLL_CORRECTED, WIRE
from twosource.across import Anchor, Verdict
from twosource.ledger import Ledger, View
from twosource.room.judging import Thing
from twosource.room.judging_anchors import anchors
from twosource.room.judging_known import Known


def anchored(ledger: Ledger, about: Thing, verdict: Verdict = "same") -> list[Anchor]:
    def ask(view: View) -> list[Anchor]:
        return anchors(Known(view), about, verdict)

    found: list[Anchor] = read(ledger, ask)
    return found


def test_a_proposition_is_held_by_its_earliest_statement(ledger: Ledger) -> None:
    whole = read(ledger, lambda view: made.proposition_of(view, TOLL_SAID))
    (found,) = anchored(ledger, thing("proposition", whole), "note")
    assert (found.record, found.article) == (whole, WIRE.article.id)
    assert found.span == WIRE.attributions[0].content[0]


def test_a_source_is_held_by_the_earliest_mention_of_its_fullest_name(ledger: Ledger) -> None:
    ostrow = read(ledger, lambda view: source_named(view, "Jana Ostrow"))
    (found,) = anchored(ledger, thing("source", ostrow), "grade")
    assert (found.record, found.name, found.article) == (ostrow, "Jana Ostrow", WIRE.article.id)
    assert found.span
    assert "Jana Ostrow" in WIRE.article.text[slice(*found.span)]


def test_a_mention_is_held_by_its_words(ledger: Ledger) -> None:
    ostrow = read(ledger, lambda view: source_named(view, "Jana Ostrow"))
    left, right = anchored(ledger, thing("source", f"{UNDATED_SAID}/0", ostrow), "not-same")
    assert left.record == f"{UNDATED_SAID}/0"
    assert left.article != right.article == WIRE.article.id


def test_whether_a_source_is_one_is_said_of_the_mentions_that_a_score_joined(ledger: Ledger) -> None:
    oslo = thing("source", read(ledger, lambda view: source_named(view, "Oslo")))
    both = anchored(ledger, oslo, "not-same")
    assert {one.article for one in both} == {FJORD.article.id, QUAY.article.id}
    assert len(anchored(ledger, oslo, "grade")) == 1
    assert anchored(ledger, thing("source", read(ledger, lambda view: source_named(view, "Karl Brandt"))), "same") == []


def test_a_pair_is_held_as_it_was_when_it_was_judged_first(ledger: Ledger) -> None:
    pair = [read(ledger, lambda view, n=name: source_named(view, n)) for name in ("Karl Brandt", "Jana Ostrow")]
    first = Desk(ledger).kept(thing("source", *pair), "same")
    assert anchored(ledger, thing("source", *pair)) == [first.left, first.right]
    assert anchored(ledger, thing("source", *reversed(pair))) == [first.right, first.left]


@pytest.mark.parametrize(
    "about", [thing("attribution", "0" * 16), thing("source", "0" * 16), thing("source", f"{SANK}/9")]
)
def test_nothing_holds_what_is_not_there(ledger: Ledger, about: Thing) -> None:
    assert anchored(ledger, about, "note") == []


def test_a_verdict_holds_for_what_stands_at_its_passage(ledger: Ledger) -> None:
    """The id of an attribution is another when its spans are; the passage tells which it is."""
    kept = Desk(ledger).kept(thing("attribution", TOLL_SAID), "right")
    moved = Anchor(record="0" * 16, article=kept.left.article, span=kept.left.span)
    assert read(ledger, lambda view: Known(view).attribution_at(moved)) == TOLL_SAID
    gone = Anchor(record="0" * 16, article=TOLL_CORRECTED.article.id, span=(0, 3))
    assert read(ledger, lambda view: Known(view).attribution_at(gone)) == "0" * 16
