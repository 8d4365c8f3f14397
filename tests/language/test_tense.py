from __future__ import annotations

import pytest

from twosource.language.tense import lean


@pytest.mark.parametrize(
    ("clause", "way"),
    [
        ("the bridge will open on Tuesday", "future"),
        ("the bridge opened on Tuesday", None),
        ("she would come back, she said Tuesday", None),
        ("on Tuesday the council will vote", "future"),
        ("on Tuesday the council voted", None),
        ("the vote is scheduled for Tuesday", "future"),
        ("the bridge will be opened on Tuesday", "future"),
        ("the plan to rebuild it will, as he announced on Tuesday, cost more", None),
        ("the Tuesday meeting", None),
    ],
)
def test_the_verb_of_the_clause_tells(clause: str, way: str | None) -> None:
    start = clause.index("Tuesday")
    assert lean(clause, (0, len(clause)), (start, start + 7)) == way


def test_other_clauses_do_not_count() -> None:
    text = "It will rain. He came on Tuesday. It will snow."
    start = text.index("Tuesday")
    assert lean(text, (14, 33), (start, start + 7)) is None
