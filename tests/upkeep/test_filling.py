"""Cases for a ledger that an earlier version made."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.ledger.support import content
from tests.upkeep.corrected import account, judge, judged
from tests.upkeep.made import DOUBTFUL, STORY, fill
from twosource import upkeep
from twosource.ledger import Ledger, Writer
from twosource.upkeep import filling
from twosource.upkeep.filling import DUE


@pytest.fixture
def ledger(tmp_path: Path) -> Iterable[Ledger]:
    with Ledger.open(tmp_path / "a.db") as opened:
        fill(opened, [*DOUBTFUL[:3], *STORY])
        yield opened


def make_old(ledger: Ledger) -> None:
    """As a version left it that kept no cases."""
    with ledger.write() as writer:
        writer.put_cases([owner for owner, _ in writer.every_case()], [])
        writer.put_keys(DUE, {"cases": [""]})


def test_an_older_ledger_gets_the_cases_that_it_would_have(ledger: Ledger) -> None:
    expected = content(ledger)
    assert [line for line in expected if '"case"' in line]
    make_old(ledger)
    heard: list[tuple[int, int]] = []
    upkeep.fill_cases(ledger, on_progress=lambda done, of: heard.append((done, of)))
    assert content(ledger) == expected
    with ledger.view() as view:
        things = view.counts()["propositions"] + view.counts()["sources"]
    assert heard[-1] == (things, things)


def test_where_nothing_is_due_nothing_is_done(ledger: Ledger) -> None:
    with ledger.view() as view:
        before = view.mark()
    upkeep.fill_cases(ledger)
    with ledger.view() as view:
        assert view.mark() == before


def test_who_is_interrupted_goes_on_where_they_were(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = content(ledger)
    make_old(ledger)
    monkeypatch.setattr(filling, "_AT_ONCE", 5)

    def stop(done: int, _: int) -> None:
        if done >= 10:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        upkeep.fill_cases(ledger, on_progress=stop)
    assert content(ledger) != expected
    made: list[int] = []
    original = filling._fill

    def counted(writer: Writer, batch: list[str]) -> set[str]:
        made.append(len(batch))
        return original(writer, batch)

    monkeypatch.setattr(filling, "_fill", counted)
    heard: list[int] = []
    upkeep.fill_cases(ledger, on_progress=lambda done, _: heard.append(done))
    assert content(ledger) == expected
    assert sum(made) <= heard[-1] - 10


def test_what_was_called_wrong_leaves_sources_and_links_then(ledger: Ledger) -> None:
    wrong = judged("wrong", account(STORY[0], 2))
    with Ledger.open(ledger.where + ".new") as new:
        fill(new, [*DOUBTFUL[:3], *STORY])
        judge(new, wrong)
        expected = content(new)
    with ledger.write() as writer:
        writer.judge(wrong)
    make_old(ledger)
    upkeep.fill_cases(ledger)
    assert content(ledger) == expected
