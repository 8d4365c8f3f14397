"""A list of propositions: what each row says, in what order, and piece after piece."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web import made
from twosource.ledger import Ledger, Sift, View
from twosource.ledger.listing import Order
from twosource.room.stories import Stories, Summary, stories, summaries


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    path = tmp_path_factory.mktemp("room") / "mill.db"
    made.make(path)
    with Ledger.open(path) as ledger, ledger.view() as opened:
        yield opened


def row(view: View, id_: str) -> Summary:
    (found,) = summaries(view, [id_])
    return found


def test_a_row_counts_stances_and_outlets(view: View) -> None:
    doors = row(view, made.DOORS.id)
    assert doors.stances == {"says-so": 1, "may-be": 0, "denies": 1, "withholds": 0}
    assert doors.outlets == 1
    assert row(view, made.DEATHS.id).outlets == 2
    assert row(view, made.KNOWN.id).stances == {"says-so": 0, "may-be": 0, "denies": 0, "withholds": 1}


def test_a_row_tells_the_last_word(view: View) -> None:
    last = row(view, made.DEATHS.id).last
    assert last is not None
    assert (last.attribution, last.article, last.stance) == (made.BRANDT.id, made.RADIO.id, "says-so")
    assert (last.speaker, last.outlet) == ("Lea Brandt (fire chief)", "Valley Radio")
    assert (last.when, last.said) == ("2025-03-05", True)
    assert made.RADIO.text[slice(*last.span)] == last.quote == "At least three people died in the mill"


def test_a_row_tells_how_the_last_speaker_stands(view: View) -> None:
    last = row(view, made.DOORS.id).last
    assert last is not None
    assert (last.attribution, last.stance, last.said) == (made.OTT.id, "denies", False)


def test_a_row_tells_what_changed(view: View) -> None:
    assert row(view, made.DEATHS.id).change == made.CHANGE
    assert row(view, made.DOORS.id).change is None


def test_rows_are_told_in_full(view: View) -> None:
    told = row(view, made.DEATHS.id).as_dict()
    assert (told["id"], told["status"], told["statements"]) == (made.DEATHS.id, "figures-differ", 2)
    assert told["independent"] == {"low": 2, "high": 2}
    assert told["change"]["text"] == "The toll moved from 2 to at least 3"


ORDERS: list[tuple[Order, list[str]]] = [
    ("weight", [one.id for one in sorted(made.PROPOSITIONS, key=lambda one: (-one.weight, one.id))]),
    ("last", [made.DOORS.id, made.KNOWN.id, made.DEATHS.id]),
    ("first", [made.DEATHS.id, made.KNOWN.id, made.DOORS.id]),
]


@pytest.mark.parametrize(("order", "expected"), ORDERS)
def test_lists_are_sorted(view: View, order: Order, expected: list[str]) -> None:
    assert [one.id for one in stories(view, Sift(), order=order).items] == expected


@pytest.mark.parametrize(("order", "expected"), ORDERS)
@pytest.mark.parametrize("limit", [1, 2, 3, 4])
def test_pieces_make_the_whole(view: View, order: Order, expected: list[str], limit: int) -> None:
    pieces = list(_pieces(view, order, limit))
    assert [one.id for piece in pieces for one in piece.items] == expected
    assert all(piece.count == 3 for piece in pieces)
    assert len(pieces) == -(-3 // limit)


def _pieces(view: View, order: Order, limit: int) -> Iterator[Stories]:
    piece = stories(view, Sift(), order=order, limit=limit)
    yield piece
    while piece.next:
        piece = stories(view, Sift(), order=order, limit=limit, after=piece.next)
        yield piece


@pytest.mark.parametrize(
    ("sift", "expected"),
    [
        (Sift(status="contested"), [made.DOORS.id]),
        (Sift(stance="withholds"), [made.KNOWN.id]),
        (Sift(stance="denies"), [made.DOORS.id]),
        (Sift(outlet="valley radio"), [made.DEATHS.id]),
        (Sift(status="retracted"), []),
    ],
)
def test_lists_are_narrowed_and_counted(view: View, sift: Sift, expected: list[str]) -> None:
    found = stories(view, sift)
    assert [one.id for one in found.items] == expected
    assert found.count == len(expected)
    assert found.next is None
