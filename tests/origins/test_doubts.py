"""Agreement alone joins nothing; what is not shown to be independent widens the range."""

from __future__ import annotations

import pytest

from tests.origins.made import (
    BAY,
    DALE,
    FOUR,
    HILL,
    OMAR,
    RUTH,
    body,
    outlet,
    person,
    said,
    standing,
    unnamed,
)
from twosource.across import Account

APART: list[tuple[str, list[Account], tuple[int, int]]] = [
    ("two named people who agree", [said(HILL, FOUR, RUTH), said(BAY, FOUR, OMAR)], (2, 2)),
    (
        "two ministries of one government",
        [said(HILL, FOUR, body("Corvian Transport Ministry")), said(BAY, FOUR, body("Corvian Health Ministry"))],
        (2, 2),
    ),
    (
        "ministries of two governments",
        [said(HILL, FOUR, body("Russian Health Ministry")), said(BAY, FOUR, body("Turkish Health Ministry"))],
        (2, 2),
    ),
    (
        "two professors of one university",
        [
            said(HILL, FOUR, person("Ida Ross", "professor", "Elin University")),
            said(BAY, FOUR, person("Max Ott", "professor", "Elin University")),
        ],
        (2, 2),
    ),
    ("two unnamed officials", [said(HILL, FOUR, unnamed("official")), said(BAY, FOUR, unnamed("official"))], (1, 2)),
    ("an unnamed official and a named person", [said(HILL, FOUR, unnamed("official")), said(BAY, FOUR, RUTH)], (1, 2)),
    (
        "an unnamed official of a known body and somebody of another",
        [
            said(HILL, FOUR, unnamed("official", "Port Authority")),
            said(BAY, FOUR, person("Ana Lund", "Transport Minister")),
        ],
        (2, 2),
    ),
    ("two outlets' own reporting", [said(HILL, FOUR), said(BAY, FOUR)], (1, 2)),
    ("two other outlets cited", [said(HILL, FOUR, outlet("Reuters")), said(BAY, FOUR, outlet("AFP"))], (1, 2)),
    (
        "a conclusion beside somebody who knows",
        [said(HILL, FOUR, RUTH), said(BAY, FOUR, OMAR, certainty="probable")],
        (1, 2),
    ),
    (
        "named people told of by one outlet",
        [said(HILL, FOUR, outlet("Reuters"), RUTH), said(BAY, FOUR, outlet("Reuters"), OMAR)],
        (2, 2),
    ),
]


@pytest.mark.parametrize(("accounts", "expected"), [case[1:] for case in APART], ids=[case[0] for case in APART])
def test_agreement_alone_joins_nothing(accounts: list[Account], expected: tuple[int, int]) -> None:
    found = standing(*accounts)
    assert [origin.basis for origin in found.origins] == ["own-word"] * len(accounts)
    assert found.independent == expected
    assert bool(found.doubts) == (expected[0] < expected[1])
    assert all(origin.shown for origin in found.origins) == (expected[0] == expected[1])


def test_one_doubted_origin_does_not_take_the_others_down() -> None:
    found = standing(said(HILL, FOUR, RUTH), said(BAY, FOUR, OMAR), said(DALE, FOUR, unnamed("official")))
    assert found.independent == (2, 3)
