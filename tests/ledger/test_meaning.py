"""Vectors as they were stored, and the propositions that articles tell of."""

from __future__ import annotations

import pytest

from tests.ledger.support import ids, page, statements
from twosource.across import Proposition
from twosource.ledger import Ledger, meaning
from twosource.ledger.meaning import Numbered, past, told_of, vectors_after, vectors_of

OLD = page()
NEW = page("Mill fire kills three\n\nThree people died in the mill, and more.", published="2025-03-06T08:00:00+02:00")
OTHER = page("Bakers strike\n\nThe bakers of Sarnow strike.", url=None, outlet="Sarnow Courier", published="2025-03-07")
UNDATED = page("Undated\n\nNobody knows when this was.", url=None, outlet="Open Frame", published=None)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """Two versions of a page, one article beside it, one without a time; of each the first statement has a vector."""
    for article in (OLD, OTHER, NEW, UNDATED):
        found = statements(article)
        with ledger.write() as writer:
            writer.add(article, found, vectors={found[0].id: article.text.encode()[:8]})
            writer.put_propositions(
                Proposition(attributions=(one,), wording=one, status="single-origin", independent=(1, 1))
                for one in ids(found)
            )
    return ledger


@pytest.mark.parametrize("batch", [1, 2, 5000])
def test_every_vector_in_the_order_of_storing(filled: Ledger, monkeypatch: pytest.MonkeyPatch, batch: int) -> None:
    monkeypatch.setattr(meaning, "_BATCH", batch)
    with filled.view() as view:
        batches = list(vectors_after(view, 0))
        found = [one for own in batches for one in own]
        assert all(len(own) <= batch for own in batches)
        assert [one.id for one in found] == [statements(a)[0].id for a in (OLD, OTHER, NEW, UNDATED)]
        assert [one.vector for one in found] == [a.text.encode()[:8] for a in (OLD, OTHER, NEW, UNDATED)]
        for place, one in enumerate(found):
            assert [later for own in vectors_after(view, one.number) for later in own] == found[place + 1 :]


def test_what_is_past_is_in_no_current_article(filled: Ledger) -> None:
    with filled.view() as view:
        number_of = {one.id: one.number for own in vectors_after(view, 0) for one in own}
        gone = past(view)
        assert {one for one, number in number_of.items() if number in gone} == {statements(OLD)[0].id}
        assert len(gone) == len(statements(OLD))


def test_vectors_by_number(filled: Ledger) -> None:
    with filled.view() as view:
        every: list[Numbered] = [one for own in vectors_after(view, 0) for one in own]
        assert vectors_of(view, [one.number for one in every] + [999]) == {one.id: one.vector for one in every}
        assert vectors_of(view, []) == {}


@pytest.mark.parametrize(
    "which",
    [
        {},
        {"outlet": "hill  POST"},
        {"outlet": "nobody"},
        {"since": "2025-03-06"},
        {"until": "2025-03-06"},
        {"since": "2025-03-06", "until": "2025-03-06T12:00:00"},
        {"outlet": "Sarnow Courier", "since": "2025-03-08"},
    ],
)
def test_propositions_are_those_of_the_statements_in_between(filled: Ledger, which: dict[str, str]) -> None:
    with filled.view() as view:
        inside = view.attributions_between(**which)
        assert told_of(view, **which) == set(view.proposition_of(sorted(inside)).values())
        assert bool(inside) is (which.get("outlet") != "nobody" and which.get("since") != "2025-03-08")
