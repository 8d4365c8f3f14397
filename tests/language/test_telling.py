"""How much a few words tell."""

from __future__ import annotations

import pytest

from twosource.language.telling import telling


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", 0.0),
        ("it was so", 0.0),
        ("to comment", 0.25),
        ("which … as a fabrication", 0.25),
        ("the gates were locked", 0.5),
        ("the ferry, the ferry and the ferry", 0.25),
        ("the ferry Morning Star sank", 1.0),
        ("Six passengers of the ferry Morning Star drowned off Orrin", 1.0),
    ],
)
def test_different_words_that_count_tell(text: str, told: float) -> None:
    assert telling(text) == told
