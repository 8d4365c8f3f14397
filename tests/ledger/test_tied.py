"""Links by where their ends are, against a plain reading of all of them."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest

from tests.ledger.support import ids, page, statements
from twosource.across import Link
from twosource.ledger import Ledger, tied

RELATIONS = ("same", "contradicts", "supports", "doubts", "updates")


@pytest.fixture
def six(ledger: Ledger) -> tuple[str, ...]:
    """Six attributions, each pair of them linked, in relations taken in turn."""
    article = page()
    made = ids(statements(article, number=6))
    links = [
        Link(left=left, right=right, relation=RELATIONS[place % 5], score=place / 20, reasons=(f"reason {place}",))  # type: ignore[arg-type]
        for place, (left, right) in enumerate(combinations(made, 2))
    ]
    with ledger.write() as writer:
        writer.add(article, statements(article, number=6))
        writer.put_links(links)
    return made


@pytest.mark.parametrize("size", range(7))
def test_both_ends_are_within(ledger: Ledger, six: tuple[str, ...], size: int) -> None:
    own = set(six[:size])
    with ledger.view() as view:
        every = [link for link in view.links() if {link.left, link.right} <= own]
        assert tied.within(view, own) == every
        assert tied.counted(view, own) == Counter(link.relation for link in every)
        for relation in RELATIONS:
            assert tied.within(view, own, relation=relation) == [one for one in every if one.relation == relation]  # type: ignore[arg-type]


@pytest.mark.parametrize("size", range(7))
def test_one_end_is_beyond(ledger: Ledger, six: tuple[str, ...], size: int) -> None:
    own = set(six[:size])
    with ledger.view() as view:
        wanted = [
            link
            for link in view.links()
            if len({link.left, link.right} & own) == 1 and link.relation in ("supports", "doubts")
        ]
        assert tied.beyond(view, own, ("doubts", "supports")) == wanted
