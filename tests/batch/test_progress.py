"""What people see of a batch, on a terminal and elsewhere."""

from __future__ import annotations

import io

from twosource.batch.progress import Progress


class Stream(io.StringIO):
    def __init__(self, *, live: bool) -> None:
        super().__init__()
        self._live = live

    def isatty(self) -> bool:
        return self._live


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def shown(*, live: bool) -> str:
    stream, clock = Stream(live=live), Clock()
    progress = Progress(stream, clock=clock)
    progress.fault(("none.html\x1b", "no such file or folder", "missing"))
    progress.stage("reading and attributing", 2, 12)
    for done in range(3, 7):
        clock.now += 20
        progress.part({"articles": 100, "attributions": 900, "errors": 1})
        progress.stage("reading and attributing", done, 12)
    progress.stage("comparing", 0, 500)
    progress.hide()
    return stream.getvalue()


def test_elsewhere_a_line_now_and_then() -> None:
    assert shown(live=False).splitlines() == [
        "twosource: none.html�: no such file or folder",
        "twosource: reading and attributing 4 of 12, 200 articles, 5.0 a second, 3 errors, 3 min left",
        "twosource: reading and attributing 6 of 12, 400 articles, 5.0 a second, 5 errors, 2 min left",
    ]


def test_on_a_terminal_one_line_that_goes_away() -> None:
    text = shown(live=True)
    assert text.count("\n") == 1
    assert "reading and attributing 3 of 12, 100 articles, 5.0 a second, 2 errors, 3 min left " in text
    assert text.endswith("\r\x1b[K")


def test_long_work_is_told_in_hours() -> None:
    stream, clock = Stream(live=True), Clock()
    progress = Progress(stream, clock=clock)
    progress.stage("comparing", 0, 10_000)
    clock.now = 60
    progress.stage("comparing", 10, 10_000)
    assert "16.6 hours left" in stream.getvalue()
