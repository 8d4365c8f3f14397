"""Evidence joins accounts, and says so: one speaker, one body, one relay, one newsroom."""

from __future__ import annotations

import pytest

from tests.origins.made import (
    BAY,
    DIVERS,
    FOUR,
    HILL,
    OMAR,
    RUTH,
    article,
    body,
    group,
    outlet,
    person,
    report,
    said,
    standing,
    unnamed,
)
from twosource.across import Account

JOINED: list[tuple[str, list[Account], str, str]] = [
    (
        "one speaker in two outlets",
        [said(HILL, FOUR, RUTH), said(BAY, FOUR, RUTH)],
        "utterance",
        "Bay Courier and Hill Post give the word of the same speaker, Ruth Hale",
    ),
    (
        "one speaker on two days",
        [said(HILL, FOUR, RUTH), said(report("Bay Courier", published="2025-03-06"), FOUR, RUTH)],
        "utterance",
        "Hill Post and Bay Courier give the word of the same speaker, Ruth Hale",
    ),
    (
        "a ministry and its minister",
        [said(HILL, FOUR, body("Transport Ministry")), said(BAY, FOUR, person("Ana Lund", "Transport Minister"))],
        "utterance",
        "speak for the same body",
    ),
    (
        "an outlet that another cites",
        [said(HILL, FOUR, unnamed("diver")), said(BAY, FOUR, outlet("Hill Post"))],
        "citation",
        "Bay Courier has it from Hill Post",
    ),
    (
        "the unnamed source of an outlet that another cites",
        [
            said(HILL, FOUR, unnamed("senior harbour official")),
            said(BAY, FOUR, outlet("The Hill Post"), unnamed("harbour official")),
        ],
        "citation",
        "Bay Courier has it from Hill Post",
    ),
    (
        "two who cite the same third",
        [said(HILL, FOUR, outlet("Reuters")), said(BAY, FOUR, outlet("Reuters"))],
        "citation",
        "Reuters",
    ),
    (
        "a witness known through another",
        [said(HILL, FOUR, RUTH), said(BAY, FOUR, RUTH, unnamed("diver"))],
        "citation",
        "Bay Courier knows what diver said from Ruth Hale",
    ),
    (
        "own reporting of one wire",
        [said(report("Bay Courier", credits=("Halm",)), FOUR), said(report("Halm News Agency"), FOUR)],
        "credit",
        "Bay Courier is credited to Halm",
    ),
    (
        "own reporting of two editions",
        [said(report("edition.cnn.com"), FOUR), said(report("CNN"), FOUR)],
        "family",
        "own reporting",
    ),
    (
        "sources whom two articles of one wire describe alike",
        [
            said(report("Bay Courier", credits=("Halm",)), FOUR, group("two port officials")),
            said(report("Halm News Agency"), FOUR, group("two port officials")),
        ],
        "credit",
        "both cite “two port officials”",
    ),
]


@pytest.mark.parametrize(("accounts", "basis", "why"), [case[1:] for case in JOINED], ids=[case[0] for case in JOINED])
def test_evidence_joins(accounts: list[Account], basis: str, why: str) -> None:
    found = standing(*accounts)
    (origin,) = found.origins
    assert origin.basis == basis
    assert any(why in reason for reason in origin.why), origin.why
    assert found.independent == (1, 1)


def test_the_outlet_named_in_its_own_article_is_no_citation() -> None:
    own = said(report("The Hill Post"), FOUR, outlet("the Post"), RUTH)
    assert len(standing(own, said(HILL, FOUR, OMAR)).origins) == 2


def test_what_a_source_told_an_agency_goes_with_the_agency() -> None:
    where = article(f"Ferry news\n\nA port official told Reuters that {FOUR}.", outlet="Hill Post")
    cue = where.text.index("told")
    teller = said(where, FOUR, unnamed("port official"), cue=((cue, cue + 4),))
    (origin,) = standing(teller, said(BAY, FOUR, outlet("Reuters"))).origins
    assert origin.basis == "citation"


def test_a_country_is_its_one_branch_that_speaks_in_the_article() -> None:
    where = article(f"Turkey says {FOUR}\n\nThe Turkish Transport Ministry said that {DIVERS}.", outlet="Hill Post")
    one = said(where, FOUR, body("Turkey")), said(where, DIVERS, body("Turkish Transport Ministry"))
    two = said(HILL, FOUR, body("Turkey")), said(BAY, FOUR, body("Turkish Transport Ministry"))
    assert len(standing(*one).origins) == 1
    assert standing(*two).independent == (1, 2)


def test_a_citation_leans_on_the_cited_outlets_own_article_first() -> None:
    early = said(report("Dale News", published="2025-03-01"), FOUR, outlet("Hill Post"), OMAR)
    own, citing = said(HILL, FOUR, RUTH), said(BAY, FOUR, outlet("Hill Post"))
    found = {origin.root: len(origin.attributions) for origin in standing(early, own, citing).origins}
    assert found == {"Omar Stern": 1, "Ruth Hale": 2}
