from __future__ import annotations

from twosource.across import Case, Change, Feed
from twosource.ledger import Ledger


def case(left: str, *, worth: float, about: str = "attribution", proposition: str = "p") -> Case:
    return Case(about=about, left=left, proposition=proposition, doubt=0.5, worth=worth, reasons=("unsure",))  # type: ignore[arg-type]


def test_cases_come_by_worth_each_once_and_can_be_read_on(ledger: Ledger) -> None:
    low, high, source = case("a", worth=0.1), case("b", worth=0.9), case("s", worth=0.5, about="source")
    with ledger.write() as writer:
        writer.put_cases(["p", "q", "r"], [("p", low), ("p", high), ("q", high), ("r", source)])
    with ledger.view() as view:
        assert view.cases() == [high, source, low]
        assert view.cases(about="source") == [source]
        assert view.cases(limit=1) == [high]
        assert view.cases(after=(0.9, high.id)) == [source, low]
        assert view.cases_of(["p"]) == [high, low]


def test_an_owner_has_the_cases_that_it_was_given_last(ledger: Ledger) -> None:
    with ledger.write() as writer:
        writer.put_cases(["p", "q"], [("p", case("a", worth=0.1)), ("q", case("b", worth=0.2))])
        writer.put_cases(["p"], [("p", case("c", worth=0.3))])
        assert [one.left for one in writer.cases()] == ["c", "b"]
        writer.drop_propositions(["p"])
        writer.drop_sources(["q"])
        assert writer.cases() == []


def test_every_case_comes_with_its_owner_and_can_be_added_to_others(ledger: Ledger) -> None:
    low, high = case("a", worth=0.1), case("b", worth=0.9)
    with ledger.write() as writer:
        writer.put_cases(["q"], [("q", low)])
        writer.add_cases([("p", low), ("q", high)])
        expected = sorted([("p", low), ("q", low), ("q", high)], key=lambda entry: (entry[0], entry[1].id))
        assert list(writer.every_case()) == expected


def change(text: str, *, kind: str = "new-origin", proposition: str = "p") -> Change:
    return Change(
        kind=kind,  # type: ignore[arg-type]
        proposition=proposition,
        attribution="a",
        when="2025-03-04",
        made_at="2025-03-05T10:00:00+00:00",
        text=text,
    )


def test_changes_are_told_once_the_latest_first(ledger: Ledger) -> None:
    first, second, third = change("one"), change("two", kind="contested"), change("three", proposition="q")
    with ledger.write() as writer:
        assert writer.add_changes([first, second, first]) == [first, second]
        assert writer.add_changes([second, third]) == [third]
    with ledger.view() as view:
        assert view.changes() == [third, second, first]
        assert view.changes(limit=1) == [third]
        assert view.changes(before=third.id) == [second, first]
        assert view.changes(kind="contested") == [second]
        assert view.changes(proposition="q") == [third]
        assert list(view.every_change()) == [first, second, third]


def test_of_a_feed_the_last_is_remembered(ledger: Ledger) -> None:
    with ledger.write() as writer:
        writer.put_feed(Feed(url="https://b.example/", failures=2))
        writer.put_feed(Feed(url="https://a.example/"))
        writer.put_feed(Feed(url="https://b.example/", etag='"x"', seen=("1", "2")))
    with ledger.view() as view:
        assert view.feeds() == [
            Feed(url="https://a.example/"),
            Feed(url="https://b.example/", etag='"x"', seen=("1", "2")),
        ]
