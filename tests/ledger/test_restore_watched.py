"""What changed and what feeds were watched, out of a ledger and back into one."""

from __future__ import annotations

import json

import pytest

from tests.ledger.conftest import Places
from tests.ledger.support import content, fill, lines_of
from twosource.across import Change, Feed, Unread
from twosource.errors import RecordRefused
from twosource.ledger import Ledger, restore

CHANGES = [
    Change(
        kind="first-denial" if number % 2 else "new-origin",
        proposition="p",
        attribution="a" if number else None,
        when=None,
        made_at="2025-03-05T10:00:00+00:00",
        text=f"Change {number} \ud800\x00",
    )
    for number in (3, 1, 2, 0)
]
FEEDS = [
    Feed(url="https://a.example/feed", etag='W/"1"', next_at="2025-03-05T10:00:00+00:00", failures=2, seen=("b", "a")),
    Feed(url="https://b.example/feed", modified="Tue, 04 Mar 2025 10:00:00 GMT"),
]
UNREAD = [
    Unread(source=source, reason="damaged \ud800", tried_at="2025-03-05T10:00:00+00:00")
    for source in ("a.pdf", "b.pdf")
]


def exported(ledger: Ledger) -> list[str]:
    with ledger.write() as writer:
        fill(writer)
        writer.add_changes(CHANGES)
        for feed in FEEDS:
            writer.put_feed(feed)
        for one in reversed(UNREAD):
            writer.put_unread(one)
    return content(ledger)


def test_changes_and_feeds_come_back_in_their_order(places: Places) -> None:
    with Ledger.open(places()) as first, Ledger.open(places()) as second:
        lines = exported(first)
        assert [line["text"] for line in lines_of("change", lines)] == [change.text for change in CHANGES]
        assert [line["url"] for line in lines_of("feed", lines)] == [feed.url for feed in FEEDS]
        with second.write() as writer:
            counts = restore(writer, lines)
        assert (counts["change"], counts["feed"], counts["unread"]) == (4, 2, 2)
        assert content(second) == lines
        with second.view() as view:
            assert list(view.every_change()) == CHANGES
            assert view.feeds() == FEEDS
            assert view.unread() == UNREAD


@pytest.mark.parametrize("type_", ["change", "feed", "unread"])
def test_the_same_twice_is_refused_by_its_line(places: Places, type_: str) -> None:
    with Ledger.open(places()) as first, Ledger.open(places()) as second:
        lines = exported(first)
        place = next(number for number, line in enumerate(lines) if json.loads(line)["type"] == type_)
        doubled = [*lines[: place + 1], lines[place], *lines[place + 1 :]]
        with second.write() as writer, pytest.raises(RecordRefused, match=f"line {place + 2}: a line before it holds"):
            restore(writer, doubled)


@pytest.mark.parametrize(
    ("type_", "change"),
    [
        ("change", {"kind": None}),
        ("change", {"id": "0"}),
        ("change", {"more": 1}),
        ("feed", {"seen": None}),
        ("feed", {"failures": ...}),
        ("unread", {"reason": ...}),
        ("unread", {"more": 1}),
    ],
)
def test_a_line_that_is_no_such_record_is_refused(places: Places, type_: str, change: dict[str, object]) -> None:
    with Ledger.open(places()) as first, Ledger.open(places()) as second:
        lines = exported(first)
        place = next(number for number, line in enumerate(lines) if json.loads(line)["type"] == type_)
        fields = {**json.loads(lines[place]), **change}
        lines[place] = json.dumps({name: value for name, value in fields.items() if value is not ...}) + "\n"
        with second.write() as writer, pytest.raises(RecordRefused, match=f"line {place + 1}"):
            restore(writer, lines)


def test_a_ledger_that_watches_feeds_is_not_empty(places: Places) -> None:
    with Ledger.open(places()) as ledger, ledger.write() as writer:
        writer.put_feed(FEEDS[0])
        with pytest.raises(RecordRefused, match="empty ledger"):
            restore(writer, [])
