"""Judging: what makes no sense, and is refused with the reason."""

from __future__ import annotations

import pytest

from tests.room.judging_made import (
    SANK,
    TOLL_SAID,
    UNION_SAID,
    Desk,
    proposition,
    read,
    source_named,
    thing,
)
from twosource.review.amended import Amendment
from twosource.room.judging import Thing

REFUSED = [
    (thing("attribution", TOLL_SAID), "same", {}, "“same” is said of two"),
    (thing("attribution", TOLL_SAID), "unsure", {}, "“unsure” is said of"),
    (thing("attribution", TOLL_SAID, SANK), "unsure", {}, "“unsure” is said of a pair"),
    (thing("attribution", TOLL_SAID, SANK), "wrong", {}, "leave right out"),
    (thing("proposition", TOLL_SAID, TOLL_SAID), "same", {}, "left and right are the same"),
    (thing("source", "0123456789abcdef"), "grade", {}, "no source 0123456789abcdef"),
    (thing("source", f"{TOLL_SAID}/7"), "note", {"note": "x"}, f"no mention {TOLL_SAID}/7"),
    (thing("attribution", "0123456789abcdef"), "right", {}, "no attribution 0123456789abcdef"),
    (thing("proposition", "0123456789abcdef"), "note", {"note": "x"}, "no proposition 0123456789abcdef"),
    (thing("proposition", TOLL_SAID, SANK), "grade", {}, "leave right out"),
    (thing("proposition", TOLL_SAID), "grade", {}, "a grade is given to a source or to an attribution"),
    (thing("attribution", TOLL_SAID), "grade", {"reliability": "A"}, "reliability (A to F) is a grade of a source"),
    (thing("attribution", TOLL_SAID), "right", {"credibility": 2}, "credibility (1 to 6) is a grade"),
    (thing("attribution", TOLL_SAID), "note", {}, "a note needs words"),
    (thing("attribution", TOLL_SAID), "note", {"note": "x" * 2001}, "2,000 characters at most"),
    (thing("attribution", TOLL_SAID), "withdrawn", {}, "under its own address"),
    (thing("attribution", TOLL_SAID), "corrected", {}, "changes go with “corrected”"),
    (thing("attribution", TOLL_SAID), "right", {"changes": Amendment(polarity="deny")}, "changes go with “corrected”"),
    (thing("attribution", TOLL_SAID), "corrected", {"changes": Amendment(polarity="affirm")}, "nothing is changed"),
    (thing("attribution", TOLL_SAID), "corrected", {"changes": Amendment(content=((0, 9999),))}, "9999"),
]


@pytest.mark.parametrize(("about", "verdict", "more", "reason"), REFUSED)
def test_nonsense_is_refused_with_the_reason(
    ada: Desk, about: Thing, verdict: str, more: dict[str, object], reason: str
) -> None:
    outcome = ada.judge(about, verdict, seen="", **more)
    assert outcome.kind == "refused"
    assert any(reason in one for one in outcome.reasons), outcome.reasons
    assert ada.judgements == []


def test_what_fits_the_ledger_is_asked_too(ada: Desk) -> None:
    ostrow = read(ada.ledger, lambda view: source_named(view, "Jana Ostrow"))
    whole, lone = proposition(ada.ledger, TOLL_SAID), proposition(ada.ledger, UNION_SAID)
    asked = {
        "no score brought mentions of this source together": (thing("source", ostrow), "same"),
        "the mention by which the source is known": (thing("source", f"{SANK}/0", ostrow), "not-same"),
        "only “not-same” is said": (thing("proposition", UNION_SAID, whole), "same"),
        "the only one of its proposition": (thing("proposition", UNION_SAID, lone), "not-same"),
    }
    for reason, (about, verdict) in asked.items():
        assert reason in " ".join(ada.judge(about, verdict).reasons)
