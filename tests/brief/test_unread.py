"""What could not be read stands in every form of a brief."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.brief.made import RUTH, by, origin
from tests.brief.whole import a_brief, an_entry
from tests.upkeep.made import STORY, WordReader, fill
from twosource.across import Unread
from twosource.brief import compose, html, markdown, terminal
from twosource.brief.outline import outline
from twosource.brief.records import Brief
from twosource.ledger import Ledger
from twosource.terminal import Screen

SCAN = Unread(source="scans/page_1.pdf", reason="no text in it", tried_at="2025-03-05T10:00:00+00:00")
HOSTILE = Unread(source="<b>x</b>\x1b[2J", reason="[a](https://evil.example)", tried_at="2025-03-04T10:00:00+00:00")
TOLD = ("What could not be read", "scans/page_1.pdf", "no text in it", "tried 5 March 2025, 10:00", "3 more sources")


def made(*unread: Unread, more: int = 0) -> Brief:
    pro = by(RUTH, "the ferry was full")
    return a_brief(an_entry([pro], [origin(pro)]), unread=unread, unread_in_all=len(unread) + more)


def as_markdown(brief: Brief) -> str:
    return "".join(markdown.pieces(brief))


def as_text(brief: Brief) -> str:
    return "".join(terminal.lines(brief, Screen(columns=80)))


@pytest.mark.parametrize("write", [html.page, as_markdown, as_text])
def test_every_form_says_what_was_not_read_why_and_when(write: Callable[[Brief], str]) -> None:
    shown = write(made(SCAN, more=3)).replace("\\", "")
    assert [words for words in TOLD if words not in shown] == []
    assert "What could not be read" not in write(made())


def test_what_a_source_is_called_is_shown_as_it_is_and_does_nothing() -> None:
    page = html.page(made(HOSTILE))
    assert "&lt;b&gt;x&lt;/b&gt;" in page
    assert "\x1b" not in page + as_text(made(HOSTILE))
    assert r"\[a\](https" in as_markdown(made(HOSTILE))


def test_the_last_are_listed_and_all_are_counted(tmp_path: Path) -> None:
    many = [
        Unread(source=f"{number}.pdf", reason="damaged", tried_at=f"2025-03-05T10:{number}:00")
        for number in range(10, 33)
    ]
    with Ledger.open(tmp_path / "a.db") as ledger:
        fill(ledger, STORY[:1])
        with ledger.write() as writer:
            for one in many:
                writer.put_unread(one)
        with ledger.view() as view:
            found = compose.brief(view, "ferry", reader=WordReader())
    assert (len(found.unread), found.unread_in_all) == (compose.UNREAD, 23)
    assert found.unread[0].source == "32.pdf"
    assert found.as_dict()["unread"][0] == many[-1].as_dict()
    assert [block.text for block in outline(found)][-1] == "3 more sources could not be read."
