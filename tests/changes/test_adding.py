"""Whoever adds articles, what they change is noticed: ``add`` does it as ``watch`` and the server do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.upkeep.made import REPRINT, TOLL, WIRE, Piece, WordReader
from twosource.across import Change
from twosource.ledger import Ledger
from twosource.pipeline import add_articles
from twosource.records import Article, Attribution

KNOWN: dict[str, Piece] = {piece.article.id: piece for piece in (WIRE, REPRINT, TOLL)}


@pytest.fixture(autouse=True)
def attributed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The made-up story's articles have the attributions that are known of them."""

    def attribute(articles: Iterable[Article], *, threads: int) -> Iterator[tuple[Article, tuple[Attribution, ...]]]:
        assert threads > 0
        yield from ((article, KNOWN[article.id].attributions) for article in articles)

    monkeypatch.setattr("twosource.pipeline.attribute", attribute)


def test_changes_are_kept_with_the_article_and_told(tmp_path: Path) -> None:
    heard: list[list[Change]] = []
    with Ledger.open(tmp_path / "ferry.db") as ledger:
        articles = [piece.article for piece in (WIRE, REPRINT, WIRE, TOLL)]
        list(add_articles(articles, ledger, reader=WordReader(), on_changes=heard.append))
        with ledger.view() as view:
            kept = list(view.every_change())
    assert [len(own) for own in heard] == [1, 0, 2]
    assert kept == [change for own in heard for change in own]


def test_nobody_need_hear_of_them(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ferry.db") as ledger:
        list(add_articles([WIRE.article], ledger, reader=WordReader()))
        with ledger.view() as view:
            assert [change.kind for change in view.changes()] == ["new-proposition"]
