from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ledger.support import MILL, add, content, fill, ids, judgement, page, statements, stored
from twosource.across import Anchor, Link, Origin, Proposition, Source
from twosource.errors import RecordRefused
from twosource.ledger import Ledger
from twosource.records import Article, Attribution

FIRST = page()
LATER = {"modified": "2025-03-05T12:00:00+02:00"}

STATUSES = [
    ([], page(), "new"),
    ([page()], page(), "known"),
    ([page()], page(title="another", modified="2025-03-09"), "known"),
    ([page()], page(MILL.upper() + "\n"), "known"),
    ([page()], page(url="https://hillpost.example/mill?from=feed"), "address"),
    ([page()], page(MILL.replace(" ", "  "), url="https://hillpost.example/amp"), "address"),
    ([page()], page(url="https://m.hillpost.example/mill", outlet=None), "address"),
    ([page()], page(url="https://www.hillpost.example/mill", outlet="HILL POST ONLINE"), "address"),
    ([page()], page(url="https://elsewhere.example/mill", outlet="hill  post"), "address"),
    ([page()], page(url=None), "address"),
    ([page()], page(url="https://valley.example/mill", outlet="Valley Times"), "reprint"),
    ([page()], page(url=None, outlet=None), "reprint"),
    ([page()], page("Another text", **LATER), "version"),
    ([page(modified="2025-03-07")], page("Another text", **LATER), "older"),
    ([page()], page("Another text", published="2025-03-05T05:59:00+00:00"), "older"),
    ([page()], page("Another text", published="2025-03-05T06:01:00+00:00"), "version"),
    ([page()], page("Another text", published=None), "older"),
    ([page(), page("Another text", **LATER)], page(url="https://hillpost.example/copy"), "address"),
    ([page()], page("Another text", url="https://hillpost.example/other"), "new"),
]


@pytest.mark.parametrize(("before", "article", "status"), STATUSES)
def test_what_an_article_is_to_those_that_are_there(
    ledger: Ledger, before: list[Article], article: Article, status: str
) -> None:
    with ledger.write() as writer:
        for earlier in before:
            add(writer, earlier)
        assert add(writer, article) == status
        assert add(writer, article) == "known"


def test_a_known_article_changes_nothing(ledger: Ledger) -> None:
    with ledger.write() as writer:
        first = writer.add(FIRST, statements(FIRST))
        assert (first.article_id, first.arrived, first.retired) == (FIRST.id, ids(statements(FIRST)), ())
    before = content(ledger)
    with ledger.write() as writer:
        again = writer.add(replace(FIRST, title="another"), statements(FIRST, number=3))
        assert (again.article_id, again.arrived, again.retired) == (FIRST.id, (), ())
    assert content(ledger) == before


def test_a_new_version_takes_the_place_of_the_old_one_which_is_kept(ledger: Ledger) -> None:
    newer, oldest = page("Mill fire kills three, mayor says", **LATER), page("Fire in mill, says guard", published=None)
    with ledger.write() as writer:
        writer.add(FIRST, statements(FIRST))
        added = writer.add(newer, statements(newer))
        assert (added.arrived, added.retired) == (ids(statements(newer)), ids(statements(FIRST)))
        older = writer.add(oldest, statements(oldest))
        assert (older.status, older.article_id, older.arrived, older.retired) == ("older", oldest.id, (), ())
        assert list(writer.articles()) == [newer]
        assert writer.versions(newer.url or "") == [oldest, FIRST, newer]
        assert writer.article(FIRST.id) == FIRST
        assert set(writer.accounts(ids(statements(FIRST)))) == set(ids(statements(FIRST)))


def test_another_address_is_noted_with_the_article(ledger: Ledger) -> None:
    feed = page(url="https://hillpost.example/mill?from=feed", published="2025-03-06")
    with ledger.write() as writer:
        add(writer, FIRST)
        added = writer.add(feed, statements(feed))
        assert (added.status, added.article_id, added.arrived, added.retired) == ("address", FIRST.id, (), ())
        assert list(writer.articles()) == [FIRST]
        assert writer.addresses(FIRST.id) == (feed.url,)


