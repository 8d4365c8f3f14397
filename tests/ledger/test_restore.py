from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.ledger.conftest import Places
from tests.ledger.support import content, fill, judgement, lines_of, page, statements
from twosource.across import Anchor, Case
from twosource.errors import RecordRefused
from twosource.ledger import Ledger, restore
from twosource.records import Article, Attribution


def everything(ledger: Ledger) -> list[str]:
    """Fill the ledger with a record of every type, versions, addresses and withdrawals among them; all lines of it."""
    with ledger.write() as writer:
        fill(writer)
        for article in (
            page("Another text", published="2025-03-01"),
            page(url="https://hillpost.example/copy"),
            page(url=None, outlet=None, title=None),
            page("\ud800 “odd”\u2028\x00\x85", url="https://hillpost.example/odd"),
        ):
            writer.add(article, statements(article, number=1), vectors={})
        source = next(writer.sources())
        writer.add_mentions(source.id, [(found, 0) for found in writer.attributions_of([article.id])[article.id]])
        withdrawal = replace(judgement(verdict="withdrawn", made_at=""), left=Anchor(record=judgement().id))
        writer.judge(withdrawal)
        first = next(writer.propositions()).attributions[0]
        found = writer.accounts([first])[first].attribution
        writer.attribute(page(), [replace(found, polarity="deny", amends=first)], vectors={})
        case = Case(about="attribution", left=first, doubt=0.5, worth=1.25, reasons=("“unsure”",))
        writer.put_cases([source.id, first], [(source.id, case), (first, case)])
    return content(ledger)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    with Ledger.open(tmp_path_factory.mktemp("exported") / "a.db") as ledger:
        return tuple(everything(ledger))


def test_a_second_export_is_the_same(places: Places) -> None:
    with Ledger.open(places()) as first, Ledger.open(places()) as second:
        exported = everything(first)
        with second.write() as writer:
            counts = restore(writer, iter(exported))
        assert content(second) == exported
        with first.view() as one, second.view() as other:
            assert one.counts() == other.counts()
            assert one.search("mill") == other.search("mill")
            assert list(one.articles()) == list(other.articles())
    assert sum(counts.values()) == len(exported)
    assert counts["judgement"] == 2


def test_what_came_back_can_be_added_to(
    places: Places, article: Article, attributions: tuple[Attribution, ...]
) -> None:
    with Ledger.open(places()) as first, Ledger.open(places()) as second:
        exported = everything(first)
        with second.write() as writer:
            restore(writer, exported)
        for ledger in (first, second):
            with ledger.write() as writer:
                assert writer.add(page(), ()).status == "known"
                assert writer.add(article, attributions).status == "new"
        assert content(first) == content(second)


def test_the_lines_do_not_depend_on_the_order_of_adding(places: Places) -> None:
    articles = [
        page(f"Text {n}", url=f"https://hillpost.example/{n // 2}", published=f"2025-03-0{n + 1}") for n in range(6)
    ]
    written = []
    for seed in range(4):
        with Ledger.open(places()) as ledger:
            for article in random.Random(seed).sample(articles, len(articles)):
                with ledger.write() as writer:
                    writer.add(article, statements(article)[:: 1 if seed % 2 else -1])
                    writer.put_keys("statement", {article.id: ["b", "a"][:: 1 if seed % 2 else -1]})
                    writer.judge(judgement(by=article.id))
            written.append(content(ledger))
    assert all(again == written[0] for again in written)


def _changed(**fields: Any) -> Callable[[dict[str, Any]], object]:
    return lambda record: {**record, **fields}


def _without(name: str) -> Callable[[dict[str, Any]], object]:
    return lambda record: {key: value for key, value in record.items() if key != name}


BAD = [
    ("article", _without("type"), "there is no 'type' in it"),
    ("article", _changed(type="bird"), "the type 'bird' is unknown"),
    ("article", _changed(type=["article"]), "it is no record"),
    ("article", _changed(id="0" * 16), "'id' is missing, unknown, or does not fit"),
    ("article", _changed(colour="red"), "'colour' is missing, unknown"),
    ("article", _changed(paragraphs=[[5, 3]]), "outside a text"),
    ("article", _without("text"), "there is no 'text' in it"),
    ("article", _without("captions"), "'captions' is missing"),
    ("article", lambda record: [record], "not an object"),
    ("attribution", _changed(article_id="0" * 16), "does not fit the rest"),
    ("attribution", _changed(vector="*"), "it is no record"),
    ("attribution", _changed(content=[]), "it is no record|does not fit|has no content"),
    ("attribution", _changed(confidence=0.123456), "'confidence' is missing, unknown, or does not fit"),
    ("source", _changed(mentions=[["0" * 16, 0]]), "does not fit the rest"),
    ("proposition", _changed(independent=None), "it is no record"),
    ("link", _changed(left="0" * 16), "names a record that no line before it holds"),
    ("origin", _changed(proposition="0" * 16), "'id' is missing, unknown, or does not fit"),
    ("judgement", _changed(left={"record": "x"}), "there is no 'article' in it"),
    ("case", _changed(left="0" * 16), "'id' is missing, unknown, or does not fit"),
    ("case", _changed(owner=3), "the owner is not a text"),
    ("case", _without("owner"), "there is no 'owner' in it"),
    ("keys", _changed(keys="abc"), "are not texts"),
    ("keys", _changed(item=None), "are not texts"),
]


