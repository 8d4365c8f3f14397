from __future__ import annotations

import pytest

from tests.brief.made import RUTH, told
from twosource.brief.records import Stance
from twosource.brief.stance import stance
from twosource.records import Act, Certainty, Polarity


@pytest.mark.parametrize(
    ("towards", "content", "act", "certainty", "expected"),
    [
        ("affirm", "the ferry was full", "states", "unstated", "says-so"),
        ("affirm", "the ferry was full", "states", "certain", "says-so"),
        ("affirm", "the ferry might be full", "states", "possible", "may-be"),
        ("affirm", "the ferry was likely full", "states", "probable", "may-be"),
        ("deny", "the ferry was full", "denies", "unstated", "denies"),
        ("deny", "there was no sign that the ferry was full", "states", "unstated", "no-sign"),
        ("withhold", "whether the ferry was full", "declines", "unstated", "silent"),
        ("withhold", "it could not confirm that the ferry was full", "states", "unstated", "no-sign"),
    ],
)
def test_a_stance_follows_from_the_side_of_the_origin_and_the_words(
    towards: Polarity, content: str, act: Act, certainty: Certainty, expected: Stance
) -> None:
    assert stance(told("Ruth Hale", "said", content, RUTH, act=act, certainty=certainty), towards) == expected


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("has not yet confirmed", "no-sign"),
        ("could not verify", "no-sign"),
        ("declined to confirm", "silent"),
        ("would neither confirm nor deny", "silent"),
        ("would not say", "silent"),
    ],
)
def test_not_to_have_confirmed_is_not_to_refuse(cue: str, expected: Stance) -> None:
    account = told("Ruth Hale", cue, "that the ferry was full", RUTH, polarity="withhold", act="declines")
    assert stance(account, "withhold") == expected
