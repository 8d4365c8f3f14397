"""An input that the process dies of is named, and costs nothing but itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.batch import files
from tests.batch.test_survey import surveyed
from twosource.batch import isolation
from twosource.batch.child import Begun, Done, Extract, Survey
from twosource.batch.isolation import Child, Lost, extracted
from twosource.batch.pieces import Mark, Piece, piece_of
from twosource.batch.storage import Entry

FATES = {
    "SEGFAULT": ("crash", "crashed in native code (SIGSEGV)"),
    "PANIC": ("failed", "failed: BaseException: a panic of native code"),
    "NETWORK FAILS": ("failed", "failed: RuntimeError: bad allocation"),
    "SAME TWICE": ("unreadable", "two attributions of it have the same source, cue and content"),
}


@pytest.fixture
def child() -> Iterator[Child]:
    made = Child(program=("-m", "tests.batch.fragile"))
    yield made
    made.close()


def whole(path: Path) -> Piece:
    file = surveyed(path)
    return piece_of(file, 0, file.records)


def outcome(pieces: list[Piece], child: Child) -> tuple[list[str], list[tuple[str, str, str]]]:
    done = list(extracted(pieces, child.ask))
    urls = sorted(json.loads(rows.article["record"])["url"] for one in done for rows in one.rows)
    return urls, [error for one in done for error in one.errors]


def addresses(count: int, without: int) -> list[str]:
    return sorted(f"https://mill.example/{number}" for number in range(count) if number != without)


@pytest.mark.parametrize("fate", FATES)
def test_one_bad_record_of_an_archive(tmp_path: Path, child: Child, fate: str) -> None:
    path = tmp_path / "a.warc"
    bad = files.page(6).replace(b"The mill", fate.encode() + b" the mill")
    path.write_bytes(b"".join(files.record(n, bad if n == 6 else None) for n in range(11)))
    urls, errors = outcome([whole(path)], child)
    assert urls == addresses(11, without=6)
    ((source, reason, kind),) = errors
    assert (source, kind) == (str(path), FATES[fate][0])
    assert FATES[fate][1] in reason
    assert ("record 7" in reason) is (kind == "crash" or fate == "NETWORK FAILS")


def test_a_record_that_takes_too_long_is_given_up() -> None:
    asleep = Child(patience=1.0, program=("-c", "import time; time.sleep(3600)"))
    with pytest.raises(Lost) as caught:
        list(asleep.ask(Extract(())))
    assert (caught.value.reason, caught.value.kind) == ("took longer than 1 seconds", "late")


@pytest.mark.parametrize("fate", ["SEGFAULT", "NETWORK DIES"])
def test_bad_files_among_good_ones(tmp_path: Path, child: Child, fate: str) -> None:
    for number in range(9):
        text = files.text(number) + (f" {fate}" if number in (0, 4, 5, 8) else "")
        (tmp_path / f"{number}.txt").write_text(text)
    done = list(extracted([whole(tmp_path / f"{number}.txt") for number in range(9)], child.ask))
    assert sorted(Path(rows.article["path"]).name for one in done for rows in one.rows) == [
        f"{number}.txt" for number in (1, 2, 3, 6, 7)
    ]
    errors = [error for one in done for error in one.errors]
    assert sorted(Path(source).name for source, _, _ in errors) == [f"{number}.txt" for number in (0, 4, 5, 8)]
    assert {kind for _, _, kind in errors} == {"crash"}


def test_a_file_that_packed_records_are_in_goes_on_behind_the_bad_one(tmp_path: Path, child: Child) -> None:
    import gzip

    path = tmp_path / "a.warc.gz"
    bad = files.page(6).replace(b"The mill", b"SEGFAULT the mill")
    path.write_bytes(gzip.compress(b"".join(files.record(n, bad if n == 6 else None) for n in range(11))))
    urls, errors = outcome([whole(path)], child)
    assert urls == addresses(11, without=6)
    assert len(errors) == 1


def test_where_nothing_can_be_begun_the_rest_of_the_piece_is_given_up() -> None:
    """As where the library that walks through an archive dies itself."""
    pieces = [Piece(path=name, kind="warc", digest="") for name in ("a", "b")]

    def ask(request: object) -> Iterator[object]:
        assert isinstance(request, Extract)
        (first, *_) = request.pieces
        if first.path == "a":
            if first.first == 0:
                yield Begun(0, Mark(0, 0))
                yield Done(0, Mark(0, 0))
            raise Lost("the process that read it died", "crash")
        yield Begun(0, Mark(0, 0))
        yield Done(0, Mark(0, 0))

    done = list(extracted(pieces, ask))
    assert [one.errors for one in done] == [
        (),
        (("a", "record 2 and what follows: the process that read it died", "crash"),),
        (),
    ]


def test_a_request_is_answered_after_the_child_was_lost(tmp_path: Path, child: Child) -> None:
    path = files.lines(tmp_path, 3)
    (before,) = child.ask(Survey(Entry(str(path), 0, "")))
    with pytest.raises(Lost, match="FileNotFoundError"):
        list(child.ask(Survey(Entry(str(tmp_path / "none"), 0, ""))))
    assert child._process is not None
    child._process.kill()
    with pytest.raises(Lost, match="killed"):
        list(child.ask(Survey(Entry(str(path), 0, ""))))
    assert list(child.ask(Survey(Entry(str(path), 0, "")))) == [before]


def test_a_file_that_cannot_be_looked_through_is_left_to_the_reading(tmp_path: Path, child: Child) -> None:
    found = isolation.surveyed(Entry(str(tmp_path / "none"), 5, "7"), child.ask)
    assert (found.kind, found.records, found.digest) == ("whole", 1, "5 7")


@pytest.mark.parametrize(
    ("end", "reason"),
    [
        ("os.kill(os.getpid(), signal.SIGSEGV)", "the process that read it crashed in native code (SIGSEGV)"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "the process that read it was killed, as where memory runs out"),
        ("os.abort()", "the process that read it died of SIGABRT"),
        ("os._exit(3)", "the process that read it ended with status 3"),
    ],
)
def test_how_the_process_ended_is_told(end: str, reason: str) -> None:
    with pytest.raises(Lost) as caught:
        list(Child(program=("-c", f"import os, signal; {end}")).ask(Extract(())))
    assert (caught.value.reason, caught.value.kind) == (reason, "crash")


def test_what_the_process_said_last_is_told(tmp_path: Path) -> None:
    program = tmp_path / "broken.py"
    program.write_text("raise SystemExit('no network is installed')")
    broken = Child(program=(str(program),))
    with pytest.raises(Lost, match="status 1: no network is installed"):
        list(broken.ask(Extract(())))
