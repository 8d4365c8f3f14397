"""What holds across articles is the same from the batch and from a ledger, on corpora with every kind of nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.batch import made
from tests.upkeep.made import (
    OTHER,
    REPRINT,
    STORY,
    TOLL,
    TOLL_CORRECTED,
    UNDATED,
    UNION,
    WIRE,
    WIRE_TEXT,
    WIRE_TOLD,
    Piece,
    piece,
)


def changed(base: Piece, **fields: object) -> Piece:
    """``base`` with other ``fields`` of its article; what is attributed in it stays."""
    article = replace(base.article, **fields)  # type: ignore[arg-type]
    own = tuple(replace(one, article_id=article.id, target=None) for one in base.attributions)
    return Piece(article, own)


def wire(**fields: object) -> Piece:
    return piece(WIRE_TEXT, *WIRE_TOLD, **fields)


NOWHERE = changed(WIRE, url=None, outlet=None, published=None, title=None)
NO_URL = changed(REPRINT, url=None)
NO_OUTLET = changed(TOLL, url="https://nobody.example/toll", outlet=None)
BARE = Piece(changed(OTHER, url="https://bare.example/1").article, ())
NO_CHAIN = changed(UNION, url="https://union.example/2")
NO_CHAIN = Piece(NO_CHAIN.article, tuple(replace(one, chain=()) for one in NO_CHAIN.attributions))
ELSEWHERE = changed(WIRE, url="https://www.skerry.example/copy", published="2025-03-03T11:00:00+00:00")
SAME_HOST = changed(WIRE, url="https://skerry.example/no-outlet", outlet=None, published="2025-03-02")
NOT_A_TIME = changed(UNDATED, url="https://open.example/when", published="last week")

CORPORA: dict[str, Sequence[Piece]] = {
    "nothing at all": [],
    "one article without a statement": [BARE],
    "a story": STORY,
    "a story backwards": STORY[::-1],
    "no outlet, no time, no address, no title": [*STORY, NOWHERE, NO_URL, NO_OUTLET],
    "nothing but what has nothing": [NOWHERE, NO_URL, NO_OUTLET, BARE, NO_CHAIN],
    "empty chains and no statements": [WIRE, BARE, NO_CHAIN, TOLL],
    "the same twice": [WIRE, WIRE, TOLL, WIRE, UNDATED, UNDATED],
    "the same address and text, other outlets": [WIRE, changed(WIRE, outlet="Hill Post"), changed(WIRE, outlet=None)],
    "versions of a page": [TOLL, TOLL_CORRECTED, changed(TOLL, published="2025-03-05"), UNION],
    "a version that comes back": [TOLL, TOLL_CORRECTED, changed(TOLL, modified="2025-03-06T00:00:00+00:00")],
    "one text at several addresses": [WIRE, ELSEWHERE, SAME_HOST, REPRINT],
    "addresses in the other order": [SAME_HOST, REPRINT, ELSEWHERE, WIRE],
    "times that are none": [WIRE, NOT_A_TIME, UNDATED, TOLL],
}


@pytest.mark.parametrize("name", CORPORA)
def test_the_batch_gives_what_a_ledger_exports(tmp_path: Path, name: str) -> None:
    batch, ledger = made.batch(CORPORA[name], tmp_path), made.ledger(CORPORA[name], tmp_path)
    for table, rows in ledger.items():
        assert batch[table] == rows, table


def test_the_engine_finds_the_components_that_the_driver_does(tmp_path: Path) -> None:
    pieces = CORPORA["no outlet, no time, no address, no title"]
    assert made.batch(pieces, tmp_path / "engine", driver=0) == made.batch(pieces, tmp_path / "driver")


def test_a_story_has_what_can_be_compared(tmp_path: Path) -> None:
    found = made.batch(STORY, tmp_path)
    assert {name: len(rows) - 1 for name, rows in found.items()} == {
        "articles": 6,
        "attributions": 12,
        "sources": len(found["sources"]) - 1,
        "propositions": len(found["propositions"]) - 1,
        "links": len(found["links"]) - 1,
        "origins": len(found["origins"]) - 1,
    }
    assert min(map(len, found.values())) > 4


FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "url": st.sampled_from([None, "https://a.example/1", "https://www.a.example/2", "https://b.example/1"]),
        "outlet": st.sampled_from([None, "Hill Post", "hill  post", "Orrin Gazette"]),
        "published": st.sampled_from([None, "2025-03-03", "2025-03-04T09:00:00+02:00", "2025-09-01"]),
        "modified": st.sampled_from([None, "2025-03-05"]),
        "title": st.none(),
    },
)


# Without shrinking, which takes minutes of ledgers and batches: what is found is small enough.
@settings(max_examples=12, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(chosen=st.lists(st.tuples(st.sampled_from(STORY), FIELDS), max_size=7), size=st.integers(1, 4))
def test_any_corpus_gives_the_same(
    tmp_path_factory: pytest.TempPathFactory, chosen: list[tuple[Piece, dict[str, object]]], size: int
) -> None:
    folder = tmp_path_factory.mktemp("any")
    pieces = [changed(base, **fields) for base, fields in chosen]
    assert made.batch(pieces, folder, size=size) == made.ledger(pieces, folder)
