"""Relations in words: what a target tells, and the reasons for what is chosen."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from tests.link.made import FOUR, RUTH, a_gist, found, told
from tests.origins.made import person
from twosource.across import Relation
from twosource.link.compare import Evidence
from twosource.link.gist import Amount, Gist, gist
from twosource.link.relation import relation
from twosource.link.traits import CHOICES


def choose(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """Let all words speak for ``kind``."""
    weights = {one: {"bias": 9.0 if one == kind else 0.0} for one in CHOICES}
    monkeypatch.setattr("twosource.link.relation.kinds", lambda: weights)


@pytest.mark.parametrize(
    ("polarity", "expected"),
    [
        ("affirm", ("supports", ("it confirms the other",))),
        ("deny", ("doubts", ("it denies the other",))),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_statement_about_the_other_is_told_by_its_target(
    polarity: Any, expected: tuple[str, tuple[str, ...]], first: bool
) -> None:
    one = a_gist()
    about = a_gist("the report was right", polarity=polarity, target=one.id)
    assert relation(*((about, one) if first else (one, about)), found()) == expected


def test_a_target_elsewhere_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, "agrees")
    assert relation(a_gist(), a_gist(target="elsewhere"), found())[0] == "agrees"


def figure(low: float | None, high: float | None, bound: Any = "exact", unit: str = "dead") -> Amount:
    return Amount(low, high, bound, unit, noun=unit)


STERN = gist(told("Omar Stern", "said", FOUR, person("Omar Stern")))
REASONS: list[tuple[str, dict[str, Any], dict[str, Any], Evidence, tuple[str, ...]]] = [
    ("same", {}, {}, found(speaker=1, own=0.87),
     ("both have it from Ruth Hale", "the same: Ruth Hale", "87 % of their words are the same")),
    ("same", {}, {}, found(speaker=0.5, own=0.84), ()),
    ("same", {"speaker": None}, {}, found(speaker=1), ()),
    ("agrees", {}, {}, found(speaker=1, own=1), ("both have it from Ruth Hale", "the same: Ruth Hale")),
    ("agrees", {}, {"speaker": STERN.speaker}, found(), ()),
    ("contradicts", {}, {}, found(speaker=1), ("their words exclude each other",)),
    ("contradicts", {"polarity": "deny"}, {"polarity": "deny"}, found(), ("their words exclude each other",)),
    ("contradicts", {"polarity": "deny"}, {}, found(), ("one says so, the other denies it",)),
    ("contradicts", {}, {"polarity": "withhold"}, found(), ("one says so, the other does not confirm it",)),
    ("differs", {"amounts": (figure(16, 16),)}, {"amounts": (figure(19, None, "at_least"),)}, found(),
     ("16 and at least 19 dead",)),
    ("differs", {"amounts": (figure(None, 1200, "at_most"),)}, {"amounts": (figure(2000, 3000),)}, found(),
     ("at most 1,200 and 2,000 to 3,000 dead",)),
    ("differs", {"amounts": (figure(40, 40, "about", ""),)}, {"amounts": (figure(2.5, 2.5, unit=""),)}, found(),
     ("about 40 and 2.5",)),
    ("differs", {"amounts": (figure(16, 16),)}, {"amounts": (figure(19, 19, unit="boat"),)}, found(), ()),
    ("differs", {"amounts": (figure(16, 16),)}, {"amounts": (figure(16, 16),)}, found(), ()),
    ("updates", {}, {}, found(days=0.1), ("a day later",)),
    ("updates", {}, {}, found(days=0.3), ("3 days later",)),
    ("updates", {}, {}, found(days=1), ("ten days later or more",)),
    ("updates", {"day": None}, {}, found(days=0), ()),
    ("updates", {"amounts": (figure(16, 16),)}, {"amounts": (figure(19, 19),)}, found(days=0.2, speaker=1),
     ("both have it from Ruth Hale", "the same: Ruth Hale", "16 and 19 dead", "2 days later")),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "left", "right", "numbers", "expected"), REASONS)
def test_reasons(
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    left: dict[str, Any],
    right: dict[str, Any],
    numbers: Evidence,
    expected: tuple[str, ...],
) -> None:
    choose(monkeypatch, kind)
    assert relation(a_gist(**left), a_gist(**right), numbers) == (kind, expected)


def test_who_speaks_is_named_as_the_later_does(monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, "agrees")
    short, full = (gist(told(name, "said", FOUR, person(name))) for name in ("R. Hale", "Ruth Hale"))
    assert relation(short, full, found(speaker=1))[1][0] == "both have it from Ruth Hale"


@pytest.mark.parametrize("other", [a_gist(), a_gist("nobody had drowned", polarity="deny"), STERN])
def test_what_ships_chooses_among_all(other: Gist) -> None:
    kind, reasons = relation(a_gist(), other, found(cosine=0.8, own=0.5))
    assert kind in get_args(Relation)
    assert all(reasons)
    assert RUTH.name


@pytest.mark.parametrize("other", ["deny", "withhold"])
@pytest.mark.parametrize("first", [True, False])
def test_opposite_stances_are_a_contradiction_whatever_the_weights(other: Any, first: bool) -> None:
    one, two = a_gist(), a_gist(polarity=other)
    earlier, later = (one, two) if first else (two, one)
    assert relation(earlier, later, found(own=0.5))[0] == "contradicts"


@pytest.mark.parametrize(
    ("denial", "other", "opposed"),
    [
        ("there was no sign that it was a bomb", "it had been a bomb", True),
        ("there was no sign that it was a bomb", "it was not a bomb", False),
        ("it was a bomb", "it was not a bomb", False),
        ("it was a bomb", "it had been a bomb", True),
    ],
)
def test_two_noes_do_not_exclude_each_other(
    monkeypatch: pytest.MonkeyPatch, denial: str, other: str, opposed: bool
) -> None:
    choose(monkeypatch, "agrees")
    kind, _ = relation(a_gist(denial, polarity="deny"), a_gist(other), found())
    assert (kind == "contradicts") == opposed
