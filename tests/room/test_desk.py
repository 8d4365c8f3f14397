"""The review desk: what comes first, what it is shown with, and how it leaves and comes back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.room.judging_made import (
    FJORD,
    OSTROW_SAID,
    QUAY,
    SANK,
    TOLL_SAID,
    UNION_SAID,
    Desk,
    ask_about_toll,
    proposition_of,
    read,
    source_named,
    state_of,
    thing,
)
from twosource.ledger import Ledger, View
from twosource.ledger.waiting import waiting
from twosource.room import desk
from twosource.room.desk import Choice, Item
from twosource.room.desk_sides import SourceSide, StatementSide
from twosource.room.judging import Thing
from twosource.room.judging_known import Known


def queue(ledger: Ledger, **chosen: Any) -> list[Item]:
    found: list[Item] = read(ledger, lambda view: desk.queue(view, Choice(**chosen), limit=50)[0])
    return found


def chosen(ledger: Ledger, about: Thing) -> Item:
    found: Item | None = read(ledger, lambda view: desk.chosen(view, about))
    assert found
    return found


def test_what_is_most_worth_judging_comes_first_piece_by_piece(ledger: Ledger) -> None:
    whole = queue(ledger)
    assert [one.case.worth for one in whole] == sorted((one.case.worth for one in whole), reverse=True)
    pieces, after = [], None
    with ledger.view() as view:
        while True:
            found, after = desk.queue(view, Choice(), limit=2, after=after)
            pieces += found
            if after is None:
                break
    assert [one.case for one in pieces] == [one.case for one in whole]
    assert read(ledger, waiting) == len(whole)
    assert all(one.waits for one in whole)


def test_the_queue_is_narrowed_to_a_subject_or_to_what_it_bears_on(ledger: Ledger) -> None:
    whole = ask_about_toll(ledger)
    for subject in ("source", "proposition", "attribution"):
        assert {one.case.about for one in queue(ledger, about=subject)} == {subject}
    about = queue(ledger, proposition=whole)
    assert {one.case.proposition for one in about} == {whole}
    assert [one.case.id for one in queue(ledger, about="link", proposition=whole)] == [one.case.id for one in about]
    assert queue(ledger, about="source", proposition=whole) == []
    of_one = queue(ledger, attribution=OSTROW_SAID)
    assert of_one
    assert all(OSTROW_SAID in (one.case.left, one.case.right) for one in of_one)
    oslo = read(ledger, lambda view: source_named(view, "Oslo"))
    assert [one.case.left for one in queue(ledger, source=oslo)] == [oslo]
    assert queue(ledger, source="0" * 16) == []
    with ledger.view() as view:
        first, after = desk.queue(view, Choice(proposition=whole), limit=1)
        rest, _ = desk.queue(view, Choice(proposition=whole), limit=50, after=after)
    assert [one.case for one in (*first, *rest)] == [one.case for one in about]


def test_an_item_has_everything_that_it_takes_to_decide(ledger: Ledger) -> None:
    ask_about_toll(ledger)
    item = queue(ledger)[0]
    left = item.left
    assert isinstance(left, StatementSide)
    assert left.id == OSTROW_SAID
    assert left.speaker == "Ostrow"
    assert "".join(bit.text for bit in left.sentence).startswith("The ferry Morning Star carried too many passengers")
    assert any("differs" in bit.marks for bit in left.sentence)
    assert left.account.article.outlet == "Coast Radio"
    assert left.stance == "says-so"
    assert item.kind == "proposition"
    assert item.shared == left.proposition
    assert item.stakes
    assert item.case.reasons
    assert item.tag == state_of(ledger, item.thing)
    wire = item.as_dict()
    assert wire["etag"] == f'"{item.tag}"'
    assert [side["attribution"]["id"] for side in wire["sides"]] == [item.case.left, item.case.right]


def test_a_source_is_shown_by_the_two_wordings_that_a_score_joined(ledger: Ledger) -> None:
    (item,) = queue(ledger, about="source")
    assert item.kind == "sources"
    sides = [item.left, item.right]
    assert all(isinstance(one, SourceSide) for one in sides)
    names = {one.name for one in sides if one}
    articles = {example.account.article.id for one in sides if isinstance(one, SourceSide) for example in one.examples}
    assert names == {"Oslo", "Norwegian government (Norway)"}
    assert articles == {FJORD.article.id, QUAY.article.id}
    assert item.whole
    assert [worded for worded, _ in item.whole.wordings] == ["Norwegian government (Norway)"]


@pytest.mark.parametrize(
    ("about", "kind"),
    [
        (thing("attribution", TOLL_SAID), "attribution"),
        (thing("attribution", TOLL_SAID, SANK), "origin"),
        (thing("link", TOLL_SAID, UNION_SAID), "proposition"),
    ],
)
def test_anything_may_be_chosen(ledger: Ledger, about: Thing, kind: str) -> None:
    item = chosen(ledger, about)
    assert (item.kind, item.waits, item.thing) == (kind, False, about)
    assert item.tag == state_of(ledger, about)


def test_a_source_without_doubtful_joins_is_there_to_be_graded(ledger: Ledger) -> None:
    ostrow = read(ledger, lambda view: source_named(view, "Jana Ostrow"))
    item = chosen(ledger, thing("source", ostrow))
    assert item.kind == "source"
    assert isinstance(item.left, SourceSide)
    assert (item.left.name, item.left.size, len(item.left.examples)) == ("Jana Ostrow", 6, 3)
    assert len({example.account.quote for example in item.left.examples}) == 3


def test_a_single_mention_stands_for_what_has_its_words(ledger: Ledger) -> None:
    oslo = read(ledger, lambda view: source_named(view, "Oslo"))
    ((_, mention),) = chosen(ledger, thing("source", oslo)).whole.wordings  # type: ignore[union-attr]
    item = chosen(ledger, thing("source", mention, oslo))
    assert isinstance(item.left, SourceSide)
    assert (item.left.id, item.left.name, item.left.size) == (mention, "Norwegian government (Norway)", 1)


@pytest.mark.parametrize("about", [thing("attribution", "0" * 16), thing("source", "0" * 16), thing("source", "x/99")])
def test_what_is_not_there_cannot_be_chosen(ledger: Ledger, about: Thing) -> None:
    assert read(ledger, lambda view: desk.chosen(view, about)) is None


def test_a_case_whose_records_are_gone_is_passed_over(ledger: Ledger) -> None:
    """A verdict on one case may take another's sources away before the queue is made anew."""
    case = queue(ledger)[0].case

    def ask(view: View) -> list[Item]:
        return desk.items(Known(view), [replace(case, left="0" * 16), case])

    assert [one.case for one in read(ledger, ask)] == [case]


