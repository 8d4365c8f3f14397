"""Many who judge at once: nobody overwrites anybody, and nothing is lost."""

from __future__ import annotations

import threading

from tests.room.judging_made import (
    OSTROW_SAID,
    OWNER_DENIED,
    TOLL_SAID,
    UNION_SAID,
    Desk,
    read,
    state_of,
    thing,
)
from twosource.across import Judgement
from twosource.ledger import Ledger
from twosource.room.judging import Outcome

PEOPLE, ROUNDS = 6, 8
SUBJECTS = [
    (thing("attribution", TOLL_SAID), ("right", "wrong")),
    (thing("proposition", UNION_SAID, OWNER_DENIED), ("same", "not-same", "unsure")),
    (thing("attribution", OSTROW_SAID), ("right", "wrong")),
]


def test_many_at_once_lose_nothing(ledger: Ledger) -> None:
    """Every verdict is either kept for good or told to look again, and nobody overwrites anybody."""
    outcomes: list[Outcome] = []
    failures: list[BaseException] = []
    start = threading.Barrier(PEOPLE)

    def person(number: int) -> None:
        own = Desk(ledger)
        try:
            start.wait()
            for turn in range(ROUNDS):
                about, verdicts = SUBJECTS[(number + turn) % len(SUBJECTS)]
                verdict = verdicts[turn % len(verdicts)]
                outcomes.append(own.judge(about, verdict, by=f"p{number}", note=f"turn {turn}"))
        except BaseException as error:
            failures.append(error)

    people = [threading.Thread(target=person, args=(number,)) for number in range(PEOPLE)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    assert failures == []
    assert len(outcomes) == PEOPLE * ROUNDS
    assert {one.kind for one in outcomes} <= {"kept", "conflict"}
    accepted = {one.judgement.id for one in outcomes if one.kind == "kept" and one.judgement}
    assert accepted == {one.id for one in read(ledger, lambda view: view.judgements())}
    assert all(one.meanwhile or one.kind == "kept" for one in outcomes)


def test_two_who_send_at_the_same_moment_are_one_kept_and_one_told(ledger: Ledger) -> None:
    about = thing("attribution", TOLL_SAID)
    seen = state_of(ledger, about)
    outcomes: list[Outcome] = []
    start = threading.Barrier(2)

    def person(name: str, verdict: str) -> None:
        start.wait()
        outcomes.append(Desk(ledger).judge(about, verdict, by=name, seen=seen))

    both = [threading.Thread(target=person, args=pair) for pair in (("ada", "right"), ("ben", "wrong"))]
    for one in both:
        one.start()
    for one in both:
        one.join()
    kept, told = sorted(outcomes, key=lambda one: one.kind != "kept")
    assert (kept.kind, told.kind) == ("kept", "conflict")
    assert told.meanwhile == (kept.judgement,)
    judgements: list[Judgement] = read(ledger, lambda view: view.judgements())
    assert judgements == [kept.judgement]