def test_the_older_of_two_addresses_stays_whichever_comes_first(ledger: Ledger) -> None:
    feed = page(url="https://hillpost.example/mill?from=feed", published="2025-03-06")
    with ledger.write() as writer:
        add(writer, feed)
        added = writer.add(FIRST, statements(FIRST))
        assert (added.status, added.arrived, added.retired) == (
            "address",
            ids(statements(FIRST)),
            ids(statements(feed)),
        )
        assert list(writer.articles()) == [FIRST]


def test_a_reprint_is_an_article_of_its_own(ledger: Ledger) -> None:
    reprint = page(url="https://valley.example/mill", outlet="Valley Times", published="2025-03-06")
    with ledger.write() as writer:
        add(writer, FIRST)
        assert writer.add(reprint, statements(reprint)).arrived == ids(statements(reprint))
        assert list(writer.articles()) == [FIRST, reprint]
        assert writer.addresses(FIRST.id) == ()


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        ((replace(statements(FIRST)[0], article_id="0" * 16),), "is of article 0000000000000000"),
        (statements(FIRST)[:1] * 2, "the same source, cue and content"),
        ((Attribution(article_id=FIRST.id, content=()),), "has no content"),
    ],
)
def test_attributions_that_do_not_fit_are_refused_and_nothing_is_kept(
    ledger: Ledger, found: tuple[Attribution, ...], reason: str
) -> None:
    with pytest.raises(RecordRefused, match=reason), ledger.write() as writer:
        writer.add(FIRST, found)
    assert content(ledger) == []


def test_any_exception_takes_back_all_of_the_transaction(ledger: Ledger) -> None:
    with pytest.raises(ZeroDivisionError), ledger.write() as writer:
        _ = fill(writer), 1 / 0
    assert content(ledger) == []
    with ledger.view() as view:
        assert view.search("mill") == []


def test_keys_are_put_in_place_of_others_and_dropped(ledger: Ledger) -> None:
    with ledger.write() as writer:
        writer.put_keys("statement", {"one": ["a", "b"], "two": ["b", "b"]})
        writer.put_keys("passage", {"one": ["b", "long " * 9999]})
        writer.put_keys("statement", {"one": iter(["c", "b"]), "three": []})
        assert writer.keys("statement", ["one", "two", "three"]) == {"one": {"b", "c"}, "two": {"b"}, "three": set()}
        assert writer.items("statement", ["a", "b", "c"]) == {"a": set(), "b": {"one", "two"}, "c": {"one"}}
        writer.drop_keys("statement", ["one"])
        assert writer.items("statement", ["b"]) == {"b": {"two"}}
        assert writer.items("passage", ["b", "long " * 9999]) == {"b": {"one"}, "long " * 9999: {"one"}}


def test_links_are_replaced_by_ends_and_relation_and_dropped_by_either_end(ledger: Ledger) -> None:
    with ledger.write() as writer:
        writer.add(FIRST, statements(FIRST, number=4))
        a, b, c, d = ids(statements(FIRST, number=4))
        links = [
            Link(left=a, right=b, relation="agrees", score=0.25, reasons=("why",)),
            Link(left=a, right=b, relation="supports", score=0.5),
            Link(left=b, right=c, relation="same", score=1.0),
            Link(left=c, right=d, relation="updates", score=0.75),
        ]
        writer.put_links(links)
        writer.put_links([replace(links[0], score=0.5)])
        expected = sorted([replace(links[0], score=0.5), *links[1:]], key=lambda link: (link.left, link.right))
        assert sorted(writer.links_at([a, d, c]), key=lambda link: (link.left, link.right)) == expected
        assert {link.relation for link in writer.links_at([b])} == {"agrees", "supports", "same"}
        writer.drop_links_at([b])
        assert list(writer.links()) == [links[3]]


