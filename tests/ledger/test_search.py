from __future__ import annotations

import pytest

from tests.ledger.conftest import Places
from tests.ledger.support import add, ids, page, statements
from twosource.ledger import Ledger
from twosource.records import Article, Attribution

FIRE = page("Mill fire kills two\n\nTwo men died in the fire, the mayor said. Jiří Novák saw it burning.")
FLOOD = page("River floods valley\n\nThe fire brigade pumped out the mill.", url="https://hillpost.example/flood")
QUOTE = "Two men died in the fire"

QUERIES = [
    ("mill", {FIRE.id, FLOOD.id}),
    ("mill fire", {FIRE.id, FLOOD.id}),
    ('"mill fire"', {FIRE.id}),
    ("who died in the fire?", {FIRE.id, "quote"}),
    ("flooding", {FLOOD.id}),
    ("jiri novak", {FIRE.id}),
    ("NOVÁK", {FIRE.id}),
    ("mill zebra", {FIRE.id, FLOOD.id}),
    ("valley novak zebra", {FIRE.id, FLOOD.id}),
    ("zebra", set()),
    ("mill' OR \"", {FIRE.id, FLOOD.id}),
    ("!?", set()),
]


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    start = FIRE.text.index(QUOTE)
    with ledger.write() as writer:
        writer.add(FIRE, [Attribution(article_id=FIRE.id, content=((start, start + len(QUOTE)),))])
        writer.add(FLOOD, ())
    return ledger


@pytest.mark.parametrize(("query", "expected"), QUERIES)
def test_what_has_all_words_else_what_has_any(filled: Ledger, query: str, expected: set[str]) -> None:
    with filled.view() as view:
        found = view.search(query)
        (quote,) = view.attributions_of([FIRE.id])[FIRE.id]
    assert {"quote" if hit.id == quote else hit.id for hit in found} == expected
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)


def test_a_hit_is_anchored(filled: Ledger) -> None:
    with filled.view() as view:
        found = {hit.type: hit for hit in view.search("men died")}
    assert found["attribution"].snippet == QUOTE
    for hit in found.values():
        assert hit.article == FIRE.id
        assert " ".join(FIRE.text[slice(*hit.span)].split()) == hit.snippet
    assert found["article"].id == FIRE.id


def test_the_title_counts_for_more_and_the_limit_holds(ledger: Ledger) -> None:
    body = page("A day in the valley\n\nThere was a fire. " + "It rained. " * 9, url="https://hillpost.example/day")
    title = page("Fire in the valley\n\nThere was much rain. " + "It rained. " * 9, url="https://hillpost.example/fire")
    with ledger.write() as writer:
        writer.add(body, ())
        writer.add(title, ())
        assert [hit.id for hit in writer.search("fire")] == [title.id, body.id]
        assert [hit.id for hit in writer.search("fire", limit=1)] == [title.id]


def test_only_what_is_current_is_found(ledger: Ledger) -> None:
    newer = page("Everything was in vain", modified="2025-03-06")
    with ledger.write() as writer:
        add(writer, FIRE)
        assert writer.search("mill")
        add(writer, newer)
        assert writer.search("mill") == []
        assert {hit.id for hit in writer.search("everything")} == {newer.id, *ids(statements(newer)[:0])}


@pytest.mark.parametrize(
    "odd", ["\ud800 mill \x00", "mill " + " ".join(f"word{n}" for n in range(200_000)), "mill" * 5000]
)
def test_any_text_can_be_indexed(ledger: Ledger, odd: str) -> None:
    article: Article = page(odd)
    with ledger.write() as writer:
        writer.add(article, [Attribution(article_id=article.id, content=((0, len(odd)),))])
        assert writer.article(article.id) == article
        assert len(writer.search("mill")) == (0 if odd.startswith("millmill") else 2)


def test_hits_do_not_depend_on_the_order_of_adding(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reprints fit a query equally well, and a limit cuts among them."""
    monkeypatch.setattr("twosource.ledger.sqlite._AT_ONCE", 1)
    texts = [FIRE.text] * 3 + ["The mill burns. " * 3] * 2 + [FLOOD.text]
    made = [page(text, url=f"https://{n}.example/", outlet=f"Outlet {n}") for n, text in enumerate(texts)]
    found = []
    for order in (made, made[::-1], made[3:] + made[:3]):
        with Ledger.open(places()) as ledger, ledger.write() as writer:
            for article in order:
                writer.add(article, [Attribution(article_id=article.id, content=((0, 15),))])
            found.append([writer.search(query, limit=n) for query in ("mill", "mill valley died") for n in range(1, 9)])
    assert found[0] == found[1] == found[2]
    assert [len(hits) for hits in found[0][:8]] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_of_words_too_frequent_to_be_weighed_the_rarer_ones_count(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("twosource.ledger.sqlite._WEIGHED", 2)
    monkeypatch.setattr("twosource.ledger.postgres._WEIGHED", 2)
    texts = ["The mill stands", "The mill burns", "The mill sleeps", "The river rises"]
    made = [page(text, url=f"https://hillpost.example/{text}") for text in texts]
    with ledger.write() as writer:
        for article in made:
            writer.add(article, ())
        assert [hit.id for hit in writer.search("burns mill river zebra")] == sorted([made[1].id, made[3].id])
        assert {hit.id for hit in writer.search("mill zebra")} == {article.id for article in made[:3]}
