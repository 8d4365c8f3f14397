from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.attribute.told import Told, article, attributions, relations
from twosource.attribute.hedge import hedge
from twosource.language.facts import Facts


@pytest.mark.parametrize(
    ("text", "told", "expected"),
    [
        ("He allegedly told a friend that it was empty.", ("He", "told", "it was empty"), "allegedly"),
        ("He allegedly told a friend that it was empty.", ("He", "allegedly told", "it was empty"), "allegedly"),
        ("The two reportedly agreed that it would open.", ("The two", "agreed", "it would open"), "reportedly"),
        ("Feld is said to have warned that it leaks.", ("Feld", "warned", "it leaks"), "is said to"),
        # the speaker's own word, not the writer's
        ("Feld said the driver allegedly slept.", ("Feld", "said", "the driver allegedly slept"), None),
        ("“He allegedly told us,” Feld said.", ("Feld", "said", "“He allegedly told us,”"), None),
        # the whole cue: how it is said, no reserve about who said it
        ("The ship reportedly sank.", ("", "reportedly", "The ship sank"), None),
        # another clause
        ("He allegedly fled, and Feld said it was empty.", ("Feld", "said", "it was empty"), None),
        ("Feld said it was empty.", ("Feld", "said", "it was empty"), None),
    ],
)
def test_the_writers_reserve(text: str, told: Told, expected: str | None) -> None:
    parts = tuple(part.replace("The ship sank", "The ship … sank") for part in told)
    found = hedge(Facts(article(text)), relations(text, [parts])[0])  # type: ignore[list-item]
    assert (text[slice(*found)] if found else None) == expected


def test_a_hedge_leaves_the_certainty_alone() -> None:
    found = attributions("He allegedly told a friend that it was empty.", ("He", "told", "it was empty"))[0]
    assert (found.hedge, found.certainty) == ((3, 12), "unstated")


@given(st.lists(st.sampled_from(["Feld", "allegedly", "said", "“", "”", ",", "reportedly", "it", "."]), min_size=3))
def test_a_hedge_is_in_the_text_and_not_in_the_content(words: list[str]) -> None:
    text = "Feld " + " ".join(words) + " said so"
    relation = relations(text, [("Feld", "said", "so")])[0]
    found = hedge(Facts(article(text)), relation)
    assert found is None or text[slice(*found)].lower() in ("allegedly", "reportedly")
