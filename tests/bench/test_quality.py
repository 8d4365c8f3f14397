"""What counts as found: contents in quotation marks, and the measures, on made-up text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bench.quality import MEASURES, quoted, scores, table

TEXT = (
    "“The quay was safe,” said Anna Feld, the mayor. She added that it was “wholly sound”.\n\n"
    'The engineer called it "a ruin", and left.\n\nNobody knew of the “crack.'
)
Relation = dict[str, list[tuple[int, int]]]


def relation(source: str, cue: str, *content: str) -> Relation:
    def spans(*words: str) -> list[tuple[int, int]]:
        return [(TEXT.index(one), TEXT.index(one) + len(one)) for one in words if one]

    return {"source": spans(source), "cue": spans(cue), "content": spans(*content)}


SAID = relation("Anna Feld, the mayor", "said", "“The quay was safe,”")
ADDED = relation("She", "added", "that it was “wholly sound”")
CALLED = relation("The engineer", "called", 'it "a ruin"')


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (("“The quay was safe,”",), True),
        (("The quay was safe",), True),
        (("that it was “wholly sound”",), True),
        (("that it was “who",), False),
        (("a ruin",), True),
        (("She added that it was",), False),
        (("crack",), False),
        (("“wholly sound”", "a ruin"), True),
        ((), False),
    ],
)
def test_quoted_is_at_least_half_in_marks(content: Sequence[str], expected: bool) -> None:
    assert quoted(relation("", "", *content), TEXT) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([SAID, ADDED, CALLED], [(1, 1), (1, 1), (1, 1)]),
        ([relation("Feld", "said", "“The quay was safe,”")], [(1, 1 / 3), (0, 0), (1, 1 / 3)]),
        ([relation("Nobody", "knew", "“The quay was safe,”")], [(0, 0), (0, 0), (1, 1 / 3)]),
        ([], [(0, 0), (0, 0), (0, 0)]),
    ],
)
def test_measures(found: list[Relation], expected: list[tuple[float, float]]) -> None:
    rows = [{"text": TEXT, "relations": [SAID, ADDED, CALLED]}]
    told = scores(rows, [found])["all"]
    assert [(told[name]["precision"], told[name]["recall"]) for name in MEASURES] == expected


def test_what_is_found_outside_of_marks_is_not_held_against_a_tool_in_marks() -> None:
    rows = [{"text": TEXT, "relations": [SAID]}]
    other = relation("She", "added", "that it was")
    told = scores(rows, [[SAID, other]])
    assert told["all"][MEASURES[0]]["precision"] == 0.5
    assert told["quoted"][MEASURES[0]]["precision"] == 1.0


def test_the_table_has_a_row_a_contender_and_measure_and_says_what_is_absent() -> None:
    rows = [{"text": TEXT, "relations": [SAID]}]
    made = table({"contenders": {"one": scores(rows, [[SAID]])}, "absent": {"other": "no such thing"}})
    assert len(made) == 1 + 2 * len(MEASURES) + 1
    assert made[-1][1] == "not run: no such thing"
