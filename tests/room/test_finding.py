"""What the words of a question find."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web import made
from twosource.ledger import Ledger, Sift, View
from twosource.room.finding import Hit, Order, count, find, search


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    path = tmp_path_factory.mktemp("room") / "mill.db"
    made.make(path)
    with Ledger.open(path) as ledger, ledger.view() as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "sift", "expected"),
    [
        ("people", Sift(), {made.DEATHS.id: [made.FELD.id, made.BRANDT.id]}),
        ("locked doors", Sift(), {made.DOORS.id: [made.WORKER.id, made.OTT.id]}),
        ('"three people"', Sift(), {made.DEATHS.id: [made.BRANDT.id]}),
        ("people", Sift(status="contested"), {}),
        ("people", Sift(outlet="Valley Radio"), {made.DEATHS.id: [made.FELD.id, made.BRANDT.id]}),
        ("mill", Sift(stance="denies"), {made.DOORS.id: [made.WORKER.id, made.OTT.id]}),
        ("zebra", Sift(), {}),
        ("", Sift(), {}),
    ],
)
def test_statements_come_under_their_propositions(
    view: View, question: str, sift: Sift, expected: dict[str, list[str]]
) -> None:
    found = find(view, question, sift)
    assert {one.summary.id: sorted(hit.id for hit in one.hits) for one in found.items} == {
        id_: sorted(ids) for id_, ids in expected.items()
    }
    assert found.count == count(view, question, sift) == len(expected)
    assert all(one.others == 0 for one in found.items)


def test_a_hit_is_anchored(view: View) -> None:
    (found,) = find(view, '"three people"', Sift()).items
    (hit,) = found.hits
    assert (hit.type, hit.article.id, hit.proposition) == ("attribution", made.RADIO.id, made.DEATHS.id)
    assert hit.speaker == "Lea Brandt (fire chief)"
    assert hit.passage == made.RADIO.text[slice(*hit.span)]
    told = hit.as_dict()
    assert [made.RADIO.text[start:end] for start, end in told["marks"]] == ["three people"]
    assert "".join(f"[{one.text}]" if one.marked else one.text for one in hit.pieces()) == (
        "At least [three people] died in the mill, fire chief Lea Brandt said on Wednesday."
    )


def test_articles_stand_beside(view: View) -> None:
    found = find(view, "mill", Sift(status="contested"))
    assert {hit.id for hit in found.articles} == {one.id for one in made.ARTICLES}
    assert found.articles_count == 3
    narrowed = find(view, "mill", Sift(outlet="Hill Post", since="2025-03-05", until="2025-03-05"))
    assert [hit.id for hit in narrowed.articles] == [made.POST.id]
    assert find(view, "mill", Sift(since="2025-03-07")).articles_count == 0


def test_long_passages_are_cut_with_a_sign() -> None:
    text = f"{'Much was told. ' * 30}The mill burned down to the ground on that day {'and nobody knew why ' * 30}."
    article = made.article(text, outlet="Hill Post", published="2025-03-05")
    from twosource.ledger import terms

    query = terms.read("burned")
    span = terms.passage(text, query, within=(0, len(text)))
    hit = Hit(
        type="article", id="a", article=article, proposition=None, speaker=None, span=span, query=query, score=1.0
    )
    shown = list(hit.pieces())
    assert [one.text for one in shown if one.marked] == ["burned"]
    assert shown[-1].text == " …"
    assert sum(len(one.text) for one in shown) < 220


@pytest.mark.parametrize("order", ["best", "weight", "last", "first"])
@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pieces_make_the_whole(view: View, order: Order, limit: int) -> None:
    question = "mill people doors know nothing"
    whole = [one.summary.id for one in find(view, question, Sift(), order=order).items]
    assert len(whole) == 3
    pieces, after = [], None
    while True:
        piece = find(view, question, Sift(), order=order, limit=limit, after=after)
        pieces += [one.summary.id for one in piece.items]
        after = piece.next
        if after is None:
            break
    assert pieces == whole


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("last", [made.DOORS.id, made.KNOWN.id, made.DEATHS.id]),
        ("first", [made.DEATHS.id, made.KNOWN.id, made.DOORS.id]),
    ],
)
def test_what_is_found_can_be_sorted_like_a_list(view: View, order: Order, expected: list[str]) -> None:
    found = find(view, "mill people doors know nothing", Sift(), order=order)
    assert [one.summary.id for one in found.items] == expected


def test_a_search_finds_both_types_the_best_first(view: View) -> None:
    hits, further = search(view, "mill")
    assert further is None
    assert {hit.id for hit in hits} == {
        *(article.id for article in made.ARTICLES),
        *(one.id for one in (made.FELD, made.WORKER, made.OTT, made.BRANDT)),
    }
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)


def test_a_search_may_be_for_one_type_piece_by_piece(view: View) -> None:
    whole, _ = search(view, "mill", of="attribution")
    assert {hit.type for hit in whole} == {"attribution"}
    assert {hit.type for hit in search(view, "mill", of="article")[0]} == {"article"}
    pieces, after = search(view, "mill", of="attribution", limit=1)
    while after:
        piece, after = search(view, "mill", of="attribution", limit=1, after=after)
        pieces += piece
    assert [hit.id for hit in pieces] == [hit.id for hit in whole]
