"""textacy's quotations as relations, where it is installed: it is in the group of the bench alone."""

from __future__ import annotations

import warnings

import pytest

from bench import contenders, gendergap
from bench.contenders import CONTENDERS, missing

SAFE = "“It is perfectly safe here,” the mayor said."
OPEN = "“We shall see about that tomorrow, the engineer said."


@pytest.fixture(autouse=True)
def _installed() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in ("spacy", "textacy", contenders.MODEL):
            pytest.importorskip(name)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SAFE, ["“It is perfectly safe here,”"]),
        (f"{OPEN}\n\n{SAFE}", ["“It is perfectly safe here,”"]),
        (OPEN, []),
        ("Nobody spoke.", []),
    ],
)
def test_a_text_with_an_odd_number_of_marks_is_asked_by_paragraphs(text: str, expected: list[str]) -> None:
    _, found = CONTENDERS["textacy"]([text])
    assert found is not None
    assert [text[s:e] for one in found[0] for s, e in one["content"]] == expected
    assert ["mayor" in [text[s:e] for s, e in one["source"]] for one in found[0]] == [True] * len(expected)


def test_only_the_rules_that_are_no_package_may_be_missing() -> None:
    assert missing().keys() == (set() if gendergap.there() else {"gendergap"})
