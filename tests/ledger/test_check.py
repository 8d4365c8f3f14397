"""A sound ledger has nothing wrong, and whatever is changed in one by other hands is found and named."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.ledger.support import fill, page, statements
from twosource.across import Unread
from twosource.ledger import Ledger
from twosource.ledger.check import Finding, check, check_index


def found(ledger: Ledger, *, deep: bool = True) -> list[Finding]:
    with ledger.view() as view:
        return list(check(view, deep=deep))


def spoil(ledger: Ledger, *changes: str) -> None:
    """Change rows behind the back of all that keeps them in order."""
    if "://" not in ledger.where:
        connection = sqlite3.connect(ledger.where, isolation_level=None)
        for change in changes:
            connection.execute(change)
        connection.close()
        return
    with ledger._engine.begin() as server:
        for change in changes:
            server.execute(text(change))


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """A record of every type, and versions and addresses of pages."""
    with ledger.write() as writer:
        fill(writer)
        writer.put_unread(Unread(source="torn.pdf", reason="this is no PDF", tried_at="2025-03-06T10:00:00Z"))
    for url, words, modified in (
        ("https://a.example/1", "First words of the page. They stand.", "2025-03-05"),
        ("https://a.example/1", "Second words of the page. They stand too.", "2025-03-06"),
        ("https://www.a.example/2", "Second words of the page. They stand too.", "2025-03-07"),
    ):
        article = page(words, url=url, modified=modified)
        with ledger.write() as writer:
            writer.add(article, statements(article))
    return ledger


def test_nothing_is_wrong_with_a_sound_one(filled: Ledger) -> None:
    assert not found(filled)
    assert not list(check_index(filled))


def test_nor_with_an_empty_one(ledger: Ledger) -> None:
    assert not found(ledger)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4), st.integers(1, 3)), max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None)
def test_nor_with_any_whatever_was_added_in_whatever_order(
    places: Callable[[], str], added: list[tuple[int, int, int]]
) -> None:
    with Ledger.open(places()) as ledger:
        for host, words, day in added:
            article = page(
                f"Words number {words} of a page. They stand for long.",
                url=f"https://{host}.example/{words % 2}",
                modified=f"2025-03-{day:02}",
                outlet=("Hill Post", None)[host % 2],
            )
            with ledger.write() as writer:
                writer.add(article, statements(article))
        assert not found(ledger)


_ID, _BESIDE, _READ = "is another than its id says", "what stands beside it does not fit it", "cannot be read"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("articles SET record = replace(record, 'Mill fire', 'Mall fire')", f"1 article: {_ID}"),
        ("articles SET record = '{' WHERE number = 1", f"1 article: {_READ}"),
        ("articles SET record = replace(record, 'paragraphs', 'pargraphs')", f"4 articles: {_READ}"),
        ("articles SET outlet = 'x' WHERE number = 1", f"1 article: {_BESIDE}"),
        ("articles SET published = '1999'", f"4 articles: {_BESIDE}"),
        ("attributions SET record = replace(record, '[[0,5]]', '[[1,5]]')", f"4 statements: {_ID}"),
        ("attributions SET start = 3 WHERE number = 1", f"1 statement: {_BESIDE}"),
        ("attributions SET record = '7'", f"9 statements: {_READ}"),
        ("propositions SET record = replace(record, 'wording', 'words')", f"1 proposition: {_READ}"),
        ("origins SET record = replace(record, 'why', 'who')", f"2 origins: {_READ}"),
        ("sources SET record = '[]'", f"1 source: {_READ}"),
        ("links SET record = 'x'", f"1 link: {_READ}"),
        ("judgements SET record = replace(record, 'Jo', 'Jane')", f"1 judgement: {_ID}"),
        ("judgements SET stamp = ''", f"1 judgement: {_BESIDE}"),
        ("unread SET record = '{'", f"1 unread source: {_READ}"),
        ("unread SET tried = '1999'", f"1 unread source: {_BESIDE}"),
        ("articles SET maker = 7", "1 maker: articles name it and it is not there"),
        ("keys SET digest = digest + 1", f"keys: {_ID}"),
    ],
)
def test_a_record_that_is_not_sound_is_named(filled: Ledger, change: str, said: str) -> None:
    spoil(filled, f"UPDATE {change}")
    of_records = [one.text for one in found(filled, deep=False) if not one.kept_beside]
    assert [one for one in of_records if said in one], of_records


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE articles SET current = TRUE", "articles: is taken for current and is not"),
        ("UPDATE articles SET current = FALSE", "articles: is current and is not taken for it"),
        ("DELETE FROM facets WHERE kind = 'status'", "1 proposition: lists do not fit it"),
        ("UPDATE facets SET weight = 7", "1 proposition: lists do not fit it"),
        ("DELETE FROM heard", "1 source: lists do not fit it"),
        ("UPDATE heard SET size = 900", "1 source: lists do not fit it"),
    ],
)
def test_what_is_kept_beside_records_and_does_not_fit_them_is_told_apart(
    filled: Ledger, change: str, said: str
) -> None:
    spoil(filled, change)
    findings = found(filled)
    assert [one for one in findings if said in one.text], findings
    assert all(one.kept_beside for one in findings)


def test_full_text_that_lacks_a_row_or_has_one_too_many(filled: Ledger, database: str) -> None:
    if database == "sqlite":
        spoil(
            filled,
            "INSERT INTO article_words (article_words, rowid, title, text) VALUES "
            "('delete', 2, 'First words of the page. They stand.', 'First words of the page. They stand.')",
            "INSERT INTO attribution_words (rowid, text) VALUES (900, 'strange')",
        )
    else:
        spoil(
            filled,
            "DELETE FROM article_words WHERE number = 2",
            "INSERT INTO attribution_words (number, words) VALUES (900, to_tsvector('strange'))",
        )
    texts = [one.text for one in found(filled, deep=False)]
    assert texts == [
        "1 row of the full text: is not there (articles 2)",
        "1 row of the full text: is of no record (attributions 900)",
    ]


def test_full_text_of_other_words_is_found_by_a_deep_check(filled: Ledger, database: str) -> None:
    if database == "sqlite":
        spoil(
            filled,
            "INSERT INTO article_words (article_words, rowid, title, text) VALUES "
            "('delete', 2, 'First words of the page. They stand.', 'First words of the page. They stand.')",
            "INSERT INTO article_words (rowid, title, text) VALUES (2, 'of others', 'altogether')",
        )
    else:
        spoil(filled, "UPDATE article_words SET words = to_tsvector('altogether') WHERE number = 2")
    assert not found(filled, deep=False)
    (one,) = found(filled)
    assert one.text.startswith("1 record: the full text does not find it (")


def test_members_and_mentions_that_are_not_there(filled: Ledger) -> None:
    spoil(filled, "DELETE FROM members", "DELETE FROM mentions")
    texts = [one.text for one in found(filled, deep=False) if not one.kept_beside]
    assert [one.partition(" (")[0] for one in texts] == [
        "1 source: is mentioned nowhere",
        f"1 proposition: {_BESIDE}",
    ]


def test_rows_that_name_what_is_not_there(filled: Ledger, database: str) -> None:
    if database != "sqlite":
        pytest.skip("PostgreSQL itself keeps rows from naming what is not there")
    spoil(filled, "DELETE FROM propositions")
    texts = [one.text for one in found(filled, deep=False)]
    assert "in the file: 2 of the members name propositions that are not there" in texts


def test_a_file_that_is_damaged_is_told_in_the_words_of_its_database(filled: Ledger, database: str) -> None:
    if database != "sqlite":
        pytest.skip("pages of a server are not reached from here")
    spoil(
        filled,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'articles_page') "
        "WHERE name = 'attributions_article'",
        "PRAGMA writable_schema = OFF",
    )
    where = filled.where
    with Ledger.open(where, create=False) as ledger:
        texts = [one.text for one in found(ledger, deep=False)]
    assert any(one.startswith("in the file: ") for one in texts)
