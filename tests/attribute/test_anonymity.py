from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.attribute.told import attributions
from twosource.records import Mention


def origin(text: str, source: str, cue: str, content: str) -> Mention:
    return attributions(text, (source, cue, content))[0].chain[-1]


@pytest.mark.parametrize(
    ("source", "number"),
    [
        ("Two officials", 2),
        ("Three senior diplomats", 3),
        ("The two officers", 2),
        ("At least 14 residents", 14),
        ("A dozen residents", 12),
        ("Half a dozen aides", 6),
        ("Several officials", None),
        ("Officials", None),
        ("One official", None),
        ("Anna Feld", None),
        ("Two of the officials", None),
        ("86 percent of residents", None),
        ("2016 delegates", None),
    ],
)
def test_how_many_speak(source: str, number: int | None) -> None:
    assert origin(f"{source} said the dam had broken.", source, "said", "the dam had broken").number == number


@pytest.mark.parametrize(
    ("text", "source", "anonymity", "reason"),
    [
        (
            "An aide, speaking on condition of anonymity because the talks are secret, said it broke.",
            "An aide, speaking on condition of anonymity because the talks are secret,",
            *("unnamed", "because the talks are secret"),
        ),
        (
            "The aide told friends on condition of anonymity to discuss private talks that it broke.",
            *("The aide", "unnamed", "to discuss private talks"),
        ),
        (
            "The aide said it broke. He spoke on condition of anonymity for fear of reprisals.",
            *("The aide", "unnamed", "for fear of reprisals"),
        ),
        (
            "The aide, who asked not to be named, said it broke.",
            "The aide, who asked not to be named,",
            "unnamed",
            None,
        ),
        ("The aide said it broke. The dam is old because nobody paid.", "The aide", "role-only", None),
        ("The aide said it broke. “I declined to be named as heir,” Tal said.", "The aide", "role-only", None),
    ],
)
def test_why_a_source_is_not_named(text: str, source: str, anonymity: str, reason: str | None) -> None:
    cue = "told" if "told" in text else "said"
    found = origin(text, source, cue, "it broke")
    assert (found.name, found.anonymity, found.reason) == (None, anonymity, reason)


def test_a_named_source_stays_named() -> None:
    text = "Anna Feld said it broke. He spoke on condition of anonymity because of the talks."
    found = origin(text, "Anna Feld", "said", "it broke")
    assert (found.name, found.anonymity, found.reason) == ("Anna Feld", "named", None)


@given(st.lists(st.sampled_from(["two", "officials", "spoke", "on condition of anonymity", "because", ".", "He", "“"])))
def test_any_words_around_a_source_are_read(words: list[str]) -> None:
    text = "Two officials said it broke. " + " ".join(words)
    found = origin(text, "Two officials", "said", "it broke")
    assert found.number == 2
    assert found.reason is None or found.reason.split()[0] in text
