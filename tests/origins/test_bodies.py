"""Bodies: which names are one, who speaks for it, and on which side it is."""

from __future__ import annotations

import pytest

from tests.origins import made
from twosource.origins.bodies import body, side, spoken_for
from twosource.records import Mention


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Interior Ministry", "Interior Minister", True),
        ("Ministry of Defence", "Defense Ministry", True),
        ("the city fire service", "fire chief", True),
        ("Corvian health officials", "Health Ministry", True),
        ("secretary of the Union of Harbour Workers", "Union of Harbour Workers", True),
        ("Russian Defence Ministry", "Ministry of Defence", True),
        ("Russian Defence Ministry", "Turkish Defence Ministry", False),
        ("Defence Ministry", "Foreign Ministry", False),
        ("Port Authority", "Airport Authority", False),
    ],
)
def test_may_be_one(one: str, other: str, expected: bool) -> None:
    first, second = body(one), body(other)
    assert first is not None
    assert second is not None
    assert first.may_be(second) is second.may_be(first) is expected


@pytest.mark.parametrize("text", ["the government", "two senior officials", "a spokesman", "", "the president"])
def test_words_that_tell_no_field_are_no_body(text: str) -> None:
    assert body(text) is None


SPEAKS = [
    (made.body("Interior Ministry"), "Interior Ministry", True),
    (made.person("Pavla Dorn", "Interior Minister"), "Interior Minister Pavla Dorn", True),
    (made.person("Anton Vesk", "spokesman", "Defence Ministry"), "Anton Vesk", True),
    (made.person("Mia Falk", "professor", "Elin University"), "Mia Falk", False),
    (made.person("Stefan Bruck", "lawmaker", "Homeland Party"), "Stefan Bruck", False),
    (made.unnamed("senior official", "Port Authority"), "a senior official of the Port Authority", False),
    (made.unnamed("director", "Port Authority"), "a director of the Port Authority", False),
    (made.group("health officials"), "health officials", True),
    (made.group("residents"), "residents", False),
    (made.outlet("Hill Post"), "Hill Post", False),
    (
        Mention(name=None, kind="person", anonymity="role-only", role="spokesman"),
        "a spokesman for the Port Authority",
        True,
    ),
    (Mention(name=None, kind="document", anonymity="role-only"), "a report by the Port Authority", True),
    (Mention(name=None, kind="document", anonymity="role-only"), "a note seen by the Port Authority", False),
]


@pytest.mark.parametrize(("mention", "designation", "expected"), SPEAKS, ids=[words for _, words, _ in SPEAKS])
def test_who_speaks_for_a_body(mention: Mention, designation: str, expected: bool) -> None:
    assert (spoken_for(mention, designation) is not None) is expected


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        (made.body("Russian Defence Ministry"), "Russia"),
        (made.body("Russian Foreign Ministry"), "Russia"),
        (made.person("Anton Vesk", "spokesman", "Kremlin"), "Russia"),
        (made.person("Gerd Strand", "chief executive", "Strand Terminals"), "Strand Terminals"),
        (made.person("Ruth Hale"), None),
    ],
)
def test_side(mention: Mention, expected: str | None) -> None:
    assert side(mention, mention.name or "") == expected
