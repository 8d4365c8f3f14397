"""Only what people graded is a review."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.upkeep.corrected import amend, withdrawal
from tests.upkeep.made import TOLL, WIRE, fill
from twosource import upkeep
from twosource.across import Anchor, Judgement
from twosource.export.claimreview import GRADES, lines
from twosource.ledger import Ledger
from twosource.review.amended import Amendment


def grade(place: int = 0, **more: Any) -> Judgement:
    found = WIRE.attributions[place]
    fields = {"verdict": "grade", "by": "ada", "made_at": "2025-03-05T00:00:00+00:00"} | more
    anchor = Anchor(record=found.id, article=WIRE.article.id, span=found.content[0])
    return Judgement(about="attribution", left=anchor, **fields)


def reviews(folder: Path, *judgements: Judgement) -> list[dict[str, Any]]:
    with Ledger.open(folder / "a.db") as ledger:
        fill(ledger, [WIRE, TOLL], judgements)
        with ledger.view() as view:
            return [json.loads(line) for line in lines(view)]


def test_a_grade_is_a_review_by_the_one_who_gave_it(tmp_path: Path) -> None:
    (review,) = reviews(tmp_path, grade(credibility=4, note="Seen by nobody else."))
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"].startswith("The ferry Morning Star sank off Orrin")
    assert review["author"] == {"@type": "Person", "name": "ada"}
    assert review["reviewRating"] == {
        "@type": "Rating",
        "ratingValue": 4,
        "bestRating": 1,
        "worstRating": 5,
        "alternateName": "Doubtful",
    }
    assert review["reviewBody"] == "Seen by nobody else."
    assert review["itemReviewed"]["author"]["name"] == "Jana Ostrow"
    assert review["itemReviewed"]["appearance"]["url"] == WIRE.article.url


@pytest.mark.parametrize(
    "judgements",
    [
        [],
        [grade()],
        [grade(verdict="right")],
        [grade(verdict="note", note="interesting")],
        [
            grade(credibility=1),
            Judgement(
                verdict="withdrawn",
                about="attribution",
                left=Anchor(record=grade(credibility=1).id),
                made_at="2025-03-06T00:00:00+00:00",
            ),
        ],
    ],
)
def test_nothing_else_is_one(tmp_path: Path, judgements: list[Judgement]) -> None:
    assert reviews(tmp_path, *judgements) == []


def test_a_denial_is_reviewed_as_one_and_a_refusal_not_at_all(tmp_path: Path) -> None:
    denial, refusal = TOLL.attributions[1], WIRE.attributions[2]
    assert (denial.polarity, refusal.polarity) == ("deny", "withhold")
    judgements = [grade(credibility=2, made_at=f"2025-03-0{place + 1}") for place in range(2)]
    anchors = [
        Anchor(record=denial.id, article=TOLL.article.id, span=denial.content[0]),
        Anchor(record=refusal.id, article=WIRE.article.id, span=refusal.content[0]),
    ]
    given = [replace(one, left=anchor) for one, anchor in zip(judgements, anchors, strict=True)]
    (review,) = reviews(tmp_path, *given)
    assert review["claimReviewed"] == "It is denied: the Morning Star carried too many passengers"


def test_a_wrong_extraction_is_not_reviewed(tmp_path: Path) -> None:
    assert reviews(tmp_path, grade(credibility=2), grade(verdict="wrong", by="bo")) == []


def test_a_grade_outlives_a_new_extraction(tmp_path: Path) -> None:
    known = grade(credibility=2)
    (review,) = reviews(tmp_path, replace(known, left=replace(known.left, record="0" * 16)))
    assert review["claimReviewed"].startswith("The ferry Morning Star sank off Orrin")


def test_what_cannot_be_judged_has_no_place_on_the_scale(tmp_path: Path) -> None:
    (review,) = reviews(tmp_path, grade(credibility=6))
    assert "ratingValue" not in review["reviewRating"]


def test_every_grade_has_its_words(tmp_path: Path) -> None:
    found = reviews(tmp_path, *(grade(credibility=one, made_at=f"2025-03-0{one}") for one in GRADES))
    assert [one["reviewRating"]["alternateName"] for one in found] == list(GRADES.values())


def test_a_grade_of_what_was_corrected_since_is_a_review_of_nothing(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        fill(ledger, [WIRE, TOLL], [grade(credibility=2)])
        with ledger.write() as writer:
            made = amend(writer, WIRE.attributions[0].id, Amendment(polarity="deny"))
            assert not list(lines(writer))
            upkeep.judge(writer, [withdrawal(made)])
            assert len(list(lines(writer))) == 1