def test_a_verdict_takes_its_case_off_the_queue_and_undo_brings_it_back(ledger: Ledger) -> None:
    ada = Desk(ledger)
    before = [one.case.id for one in queue(ledger)]
    first = queue(ledger)[0]
    kept = ada.kept(first.thing, "right")
    assert first.case.id not in [one.case.id for one in queue(ledger)]
    assert chosen(ledger, first.thing).given == (kept,)
    ada.withdraw(kept)
    assert [one.case.id for one in queue(ledger)] == before
    assert chosen(ledger, first.thing).given == ()


def test_a_statement_may_be_taken_out_where_others_are_left(ledger: Ledger) -> None:
    whole = read(ledger, lambda view: proposition_of(view, TOLL_SAID))
    ((part, tag),) = chosen(ledger, thing("attribution", TOLL_SAID)).parts
    assert part == thing("proposition", TOLL_SAID, whole)
    assert tag == state_of(ledger, part)
    assert chosen(ledger, thing("attribution", UNION_SAID)).parts == ()
    # Of a pair in one proposition "not the same" takes the left one out.
    (other,) = chosen(ledger, thing("proposition", TOLL_SAID, SANK)).parts
    assert other[0].left == SANK
    both = chosen(ledger, thing("link", TOLL_SAID, SANK)).parts
    assert [one.left for one, _ in both] == [TOLL_SAID, SANK]


@pytest.mark.parametrize(
    ("about", "told"),
    [
        (thing("attribution", TOLL_SAID), "other statements of its proposition stay"),
        (thing("attribution", UNION_SAID), "it is the only statement of it"),
        (thing("proposition", TOLL_SAID, SANK), "They are in one proposition now, with 7 statements in all"),
        (thing("proposition", TOLL_SAID, UNION_SAID), "in two propositions now, of 7 statements and of 1"),
        (thing("attribution", TOLL_SAID, SANK), "They count as one origin now"),
    ],
)
def test_what_hangs_on_a_verdict_is_told(ledger: Ledger, about: Thing, told: str) -> None:
    assert told in " ".join(chosen(ledger, about).stakes)
