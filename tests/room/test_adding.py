from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.upkeep.made import WordReader
from twosource.across import Unread
from twosource.ledger import Ledger
from twosource.room.adding import Adding, Bounds, TooMuch
from twosource.room.adding_jobs import Given, Item, Job, Pasted, Place, Upload

MILL = "The mayor said on Tuesday that the mill would be closed for good, and that nobody would lose their work there."
DAM = "Two engineers told the council that they had warned of the dam since the spring, and that nobody had listened."
LONG = 60.0
"""Seconds after which a test gives up; none takes one."""


@dataclass
class Clock:
    time: datetime = datetime(2025, 3, 5, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


@dataclass
class Gate:
    """Gives the reader when it is opened: until then whoever adds waits at it."""

    reached: threading.Event = field(default_factory=threading.Event)
    open: threading.Event = field(default_factory=threading.Event)

    def __call__(self) -> WordReader:
        self.reached.set()
        assert self.open.wait(LONG)
        return WordReader()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "news.db") as opened:
        yield opened


Start = Callable[..., Adding]


@pytest.fixture
def start(ledger: Ledger, without_network: None) -> Iterator[Start]:  # noqa: ARG001
    started: list[Adding] = []

    def make(**given: object) -> Adding:
        started.append(Adding(ledger, **{"reader": WordReader, **given}))  # type: ignore[arg-type]
        return started[-1]

    yield make
    for one in started:
        one.stop(seconds=LONG)


def upload(text: str, *, name: str = "mill.txt", **fields: str) -> Upload:
    return Upload(name=name, data=text.encode(), **fields)  # type: ignore[arg-type]


def done(adding: Adding, *given: Given) -> Job:
    job = adding.wait(adding.submit(given).id, seconds=LONG)
    assert job is not None
    assert job.ended, job
    return job


def told(items: Sequence[Item]) -> list[tuple[str, str, list[str], tuple[str, ...]]]:
    return [(one.source, one.state, [result.outcome for result in one.results], one.errors) for one in items]


def test_each_item_tells_what_it_came_to(start: Start) -> None:
    pasted = Pasted(text=MILL, title="Mill to close", outlet="Hill Post", published="2025-03-05")
    job = done(
        start(),
        pasted,
        pasted,
        Pasted(text=MILL, title="Mill closes", outlet="The Dale", url="https://dale.example/mill"),
        upload("", name="nothing.txt"),
        Upload(name="photo.png", data=b"\x89PNG\r\n\x1a\n"),
        upload(DAM, name="dam.txt"),
    )
    assert told(job.items) == [
        ("Mill to close", "done", ["new"], ()),
        ("Mill to close", "done", ["known"], ()),
        ("Mill closes", "done", ["reprint"], ()),
        ("nothing.txt", "failed", [], ("is empty",)),
        ("photo.png", "failed", [], ("binary file, a PNG image, not an article",)),
        ("dam.txt", "done", ["new"], ()),
    ]
    assert [(one.read, one.statements) for one in job.items] == [(1, 2), (1, 0), (1, 2), (0, 0), (0, 0), (1, 2)]
    assert (job.state, job.settled) == ("done", 6)


def test_what_cannot_be_read_is_kept_in_the_ledger_but_for_a_pasted_text(start: Start, ledger: Ledger) -> None:
    clock = Clock()
    adding = start(clock=clock)
    done(adding, upload("", name="mill.txt"), Pasted(text=" ", title="Nothing"), upload(DAM, name="dam.txt"))
    with ledger.view() as view:
        expected = Unread(source="mill.txt", reason="is empty", tried_at="2025-03-05T08:00:00+00:00")
        assert view.unread() == [expected]
    done(adding, upload(MILL, name="mill.txt"))
    with ledger.view() as view:
        assert view.unread() == []


