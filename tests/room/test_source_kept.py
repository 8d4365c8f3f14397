"""What is known of a source is found out once for each state of a ledger."""

from __future__ import annotations

from pathlib import Path

from tests.room import source_made as made
from twosource.ledger import Ledger
from twosource.room.source_kept import profile_of


def test_it_is_kept_until_the_ledger_is_another(tmp_path: Path) -> None:
    made.make(tmp_path / "dam.db", judgements=[])
    with Ledger.open(tmp_path / "dam.db") as ledger:
        with ledger.view() as view:
            first = profile_of(view, made.ENGINEER.id)
            assert first is not None
            assert profile_of(view, made.ENGINEER.id) is first
            assert profile_of(view, "gone") is None
        with ledger.write() as writer:
            writer.judge(made.GRADED)
        with ledger.view() as view:
            again = profile_of(view, made.ENGINEER.id)
    assert again is not None
    assert (first.grades.about, again.grades.about) == ((), (made.GRADED,))
