from __future__ import annotations

import io

from twosource.progress import Progress
from twosource.records import Article

ARTICLE = Article(text="x", paragraphs=())


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_short_work_shows_nothing() -> None:
    stream = Terminal()
    progress = Progress(stream, clock=Clock())
    progress.read(ARTICLE)
    assert list(progress.count([(ARTICLE, ())])) == [(ARTICLE, ())]
    assert stream.getvalue() == ""


def test_long_work_shows_one_line_that_goes_away_before_each_result() -> None:
    stream, clock = Terminal(), Clock()
    progress = Progress(stream, clock=clock)
    counted = progress.count(iter([(ARTICLE, ()), (ARTICLE, ())]))
    clock.now = 60
    progress.read(ARTICLE)
    assert stream.getvalue() == "\r\x1b[Kread 1, done 0, attributions 0 "
    next(counted)
    assert stream.getvalue().endswith(" \r\x1b[K")
    clock.now = 61
    next(counted)
    assert list(counted) == []
    assert stream.getvalue().endswith("read 1, done 1, attributions 0 \r\x1b[K")


def test_the_line_is_not_drawn_for_every_article() -> None:
    stream, clock = Terminal(), Clock()
    progress = Progress(stream, clock=clock)
    clock.now = 60
    for _ in range(1000):
        progress.read(ARTICLE)
    assert stream.getvalue().count("read") == 1


def test_not_a_terminal() -> None:
    stream, clock = io.StringIO(), Clock()
    progress = Progress(stream, clock=clock)
    clock.now = 60
    progress.read(ARTICLE)
    progress.hide()
    assert stream.getvalue() == ""
