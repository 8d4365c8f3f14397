from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.origins.made import article
from twosource.across import Unread
from twosource.errors import LedgerBusy, SourceError, SourceMissing, SourceUnreadable
from twosource.ledger import Ledger, Trying

DAY = datetime(2025, 3, 5, 8, tzinfo=UTC)


def unread(source: str, hour: int, reason: str = "damaged") -> Unread:
    return Unread(source=source, reason=reason, tried_at=f"2025-03-05T{hour:02}:00:00+00:00")


def kept(ledger: Ledger) -> list[tuple[str, str]]:
    with ledger.view() as view:
        assert view.count_unread() == len(view.unread())
        return [(one.source, one.reason) for one in view.unread()]


def test_each_source_is_kept_once_the_last_tried_first(ledger: Ledger) -> None:
    with ledger.write() as writer:
        for one in (unread("a.pdf", 1), unread("b.pdf", 2), unread("\ud800\x00", 3), unread("a.pdf", 4, "is empty")):
            writer.put_unread(one)
        writer.drop_unread(["b.pdf", "never.pdf"])
        expected = [unread("a.pdf", 4, "is empty"), unread("\ud800\x00", 3)]
        assert (writer.unread(), writer.unread(limit=1), writer.count_unread()) == (expected, expected[:1], 2)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (SourceUnreadable("a.pdf", "damaged"), [("a.pdf", "damaged")]),
        (SourceMissing("https://a.example/", "host not found"), [("https://a.example/", "host not found")]),
        (SourceMissing("mistyped.html", "no such file"), []),
    ],
)
def test_what_fails_is_kept_but_for_a_name_of_no_file(
    ledger: Ledger, error: SourceError, told: list[tuple[str, str]]
) -> None:
    Trying(ledger, clock=lambda: DAY).failed(error)
    assert kept(ledger) == told


@pytest.mark.parametrize(
    "more",
    [{"source": "a.pdf"}, {"url": "a.pdf"}, {"source": "b.pdf", "url": "a.pdf"}],
    ids=["file", "address", "both"],
)
def test_what_can_be_read_again_is_struck_off(ledger: Ledger, more: dict[str, str]) -> None:
    Trying(ledger).failed(SourceUnreadable("a.pdf", "damaged"))
    Trying(ledger).read(article("Another.", source="c.pdf"))
    assert kept(ledger) == [("a.pdf", "damaged")]
    Trying(ledger).read(article("The text.", **more))
    assert kept(ledger) == []


def test_a_file_of_which_one_line_fails_stays_kept_with_the_first_reason(ledger: Ledger) -> None:
    for _ in range(2):
        trying = Trying(ledger)
        trying.read(article("One.", source="a.jsonl"))
        trying.failed(SourceUnreadable("a.jsonl", "line 2: not JSON"))
        trying.read(article("Two.", source="a.jsonl"))
        trying.failed(SourceUnreadable("a.jsonl", "line 4: not JSON"))
        trying.failed(SourceUnreadable("a.jsonl", "line 5: not JSON"))
        assert kept(ledger) == [("a.jsonl", "line 2: not JSON (and 2 more)")]


def test_the_time_is_told_in_utc_to_the_second(ledger: Ledger) -> None:
    local = DAY.replace(microsecond=7).astimezone(timezone(timedelta(hours=5)))
    Trying(ledger, clock=lambda: local).failed(SourceUnreadable("a.pdf", "damaged"))
    with ledger.view() as view:
        assert [one.tried_at for one in view.unread()] == ["2025-03-05T08:00:00+00:00"]


def test_while_another_writes_for_long_nothing_is_kept_and_nothing_breaks(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db", timeout=0.01) as ledger:
        trying = Trying(ledger)
        with Ledger.open(tmp_path / "a.db") as other, other.write():
            trying.failed(SourceUnreadable("a.pdf", "damaged"))
            with pytest.raises(LedgerBusy), ledger.write():
                pass
        assert kept(ledger) == []


@given(st.lists(st.tuples(st.sampled_from("abc"), st.booleans()), max_size=12))
@settings(max_examples=40, deadline=None)
def test_what_is_kept_is_what_failed_when_it_was_last_tried(tries: list[tuple[str, bool]]) -> None:
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "a.db") as ledger:
        for source, fails in tries:
            trying = Trying(ledger, clock=lambda: DAY)
            if fails:
                trying.failed(SourceUnreadable(source, "damaged"))
            else:
                trying.read(article("Text.", source=source))
        last = dict(tries)
        assert kept(ledger) == [(source, "damaged") for source in sorted(last) if last[source]]