@pytest.mark.parametrize(("type_", "change", "reason"), BAD)
def test_a_bad_line_is_named_and_nothing_is_kept(
    ledger: Ledger, exported: tuple[str, ...], type_: str, change: Callable[[dict[str, Any]], object], reason: str
) -> None:
    bad = list(exported)
    number, record = next((n, r) for n, r in enumerate(map(json.loads, bad)) if r["type"] == type_)
    bad[number] = json.dumps(change(record))
    with pytest.raises(RecordRefused, match=rf"line {number + 1}: .*({reason})"), ledger.write() as writer:
        restore(writer, bad)
    assert content(ledger) == []
    with ledger.view() as view:
        assert not view.search("mill")


def test_what_an_earlier_version_exported_comes_back_without_corrections_and_cases(
    ledger: Ledger, exported: tuple[str, ...]
) -> None:
    now = [record for record in map(json.loads, exported) if record["type"] != "case" and not record.get("amends")]
    before = [_without("amends")(record) for record in now]
    with ledger.write() as writer:
        restore(writer, map(json.dumps, before))
    assert list(map(json.loads, content(ledger))) == now


@pytest.mark.parametrize("line", ["", "{", "null", "\ud800", '{"type": "article", "text": NaN}', "[" * 100_000])
def test_what_is_not_json_is_named(ledger: Ledger, line: str) -> None:
    with pytest.raises(RecordRefused, match="line 1: "), ledger.write() as writer:
        restore(writer, [line])


def test_a_line_that_is_there_twice_or_comes_too_early_is_named(ledger: Ledger, exported: tuple[str, ...]) -> None:
    attribution = next(line for line in exported if line.startswith('{"type": "attribution"'))
    for bad, number in (
        ([exported[0], *exported], 2),
        ([attribution, *exported], 1),
        ([*exported, attribution], len(exported) + 1),
    ):
        with pytest.raises(RecordRefused, match=rf"line {number}: "), ledger.write() as writer:
            restore(writer, bad)


@pytest.mark.parametrize("type_", ["source", "proposition", "link", "judgement", "attribution", "case"])
def test_a_record_that_is_there_twice_in_a_row_is_refused(
    ledger: Ledger, exported: tuple[str, ...], type_: str
) -> None:
    place = next(n for n, line in enumerate(exported) if line.startswith(f'{{"type": "{type_}"'))
    reason = (
        f"line {place + 2}: "
        if type_ in ("attribution", "case")
        else f"of the lines of type '{type_}' some hold a record"
    )
    with pytest.raises(RecordRefused, match=reason), ledger.write() as writer:
        restore(writer, [*exported[: place + 1], *exported[place:]])
    assert content(ledger) == []


def test_a_bad_line_among_good_ones_of_its_type_is_the_one_that_is_named(
    ledger: Ledger, exported: tuple[str, ...]
) -> None:
    (link,) = lines_of("link", exported)
    first = next(n for n, line in enumerate(exported) if json.loads(line) == link)
    others = [json.dumps({**link, "relation": relation}) for relation in ("same", "differs", "doubts")]
    others[1] = json.dumps({**link, "right": "0" * 16})
    with pytest.raises(RecordRefused, match=f"line {first + 3}: it names a record"), ledger.write() as writer:
        restore(writer, [*exported[: first + 1], *others, *exported[first + 1 :]])


def test_a_withdrawal_of_nothing_is_named(ledger: Ledger, exported: tuple[str, ...]) -> None:
    withdrawal, withdrawn = lines_of("judgement", exported)
    kept = [line for line in exported if json.loads(line) != withdrawn]
    number = next(n for n, line in enumerate(kept, start=1) if json.loads(line) == withdrawal)
    with pytest.raises(RecordRefused, match=rf"line {number}: there is no judgement"), ledger.write() as writer:
        restore(writer, kept)


def test_an_import_goes_into_an_empty_ledger(ledger: Ledger) -> None:
    with ledger.write() as writer:
        fill(writer)
    before = content(ledger)
    with pytest.raises(RecordRefused, match="goes into an empty ledger"), ledger.write() as writer:
        restore(writer, before)
    assert content(ledger) == before
