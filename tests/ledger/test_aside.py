"""What is set aside is kept, and neither found nor told of."""

from __future__ import annotations

from tests.ledger.support import MILL, page
from twosource.ledger import Ledger
from twosource.ledger.aside import aside, counting, set_aside
from twosource.records import Attribution

ARTICLE = page()
TOLL, KNOWING = (
    Attribution(article_id=ARTICLE.id, content=((MILL.index(words), MILL.index(words) + len(words)),))
    for words in ("Two people died in the mill", "We know nothing of it")
)


def found(ledger: Ledger, query: str) -> list[str]:
    with ledger.view() as view:
        return [hit.id for hit in view.search(query) if hit.type == "attribution"]


def test_what_is_set_aside_is_left_out_of_search_and_of_what_counts_until_it_is_back(ledger: Ledger) -> None:
    with ledger.write() as writer:
        writer.add(ARTICLE, [TOLL, KNOWING])
    assert found(ledger, "people died") == [TOLL.id]
    with ledger.write() as writer:
        set_aside(writer, {TOLL.id: "wrong"})
        assert aside(writer, [TOLL.id, KNOWING.id]) == {TOLL.id: "wrong"}
        assert counting(writer, [ARTICLE.id]) == {ARTICLE.id: (KNOWING.id,)}
        assert writer.attributions_of([ARTICLE.id]) == {ARTICLE.id: (TOLL.id, KNOWING.id)}
    assert found(ledger, "people died") == []
    assert found(ledger, "know nothing") == [KNOWING.id]
    with ledger.write() as writer:
        set_aside(writer, {TOLL.id: "corrected"})
        assert aside(writer, [TOLL.id]) == {TOLL.id: "corrected"}
        set_aside(writer, {TOLL.id: None})
        assert aside(writer, [TOLL.id]) == {}
    assert found(ledger, "people died") == [TOLL.id]


def test_of_articles_without_attributions_nothing_counts(ledger: Ledger) -> None:
    with ledger.view() as view:
        assert counting(view, ["0123"]) == {"0123": ()}
