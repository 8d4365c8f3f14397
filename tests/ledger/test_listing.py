from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from tests.ledger.support import add, page, statements
from twosource.across import Origin, Proposition, Source, Status
from twosource.ledger import Ledger, Sift, View, Writer, facets, heard, schema
from twosource.ledger.listing import Order
from twosource.records import Polarity

HILL, VALE = "Hill Post", "Vale Echo"


def told(writer: Writer, text: str, *, outlet: str, day: int) -> list[str]:
    article = page(
        text,
        url=f"https://{outlet.split(maxsplit=1)[0].lower()}.example/{day}",
        outlet=outlet,
        published=f"2025-03-{day:02}",
    )
    found = statements(article, number=3)
    writer.add(article, found)
    return [one.id for one in found]


def put(
    writer: Writer,
    ids: Sequence[str],
    *,
    status: Status,
    stance: Polarity = "affirm",
    side: str | None = None,
    day: int = 4,
) -> str:
    made = Proposition(
        attributions=tuple(ids),
        wording="A dam broke",
        status=status,
        independent=(1, len(ids)),
        first_said=f"2025-03-{day:02}",
        last_said=f"2025-03-{day + 1:02}",
    )
    own = [
        Origin(proposition=made.id, root="x", basis="own-word", why=(), attributions=(one,), stance=stance, side=side)
        for one in ids
    ]
    writer.put_propositions([made], own)
    return made.id


@pytest.fixture
def three(ledger: Ledger) -> Iterator[tuple[View, dict[str, str]]]:
    """Three propositions: one of the Hill Post, one of both outlets, one denied by a side."""
    with ledger.write() as writer:
        hill = told(writer, "One. Two. Three words of a dam here.", outlet=HILL, day=4)
        vale = told(writer, "Four. Five. Six words of a dam there.", outlet=VALE, day=6)
        feld = Source(name="Anna Feld", kind="person", anonymity="named", mentions=((hill[0], 0), (vale[0], 0)))
        writer.put_sources([feld])
        named = {
            "alone": put(writer, [hill[0]], status="single-origin", day=4),
            "both": put(writer, [hill[1], vale[1]], status="several-origins", side="Ravel", day=5),
            "denied": put(writer, [vale[2]], status="denied", stance="deny", day=10),
            "feld": feld.id,
        }
    with ledger.view() as view:
        yield view, named


@pytest.mark.parametrize(
    ("sift", "expected"),
    [
        (Sift(), {"alone", "both", "denied"}),
        (Sift(status="denied"), {"denied"}),
        (Sift(stance="denies"), {"denied"}),
        (Sift(stance="says-so"), {"alone", "both"}),
        (Sift(stance="withholds"), set()),
        (Sift(side="Ravel"), {"both"}),
        (Sift(outlet="hill  POST"), {"alone", "both"}),
        (Sift(outlet=VALE), {"both", "denied"}),
        (Sift(outlet=VALE, status="denied"), {"denied"}),
        (Sift(outlet=HILL, status="denied"), set()),
        (Sift(since="2025-03-06"), {"both", "denied"}),
        (Sift(until="2025-03-04"), {"alone"}),
        (Sift(since="2025-03-05", until="2025-03-05"), {"alone", "both"}),
        (Sift(outlet=VALE, since="2025-03-10"), {"denied"}),
        (Sift(outlet="Nobody's Paper"), set()),
    ],
)
def test_sifting(three: tuple[View, dict[str, str]], sift: Sift, expected: set[str]) -> None:
    view, named = three
    assert {one.id for one in view.listed(sift)} == {named[name] for name in expected}
    assert view.count_listed(sift) == len(expected)


def test_sifting_by_source(three: tuple[View, dict[str, str]]) -> None:
    view, named = three
    assert [one.id for one in view.listed(Sift(source=named["feld"]))] == [named["alone"]]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("weight", ["denied", "both", "alone"]),
        ("last", ["denied", "both", "alone"]),
        ("first", ["alone", "both", "denied"]),
    ],
)
def test_orders_and_reading_on(three: tuple[View, dict[str, str]], order: Order, expected: list[str]) -> None:
    view, named = three
    names = {id_: name for name, id_ in named.items()}
    assert [names[one.id] for one in view.listed(Sift(), order=order)] == expected
    pieces, after = [], None
    while piece := view.listed(Sift(), order=order, limit=1, after=after):
        pieces.append(names[piece[0].id])
        after = (piece[0].key, piece[0].id)
    assert pieces == expected


def test_facets_count_propositions_by_value(three: tuple[View, dict[str, str]]) -> None:
    view, named = three
    assert view.facets("outlet") == [(HILL, 2), (VALE, 2)] or view.facets("outlet") == [(VALE, 2), (HILL, 2)]
    assert dict(view.facets("status")) == {"single-origin": 1, "several-origins": 1, "denied": 1}
    assert view.facets("stance") == [("says-so", 2), ("denies", 1)]
    assert view.facets("side", limit=1) == [("Ravel", 1)]
    assert view.facets("source") == [(named["feld"], 1)]