def test_what_is_told_of_a_text_goes_before_what_is_read_in_it(start: Start, ledger: Ledger) -> None:
    pasted = Pasted(
        text=f"A headline\n\n{MILL}",
        title="Another",
        outlet="Hill Post",
        published="2025-03-05",
        url="https://a.example/",
    )
    job = done(start(), pasted)
    (result,) = job.items[0].results
    assert (result.title, result.outlet) == ("Another", "Hill Post")
    with ledger.view() as view:
        article = view.article(result.article)
    assert article is not None
    assert (article.title, article.published, article.url) == ("Another", "2025-03-05", "https://a.example/")
    assert article.text == pasted.text


def test_a_day_is_given_to_what_has_none(start: Start, ledger: Ledger) -> None:
    dated = f'{{"text": "{DAM}", "published": "2025-02-02"}}'
    job = done(start(), upload(MILL, published="2025-03-05"), upload(dated, name="dam.jsonl", published="2025-03-05"))
    with ledger.view() as view:
        found = [view.article(item.results[0].article) for item in job.items]
    assert [one.published for one in found if one] == ["2025-03-05", "2025-02-02"]


def test_of_a_file_with_many_the_rest_goes_on_after_a_bad_one(start: Start) -> None:
    lines = [
        f'{{"text": "{MILL}", "title": "Mill"}}',
        "{broken",
        '{"text": ""}',
        f'{{"text": "{DAM}", "title": "Dam"}}',
    ]
    job = done(start(), upload("\n".join(lines), name="news.jsonl"))
    (item,) = job.items
    assert (item.state, item.read) == ("done", 2)
    assert [result.title for result in item.results] == ["Mill", "Dam"]
    assert [error.partition(":")[0] for error in item.errors] == ["line 2", "line 3"]


