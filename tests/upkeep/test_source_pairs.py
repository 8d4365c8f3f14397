"""Two sources that may be one: asked about, kept with both, and settled by any verdict."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest

from tests.upkeep.made import Piece, fill, piece
from twosource import upkeep
from twosource.across import Anchor, Case, Judgement, Verdict
from twosource.ledger import Ledger

LONG = piece(
    "Dam leaks\n\nThe dam of Orrin leaked on Monday, the Orrin Dam Authority said.",
    ("the Orrin Dam Authority", "said", "The dam of Orrin leaked on Monday"),
    outlet="Hill Post",
    url="https://hillpost.example/dam",
    published="2025-03-03",
)
SHORT = piece(
    "Dam is safe\n\nThe dam was safe, ODA said. The gates were open, the ODA told reporters.",
    ("ODA", "said", "The dam was safe"),
    ("the ODA", "told", "The gates were open"),
    outlet="Quay News",
    url="https://quay.example/dam",
    published="2025-03-04",
)
ABDEL = piece(
    "Gates shut\n\nAll gates will be shut, Rami Abdel Kast said.",
    ("Rami Abdel Kast", "said", "All gates will be shut"),
    outlet="Quay News",
    url="https://quay.example/gates",
    published="2025-03-05",
)
ABDUL = piece(
    "Gates open\n\nAll gates stay open, Rami Abdul Kast said.",
    ("Rami Abdul Kast", "said", "All gates stay open"),
    outlet="Fjord Times",
    url="https://fjord.example/gates",
    published="2025-03-05",
)
STORY = (LONG, SHORT, ABDEL, ABDUL)


def pairs(ledger: Ledger) -> list[Case]:
    with ledger.view() as view:
        return [case for case in view.cases(limit=100, about="source") if case.right]


def names(ledger: Ledger, case: Case) -> set[str | None]:
    with ledger.view() as view:
        return {one.name for one in view.sources([case.left, case.right or ""])}


def kept(ledger: Ledger) -> list[tuple[str, Case]]:
    with ledger.view() as view:
        return [entry for entry in view.every_case() if entry[1].about == "source"]


def verdict(ledger: Ledger, case: Case, said: Verdict) -> Judgement:
    with ledger.view() as view:
        left, right = upkeep.ends(view, case)
    given = Judgement(verdict=said, about="source", left=left, right=right, by="Jo", made_at="2025-04-01T10:00:00Z")
    with ledger.write() as writer:
        upkeep.judge(writer, [given])
    return given


def take_back(ledger: Ledger, one: Judgement) -> None:
    back = Judgement(
        verdict="withdrawn", about="source", left=Anchor(record=one.id), by="Jo", made_at="2025-04-02T10:00:00Z"
    )
    with ledger.write() as writer:
        upkeep.judge(writer, [back])


def test_two_that_may_be_one_are_asked_about_what_would_move_most_first(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        fill(ledger, (*STORY, _again("Rami Abdel Kast"), _again("Rami Abdul Kast")))
        people, bodies = pairs(ledger)
        assert names(ledger, people) == {"Rami Abdel Kast", "Rami Abdul Kast"}
        assert names(ledger, bodies) == {"Orrin Dam Authority", "ODA"}
        assert people.worth > bodies.worth
        assert bodies.doubt == bodies.worth > 0.5
        assert "were not taken for one" in bodies.reasons[0]
        assert bodies.reasons[1] == "ODA may be short for it: ODA, Orrin Dam Authority"
        with ledger.view() as view:
            for case in (people, bodies):
                assert case in view.cases_of([case.left])
                assert case in view.cases_of([case.right or ""])


def _again(name: str) -> Piece:
    """Another article that cites ``name``."""
    return piece(f"Weir inspected\n\nThe weir holds, {name} said.", (name, "said", "The weir holds"))


@pytest.mark.parametrize("said", ["same", "not-same", "unsure"])
def test_any_verdict_settles_it_until_it_is_taken_back(tmp_path: Path, said: Verdict) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        fill(ledger, STORY)
        before = kept(ledger)
        for case in pairs(ledger):
            given = verdict(ledger, case, said)
            assert case not in pairs(ledger)
            with ledger.view() as view:
                assert len(list(view.sources([case.left, case.right or ""]))) == (1 if said == "same" else 2)
            take_back(ledger, given)
            assert kept(ledger) == before


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
def test_the_order_of_adding_makes_no_difference(tmp_path: Path, order: Sequence[int]) -> None:
    found = []
    for number, pieces in enumerate((STORY, tuple(STORY[place] for place in order))):
        with Ledger.open(tmp_path / f"{number}.db") as ledger:
            fill(ledger, pieces)
            found.append(kept(ledger))
    assert len(found[0]) == 4
    assert found[0] == found[1]


def test_of_a_source_that_is_gone_nothing_is_asked(tmp_path: Path) -> None:
    newer = _newer(SHORT)
    with Ledger.open(tmp_path / "a.db") as ledger:
        fill(ledger, (LONG, SHORT))
        (case,) = pairs(ledger)
        fill(ledger, (newer,))
        assert pairs(ledger) == []
        assert kept(ledger) == []
        with ledger.view() as view, pytest.raises(KeyError):
            upkeep.ends(view, case)


def _newer(old: Piece) -> Piece:
    text = "Dam is safe\n\nThe dam was safe, mayor Anna Feld said."
    return piece(
        text,
        ("mayor Anna Feld", "said", "The dam was safe"),
        outlet="Quay News",
        url=old.article.url,
        published="2025-03-06",
    )
