"""What an address asks for, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.ledger import Sift
from twosource.room.stories_asked import LONGEST, Asked, asked


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, Asked()),
        ({"q": "", "status": "", "order": ""}, Asked()),
        ({"q": "  mill   fire "}, Asked(text="mill fire")),
        ({"status": "contested", "stance": "denies"}, Asked(sift=Sift(status="contested", stance="denies"))),
        ({"outlet": "Hill Post", "since": "2025-03-04"}, Asked(sift=Sift(outlet="Hill Post", since="2025-03-04"))),
        ({"order": "newest", "cursor": "abc"}, Asked(sorting="newest")),
        ({"q": "x" * 1000}, Asked(text="x" * LONGEST)),
    ],
)
def test_what_is_asked(fields: dict[str, str], expected: Asked) -> None:
    assert asked(fields) == (expected, [])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("status", "true"),
        ("stance", "silent"),
        ("since", "2025-13-01"),
        ("until", "yesterday"),
        ("since", "20250304"),
        ("order", "by-name"),
    ],
)
def test_what_cannot_be_asked_is_said_and_left_out(name: str, value: str) -> None:
    assert asked({name: value, "side": "Veldria"}) == (Asked(sift=Sift(side="Veldria")), [name])


@pytest.mark.parametrize(
    ("wanted", "sorted_by", "order"),
    [
        (Asked(), "matters", "weight"),
        (Asked(sorting="best"), "matters", "weight"),
        (Asked(text="mill"), "best", "weight"),
        (Asked(text="mill", sorting="oldest"), "oldest", "first"),
        (Asked(sorting="newest"), "newest", "last"),
    ],
)
def test_the_order_that_it_comes_to(wanted: Asked, sorted_by: str, order: str) -> None:
    assert (wanted.sorted_by, wanted.order) == (sorted_by, order)


def test_a_filter_can_be_let_go() -> None:
    wanted = Asked(text="mill", sift=Sift(status="denied", side="Veldria"), sorting="newest")
    assert wanted.without("status") == Asked(text="mill", sift=Sift(side="Veldria"), sorting="newest")
    assert wanted.without("q") == Asked(sift=wanted.sift, sorting="newest")


@given(
    text=st.text(max_size=30),
    side=st.none() | st.text(min_size=1, max_size=30),
    status=st.none() | st.sampled_from(["denied", "contested"]),
    since=st.none() | st.dates().map(str),
    sorting=st.none() | st.sampled_from(["best", "matters", "newest", "oldest"]),
)
def test_its_address_asks_for_the_same(
    text: str, side: str | None, status: str | None, since: str | None, sorting: str | None
) -> None:
    given_fields = {"q": text, "side": side, "status": status, "since": since, "order": sorting}
    wanted, refused = asked({name: value for name, value in given_fields.items() if value})
    assert not refused
    assert asked(wanted.fields) == (wanted, [])