def test_many_articles_of_one_file_are_counted_and_the_first_are_told(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("twosource.room.adding_work.SHOWN", 2)
    lines = [f'{{"text": "{MILL} It was the {number}th."}}' for number in range(5)]
    (item,) = done(start(), upload("\n".join(lines), name="news.jsonl")).items
    assert (item.read, len(item.results), item.statements) == (5, 2, 10)


def test_what_waits_and_what_runs_is_told(start: Start) -> None:
    gate = Gate()
    adding = start(reader=gate)
    first = adding.submit([upload(MILL), upload(DAM)], by="Jo")
    assert gate.reached.wait(LONG)
    second, third = adding.submit([upload(MILL)]), adding.submit([upload(MILL)])
    running, waiting, last = (adding.job(one.id) for one in (first, second, third))
    assert running is not None
    assert (running.state, running.by, running.ahead, running.settled) == ("running", "Jo", 0, 0)
    assert [item.state for item in running.items] == ["reading", "waiting"]
    assert [(one.state, one.ahead) for one in (waiting, last) if one] == [("waiting", 1), ("waiting", 2)]
    assert [one.id for one in adding.jobs()] == [third.id, second.id, first.id]
    gate.open.set()
    assert adding.wait(third.id, seconds=LONG) is not None
    assert [one.state for one in adding.jobs()] == ["done"] * 3


@pytest.mark.parametrize(
    ("bounds", "reason"),
    [(Bounds(jobs=2), "2 jobs are waiting already"), (Bounds(size=300), "0 MB are waiting already")],
)
def test_no_more_is_taken_on_than_there_is_room_for(start: Start, bounds: Bounds, reason: str) -> None:
    gate = Gate()
    adding = start(reader=gate, bounds=bounds)
    jobs = [adding.submit([upload(MILL)]), adding.submit([upload(DAM)])]
    with pytest.raises(TooMuch, match=reason):
        adding.submit([upload(MILL)])
    gate.open.set()
    assert [adding.wait(one.id, seconds=LONG) for one in jobs]
    assert done(adding, upload(MILL)).state == "done"


def test_one_that_is_larger_than_all_that_may_wait_is_taken_on_alone(start: Start) -> None:
    assert done(start(bounds=Bounds(size=10)), upload(MILL)).state == "done"


def test_what_has_ended_is_forgotten_in_time(start: Start) -> None:
    clock = Clock()
    adding = start(clock=clock, bounds=Bounds(kept=2, minutes=60))
    jobs = []
    for _ in range(3):
        jobs.append(done(adding, upload(MILL)))
        clock.time += timedelta(minutes=20)
    assert [adding.job(one.id) is not None for one in jobs] == [False, True, True]
    clock.time += timedelta(minutes=30)
    assert [adding.job(one.id) is not None for one in jobs] == [False, False, True]
    assert jobs[2].made_at == "2025-03-05T08:40:00Z"
    assert adding.job("unheard of") is None


def test_a_stop_lets_the_article_at_hand_be_finished(start: Start, ledger: Ledger) -> None:
    gate = Gate()
    adding = start(reader=gate)
    first = adding.submit([upload(MILL), upload(DAM)])
    second = adding.submit([upload(DAM)])
    assert gate.reached.wait(LONG)
    adding.stop(seconds=0)
    with pytest.raises(TooMuch, match="being stopped"):
        adding.submit([upload(MILL)])
    gate.open.set()
    adding.stop(seconds=LONG)
    found = [adding.job(one.id) for one in (first, second)]
    assert [(one.state, [item.state for item in one.items]) for one in found if one] == [
        ("stopped", ["done", "stopped"]),
        ("stopped", ["stopped"]),
    ]
    with ledger.view() as view:
        assert view.counts()["articles"] == 1


def test_a_stop_before_the_start_waits_for_nothing(start: Start) -> None:
    adding = start()
    adding.stop()
    with pytest.raises(TooMuch):
        adding.submit([upload(MILL)])


def test_an_error_in_the_program_is_told_as_one_and_the_rest_goes_on(
    start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    readers = iter([None, WordReader()])
    job = done(start(reader=lambda: next(readers)), upload(MILL), upload(DAM))
    assert told(job.items) == [
        ("mill.txt", "failed", [], ("an error in the program (AttributeError)",)),
        ("mill.txt", "done", ["new"], ()),
    ]
    assert "mill.txt" in caplog.text


@pytest.mark.usefixtures("without_network")
def test_a_ledger_that_is_busy_fails_the_article_alone(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "busy.db", timeout=0.01) as busy, busy.write():
        adding = Adding(busy, reader=WordReader)
        (item,) = done(adding, upload(MILL)).items
        adding.stop(seconds=LONG)
    assert item.state == "failed"
    assert "busy.db" in item.errors[0]


def test_files_of_the_machine_are_read_below_the_folders_alone(start: Start, tmp_path: Path) -> None:
    shared, other = tmp_path / "shared", tmp_path / "other"
    for folder, text in ((shared, MILL), (other, DAM)):
        folder.mkdir()
        (folder / "story.txt").write_text(text)
    adding = start(folders=[shared])
    job = done(adding, Place(path=shared / "story.txt"), Place(path=shared), Place(path=other / "story.txt"))
    assert [item.state for item in job.items] == ["done", "done", "failed"]
    assert job.items[2].errors == ("no such file or folder below those that may be added",)


def test_a_job_as_the_api_tells_it(start: Start) -> None:
    job = done(start(clock=Clock()), Pasted(text=MILL, title="Mill", outlet="Hill Post"))
    (result,) = job.items[0].results
    assert job.as_dict() == {
        "id": job.id,
        "by": "",
        "state": "done",
        "made_at": "2025-03-05T08:00:00Z",
        "ended_at": "2025-03-05T08:00:00Z",
        "ahead": 0,
        "items": [
            {
                "source": "Mill",
                "state": "done",
                "read": 1,
                "statements": 2,
                "results": [
                    {
                        "article": result.article,
                        "title": "Mill",
                        "outlet": "Hill Post",
                        "outcome": "new",
                        "statements": 2,
                    }
                ],
                "errors": [],
            }
        ],
    }
