"""What lists read of propositions is what reading them whole comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.ledger.support import fill, page
from twosource.across import Change, Origin, Proposition, Source
from twosource.ledger import Ledger
from twosource.ledger.glance import glances, unmentioned
from twosource.records import Article, Attribution, Interval

DAY = Interval(start="2025-03-04", end="2025-03-05", text="on Tuesday")


def told(number: int, **fields: object) -> tuple[Article, Attribution]:
    """An article of an outlet of its own, printed on the 5th or later, with one attribution."""
    article = page(
        f"Text {number} of the fire",
        url=f"https://outlet{number}.example/",
        outlet=f"Outlet {number}",
        published=f"2025-03-{5 + number:02d}",
    )
    return article, Attribution(article_id=article.id, content=((0, 4),), **fields)  # type: ignore[arg-type]


def put(ledger: Ledger, pieces: Sequence[tuple[Article, Attribution]], stances: Sequence[str]) -> Proposition:
    """One proposition of all ``pieces``, each with an origin of its own."""
    last = max((one.said.start if one.said else article.published or "") for article, one in pieces)
    proposition = Proposition(
        attributions=tuple(one.id for _, one in pieces),
        wording="fire",
        status="contested",
        independent=(1, 1),
        last_said=last,
    )
    origins = [
        Origin(
            proposition=proposition.id,
            root="somebody",
            basis="own-word",
            why=(),
            attributions=(one.id,),
            stance=stance,  # type: ignore[arg-type]
        )
        for (_, one), stance in zip(pieces, stances, strict=True)
    ]
    with ledger.write() as writer:
        for article, one in pieces:
            writer.add(article, [one])
        writer.put_propositions([proposition], origins)
    return proposition


def test_what_is_not_there_is_passed_over_and_the_order_is_that_of_the_ids(ledger: Ledger) -> None:
    first = put(ledger, [told(1)], ["affirm"])
    second = put(ledger, [told(2)], ["affirm"])
    with ledger.view() as view:
        found = list(glances(view, [second.id, "nothing", first.id]))
    assert [one.proposition for one in found] == [second, first]


def test_outlets_and_unsure_statements_are_counted(ledger: Ledger) -> None:
    pieces = [
        told(1, certainty="possible"),
        told(2, certainty="probable"),
        told(3, certainty="certain"),
        told(4),
        # Neither an unsure denial nor an unsure refusal is a "may be".
        told(5, certainty="possible"),
    ]
    again = replace(pieces[0][0], text="Another text of the fire", url="https://outlet1.example/more")
    pieces.append((again, Attribution(article_id=again.id, content=((0, 7),))))
    proposition = put(ledger, pieces, ["affirm", "affirm", "affirm", "affirm", "deny", "affirm"])
    with ledger.view() as view:
        (found,) = glances(view, [proposition.id])
    assert (found.outlets, found.unsure) == (5, 2)
    assert len(found.origins) == 6


@pytest.mark.parametrize(
    ("pieces", "last"),
    [
        # Printed last, and nothing tells that it was said earlier.
        ([told(1), told(2)], 1),
        # Printed last, but said before the other was printed.
        ([told(1), told(2, said=DAY)], 0),
        # Said on the last day, though another was printed after it.
        ([told(3, said=replace(DAY, start="2025-03-20", end="2025-03-21")), told(4)], 0),
        ([told(1, said=DAY), told(2, said=DAY)], 1),
    ],
)
def test_the_last_word_is_the_latest_said(ledger: Ledger, pieces: list[tuple[Article, Attribution]], last: int) -> None:
    proposition = put(ledger, pieces, ["affirm"] * len(pieces))
    with ledger.view() as view:
        (found,) = glances(view, [proposition.id])
    assert found.last is not None
    assert found.last.id == pieces[last][1].id
    assert found.last.when == proposition.last_said


def test_the_change_noticed_last_is_told(ledger: Ledger) -> None:
    proposition = put(ledger, [told(1)], ["affirm"])
    other = put(ledger, [told(2)], ["affirm"])
    texts = ["first", "second", "third"]
    with ledger.write() as writer:
        writer.add_changes(
            Change(
                kind="new-origin",
                proposition=proposition.id,
                attribution=None,
                when=None,
                made_at="2025-03-06T08:00:00Z",
                text=text,
            )
            for text in texts
        )
        found = list(glances(writer, [proposition.id, other.id]))
    assert [one.change.text if one.change else None for one in found] == ["third", None]


def test_sources_come_without_their_mentions_and_keep_their_ids(ledger: Ledger) -> None:
    with ledger.write() as writer:
        _, found = fill(writer)
        grown = Source(
            name="Max Ott",
            kind="person",
            anonymity="named",
            mentions=((found[2].id, 0),),
            seed=("somewhere", 3),
        )
        writer.put_sources([grown])
        whole = {one.id: one for one in writer.sources()}
        read = list(unmentioned(writer, [*whole, "nothing"]))
    assert [one.id for one in read] == sorted(whole)
    assert grown.id in whole
    for one in read:
        assert one == replace(whole[one.id], mentions=(), seed=one.seed)
