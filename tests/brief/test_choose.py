from __future__ import annotations

import pytest

from tests.brief.plainly import chosen
from tests.upkeep.made import WordReader
from twosource.across import Proposition, Status
from twosource.brief import choose as choosing
from twosource.brief.choice import Choice
from twosource.brief.choose import choose
from twosource.brief.near import FromLedger
from twosource.ledger import View


def wordings(view: View, question: str | None = None, *, by_meaning: bool = True, **choice: object) -> list[str]:
    finder = FromLedger(WordReader()) if by_meaning else None
    found = choose(view, question, Choice(**choice), finder=finder)  # type: ignore[arg-type]
    return [one.wording for one in found.propositions]


@pytest.mark.parametrize("sizes", [(3000, 100), (0, 1), (1, 2), (3000, 3)])
@pytest.mark.parametrize("by_meaning", [True, False])
@pytest.mark.parametrize(
    "choice",
    [
        Choice(),
        Choice(source="ostrow"),
        Choice(outlet="Coast Radio"),
        Choice(since="2025-03-04"),
        Choice(until="2025-03-04"),
        Choice(source="Ostrow", outlet="orrin gazette", since="2025-03-04", until="2025-03-04"),
        Choice(source="nobody"),
    ],
)
@pytest.mark.parametrize("question", [None, "Who drowned off Orrin?", "Will the bakers strike?", "zzyzx", "the ferry"])
def test_it_is_what_reading_and_sorting_everything_gives(
    story: View,
    monkeypatch: pytest.MonkeyPatch,
    question: str | None,
    choice: Choice,
    by_meaning: bool,
    sizes: tuple[int, int],
) -> None:
    monkeypatch.setattr(choosing, "_SORTED", sizes[0])
    monkeypatch.setattr(choosing, "_AT_ONCE", sizes[1])
    expected = chosen(story, question, choice, reader=WordReader() if by_meaning else None)
    found = choose(story, question, choice, finder=FromLedger(WordReader()) if by_meaning else None)
    assert list(found.propositions) == expected
    assert found.number == (None if question is None and not choice.narrows else len(expected))


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
    assert more.weight > less.weight
