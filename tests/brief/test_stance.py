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
