from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support import span
from twosource.across import Anchor, Judgement, Proposition, Source
from twosource.ledger import Ledger
from twosource.link.verdicts import Fate
from twosource.records import Article, Attribution
from twosource.room.article_statements import Statement, reading, statement, statements


@pytest.fixture
def ledger(tmp_path: Path, article: Article, attributions: tuple[Attribution, ...]) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "mill.db") as opened:
        with opened.write() as writer:
            writer.add(article, attributions)
        yield opened


def told(ledger: Ledger, article: Article) -> list[Statement]:
    with ledger.view() as view:
        return statements(view, list(view.accounts(view.attributions_of([article.id])[article.id]).values()))


def judge(ledger: Ledger, *judgements: Judgement) -> None:
    with ledger.write() as writer:
        for one in judgements:
            writer.judge(one)


def test_a_statement_in_words(ledger: Ledger, article: Article) -> None:
    first, second = told(ledger, article)
    assert first.voices == [("the Courier", None), ("unnamed official (Mill Board)", None)]
    assert (first.speaker, first.stance, first.reading) == ("unnamed official (Mill Board)", "may-be", "almost certain")
    assert first.figures == ["at least 2 people"]
    assert (second.speaker, second.stance, second.reading) == ("Anna Feld (Mayor)", "silent", "uncertain")


def test_without_a_chain_the_words_of_the_source_are_told(tmp_path: Path, article: Article) -> None:
    unchained = Attribution(article_id=article.id, content=(span("Nothing."),), source=(span("Mayor Anna Feld"),))
    nobody = Attribution(article_id=article.id, content=(span("At least two people died"),))
    with Ledger.open(tmp_path / "other.db") as other:
        with other.write() as writer:
            writer.add(article, (unchained, nobody))
        by_content = {one.account.quote: one for one in told(other, article)}
    assert by_content["Nothing."].voices == [("Mayor Anna Feld", None)]
    assert by_content["At least two people died"].speaker == "no source named"


def test_what_is_known_beside_it_comes_along(
    ledger: Ledger, article: Article, attributions: tuple[Attribution, ...]
) -> None:
    first, second = (one.id for one in attributions)
    proposition = Proposition(
        attributions=(first,), wording="Two people died", status="single-origin", independent=(1, 1)
    )
    feld = Source(name="Anna Feld", kind="person", anonymity="named", mentions=((second, 0),))
    with ledger.write() as writer:
        writer.put_propositions([proposition], [])
        writer.put_sources([feld])
    with ledger.view() as view:
        one, other = statement(view, first), statement(view, second)
        assert statement(view, "0000000000000000") is None
    assert one is not None
    assert one.proposition == proposition
    assert one.sources == (None, None)
    assert other is not None
    assert other.voices == [("Anna Feld (Mayor)", feld.id)]
    assert one.as_dict() == {
        **attributions[0].as_dict(),
        "article": article.id,
        "quote": "At least two people died",
        "proposition": proposition.id,
        "sources": [None, None],
        "judgements": [],
        "rejected": None,
        "instead": None,
    }


def verdict(kind: str, attribution: Attribution, *, at: str, **fields: object) -> Judgement:
    anchor = Anchor(record=attribution.id, article=attribution.article_id, span=attribution.content[0])
    given = {"about": "attribution", "by": "Jo", "made_at": at, **fields}
    return Judgement(verdict=kind, left=anchor, **given)  # type: ignore[arg-type]


def test_verdicts_are_told_where_they_are_in_force(
    ledger: Ledger, article: Article, attributions: tuple[Attribution, ...]
) -> None:
    first, second = attributions
    wrong = verdict("wrong", first, at="2025-03-06T10:00:00Z")
    graded = verdict("grade", first, at="2025-03-06T11:00:00Z", credibility=2)
    right = verdict("right", second, at="2025-03-06T10:00:00Z")
    taken_back = Judgement(
        verdict="withdrawn", about="attribution", left=Anchor(record=right.id), by="Jo", made_at="2025-03-06T12:00:00Z"
    )
    judge(ledger, wrong, graded, right, taken_back)
    one, other = told(ledger, article)
    assert (one.judgements, one.fate) == ((wrong, graded), Fate(None, "wrong"))
    assert (other.judgements, other.fate) == ((), Fate(other.id))


def test_a_verdict_on_two_is_told_at_either(
    ledger: Ledger, article: Article, attributions: tuple[Attribution, ...]
) -> None:
    first, second = attributions
    anchor = Anchor(record=second.id, article=article.id, span=second.content[0])
    apart = verdict("not-same", first, at="2025-03-06T10:00:00Z", about="proposition", right=anchor)
    judge(ledger, apart)
    assert [one.judgements for one in told(ledger, article)] == [(apart,), (apart,)]


def test_a_verdict_on_another_reading_holds_for_the_one_that_overlaps(
    ledger: Ledger, article: Article, attributions: tuple[Attribution, ...]
) -> None:
    start, end = attributions[0].content[0]
    before = Attribution(article_id=article.id, content=((start, end - 1),))
    wrong = verdict("wrong", before, at="2025-03-06T10:00:00Z")
    judge(ledger, wrong)
    assert [one.fate.why for one in told(ledger, article)] == ["wrong", None]


def test_verdicts_are_told_of_versions_that_gave_way(tmp_path: Path, article: Article) -> None:
    old = replace(article, url="https://hillpost.example/mill")
    new = replace(old, text=old.text + "\n\nMore follows.", modified="2025-03-06T08:00:00+02:00")
    found = Attribution(article_id=old.id, content=(span("Nothing."),))
    with Ledger.open(tmp_path / "versions.db") as versions:
        with versions.write() as writer:
            writer.add(old, (found,))
            writer.add(new, ())
        judge(versions, verdict("wrong", found, at="2025-03-06T10:00:00Z"))
        assert [one.fate.why for one in told(versions, old)] == ["wrong"]


@pytest.mark.parametrize(
    ("confidence", "expected"),
    [(1.0, "almost certain"), (0.9, "almost certain"), (0.75, "likely"), (0.6, "uncertain"), (0.2, "doubtful")],
)
def test_confidence_in_words(confidence: float, expected: str) -> None:
    assert reading(confidence) == expected
