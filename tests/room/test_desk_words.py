"""What the desk calls things."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import pytest

from tests.room.test_desk_excerpt import FELD
from twosource.across import Account, Anchor, Judgement, Verdict
from twosource.records import Certainty, Polarity
from twosource.room import desk_words


def judged(**fields: Any) -> Judgement:
    given = {"verdict": "right", "about": "attribution", "left": Anchor(record="a"), **fields}
    return Judgement(**given)


OTHER = Anchor(record="b")


@pytest.mark.parametrize(
    ("given", "told", "subject"),
    [
        (judged(), "right", "a statement"),
        (judged(verdict="corrected", right=OTHER), "corrected", "a statement"),
        (judged(verdict="same", right=OTHER), "the same", "the origins of two statements"),
        (judged(verdict="not-same", about="proposition", right=OTHER), "not the same", "two statements"),
        (judged(verdict="unsure", about="link", right=OTHER), "unsure", "two statements"),
        (judged(verdict="note", about="proposition"), "a note", "a proposition"),
        (judged(verdict="same", about="source", right=OTHER), "the same", "two sources"),
        (judged(verdict="grade", about="source", reliability="B"), "grade B (usually reliable)", "a source"),
        (judged(verdict="grade", credibility=5), "grade 5 (improbable)", "a statement"),
        (judged(verdict="grade", about="source"), "not to be graded", "a source"),
    ],
)
def test_a_judgement_in_words(given: Judgement, told: str, subject: str) -> None:
    assert (desk_words.told(given), desk_words.subject(given)) == (told, subject)


def test_everything_has_a_name() -> None:
    assert all(desk_words.verdict(one) for one in get_args(Verdict))
    assert set(desk_words.POLARITIES) == set(get_args(Polarity))
    assert set(desk_words.CERTAINTIES) == set(get_args(Certainty))


def test_a_capital_changes_nothing_else() -> None:
    assert desk_words.capital("grade B (of TfL)") == "Grade B (of TfL)"


def test_what_a_correction_says_otherwise() -> None:
    def other(**fields: Any) -> Account:
        return replace(FELD, attribution=replace(FELD.attribution, **fields))

    assert desk_words.changes(FELD, FELD) == []
    assert desk_words.changes(FELD, other(polarity="deny", certainty="possible")) == [
        "stance: says that it is so → says that it is not so",
        "how sure: not stated → possible",
    ]
    (words,) = desk_words.changes(FELD, other(content=((*FELD.attribution.content[0][:1], 30),)))
    assert words.startswith("words: The mill burned for two nights → The mill")
    (speaker,) = desk_words.changes(FELD, other(chain=()))
    assert speaker.startswith("speaker: ")
