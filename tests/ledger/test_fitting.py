"""What fits a sift and a question, against the lists and the search of the ledger itself."""

from __future__ import annotations

import pytest

from tests.ledger.support import page
from twosource.across import Origin, Proposition, Source
from twosource.ledger import Ledger, Sift
from twosource.ledger.fitting import fitting, matches, memberships, printed
from twosource.records import Article, Attribution

WORDS = ("fire in the mill", "flood in the harbour", "strike of the bakers")


@pytest.fixture
def three(ledger: Ledger) -> list[tuple[Article, Proposition]]:
    """Three propositions of three outlets and days: contested, denied, single."""
    made = []
    statuses = ("contested", "denied", "single-origin")
    with ledger.write() as writer:
        for number, words in enumerate(WORDS):
            article = page(
                f"News of a {words}",
                url=f"https://o{number}.example",
                outlet=f"Outlet {number}",
                published=f"2025-03-0{4 + number}",
            )
            found = Attribution(article_id=article.id, content=((10, len(article.text)),))
            writer.add(article, [found])
            proposition = Proposition(
                attributions=(found.id,),
                wording=words,
                status=statuses[number],  # type: ignore[arg-type]
                independent=(1, 1),
                first_said=article.published,
                last_said=article.published,
            )
            origin = Origin(
                proposition=proposition.id,
                root="x",
                basis="own-word",
                why=(),
                attributions=(found.id,),
                stance="deny" if number == 1 else "affirm",
                side=f"Side {number}",
            )
            writer.put_sources(
                [Source(name=f"Voice {number}", kind="person", anonymity="named", mentions=((found.id, 0),))]
            )
            writer.put_propositions([proposition], [origin])
            made.append((article, proposition))
    return made


def source(ledger: Ledger, name: str) -> str:
    with ledger.view() as view:
        return next(one.id for one in view.sources() if one.name == name)


SIFTS = (
    Sift(),
    Sift(status="denied"),
    Sift(status="retracted"),
    Sift(stance="says-so"),
    Sift(stance="denies", outlet="OUTLET 1"),
    Sift(stance="denies", outlet="Outlet 2"),
    Sift(side="Side 2"),
    Sift(since="2025-03-05"),
    Sift(until="2025-03-05"),
    Sift(since="2025-03-05", until="2025-03-05", status="denied"),
    Sift(since="2025-04-01"),
)


@pytest.mark.parametrize("sift", SIFTS)
def test_fits_what_a_list_holds(ledger: Ledger, three: list[tuple[Article, Proposition]], sift: Sift) -> None:
    every = [proposition.id for _, proposition in three]
    with ledger.view() as view:
        listed = {one.id: one.key for one in view.listed(sift, order="weight")}
        last = {one.id: one.key for one in view.listed(sift, order="last")}
        found = fitting(view, [*every, "nothing"], sift)
        assert {id_: one.weight for id_, one in found.items()} == listed
        assert {id_: one.last for id_, one in found.items()} == last
        assert fitting(view, every[:1], sift).keys() == listed.keys() & set(every[:1])


def test_fits_a_source(ledger: Ledger, three: list[tuple[Article, Proposition]]) -> None:
    wanted = source(ledger, "Voice 2")
    with ledger.view() as view:
        assert list(fitting(view, [one.id for _, one in three], Sift(source=wanted))) == [three[2][1].id]


@pytest.mark.parametrize(
    ("sift", "expected"),
    [
        (Sift(), {0, 1, 2}),
        (Sift(outlet="outlet 1"), {1}),
        (Sift(since="2025-03-05"), {1, 2}),
        (Sift(until="2025-03-05"), {0, 1}),
        (Sift(since="2025-03-05", until="2025-03-05"), {1}),
        (Sift(status="denied", side="nobody"), {0, 1, 2}),
    ],
)
def test_articles_are_narrowed_by_outlet_and_day_alone(
    ledger: Ledger, three: list[tuple[Article, Proposition]], sift: Sift, expected: set[int]
) -> None:
    every = [article.id for article, _ in three]
    with ledger.view() as view:
        assert printed(view, every, sift) == {every[number] for number in expected}


@pytest.mark.parametrize(
    "question", ["fire", "news", "the", "harbour bakers", '"in the"', "nothing of it", "", "%\x00*"]
)
def test_matches_are_what_the_search_finds(ledger: Ledger, question: str) -> None:
    with ledger.view() as view:
        hits = view.search(question, limit=100)
        statements, articles = matches(view, question, limit=100)
    assert list(statements.items()) == [(hit.id, hit.score) for hit in hits if hit.type == "attribution"]
    assert list(articles.items()) == [(hit.id, hit.score) for hit in hits if hit.type == "article"]


def test_every_membership_is_told(ledger: Ledger, three: list[tuple[Article, Proposition]]) -> None:
    with ledger.view() as view:
        assert dict(memberships(view)) == {one.attributions[0]: one.id for _, one in three}