def test_a_proposition_is_replaced_with_its_members_and_origins(ledger: Ledger) -> None:
    with ledger.write() as writer:
        _, found = fill(writer)
        a, b, c = ids(found)
        wider = Proposition(attributions=(a, c), wording="Two died", status="contested", independent=(1, 1))
        origin = Origin(proposition=wider.id, root="Anna Feld", basis="copy", why=(), attributions=(a, c))
        writer.put_propositions([wider], [origin])
        assert list(writer.propositions()) == [wider]
        assert list(writer.origins()) == [origin]
        assert writer.proposition_of([c, b, a]) == {c: wider.id, a: wider.id}
        writer.drop_propositions([wider.id])
        assert not [*writer.propositions(), *writer.origins(), *writer.proposition_of([a])]


def test_an_attribution_moves_between_propositions_that_are_put_together(ledger: Ledger) -> None:
    def proposition(*attributions: str) -> Proposition:
        return Proposition(attributions=attributions, wording="w", status="contested", independent=(1, 1))

    with ledger.write() as writer:
        writer.add(FIRST, statements(FIRST, number=3))
        a, b, c = ids(statements(FIRST, number=3))
        writer.put_propositions([proposition(a, b), proposition(c)])
        writer.put_propositions([proposition(a), proposition(c, b)])
        assert writer.proposition_of([a, b, c]) == {a: proposition(a).id, b: proposition(c).id, c: proposition(c).id}
    with pytest.raises(RecordRefused, match="belongs to another"), ledger.write() as writer:
        writer.put_propositions([proposition(a, b)])


def test_a_source_grows_by_mentions_and_keeps_its_id(ledger: Ledger) -> None:
    with ledger.write() as writer:
        writer.add(FIRST, statements(FIRST, number=3))
        first, *others = sorted((found, 0) for found in ids(statements(FIRST, number=3)))
        source = Source(name="Anna Feld", kind="person", anonymity="named", mentions=(others[0],))
        writer.put_sources([source])
        writer.add_mentions(source.id, [others[1]])
        assert list(writer.sources()) == [replace(source, mentions=tuple(others))]
        writer.add_mentions(source.id, [first])
        (grown,) = writer.sources([source.id, "unknown"])
        assert (grown.id, grown.mentions, grown.seed) == (source.id, (first, *others), others[0])
        assert writer.source_of([first, ("unknown", 0), (first[0], 7)]) == {first: source.id}
        writer.put_sources([source])
        assert list(writer.sources()) == [source]
        writer.drop_sources([source.id])
        assert not [*writer.sources(), *writer.source_of([first])]


def test_what_names_a_record_that_is_not_there_is_refused(ledger: Ledger) -> None:
    with pytest.raises(RecordRefused, match="is not there"), ledger.write() as writer:
        writer.put_links([Link(left="a", right="b", relation="same", score=1.0)])
    with pytest.raises(RecordRefused, match="is not there"), ledger.write() as writer:
        writer.add_mentions("nobody", [("a", 0)])


def test_judgements_are_only_ever_added(ledger: Ledger) -> None:
    first, second = judgement(), judgement(made_at="2025-03-06T11:30:00+02:00", note="“no”")
    withdrawal = judgement(verdict="withdrawn", made_at="2025-03-07")
    withdrawal = replace(withdrawal, left=Anchor(record=second.id))
    with ledger.write() as writer:
        for given in (withdrawal, first):
            if given is withdrawal:
                with pytest.raises(RecordRefused, match=f"no judgement {second.id} to withdraw"):
                    writer.judge(given)
            else:
                writer.judge(given)
        for given in (second, first, withdrawal, withdrawal):
            writer.judge(given)
        assert writer.judgements() == [second, first, withdrawal]


def test_what_is_read_is_what_was_written(
    ledger: Ledger, article: Article, attributions: tuple[Attribution, ...]
) -> None:
    with ledger.write() as writer:
        writer.add(article, attributions[::-1])
    with ledger.view() as view:
        assert view.article(article.id) == stored(article)
        assert view.attributions_of([article.id, "unknown"]) == {article.id: ids(attributions), "unknown": ()}
        found = [account.attribution for account in view.accounts(ids(attributions)).values()]
        assert found == [replace(attributions[0], confidence=0.9123), attributions[1]]
