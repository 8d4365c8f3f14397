from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.ledger.support import page, statements
from twosource.ledger import Ledger
from twosource.room.articles import Which, articles

DAYS = ("2025-03-04", "2025-03-05T08:00:00+02:00", "2025-03-06", None)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Eight articles of two outlets, each with as many statements as its number."""
    with Ledger.open(tmp_path_factory.mktemp("listed") / "articles.db") as opened:
        with opened.write() as writer:
            for number in range(8):
                here = page(
                    f"Story {number}\n\n" + "Somebody said so. " * 5,
                    url=f"https://hillpost.example/{number}",
                    outlet=("Hill Post", "The Dale")[number % 2],
                    published=DAYS[number // 2],
                )
                writer.add(here, statements(here, number=number))
        yield opened


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        (Which(), {0, 1, 2, 3, 4, 5, 6, 7}),
        (Which(outlet="hill  post"), {0, 2, 4, 6}),
        (Which(since="2025-03-05"), {2, 3, 4, 5}),
        (Which(until="2025-03-05"), {0, 1, 2, 3}),
        (Which(outlet="The Dale", since="2025-03-05", until="2025-03-05"), {3}),
        (Which(outlet="Nobody"), set()),
    ],
)
def test_articles_are_sifted(ledger: Ledger, which: Which, expected: set[int]) -> None:
    with ledger.view() as view:
        listed = articles(view, which)
    assert {number_of(one.article.title) for one in listed.items} == expected
    assert listed.next is None


def test_the_newest_come_first_and_those_of_no_time_last(ledger: Ledger) -> None:
    with ledger.view() as view:
        found = [one.article.published for one in articles(view, Which()).items]
    assert found == [day for day in ("2025-03-06", "2025-03-05T08:00:00+02:00", "2025-03-04", None) for _ in range(2)]


@pytest.mark.parametrize("limit", [1, 3, 4, 8, 9])
def test_pieces_follow_one_another(ledger: Ledger, limit: int) -> None:
    with ledger.view() as view:
        whole = articles(view, Which()).items
        after, found = None, []
        while True:
            piece = articles(view, Which(), limit=limit, after=after)
            found += piece.items
            after = piece.next
            if after is None:
                break
            assert len(piece.items) == limit
    assert tuple(found) == whole


def test_statements_are_counted(ledger: Ledger) -> None:
    with ledger.view() as view:
        listed = articles(view, Which()).items
    assert all(one.statements == number_of(one.article.title) for one in listed)


def test_the_text_is_not_in_the_list(ledger: Ledger) -> None:
    with ledger.view() as view:
        one = articles(view, Which(), limit=1).items[0]
    assert one.as_dict() == {
        **{
            name: value
            for name, value in one.article.as_dict().items()
            if name not in ("text", "paragraphs", "captions")
        },
        "statements": one.statements,
    }


def number_of(title: str | None) -> int:
    return int((title or "").split()[-1])
