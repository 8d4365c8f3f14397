from __future__ import annotations

import json

import pytest

from tests.ledger.conftest import Places
from tests.ledger.support import add, content, fill, lines_of, page, statements
from twosource import making
from twosource.errors import RecordRefused
from twosource.ledger import Ledger
from twosource.ledger.restore import restore

OLDER = "twosource 0.0.9 code 00000000 attribution 11111111 relation 22222222"
MADE = ("article", "source", "proposition", "link")


@pytest.fixture
def older(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "made_by", lambda: OLDER)


def test_what_is_put_is_made_by_what_runs(place: str) -> None:
    with Ledger.open(place) as ledger:
        with ledger.write() as writer:
            fill(writer)
        lines = content(ledger)
        for type_ in MADE:
            found = lines_of(type_, lines)
            assert found
            assert {one["made_by"] for one in found} == {making.made_by()}, type_
        with ledger.view() as view:
            assert view.every_maker() == [making.made_by()]


def test_each_article_says_who_found_its_statements(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = page(), page("Another text", url="https://hillpost.example/another")
    with Ledger.open(place) as ledger:
        with monkeypatch.context() as patched, ledger.write() as writer:
            patched.setattr(making, "made_by", lambda: OLDER)
            add(writer, first)
        with ledger.write() as writer:
            add(writer, second)
        now = making.made_by()
        with ledger.view() as view:
            assert view.made_by([first.id, second.id, "none"]) == {first.id: OLDER, second.id: now}
            assert view.makers() == {OLDER: 1, now: 1}
            assert view.made_with([OLDER]) == [first.id]
            assert view.made_with([now, OLDER]) == sorted([first.id, second.id])
            assert view.made_with(["nobody"]) == view.made_with([making.UNKNOWN]) == []


def filled(place: str) -> list[str]:
    """What a ledger of one record of each type holds."""
    with Ledger.open(place) as ledger:
        with ledger.write() as writer:
            fill(writer)
        return content(ledger)


def test_an_import_keeps_what_the_export_tells(places: Places, older: None) -> None:  # noqa: ARG001
    told = "twosource 0.0.1 code a attribution b relation c"
    lines = [line.replace(OLDER, told) for line in filled(places())]
    assert any(told in line for line in lines)
    with Ledger.open(places()) as other:
        with other.write() as writer:
            restore(writer, lines)
        assert content(other) == lines


def test_an_export_that_does_not_tell_is_of_an_unknown_maker(places: Places) -> None:
    silent = []
    for line in filled(places()):
        fields = json.loads(line)
        fields.pop("made_by", None)
        silent.append(json.dumps(fields))
    with Ledger.open(places()) as other:
        with other.write() as writer:
            restore(writer, silent)
        lines = content(other)
        assert {found["made_by"] for type_ in MADE for found in lines_of(type_, lines)} == {making.UNKNOWN}
        with other.view() as view:
            assert view.makers() == {making.UNKNOWN: 1}
            assert view.made_with([making.UNKNOWN]) == [page().id]
            assert view.every_maker() == []


@pytest.mark.parametrize("value", [None, "", 7])
def test_a_maker_that_is_none_is_refused(places: Places, value: object) -> None:
    records = map(json.loads, filled(places()))
    lines = [json.dumps({**one, "made_by": value} if "made_by" in one else one) for one in records]
    refused = pytest.raises(RecordRefused, match=r"line 1: .*made_by")
    with Ledger.open(places()) as other, refused, other.write() as writer:
        restore(writer, lines)


def test_attributions_are_exchanged_with_their_words(place: str) -> None:
    article = page()
    before, after = statements(article, number=2), statements(article, number=3)[2:]
    with Ledger.open(place) as ledger:
        with ledger.write() as writer:
            writer.add(article, before, vectors={before[0].id: b"\x01"})
        with ledger.write() as writer:
            writer.reattribute(article, after, vectors={after[0].id: b"\x02"})
        with ledger.view() as view:
            assert view.attributions_of([article.id])[article.id] == (after[0].id,)
            assert view.vectors([before[0].id, after[0].id]) == {after[0].id: b"\x02"}
            words = {one.id: article.text[slice(*one.content[0])] for one in (*before, *after)}
            found = {one: {hit.id for hit in view.search(f'"{text}"')} for one, text in words.items()}
            assert all(one not in ids for one, ids in found.items() if one != after[0].id)
            assert after[0].id in found[after[0].id]
