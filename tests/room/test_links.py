"""Links, a piece at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

from tests.ledger.support import ids, page, statements
from twosource.across import Link
from twosource.ledger import Ledger, View
from twosource.room.links import TELLING, at, of_proposition, of_statement

ARTICLE = page()
MADE = statements(ARTICLE, number=8)
IDS = ids(MADE)


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """Eight statements, each pair linked: every relation four times."""
    with Ledger.open(tmp_path_factory.mktemp("links") / "links.db") as ledger:
        with ledger.write() as writer:
            writer.add(ARTICLE, MADE)
            writer.put_links(
                Link(left=left, right=right, relation=TELLING[place % 7], score=(place * 5 % 28) / 28)
                for place, (left, right) in enumerate(combinations(IDS, 2))
            )
        with ledger.view() as opened:
            yield opened


def test_what_tells_most_comes_first_and_of_one_relation_the_surest(view: View) -> None:
    found = of_proposition(view, IDS, limit=100).items
    assert len(found) == 28
    assert [link.relation for link in found] == [relation for relation in TELLING for _ in range(4)]
    for relation in TELLING:
        scores = [link.score for link in found if link.relation == relation]
        assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("limit", [1, 4, 5, 27, 28, 29])
def test_pieces_make_the_whole(view: View, limit: int) -> None:
    whole = of_proposition(view, IDS, limit=100)
    piece = of_proposition(view, IDS, limit=limit)
    found = list(piece.items)
    while piece.next:
        piece = of_proposition(view, IDS, limit=limit, after=piece.next)
        found += piece.items
        assert piece.count == 28
    assert found == list(whole.items)


def test_only_links_within_are_of_a_proposition(view: View) -> None:
    own = IDS[:3]
    found = of_proposition(view, own)
    assert found.count == len(found.items) == 3
    assert all({link.left, link.right} <= set(own) for link in found.items)
    assert of_proposition(view, IDS[:1]).count == 0


def test_all_links_are_of_a_statement(view: View) -> None:
    found = of_statement(view, IDS[3], limit=100)
    assert found.count == len(found.items) == 7
    assert list(found.items) == sorted(view.links_at([IDS[3]]), key=at)
    first = of_statement(view, IDS[3], limit=4)
    assert first.next == at(first.items[-1])
    rest = of_statement(view, IDS[3], limit=4, after=first.next)
    assert (*first.items, *rest.items) == found.items
    assert rest.next is None
