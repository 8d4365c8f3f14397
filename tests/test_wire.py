"""Whatever a record writes of itself is read back as the same record."""

from __future__ import annotations

import json
from typing import Any

import pytest

from twosource import wire
from twosource.across import Account, Anchor, Judgement, Link, Origin, Proposition, Source
from twosource.records import Article, Attribution


def through_json(fields: dict[str, Any]) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(json.dumps(fields))
    return read


def test_an_article_and_its_attributions_come_back(article: Article, attributions: tuple[Attribution, ...]) -> None:
    back = wire.article(through_json(article.as_dict()))
    assert back.id == article.id
    assert back.as_dict() == article.as_dict()
    for one in attributions:
        again = wire.attribution(through_json(one.as_dict()), article_id=article.id)
        assert again.id == one.id
        assert again.as_dict() == one.as_dict()
        assert again.figures == one.figures
        assert again.chain == one.chain


RECORDS = [
    (
        wire.source,
        Source(
            name="Anna Feld",
            names=("A. Feld",),
            kind="person",
            anonymity="named",
            role="mayor",
            mentions=(("a1", 0), ("b2", 1)),
            score=0.91,
            reasons=("same surname and initial",),
            seed=("b2", 1),
        ),
    ),
    (wire.link, Link(left="a1", right="b2", relation="updates", score=0.5, reasons=("7 and 12 dead",))),
    (
        wire.proposition,
        Proposition(attributions=("a1", "b2"), wording="Two died", status="contested", independent=(1, 2)),
    ),
    (
        wire.origin,
        Origin(
            proposition="p",
            root="Anna Feld",
            basis="utterance",
            why=("Both give her word",),
            attributions=("a1",),
            stance="deny",
            side="Orrin",
            shown=True,
        ),
    ),
    (
        wire.judgement,
        Judgement(
            verdict="same",
            about="source",
            left=Anchor(record="s1", name="Anna Feld"),
            right=Anchor(record="s2", article="x", span=(3, 9)),
            by="ada",
            made_at="2025-03-05",
            note="the same mayor",
        ),
    ),
    (
        wire.judgement,
        Judgement(verdict="grade", about="source", left=Anchor(record="s1"), reliability="B", credibility=None),
    ),
]


@pytest.mark.parametrize(("read", "record"), RECORDS)
def test_records_across_articles_come_back(read: Any, record: Any) -> None:
    assert read(through_json(record.as_dict())) == record


def test_ids_outlive_growth() -> None:
    small = Proposition(attributions=("a",), wording="w", status="single-origin", independent=(1, 1))
    grown = Proposition(attributions=("a", "b"), wording="v", status="contested", independent=(1, 2))
    assert small.id == grown.id
    one = Source(name="A", kind="person", anonymity="named", mentions=(("m", 0),))
    more = Source(name="A B", kind="person", anonymity="named", mentions=(("a", 0), ("m", 0)), seed=("m", 0))
    assert one.id == more.id


def test_an_account_sorts_by_publication_and_tells_when_it_was_said(
    article: Article, attributions: tuple[Attribution, ...]
) -> None:
    first, second = (Account(article=article, attribution=one) for one in attributions)
    assert first.order < second.order
    assert first.when == article.published
    assert second.when == "2025-03-04"
    assert second.quote == "We know nothing of it, … Nothing."
