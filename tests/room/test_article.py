from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.ledger.support import page
from tests.ledger.support import statements as made_up
from tests.room.test_article_statements import judge, verdict
from tests.support import HEADLINE, span
from twosource.ledger import Ledger
from twosource.records import Article, Attribution
from twosource.room.article import article as look_up
from twosource.room.article import opened


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "mill.db") as fresh:
        yield fresh


def test_an_article_by_itself(ledger: Ledger) -> None:
    here = page(url=None)
    with ledger.write() as writer:
        writer.add(here, ())
    with ledger.view() as view:
        found = look_up(view, here.id)
        assert look_up(view, "0000000000000000") is None
    assert found is not None
    assert (found.current, found.instead, found.addresses) == (True, None, ())
    assert [one.as_dict() for one in found.versions] == [
        {"id": here.id, "title": "Mill fire kills two", "when": "2025-03-05T08:00:00+02:00", "current": True}
    ]


def test_versions_and_what_holds_instead(ledger: Ledger) -> None:
    old = page()
    new = page(old.text + " Three, he added.", modified="2025-03-06T08:00:00+02:00")
    with ledger.write() as writer:
        for one in (new, old):
            writer.add(one, ())
    with ledger.view() as view:
        before, after = look_up(view, old.id), look_up(view, new.id)
    assert before is not None
    assert after is not None
    assert (before.current, before.instead) == (False, new.id)
    assert (after.current, after.instead) == (True, None)
    assert [one.id for one in before.versions] == [one.id for one in after.versions] == [old.id, new.id]


def test_another_address_leads_to_the_one_that_holds(ledger: Ledger) -> None:
    first = page(url="https://hillpost.example/a")
    second = replace(page(url="https://hillpost.example/b"), published="2025-03-05T09:00:00+02:00")
    with ledger.write() as writer:
        for one in (first, second):
            writer.add(one, ())
    with ledger.view() as view:
        here, there = look_up(view, first.id), look_up(view, second.id)
    assert here is not None
    assert there is not None
    assert (here.current, here.addresses) == (True, ("https://hillpost.example/b",))
    assert (there.current, there.instead) == (False, first.id)


def test_an_article_laid_open(ledger: Ledger, article: Article, attributions: tuple[Attribution, ...]) -> None:
    with ledger.write() as writer:
        writer.add(article, attributions)
    with ledger.view() as view:
        found = opened(view, article.id, at=attributions[1].id)
        assert opened(view, "0000000000000000") is None
    assert found is not None
    assert found.heading is not None
    assert "".join(piece.text for piece in found.heading.pieces) == HEADLINE
    assert found.numbers == tuple((one.id, number) for number, one in enumerate(attributions, 1))
    assert [(one.statement.id, one.number) for one in found.entries] == list(found.numbers)
    assert found.chosen is not None
    assert found.chosen.id == attributions[1].id
    assert [piece.text for piece in found.cut.pieces if "content" in piece.chosen] == [
        "We know nothing of it,",
        "Nothing.",
    ]
    pieces = list(found.cut.pieces)
    for entry in found.entries:
        told = {role: [] for role in ("source", "cue", "content")}
        for run in entry.runs:
            told[run.role].append("".join(piece.text for piece in pieces[run.first : run.last]))
        attribution = entry.statement.account.attribution
        for role, words in told.items():
            assert words == [article.text[slice(*one)] for one in getattr(attribution, role)]


def test_what_was_called_wrong_is_not_marked_unless_it_is_chosen(
    ledger: Ledger, article: Article, attributions: tuple[Attribution, ...]
) -> None:
    with ledger.write() as writer:
        writer.add(article, attributions)
    judge(ledger, verdict("wrong", attributions[0], at="2025-03-06T10:00:00Z"))
    with ledger.view() as view:
        plain, chosen = opened(view, article.id), opened(view, article.id, at=attributions[0].id)
    assert plain is not None
    assert chosen is not None
    assert plain.numbers == ((attributions[1].id, 1),)
    assert [one.id for one in plain.rejected] == [one.id for one in chosen.rejected] == [attributions[0].id]
    assert [entry.number for entry in chosen.entries] == [1]
    assert span("At least two people died") not in [piece.span for piece in plain.cut.pieces]
    assert [piece.text for piece in chosen.cut.pieces if "content" in piece.chosen] == ["At least two people died"]
    assert (plain.total, chosen.total) == (1, 1)


def test_a_statement_that_is_not_there_chooses_nothing(
    ledger: Ledger, article: Article, attributions: tuple[Attribution, ...]
) -> None:
    with ledger.write() as writer:
        writer.add(article, attributions)
    with ledger.view() as view:
        found = opened(view, article.id, at="0000000000000000")
    assert found is not None
    assert found.chosen is None
    assert not any(piece.chosen for piece in found.cut.pieces)


def test_a_long_article_opens_at_the_part_of_what_is_chosen(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twosource.room.article_parts.MANY", 2)
    here = page()
    found = made_up(here, number=5)
    with ledger.write() as writer:
        writer.add(here, found)
    with ledger.view() as view:
        first, last, beyond = (
            opened(view, here.id),
            opened(view, here.id, at=found[4].id),
            opened(view, here.id, part=9),
        )
    assert first is not None
    assert last is not None
    assert beyond is not None
    assert (first.part, last.part, beyond.part, len(first.parts)) == (0, 2, 2, 3)
    assert [entry.number for entry in first.entries] == [1, 2]
    assert [entry.number for entry in last.entries] == [5]
    assert "".join(piece.text for piece in last.cut.pieces) == here.text[20:]
    assert first.total == last.total == 5


def test_a_headline_is_told_from_a_first_paragraph(ledger: Ledger) -> None:
    here = page(url=None)
    other = page(here.text, url="https://hillpost.example/other", title="Another title", outlet="Other")
    empty = page("", url="https://hillpost.example/empty", title="No text")
    with ledger.write() as writer:
        for one in (here, other, empty):
            writer.add(one, ())
    with ledger.view() as view:
        for one in (here, other, empty):
            found = opened(view, one.id)
            assert found is not None
            assert found.heading is None, one.title
