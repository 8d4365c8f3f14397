"""Who takes a statement back later, in another article, withdraws its origin."""

from __future__ import annotations

from tests.origins.made import (
    FOUR,
    HILL,
    OMAR,
    RUTH,
    report,
    said,
    standing,
)
from twosource.records import Interval


def test_who_takes_it_back_is_known() -> None:
    later = report("Bay Courier", published="2025-03-06")
    taken_back = standing(said(HILL, FOUR, RUTH), said(later, FOUR, RUTH, polarity="deny"))
    assert taken_back.withdrawn == (next(origin.id for origin in taken_back.origins if origin.stance == "affirm"),)
    for others in (said(later, FOUR, OMAR, polarity="deny"), said(HILL, "noon", RUTH, polarity="deny")):
        assert standing(said(HILL, FOUR, RUTH), others).withdrawn == ()
    again = said(report("Dale News", published="2025-03-07"), FOUR, RUTH)
    assert standing(said(HILL, FOUR, RUTH), said(later, FOUR, RUTH, polarity="deny"), again).withdrawn == ()


def test_within_one_article_nothing_is_taken_back() -> None:
    wednesday = Interval(start="2025-03-05", end="2025-03-06", text="on Wednesday")
    later = said(HILL, "noon", RUTH, polarity="deny", said=wednesday)
    assert standing(said(HILL, FOUR, RUTH), later).withdrawn == ()
