"""Judgements laid out by what they are about say the same as all of them looked through."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given as holds
from hypothesis import strategies as st

from twosource.across import Anchor, Judgement, Verdict, in_force
from twosource.ledger import Ledger
from twosource.room.judging_given import _laid_out, ends, given

ARTICLES = ("a", "b", "c")


def judged(left: str, right: str | None = None, *, verdict: Verdict = "same", at: int = 0) -> Judgement:
    """Of the statements ``left`` and ``right``, each named after its article."""
    other = Anchor(record=f"{right}-1", article=right, span=(0, 4)) if right else None
    one = Anchor(record=f"{left}-1", article=left, span=(0, 4))
    return Judgement(verdict=verdict, about="proposition", left=one, right=other, by="Jo", made_at=f"2025-03-{at:02}")


def taken_back(one: Judgement, at: int) -> Judgement:
    return Judgement(
        verdict="withdrawn", about=one.about, left=Anchor(record=one.id), by="Jo", made_at=f"2025-04-{at:02}"
    )


@st.composite
def many(draw: st.DrawFn) -> list[Judgement]:
    pairs = draw(st.lists(st.tuples(st.sampled_from(ARTICLES), st.sampled_from((None, *ARTICLES))), max_size=8))
    found = [judged(left, right, at=place + 1) for place, (left, right) in enumerate(pairs)]
    back = draw(st.lists(st.sampled_from(found), max_size=3, unique_by=lambda one: one.id)) if found else []
    return [*found, *(taken_back(one, at) for at, one in enumerate(back, 1))]


@holds(many(), st.sets(st.sampled_from(ARTICLES)))
def test_laid_out_nothing_is_lost(found: list[Judgement], articles: set[str]) -> None:
    laid = _laid_out(found)
    about = {one.id for one in found if any(end.article in articles for end in ends(one))}
    wanted = [one for one in found if one.id in about or (one.verdict == "withdrawn" and one.left.record in about)]
    assert laid.about(sorted(articles)) == wanted
    assert laid.holding == in_force(found)
    assert [laid.by_id[one.id] for one in found] == found
    named = {one.id for name in ("a-1", "a") for one in laid.naming.get(name, ())}
    assert named == {one.id for one in found if any(end.article == "a" for end in ends(one))}


def _lost(ledger: Ledger, one: Judgement, *, after: list[Judgement]) -> None:
    """A transaction that notes ``one``, and fails."""
    with ledger.write() as writer:
        writer.note(one)
        assert given(writer).all == [*after, one]
        raise ZeroDivisionError


def test_what_was_not_kept_in_the_end_is_not_given(tmp_path: Path) -> None:
    first, second, third = (judged(name, at=place) for place, name in enumerate(ARTICLES, 1))
    with Ledger.open(tmp_path / "one.db") as ledger:
        with ledger.write() as writer:
            writer.note(first)
        with pytest.raises(ZeroDivisionError):
            _lost(ledger, second, after=[first])
        with ledger.view() as view:
            assert given(view).all == [first]
        with ledger.write() as writer:
            writer.note(third)
            assert given(writer).all == [first, third]
        with ledger.view() as view:
            assert given(view).all == [first, third]
            assert given(view) is given(view)
