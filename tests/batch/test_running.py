"""Whole batches with the networks: the same as a ledger, restarted after a kill, and what has changed done again."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.batch import files, made
from tests.support import ROOT, STORY, needs_network
from twosource import pipeline
from twosource.batch import Job, Report, running, versions
from twosource.batch.faults import Fault
from twosource.errors import TwosourceError
from twosource.ledger import Ledger

COMMAND = [sys.executable, "-c", "from twosource.commands.batch import batch; batch(prog_name='twosource batch')"]


class Heard:
    """What a batch told."""

    def __init__(self) -> None:
        self.stages: list[str] = []
        self.parts: list[Mapping[str, int]] = []
        self.faults: list[Fault] = []

    def stage(self, name: str, done: int, whole: int) -> None:  # noqa: ARG002 - as a batch tells it
        if name not in self.stages:
            self.stages.append(name)

    def part(self, counts: Mapping[str, int]) -> None:
        self.parts.append(counts)

    def fault(self, fault: Fault) -> None:
        self.faults.append(fault)


def run(*sources: Path, out: Path, **options: object) -> tuple[Report, Heard]:
    heard = Heard()
    job = Job(sources=tuple(map(str, sources)), out=str(out), **{"threads": 1} | options)  # type: ignore[arg-type]
    return running.run(job, heard), heard


def command(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], capture_output=True, text=True, check=False, cwd=ROOT, encoding="utf-8"
    )


def stored(out: Path) -> dict[str, list[dict[str, object]]]:
    return {name: pq.ParquetDataset(out / name).read().to_pylist() for name in ("articles", "errors")}


@needs_network
def test_the_example_story_is_what_a_ledger_exports(tmp_path: Path) -> None:
    done = command(STORY, tmp_path / "tables", "--threads", "2", "--partitions", "3")
    assert done.returncode == 0, done.stderr
    with Ledger.open(tmp_path / "port.db") as opened:
        list(pipeline.add([str(STORY)], opened, on_error=lambda error: pytest.fail(str(error))))
        ledger = made.exported(opened, tmp_path / "exported")
    batch = made.read(tmp_path / "tables")
    for table, rows in ledger.items():
        assert batch[table] == rows, table
    assert len(ledger["propositions"]) > 50
    first, *rows = done.stdout.splitlines()
    assert first.startswith("12 articles read from 11 files in 3 partitions, ")
    assert [line.split("/")[-1] for line in rows] == [*ledger, "errors"]
    assert done.stderr == ""


@needs_network
def test_what_is_finished_is_not_done_twice_and_what_changed_is_done_again(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    shutil.copytree(STORY, pages)
    out = tmp_path / "tables"
    first, heard = run(pages, out=out, partitions=3)
    assert (first.partitions, first.kept, len(heard.parts)) == (3, 0, 3)
    again, heard = run(pages, out=out)
    assert (again.kept, len(heard.parts), again.rows, again.of) == (3, 0, first.rows, first.of)
    assert "comparing" not in heard.stages
    for path in pages.iterdir():
        os.utime(path)
    touched, heard = run(pages, out=out)
    assert (touched.kept, len(heard.parts), touched.of) == (3, 0, first.of)
    late = pages / "12-late.txt"
    late.write_text((pages / "04-ansel-gazette.txt").read_text() + "\n\nMayor Anna Feld said the port would open soon.")
    grown, heard = run(pages, out=out)
    assert (grown.kept, len(heard.parts), grown.read) == (3, 1, 13)
    late.write_text("Nothing to see here, said Anna Feld, the mayor of the town.")
    changed, heard = run(pages, out=out)
    assert (changed.kept, len(heard.parts), changed.read) == (3, 1, 13)
    late.unlink()
    shrunk, heard = run(pages, out=out)
    assert (shrunk.kept, len(heard.parts), shrunk.rows) == (3, 0, first.rows)
    parts = list((out / "_work").glob("*/parts/*"))
    assert len(parts) == 3
    anew, heard = run(pages, out=out, resume=False, partitions=2)
    assert (anew.kept, len(heard.parts), anew.rows) == (0, 2, first.rows)


@needs_network
def test_another_model_does_it_all_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page, out = files.lines(tmp_path, 2), tmp_path / "tables"
    first, _ = run(page, out=out)
    other = {**versions.versions(), "model": "another"}
    monkeypatch.setattr(running, "versions", lambda: other)
    second, heard = run(page, out=out)
    assert (second.kept, len(heard.parts)) == (0, 1)
    assert second.of != first.of
    assert len([path for path in (out / "_work").iterdir() if path.is_dir()]) == 1


@needs_network
def test_a_killed_run_loses_what_was_unfinished_alone(tmp_path: Path) -> None:
    source, out = files.lines(tmp_path, 36), tmp_path / "tables"
    arguments = [*COMMAND, str(source), str(out), "--partitions", "6", "--threads", "1"]
    running_ = subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 120
    while not finished(out):
        assert running_.poll() is None
        assert time.monotonic() < until
        time.sleep(0.05)
    running_.send_signal(signal.SIGKILL)
    running_.wait()
    there = finished(out)
    assert 1 <= len(there) < 6
    assert not (out / "report.json").exists()
    report, heard = run(source, out=out)
    assert report.kept >= len(there)
    assert len(heard.parts) == 6 - report.kept
    after = finished(out)
    assert {path: after[path] for path in there} == there
    whole, _ = run(source, out=tmp_path / "whole", partitions=4)
    assert report.rows == whole.rows
    assert made.read(out) == made.read(tmp_path / "whole")


def finished(out: Path) -> dict[str, int]:
    """The manifests that are there, and when they were written."""
    return {str(path): path.stat().st_mtime_ns for path in out.glob("_work/*/parts/*/manifest.json")}


@needs_network
def test_errors_have_a_table_and_a_status(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    files.warc_of_members(tmp_path / "in", 3)
    (tmp_path / "in" / "empty.html").write_bytes(b"")
    (tmp_path / "in" / "other.warc").write_bytes(files.record(1, b"\x89PNG", kind="image/png"))
    done = command(tmp_path / "in", tmp_path / "none.html", tmp_path / "tables", "--published", "2031-10-17")
    assert done.returncode == 1
    assert done.stderr == f"twosource: {tmp_path / 'none.html'}: no such file or folder\n"
    found = stored(tmp_path / "tables")
    assert {row["published"] for row in found["articles"]} == {"2031-10-17"}
    assert [(Path(str(row["source"])).name, row["kind"], row["reason"]) for row in found["errors"]] == [
        ("empty.html", "empty", "is empty"),
        ("other.warc", "no-article", "WARC without an article"),
        ("none.html", "missing", "no such file or folder"),
    ]
    report = json.loads((tmp_path / "tables" / "report.json").read_text())
    assert report["errors"] == 3
    assert report["versions"] == versions.versions()


def test_nothing_to_read_gives_empty_tables(tmp_path: Path) -> None:
    report, heard = run(tmp_path / "none", out=tmp_path / "tables")
    assert (report.files, report.errors) == (0, 1)
    assert [kind for _, _, kind in heard.faults] == ["missing"]
    assert all(len(rows) == 1 for rows in made.read(tmp_path / "tables").values())


@pytest.mark.parametrize(
    ("source", "out", "message"),
    [
        ("in", "in/file.txt", "is a file; the tables need a folder"),
        ("in", "other", "is not empty, and no batch wrote what is there"),
        ("in", "in", "lies where the tables are to be written"),
        ("https://mill.example/1", "tables", "batch opens files, folders and s3://"),
        ("in", "ftp://mill.example/tables", "batch opens files, folders and s3://"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(tmp_path: Path, source: str, out: str, message: str) -> None:
    for name in ("in/file.txt", "other/file.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("A text.")
    places = [one if "://" in one else str(tmp_path / one) for one in (source, out)]
    done = command(*places)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert message in line


def test_one_batch_writes_a_folder_at_a_time(tmp_path: Path) -> None:
    from twosource.batch.locking import alone

    job = Job(sources=(str(tmp_path / "none"),), out=str(tmp_path / "tables"))
    with alone(job), pytest.raises(TwosourceError, match="another batch is writing there"):
        running.run(job, Heard())


def test_interrupted_it_says_how_to_go_on(tmp_path: Path) -> None:
    source = files.lines(tmp_path, 200)
    arguments = [*COMMAND, str(source), str(tmp_path / "tables"), "--threads", "1"]
    process = subprocess.Popen(arguments, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    while not list(tmp_path.glob("tables/_work/*/plan.json")):
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    rest = process.stderr.read()
    process.wait(60)
    process.stderr.close()
    assert process.returncode == 130
    assert "twosource: interrupted; what is finished is kept" in rest
    assert "Traceback" not in rest
