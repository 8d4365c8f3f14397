from __future__ import annotations

import pytest

from tests.upkeep.made import WordReader
from twosource.across import Proposition, Status
from twosource.brief.choice import Choice
from twosource.brief.choose import choose, weight
from twosource.ledger import View


def wordings(view: View, question: str | None = None, *, by_meaning: bool = True, **choice: object) -> list[str]:
    reader = WordReader() if by_meaning else None
    return [one.wording for one in choose(view, question, Choice(**choice), reader=reader)]  # type: ignore[arg-type]


def test_without_a_question_all_is_chosen_once_and_the_most_told_first(story: View) -> None:
    found = wordings(story)
    assert sorted(found) == sorted(one.wording for one in story.propositions())
    assert found[0] == "six passengers of the ferry Morning Star drowned off Orrin"


@pytest.mark.parametrize("by_meaning", [True, False])
@pytest.mark.parametrize(
    ("question", "expected"),
    [("Will the bakers strike?", "bakers of Sarnow"), ("Who drowned off Orrin?", "drowned off Orrin")],
)
def test_a_question_finds_what_it_asks_for(story: View, question: str, expected: str, by_meaning: bool) -> None:
    found = wordings(story, question, by_meaning=by_meaning)
    assert expected in found[0]
    assert not any("bakers" in one for one in found if "bakers" not in question)


def test_a_question_about_nothing_there_finds_nothing(story: View) -> None:
    assert wordings(story, "zzyzx quux") == []
    assert wordings(story, "?!") == []


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({"outlet": "sarnow  courier"}, ["The bakers of Sarnow will strike on Friday"]),
        ({"source": "seamen"}, ["the Morning Star carried too many passengers"]),
        ({"until": "2025-03-03"}, None),
        ({"source": "nobody at all"}, []),
    ],
)
def test_a_choice_narrows(story: View, choice: dict[str, str], expected: list[str] | None) -> None:
    found = wordings(story, **choice)
    if expected is None:
        assert found
        assert not any("bakers" in one for one in found)
    else:
        assert found == expected


def test_days_are_taken_whole(story: View) -> None:
    day = wordings(story, since="2025-03-05", until="2025-03-05")
    assert any("bakers" in one for one in day)
    assert wordings(story, since="2025-03-06") == []


def proposition(status: Status, wording: str = "the ferry carried too many passengers", **more: object) -> Proposition:
    return Proposition(  # type: ignore[arg-type]
        **{"attributions": ("a",), "independent": (1, 1)} | more, wording=wording, status=status
    )


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (proposition("contested"), proposition("single-origin")),
        (proposition("denied"), proposition("unconfirmed")),
        (proposition("several-origins", independent=(1, 4)), proposition("several-origins", independent=(1, 2))),
        (proposition("single-origin", attributions=("a", "b", "c")), proposition("single-origin")),
        (proposition("single-origin"), proposition("unconfirmed", wording="to comment")),
    ],
)
def test_what_matters_weighs_more(more: Proposition, less: Proposition) -> None:
    assert weight(more) > weight(less)
