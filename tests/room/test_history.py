"""Who judged what: the newest first, narrowed, with what became of it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.room.judging_made import (
    OSTROW_SAID,
    OWNER_DENIED,
    SANK,
    TOLL_SAID,
    UNION_SAID,
    Desk,
    read,
    source_named,
    thing,
)
from tests.upkeep.made import TOLL_CORRECTED
from twosource.across import Judgement
from twosource.ledger import Ledger, View
from twosource.review.amended import Amendment
from twosource.room import history
from twosource.room.history import Asked, Entry
from twosource.room.judging_known import Known


@pytest.fixture
def judged(ledger: Ledger) -> list[Judgement]:
    """Five verdicts of two people on two days; the first is taken back, the second outranked."""
    ada = Desk(ledger)
    given = [
        ada.kept(thing("attribution", TOLL_SAID), "wrong"),
        ada.kept(thing("proposition", UNION_SAID, OWNER_DENIED), "same"),
        ada.kept(thing("proposition", UNION_SAID, OWNER_DENIED), "not-same", by="ben"),
        ada.kept(thing("attribution", OSTROW_SAID), "grade", credibility=2, by="ben"),
        ada.kept(thing("attribution", SANK), "note", note="whole", made_at="2025-03-09T08:00:00.000000+00:00"),
    ]
    ada.withdraw(given[0])
    return given


def listed(ledger: Ledger, **asked: object) -> list[Entry]:
    def ask(view: View) -> list[Entry]:
        return history.listed(view, Asked(**asked), limit=50)[0]  # type: ignore[arg-type]

    found: list[Entry] = read(ledger, ask)
    return found


def test_the_newest_comes_first_and_says_what_became_of_it(ledger: Ledger, judged: list[Judgement]) -> None:
    found = listed(ledger)
    assert [one.judgement for one in found] == judged[::-1]
    assert [one.standing for one in found] == ["holds", "holds", "holds", "outranked", "withdrawn"]
    back = found[-1].withdrawal
    assert back
    assert (back.by, back.verdict) == ("ada", "withdrawn")
    assert found[3].effect == "status: denied → contested; independent origins: 0 → 1; 1 statement regrouped"


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ({"by": "ben"}, [3, 2]),
        ({"by": "nobody"}, []),
        ({"verdict": "same"}, [1]),
        ({"about": "proposition"}, [2, 1]),
        ({"day": "2025-03-09"}, [4]),
        ({"in_force": True}, [4, 3, 2, 1]),
        ({"record": UNION_SAID}, [2, 1]),
        ({"by": "ada", "day": "2025-03-08", "in_force": True}, [1]),
    ],
)
def test_narrowed(ledger: Ledger, judged: list[Judgement], asked: dict[str, object], places: list[int]) -> None:
    assert [one.judgement for one in listed(ledger, **asked)] == [judged[place] for place in places]


def test_piece_by_piece_nothing_is_lost_or_shown_twice(ledger: Ledger, judged: list[Judgement]) -> None:
    found, after = [], None
    with ledger.view() as view:
        while True:
            piece, after = history.listed(view, Asked(), limit=2, after=after)
            found += piece
            if after is None:
                break
    assert [one.judgement for one in found] == judged[::-1]


def test_one_by_its_id(ledger: Ledger, judged: list[Judgement]) -> None:
    with ledger.view() as view:
        found = history.entry(view, judged[0].id)
        assert found
        assert found.withdrawal
        assert history.entry(view, found.withdrawal.id) is None
        assert history.entry(view, "0" * 16) is None
        assert found.as_dict()["withdrawn_by"] == "ada"


def test_ends_are_what_they_are_now(ledger: Ledger) -> None:
    ada = Desk(ledger)
    ostrow = read(ledger, lambda view: source_named(view, "Jana Ostrow"))
    ada.kept(thing("source", ostrow), "grade", reliability="C")
    ada.kept(thing("source", f"{OSTROW_SAID}/0", ostrow), "same")
    ada.kept(thing("attribution", TOLL_SAID), "corrected", changes=Amendment(polarity="deny"))
    corrected, pair, grade = listed(ledger)
    assert [(end.account.id if end.account else None, end.name) for end in corrected.ends] == [
        (TOLL_SAID, "Jana Ostrow")
    ]
    assert corrected.changes == ("stance: says that it is so → says that it is not so",)
    assert [end.name for end in grade.ends] == ["Jana Ostrow"]
    assert pair.ends[0].account
    assert pair.ends[0].account.id == OSTROW_SAID
    assert corrected.ends[0].quote == TOLL_CORRECTED.article.text[slice(*TOLL_CORRECTED.attributions[0].content[0])]


def test_progress_counts_what_holds_of_a_day_by_person(ledger: Ledger, judged: list[Judgement]) -> None:
    assert judged
    with ledger.view() as view:
        found = history.progress(Known(view), date(2025, 3, 8))
        assert (found.judged, found.by) == (3, (("ben", 2), ("ada", 1)))
        assert history.progress(Known(view), date(2025, 3, 10)).judged == 0
        assert history.people(view) == ["ada", "ben"]
