"""The list of sources."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.room import source_made as made
from twosource.across import Source
from twosource.ledger import Ledger, View
from twosource.ledger.listing import Key
from twosource.room.sources import label, sources


@pytest.fixture(scope="module")
def dam(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    path = tmp_path_factory.mktemp("dam") / "dam.db"
    made.make(path)
    with Ledger.open(path) as ledger, ledger.view() as view:
        yield view


def test_the_one_heard_most_comes_first(dam: View) -> None:
    found = sources(dam)
    assert (found.items[0].label, found.items[0].mentions) == ("Ines Marr", 5)
    assert {one.source.id for one in found.items} == {one.id for one in made.SOURCES}
    assert found.next is None


@pytest.mark.parametrize("limit", [1, 2, 3, 4])
def test_pieces_are_the_whole(dam: View, limit: int) -> None:
    whole = [one.as_dict() for one in sources(dam).items]
    pieces: list[dict[str, object]] = []
    after: Key | None = None
    while True:
        piece = sources(dam, limit=limit, after=after)
        pieces += [one.as_dict() for one in piece.items]
        assert len(piece.items) <= limit
        if piece.next is None:
            break
        after = piece.next
    assert pieces == whole


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("MARR", None, {"Ines Marr"}),
        ("water", None, {"Ines Marr", "unnamed clerk (Water Board)"}),
        ("shepherd", "person", {"Pal Roth"}),
        (None, "agency", {"Skerry News"}),
        ("marr", "agency", set()),
        ("%", None, set()),
    ],
)
def test_it_is_narrowed_by_a_part_of_a_name_and_by_kind(
    dam: View, name: str | None, kind: str | None, expected: set[str]
) -> None:
    assert {one.label for one in sources(dam, name=name, kind=kind).items} == expected  # type: ignore[arg-type]


def test_without_its_article_one_goes_by_its_role() -> None:
    nameless = Source(name=None, kind="person", anonymity="unnamed", mentions=(("gone", 0),), role="clerk")
    assert label(nameless, {}) == "clerk"
