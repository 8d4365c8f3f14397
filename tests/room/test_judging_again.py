"""Judging what others judged: whoever has not seen it looks again, and verdicts can be taken back."""

from __future__ import annotations

import pytest

from tests.room.judging_made import (
    OSTROW_SAID,
    OWNER_DENIED,
    SANK,
    TOLL_SAID,
    UNION_SAID,
    Desk,
    derived,
    proposition,
    read,
    state_of,
    thing,
)
from twosource.room import desk, judging
from twosource.room.desk import Choice
from twosource.room.judging import Thing


def test_whoever_has_not_seen_a_verdict_must_look_again(ada: Desk) -> None:
    about = thing("attribution", TOLL_SAID)
    seen = state_of(ada.ledger, about)
    first = ada.kept(about, "right", seen=seen)
    conflict = ada.judge(about, "wrong", by="ben", seen=seen)
    assert (conflict.kind, conflict.meanwhile) == ("conflict", (first,))
    assert ada.judgements == [first]
    second = ada.kept(about, "wrong", by="ben", seen=conflict.tag)
    assert ada.judgements == [first, second]


def test_a_conflict_over_the_content_names_no_verdict(ada: Desk) -> None:
    outcome = ada.judge(thing("attribution", TOLL_SAID), "right", seen="0123456789abcdef")
    assert (outcome.kind, outcome.meanwhile) == ("conflict", ())


def test_the_same_request_twice_is_one_judgement(ada: Desk) -> None:
    about = thing("proposition", TOLL_SAID, SANK)
    seen = state_of(ada.ledger, about)
    first = ada.kept(about, "same", seen=seen, note="one toll")
    again = [ada.judge(about, "same", seen=tag, note="one toll") for tag in (seen, state_of(ada.ledger, about))]
    assert [(one.kind, one.judgement) for one in again] == [("known", first)] * 2
    assert ada.judgements == [first]
    assert ada.judge(about, "same", note="one toll, by name").kind == "kept"


def test_what_was_said_before_is_said_anew_after_somebody_said_otherwise(ada: Desk) -> None:
    about = thing("proposition", TOLL_SAID, SANK)
    first = ada.kept(about, "same")
    ada.kept(about, "not-same", by="ben")
    again = ada.kept(about, "same")
    assert again.id != first.id
    assert proposition(ada.ledger, TOLL_SAID) == proposition(ada.ledger, SANK)


def test_a_slow_clock_makes_no_verdict_the_older(ada: Desk) -> None:
    about = thing("proposition", TOLL_SAID, SANK)
    ada.kept(about, "same", made_at="2025-06-01T00:00:00+00:00")
    ada.kept(about, "not-same", by="ben", made_at="2025-03-01T00:00:00+00:00")
    assert proposition(ada.ledger, TOLL_SAID) != proposition(ada.ledger, SANK)


def test_one_takes_back_ones_own_and_an_admin_anybodys(ada: Desk) -> None:
    kept = ada.kept(thing("attribution", TOLL_SAID), "wrong")
    assert ada.withdraw(kept, by="ben").kind == "forbidden"
    assert read(ada.ledger, lambda view: view.proposition_of([TOLL_SAID])) == {}
    assert ada.withdraw(kept, by="ben", anybodys=True).kind == "kept"
    assert read(ada.ledger, lambda view: list(view.proposition_of([TOLL_SAID]))) == [TOLL_SAID]
    again = ada.withdraw(kept)
    assert again.kind == "known"
    assert again.judgement
    assert again.judgement.by == "ben"
    assert ada.withdraw(again.judgement).kind == "absent"
    assert judging.withdraw(ada.ledger, "0123456789abcdef", by="ada", made_at=ada.clock()).kind == "absent"


def test_a_later_verdict_stays_when_an_earlier_one_is_taken_back(ada: Desk) -> None:
    about = thing("attribution", TOLL_SAID)
    first = ada.kept(about, "right")
    later = ada.kept(about, "wrong", by="ben")
    outcome = ada.withdraw(first)
    assert outcome.leaning == (later,)
    assert read(ada.ledger, lambda view: view.proposition_of([TOLL_SAID])) == {}


UNDONE = [
    (thing("attribution", TOLL_SAID), "wrong", {}),
    (thing("attribution", OWNER_DENIED), "right", {}),
    (thing("proposition", TOLL_SAID, SANK), "not-same", {}),
    (thing("proposition", UNION_SAID, OWNER_DENIED), "same", {}),
    (thing("attribution", TOLL_SAID, SANK), "same", {}),
    (thing("attribution", OSTROW_SAID), "grade", {"credibility": 2}),
]


@pytest.mark.parametrize(("about", "verdict", "more"), UNDONE)
def test_undo_restores_all_that_is_derived_and_the_queue(
    ada: Desk, about: Thing, verdict: str, more: dict[str, object]
) -> None:
    before, queue = derived(ada.ledger), read(ada.ledger, _queue)
    ada.withdraw(ada.kept(about, verdict, **more))
    assert derived(ada.ledger) == before
    assert read(ada.ledger, _queue) == queue


def _queue(view: object) -> list[str]:
    found, _ = desk.queue(view, Choice(), limit=50)  # type: ignore[arg-type]
    return [one.case.id for one in found]
