"""A batch from beginning to end: look through, cut, read and attribute, group, and let the tables take their place."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Protocol

from twosource.batch import engine, inputs, locking, parts, storage, tables
from twosource.batch.extraction import Part, extract_all
from twosource.batch.faults import Fault
from twosource.batch.grouping import Corpus, Grouping
from twosource.batch.job import Job
from twosource.batch.parts import Manifest
from twosource.batch.pieces import Surveyed
from twosource.batch.plan import Plan, plan
from twosource.batch.stage import Stage
from twosource.batch.surveying import survey_all
from twosource.batch.versions import versions
from twosource.errors import TwosourceError
from twosource.records import content_id


class Watch(Protocol):
    """Hears how far a batch is."""

    def stage(self, name: str, done: int, whole: int) -> None:
        """So much of a stage is done, of so much where that is known."""
        ...

    def part(self, counts: Mapping[str, int]) -> None:
        """A partition is done: ``articles``, ``attributions`` and ``errors`` of it."""
        ...

    def fault(self, fault: Fault) -> None:
        """Something that was named could not be found."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a batch came to. ``kept`` of its ``partitions`` were finished before; ``rows`` are those of the tables.
    ``of`` identifies what the tables were made from and by what."""

    of: str
    files: int
    partitions: int
    kept: int
    read: int
    attributions: int
    errors: int
    seconds: float
    rows: Mapping[str, int]
    versions: Mapping[str, str] = field(default_factory=versions)

    def dumps(self) -> bytes:
        """As it is kept beside the tables."""
        return json.dumps(asdict(self), indent=1).encode()


def run(job: Job, watch: Watch) -> Report:
    """Do ``job``. What an earlier run finished of it is not done twice; what it left undone, or what has changed since,
    is.

    :class:`~twosource.errors.TwosourceError` where it cannot be done at all; what cannot be read is in the table of
    errors.
    """
    locking.check(job)
    engine.daft()
    with locking.alone(job):
        try:
            engine.start(job)
            return Batch(job, watch).run()
        except TwosourceError:
            raise
        except Exception as error:
            raise TwosourceError(f"{job.out}: {engine.said(error)}") from error


class Batch:
    """One run of a job. What was made by other versions lies in a folder of its own, until this run has made its
    own."""

    def __init__(self, job: Job, watch: Watch) -> None:
        self._job, self._watch = job, watch
        self._made = content_id("versions", *versions().values())
        self._home = storage.join(job.work, self._made)
        self._began = time.monotonic()

    def run(self) -> Report:
        """All of it."""
        if not self._job.resume:
            storage.drop(self._home)
        faults: list[Fault] = []
        planned = self._planned(faults)
        wanted = [self._part(one) for one in planned.partitions]
        finished = self._finished(wanted)
        self._extract(
            [one for one in wanted if one.folder not in finished], kept=list(finished.values()), of=len(wanted)
        )
        made = self._finished(wanted)
        if len(made) < len(wanted):
            raise TwosourceError(
                f"{self._job.out}: {len(wanted) - len(made)} partitions were not finished; run it again"
            )
        told = [{"source": source, "reason": reason, "kind": kind} for source, reason, kind in faults]
        told += self._without_articles(planned.files, list(made))
        corpus = Corpus(folders=list(made), files=[file.path for file in planned.files], faults=told)
        return self._settled(corpus, made.values(), kept=len(finished))

    def _planned(self, faults: list[Fault]) -> Plan:
        def fault(found: Fault) -> None:
            faults.append(found)
            self._watch.fault(found)

        job, at = self._job, storage.join(self._home, "plan.json")
        self._watch.stage("looking through files", 0, 0)
        entries = list(inputs.files(job.sources, without=job.out, on_fault=fault))
        before = _plan(storage.read(at))
        seen = 0

        def count() -> None:
            nonlocal seen
            seen += 1
            self._watch.stage("looking through files", seen, len(entries))

        files = survey_all(entries, job, known={file.path: file for file in before.files}, on_file=count)
        found = plan(files, partitions=job.partitions, workers=job.threads, before=before)
        storage.put(at, found.dumps().encode())
        return found

    def _finished(self, wanted: Iterable[Part]) -> dict[str, Manifest]:
        """The parts of those ``wanted`` that are there, in their order."""
        there = parts.finished_in(storage.join(self._home, "parts"))
        return {one.folder: there[one.folder] for one in wanted if one.folder in there}

    def _part(self, one: Any) -> Part:
        name = one.identity(self._made, self._job.published or "")
        return Part(one, storage.join(self._home, "parts", name))

    def _extract(self, wanted: Sequence[Part], *, kept: Sequence[Manifest], of: int) -> None:
        done = len(kept)
        self._watch.stage("reading and attributing", done, of)

        def count(counts: Mapping[str, int]) -> None:
            nonlocal done
            done += 1
            self._watch.part(counts)
            self._watch.stage("reading and attributing", done, of)

        extract_all(wanted, self._job, on_part=count)

    @staticmethod
    def _without_articles(files: Iterable[Surveyed], folders: Sequence[str]) -> list[dict[str, str]]:
        """Archives and lists in which nothing was found and nothing wrong either."""
        listed = [{"path": file.path, "kind": file.kind} for file in files if file.kind != "whole"]
        frame = engine.rows(listed, {"path": "text", "kind": "text"})
        if folders:
            col = engine.daft().col
            read = engine.read(parts.paths(folders, "articles"), "path")
            wrong = engine.read(parts.paths(folders, "errors"), "source").select(col("source").alias("path"))
            frame = frame.join(read.concat(wrong).distinct(), on="path", how="anti")
        reason = {"warc": "WARC without an article"}
        return [
            {"source": row["path"], "reason": reason.get(row["kind"], "no articles in it"), "kind": "no-article"}
            for row in frame.sort("path").to_pylist()
        ]

    def _settled(self, corpus: Corpus, made: Iterable[Manifest], *, kept: int) -> Report:
        """Group, unless the tables are there and made from the same; the report says that they are there."""
        manifests = list(made)
        of = content_id("tables", self._made, *corpus.folders, *corpus.files, json.dumps(corpus.faults))
        at = storage.join(self._job.out, "report.json")
        there = _rows(storage.read(at), of)
        rows = there or self._grouped(corpus)
        report = Report(
            of=of,
            files=len(corpus.files),
            partitions=len(manifests),
            kept=kept,
            read=sum(one.counts["articles"] for one in manifests),
            attributions=sum(one.counts["attributions"] for one in manifests),
            errors=rows["errors"],
            seconds=round(time.monotonic() - self._began, 1),
            rows=rows,
        )
        storage.put(at, report.dumps())
        self._tidy(corpus)
        return report

    def _grouped(self, corpus: Corpus) -> dict[str, int]:
        storage.drop(storage.join(self._job.out, "report.json"))
        stage = Stage(folder=storage.join(self._home, "stages"), workers=self._job.threads)
        cells, made = storage.join(self._home, "cells"), storage.join(self._home, "tables")
        rows = Grouping(stage, cells=cells, told=self._watch.stage).run(corpus, made)
        for name in tables.NAMES:
            storage.move(storage.join(made, name), storage.join(self._job.out, name))
        return rows

    def _tidy(self, corpus: Corpus) -> None:
        """Remove what no later run can use: stages, parts of sources that have changed, what other versions made."""
        storage.drop(storage.join(self._home, "stages"))
        wanted = {*corpus.folders}
        for folder in _folders(storage.join(self._home, "parts")) - wanted:
            storage.drop(folder)
        for folder in _folders(self._job.work) - {self._home}:
            storage.drop(folder)


def _folders(path: str) -> set[str]:
    """The folders in ``path`` that hold a file, at whatever depth."""
    inside = (entry.path[len(path) + 1 :] for entry in storage.below(path))
    return {storage.join(path, name.partition("/")[0]) for name in inside if "/" in name}


def _plan(data: bytes | None) -> Plan:
    """The plan of an earlier run; an empty one where there is none, or none that this version reads."""
    try:
        return Plan.loads(data) if data else Plan()
    except (ValueError, TypeError, KeyError):
        return Plan()


def _rows(data: bytes | None, of: str) -> dict[str, int] | None:
    """The rows of the tables that a report tells of; none unless they were made from the same."""
    try:
        report = json.loads(data or b"{}")
        return dict(report["rows"]) if report.get("of") == of else None
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
