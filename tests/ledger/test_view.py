from __future__ import annotations

import pytest

from tests.ledger.support import add, fill, ids, page, statements
from twosource.across import Account
from twosource.ledger import Ledger


def test_accounts_come_as_asked_for_and_share_their_article(ledger: Ledger) -> None:
    with ledger.write() as writer:
        article, found = fill(writer)
        wanted = [found[2].id, "unknown", found[0].id, found[2].id]
        accounts = writer.accounts(iter(wanted))
    assert list(accounts) == [found[2].id, found[0].id]
    assert accounts[found[0].id] == Account(article=article, attribution=found[0])
    assert accounts[found[0].id].article is accounts[found[2].id].article


def test_vectors_are_of_those_that_have_one(ledger: Ledger) -> None:
    with ledger.write() as writer:
        _, found = fill(writer)
        first, second, third = ids(found)
        assert writer.vectors([third, second, first, "unknown"]) == {third: b"", first: bytes(range(8))}


def test_current_articles_come_by_time_of_publication(ledger: Ledger) -> None:
    times = ["2025-03-05T08:00:00+02:00", None, "2025-03-05T07:00:00Z", "2025-03-04", "2025-03-05T05:30:00+00:00"]
    made = [page(f"Text {time}", url=f"https://hillpost.example/{time}", published=time) for time in times]
    with ledger.write() as writer:
        for article in made:
            add(writer, article)
        newer = page("Newer text", url=made[3].url, published="2025-03-03", modified="2025-03-06")
        add(writer, newer)
        assert list(writer.articles()) == [newer, made[4], made[0], made[2], made[1]]
        assert list(writer.articles([made[3].id, "unknown", made[1].id, made[2].id])) == [made[2], made[1]]
        assert [kept.article.id for kept in writer.kept() if not kept.current] == [made[3].id]


def test_there_may_be_more_ids_than_a_statement_takes_parameters(ledger: Ledger) -> None:
    with ledger.write() as writer:
        _, found = fill(writer)
        many = [f"{number:016x}" for number in range(70_000)]
        assert list(writer.accounts([*many, found[0].id])) == [found[0].id]
        assert len(writer.links_at([*many, found[1].id])) == 1
        assert sum(map(len, writer.items("statement", [*many, "w:mill"]).values())) == 1


def test_any_text_may_be_asked_for(ledger: Ledger) -> None:
    odd = "\ud800\x00\\%_'\""
    with ledger.view() as view:
        assert view.article(odd) is None
        assert not [*view.accounts([odd]), *view.links_at([odd]), *view.versions(odd), *view.search(odd)]
        assert view.items(odd, [odd]) == {odd: set()}


def test_counts(ledger: Ledger) -> None:
    with ledger.write() as writer:
        article, _ = fill(writer)
        add(writer, page("Another text", published="2025-03-04"))
    with ledger.view() as view:
        assert view.counts() == {
            "articles": 1,
            "versions": 2,
            "attributions": 3,
            "sources": 1,
            "propositions": 1,
            "links": 1,
            "origins": 2,
            "judgements": 1,
        }
        assert view.addresses(article.id) == view.addresses("unknown") == ()


def test_what_is_read_of_everything_is_read_in_pieces_without_a_seam(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [page(f"Text {number}", url=f"https://hillpost.example/{number}") for number in range(7)]
    with ledger.write() as writer:
        for article in made:
            writer.add(article, statements(article, number=1))
        whole = list(writer.kept())
        for size in (1, 3, 7):
            monkeypatch.setattr("twosource.ledger.reading._BATCH", size)
            assert list(writer.kept()) == whole
            assert list(writer.articles()) == [kept.article for kept in whole]
    assert [kept.article.id for kept in whole] == sorted(article.id for article in made)
