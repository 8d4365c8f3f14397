"""What filters offer, and which of them to let go."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web import made
from twosource.across import Source
from twosource.ledger import Ledger, Sift, View
from twosource.room.stories_asked import Asked
from twosource.room.stories_choices import labels, loosened, named, offered, offers


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path = tmp_path_factory.mktemp("room") / "mill.db"
    made.make(path)
    with Ledger.open(path) as opened:
        with opened.write() as writer:
            # A proposition knows whose word it is from the sources that are there when it is put.
            writer.put_propositions(made.PROPOSITIONS, made.ORIGINS)
        yield opened


@pytest.fixture
def view(ledger: Ledger) -> Iterator[View]:
    with ledger.view() as opened:
        yield opened


FELD = made.SOURCES[0].id


def test_offers_have_counts_and_names(view: View) -> None:
    found = offers(view)
    assert {(one.value, one.count) for one in found["outlet"]} == {
        ("Hill Post", 2),
        ("River Courier", 1),
        ("Valley Radio", 1),
    }
    assert {one.value: one.count for one in found["stance"]} == {"says-so": 2, "denies": 1, "withholds": 1}
    told = {one.value: one.label for one in found["source"]}
    assert told[FELD] == "Anna Feld"
    assert sorted(told.values()) == ["Anna Feld", "Lea Brandt", "Max Ott", "unnamed guard", "unnamed worker"]


def test_what_changes_in_the_ledger_changes_the_offers(ledger: Ledger) -> None:
    with ledger.view() as view:
        before = offers(view)
        assert offers(view) is before
    with ledger.write() as writer:
        writer.put_propositions([made.KNOWN], [])
    with ledger.view() as view:
        assert "withholds" not in {one.value for one in offers(view)["stance"]}
    with ledger.write() as writer:
        writer.put_propositions([made.KNOWN], [made.ORIGINS[-1]])


@pytest.mark.parametrize(
    ("sift", "kind", "value"),
    [(Sift(side="Nobody's"), "side", "Nobody's"), (Sift(source="nothing"), "source", "nothing")],
)
def test_the_value_that_is_set_is_offered_also_where_it_is_rare(view: View, sift: Sift, kind: str, value: str) -> None:
    assert (value, 0) in {(one.value, one.count) for one in offered(view, sift)[kind]}


def test_an_outlet_is_offered_once_in_whatever_case(view: View) -> None:
    assert len(offered(view, Sift(outlet="HILL POST"))["outlet"]) == 3


def test_labels_tell(view: View) -> None:
    wanted = Asked(text="mill", sift=Sift(status="single-origin", stance="denies", source=FELD, until="2025-03-05"))
    assert labels(view, wanted) == [
        ("q", "“mill”"),
        ("status", "single origin"),
        ("stance", "somebody denies it"),
        ("source", "source: Anna Feld"),
        ("until", "to 5 March 2025"),
    ]


@pytest.mark.parametrize(
    ("sift", "text", "expected"),
    [
        (Sift(status="contested", outlet="Valley Radio"), "", {"status": 1, "outlet": 1}),
        (Sift(status="retracted", outlet="Hill Post"), "", {"status": 2}),
        (Sift(status="retracted", side="Nobody's"), "", {}),
        (Sift(status="contested"), "people", {"status": 1, "q": 1}),
        (Sift(), "zebra", {}),
    ],
)
def test_what_to_let_go(view: View, sift: Sift, text: str, expected: dict[str, int]) -> None:
    found = loosened(view, sift, text)
    assert dict(found) == expected
    assert [count for _, count in found] == sorted(expected.values(), reverse=True)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"name": "Anna Feld", "kind": "person", "anonymity": "named"}, "Anna Feld"),
        ({"name": None, "kind": "person", "anonymity": "unnamed", "role": "guard"}, "unnamed guard"),
        (
            {
                "name": None,
                "kind": "person",
                "anonymity": "role-only",
                "role": "spokesman",
                "affiliation": "Mill Board",
            },
            "spokesman (Mill Board)",
        ),
        ({"name": None, "kind": "document", "anonymity": "named"}, "document"),
    ],
)
def test_sources_are_named(fields: dict[str, str], expected: str) -> None:
    assert named(Source(mentions=(("a", 0),), **fields)) == expected  # type: ignore[arg-type]
