from __future__ import annotations

import pytest

from twosource.resolve.offices import head, is_single, is_voice, other_walk, same_office, tells_bearer


@pytest.mark.parametrize(
    ("role", "noun"),
    [
        ("Deputy Foreign Minister", "minister"),
        ("press secretary", "spokesperson"),
        ("secretary of state", "secretary"),
        ("women’s basketball coach", "coach"),
        ("former president", "president"),
        ("resident", None),
        (None, None),
    ],
)
def test_head(role: str | None, noun: str | None) -> None:
    assert head(role) == noun


@pytest.mark.parametrize(
    ("role", "voice", "single", "bearer"),
    [
        ("spokesman", True, False, True),
        ("prime minister", False, True, True),
        ("deputy minister", False, False, True),
        ("former president", False, False, True),
        ("general", False, False, True),
        ("official", False, False, False),
    ],
)
def test_what_an_office_tells(role: str, voice: bool, single: bool, bearer: bool) -> None:
    assert (is_voice(role), is_single(role), tells_bearer(role)) == (voice, single, bearer)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("minister", "foreign minister", True),
        ("interior minister", "foreign minister", False),
        ("defence minister", "defense minister", True),
        ("spokesman", "spokesperson", True),
        ("spokesman", "spokeswoman", False),
        ("spokesman", "minister", False),
        ("official", "official", False),
    ],
)
def test_same_office(one: str, other: str, same: bool) -> None:
    assert same_office(one, other) is same
    assert same_office(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "walks"),
    [("coach", "professor", ("sport", "science")), ("coach", "head coach", None), ("minister", "actor", None)],
)
def test_walks_of_life(one: str, other: str, walks: tuple[str, str] | None) -> None:
    assert other_walk(one, other) == walks
