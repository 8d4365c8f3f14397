"""Where a proposition went."""

from __future__ import annotations

from pathlib import Path

from tests.web import made
from twosource.across import Proposition
from twosource.ledger import Ledger
from twosource.room.story_gone import successor


def test_its_first_statement_leads_to_the_one_that_has_it_now(tmp_path: Path) -> None:
    made.make(tmp_path / "mill.db")
    joined = Proposition(
        attributions=(made.GUARD.id, made.FELD.id, made.BRANDT.id),
        wording="people died",
        status="unconfirmed",
        independent=(2, 2),
    )
    with Ledger.open(tmp_path / "mill.db") as ledger, ledger.write() as writer:
        writer.drop_propositions([made.DEATHS.id, made.KNOWN.id])
        writer.put_propositions([joined])
        assert successor(writer, made.DEATHS.id) == joined
        writer.drop_propositions([made.DOORS.id])
        assert successor(writer, made.DOORS.id) is None
        assert successor(writer, "nothing") is None
