"""What is read in a process of its own: gives the same, and is lost alone where it cannot be read."""

from __future__ import annotations

import os
import signal

import pytest

from fuzz.made.bombs import deflated, forms, page, pages, pdf, prose
from twosource.errors import NoArticle, SourceTooLarge, SourceUnreadable
from twosource.read import apart, limits, read_raw, readers
from twosource.read.sources import Raw

SMALL = page(prose(3))
LARGE = page(prose(2 * limits.APART // 100))


def test_what_is_due():
    assert apart.is_due("pdf", 1)
    assert apart.is_due("html", limits.APART)
    assert apart.is_due("feed", limits.APART)
    assert not apart.is_due("html", limits.APART - 1)
    assert not apart.is_due("plain", 10 * limits.APART)
    assert not apart.is_due("jsonl", 10 * limits.APART)


@pytest.mark.parametrize(
    "data", [SMALL, LARGE, b"<html><p>Nothing of a story</p></html>"], ids=["small", "large", "none"]
)
def test_it_gives_what_reading_here_gives(data):
    raw = Raw(source="dam.html", data=data, url="https://courier.example/dam", charset="utf-8")
    assert _told(apart.articles(raw, "html")) == _told(_here(raw))


def _here(raw):
    try:
        yield from readers.articles(raw, "html")
    except NoArticle as error:
        yield error


def _told(results):
    return [str(one) if isinstance(one, Exception) else one for one in results]


def test_any_text_comes_over():
    item = rb'{"text": "A dam burst, \ud800 \u0000 \u202e said the mayor of \u00c9lin.", "authors": ["Jane Roe"]}'
    raw = Raw(source="\ud800", data=item)
    assert _told(apart.articles(raw, "jsonl")) == _told(readers.articles(raw, "jsonl"))


BOMBS = {
    "a stream of 500 MB": lambda: pdf(deflated(500), b"/Filter /FlateDecode"),
    "forms in forms": lambda: forms(8, 10),
}


@pytest.mark.parametrize("name", BOMBS)
def test_what_takes_all_memory_is_an_error_and_the_next_is_read(name, make_pdf):
    child = apart.Child(memory=400_000_000)
    (error,) = child.ask(Raw(source="bomb.pdf", data=BOMBS[name]()), "pdf")
    assert isinstance(error, SourceTooLarge)
    assert str(error) == "bomb.pdf: needs more than 0.4 GB of memory to be read"
    lines = [
        (60, 700 - 14 * n, 11, "A dam burst above the town of Farholm on Monday, officials said.") for n in range(3)
    ]
    (article,) = child.ask(Raw(source="dam.pdf", data=make_pdf(lines)), "pdf")
    assert article.text.startswith("A dam burst above the town")
    child.end()


def test_a_pdf_is_read_so_whatever_its_size(make_pdf, monkeypatch):
    asked = []
    monkeypatch.setattr(apart, "articles", lambda raw, kind: iter(asked.append((raw.source, kind)) or ()))
    assert not list(read_raw(Raw(source="dam.pdf", data=make_pdf([]))))
    assert asked == [("dam.pdf", "pdf")]


def test_what_takes_too_long_is_an_error(make_pdf):
    child = apart.Child(seconds=0.3)
    (error,) = child.ask(Raw(source="pages.pdf", data=pages(100_000)), "pdf")
    assert str(error) == "pages.pdf: takes more than 0.3 seconds to read"
    line = (60, 700, 11, "A dam burst above the town of Farholm on Monday, officials said.")
    (article,) = child.ask(Raw(source="dam.pdf", data=make_pdf([line])), "pdf")
    assert article.text.startswith("A dam burst above the town")
    child.end()


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGKILL], ids=lambda number: number.name)
def test_a_process_that_is_lost_before_it_is_asked_is_started_anew(number):
    child = apart.Child()
    child.ask(Raw(source="a", data=SMALL), "html")
    os.kill(child.pid, number)
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    assert child.ask(Raw(source="b", data=SMALL), "html")[0].source == "b"
    child.end()


def test_a_crash_says_what_it_was():
    child = apart.Child(opening="import os, sys; sys.stdin.buffer.read(9); os.kill(os.getpid(), 11)")
    (error,) = child.ask(Raw(source="x.pdf", data=b"%PDF-1.4 of no use"), "pdf")
    assert isinstance(error, SourceUnreadable)
    assert str(error) == "x.pdf: crashes the program that reads such files (SIGSEGV)"
    child.end()


def test_a_process_that_fails_to_start_is_an_error():
    child = apart.Child(opening="raise SystemExit(3)")
    (error,) = child.ask(Raw(source="x.pdf", data=bytes(1_000_000)), "pdf")
    assert str(error) == "x.pdf: the process that read it failed (status 3)"


def test_a_fork_of_this_process_asks_a_process_of_its_own():
    child = apart.Child()
    child.ask(Raw(source="a", data=SMALL), "html")
    mine, owner = child.pid, os.getpid()
    child.owner = owner + 1
    child.ask(Raw(source="b", data=SMALL), "html")
    assert child.pid != mine
    os.kill(mine, signal.SIGKILL)
    child.end()
