"""Counts outlive the process that made them, and so does the input that it died of."""

from __future__ import annotations

from pathlib import Path

from fuzz.tally import Tally


def test_what_was_tried_is_counted_and_the_slowest_kept(tmp_path: Path) -> None:
    with Tally(tmp_path) as tally:
        for data, seconds, peak in ((b"a", 0.1, 7), (b"b", 0.5, 9), (b"c", 0.2, 8)):
            tally.begin(data)
            tally.end(data, seconds=seconds, peak=peak)
    with Tally(tmp_path) as again:
        assert (again.tried, again.peak, again.slowest) == (3, 9, 0.5)
        assert again.given_up() is None
    assert (tmp_path / "slowest").read_bytes() == b"b"


def test_the_input_at_hand_is_given_up_once_and_counts(tmp_path: Path) -> None:
    for data in (b"", b"deadly", bytes(20_000)):
        with Tally(tmp_path) as dying:
            dying.begin(data)
        with Tally(tmp_path) as parent:
            before = parent.tried
            assert parent.given_up() == data
            assert parent.given_up() is None
            assert parent.tried == before + 1
