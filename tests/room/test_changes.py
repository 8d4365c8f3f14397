from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest

from tests.web import made
from twosource.across import Change
from twosource.ledger import Ledger
from twosource.room.changes import Told, changes, told
from twosource.room.changes_forms import ATOM, NEVER, atom, json_line, text_line

HOSTILE = "a\x00\x1b[2J\u202eb\ud800\ufffe<&]]>\n\u2028c"


@pytest.fixture
def ledger(tmp_path: Path):
    made.make(tmp_path / "mill.db")
    with Ledger.open(tmp_path / "mill.db") as opened:
        yield opened


def one(ledger: Ledger) -> Told:
    with ledger.view() as view:
        return changes(view).items[0]


def test_a_change_is_told_with_its_statement_and_its_proposition(ledger: Ledger) -> None:
    found = one(ledger)
    assert (found.change, found.label) == (made.CHANGE, "figure moved")
    assert found.account is not None
    assert found.account.id == made.BRANDT.id
    assert found.proposition == made.DEATHS


def test_a_proposition_that_was_joined_with_another_is_the_one_it_is_now(ledger: Ledger) -> None:
    joined = replace(made.DOORS, attributions=(made.BRANDT.id, *made.DOORS.attributions))
    with ledger.write() as writer:
        writer.drop_propositions([made.DEATHS.id, made.DOORS.id])
        writer.put_propositions([joined])
    assert one(ledger).proposition == joined


def test_pieces_end(ledger: Ledger) -> None:
    with ledger.write() as writer:
        writer.add_changes(replace(made.CHANGE, text=f"{number}") for number in range(4))
    with ledger.view() as view:
        first = changes(view, limit=2)
        second = changes(view, limit=2, after=first.next)
        third = changes(view, limit=2, after=second.next)
    assert [[item.change.text for item in piece.items] for piece in (first, second, third)] == [
        ["3", "2"],
        ["1", "0"],
        [made.CHANGE.text],
    ]
    assert third.next is None


def test_lines(ledger: Ledger) -> None:
    found = one(ledger)
    assert text_line(found) == f"figure moved  {made.CHANGE.text}  {made.RADIO.url}\n"
    assert json.loads(json_line(found)) == found.as_dict()
    bare = Told(change=made.CHANGE, account=None, proposition=None)
    assert text_line(bare).endswith(f"  {made.BRANDT.id}\n")
    assert json.loads(json_line(bare))["article"] is None


def test_hostile_words_are_harmless_in_every_form() -> None:
    change = Change(
        kind="contested", proposition="p", attribution=None, when=None, made_at=made.CHANGE.made_at, text=HOSTILE
    )
    found = Told(change=change, account=None, proposition=None)
    assert text_line(found).count("\n") == 1
    assert not {"\x00", "\x1b", "\u202e"} & set(text_line(found) + json_line(found))
    assert json.loads(json_line(found))["text"] == HOSTILE
    (title,) = ElementTree.fromstring("".join(atom([found])).encode()).findall(f"{{{ATOM}}}entry/{{{ATOM}}}title")
    assert title.text == "contested: a��[2J�b��<&]]> c"


def test_without_a_server_entries_lead_to_the_outlets_pages(ledger: Ledger) -> None:
    read = feedparser.parse("".join(atom([one(ledger)])))
    assert not read.bozo
    assert [entry.link for entry in read.entries] == [made.RADIO.url]
    assert read.feed.updated == made.CHANGE.made_at
    with ledger.view() as view:
        (script,) = told(view, [made.CHANGE])
    assert script.account is not None
    account = replace(script.account, article=replace(script.account.article, url="javascript:alert(1)"))
    assert "javascript" not in "".join(atom([replace(script, account=account)]))


def test_a_feed_of_nothing_is_as_old_as_time() -> None:
    assert feedparser.parse("".join(atom([]))).feed.updated == NEVER