def test_articles_newest_first_unknown_times_last(ledger: Ledger) -> None:
    with ledger.write() as writer:
        ids = {}
        for name, published in (("old", "2025-03-01"), ("new", "2025-03-09T10:00:00Z"), ("undated", None)):
            article = page(
                f"A text that is {name}", url=f"https://hillpost.example/{name}", outlet=HILL, published=published
            )
            add(writer, article)
            ids[article.id] = name
    with ledger.view() as view:
        assert [ids[one.id] for one in view.articles_listed()] == ["new", "old", "undated"]
        first = view.articles_listed(limit=1)[0]
        assert [ids[one.id] for one in view.articles_listed(after=(first.key, first.id))] == ["old", "undated"]
        assert [ids[one.id] for one in view.articles_listed(until="2025-03-05")] == ["old"]
        assert [ids[one.id] for one in view.articles_listed(since="2025-03-05", outlet="hill post")] == ["new"]
        assert view.articles_listed(outlet=VALE) == []


def test_sources_by_how_often_they_are_heard(ledger: Ledger) -> None:
    with ledger.write() as writer:
        one, two, three = told(writer, "One. Two. Three words of a dam here.", outlet=HILL, day=4)
        feld = Source(name="Anna Feld", kind="person", anonymity="named", role="mayor", mentions=((one, 0),))
        port = Source(
            name="Port 100%",
            kind="organisation",
            anonymity="named",
            names=("The Port",),
            mentions=((two, 0), (three, 0)),
        )
        writer.put_sources([feld, port])
    with ledger.view() as view:
        assert [(found.id, found.key) for found in view.sources_listed()] == [(port.id, 2), (feld.id, 1)]
        for name, expected in (
            ("FELD", [feld.id]),
            ("mayor", [feld.id]),
            ("the port", [port.id]),
            ("100%", [port.id]),
            ("_", []),
        ):
            assert [found.id for found in view.sources_listed(name=name)] == expected, name
        assert [found.id for found in view.sources_listed(kind="person")] == [feld.id]
        assert [found.id for found in view.sources_listed(after=(2, port.id))] == [feld.id]
    with ledger.write() as writer:
        writer.add_mentions(feld.id, [(one, 1), (one, 2)])
        assert [found.key for found in writer.sources_listed()] == [3, 2]
        writer.drop_sources([feld.id])
        assert [found.id for found in writer.sources_listed()] == [port.id]


STEP = st.lists(st.tuples(st.sampled_from(range(6)), st.sampled_from(range(3)), st.booleans()), max_size=8)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(steps=STEP)
def test_what_lists_hold_is_what_they_would_hold_if_made_anew(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, int, bool]]
) -> None:
    """Whatever is put, replaced and dropped in whatever order."""
    with Ledger.open(tmp_path_factory.mktemp("lists") / "a.db") as ledger, ledger.write() as writer:
        ids = told(writer, "One. Two. Three words.", outlet=HILL, day=1) + told(
            writer, "Four. Five. Six.", outlet=VALE, day=2
        )
        for first, length, keeps in steps:
            inside = ids[first : first + length + 1]
            touched = set(writer.proposition_of(inside).values())
            writer.drop_propositions(touched)
            writer.drop_sources(set(writer.source_of((id_, 0) for id_ in inside).values()))
            if keeps:
                writer.put_sources(
                    [
                        Source(
                            name="Feld",
                            kind="person",
                            anonymity="named",
                            mentions=tuple((id_, 0) for id_ in sorted(inside)),
                        )
                    ]
                )
                put(
                    writer,
                    inside,
                    status="contested",
                    stance=("affirm", "deny", "withhold")[length],
                    side=f"side {first}",
                )
        for table, make in ((schema.facets, facets.keep_all), (schema.heard, heard.hear_all)):
            kept = sorted(tuple(row) for row in writer._connection.execute(select(table)))
            writer._connection.execute(delete(table))
            make(writer._connection, writer._dialect)
            made = sorted(tuple(row) for row in writer._connection.execute(select(table)))
            assert kept == made, table


def test_the_mark_is_another_after_every_transaction_that_wrote(ledger: Ledger) -> None:
    with ledger.view() as view:
        before = view.mark()
        assert view.mark() == before
    with ledger.write() as writer:
        add(writer, page())
    with ledger.view() as view:
        assert view.mark() != before
        after = view.mark()
    with pytest.raises(ZeroDivisionError), ledger.write() as writer:
        raise ZeroDivisionError
    with ledger.view() as view:
        assert view.mark() == after


def test_the_mark_stays_where_nothing_was_written(ledger: Ledger) -> None:
    with ledger.write() as writer:
        add(writer, page())
    with ledger.view() as view:
        before = view.mark()
    with ledger.write() as writer:
        writer.counts()
        writer.drop_links_at(["nothing"])
        assert add(writer, page()) == "known"
    with ledger.view() as view:
        assert view.mark() == before
    with ledger.write() as writer:
        writer.put_keys("noted", {"one": {"a"}})
    with ledger.view() as view:
        assert view.mark() != before


def test_two_ledgers_never_have_the_same_mark(tmp_path_factory: pytest.TempPathFactory) -> None:
    marks = set()
    for name in ("a", "b"):
        with Ledger.open(tmp_path_factory.mktemp(name) / "x.db") as ledger, ledger.view() as view:
            marks.add(view.mark())
    assert len(marks) == 2
