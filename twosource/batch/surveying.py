"""Files → files looked through, by the workers; those that are as they were are not looked through again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from twosource.batch import engine
from twosource.batch.isolation import Child, surveyed
from twosource.batch.job import Job
from twosource.batch.pieces import Surveyed
from twosource.batch.storage import Entry

_ENTRY = {"path": "text", "size": "whole", "stamp": "text"}
FEW = 100
"""Files that are looked through without the engine, whose workers take seconds to start."""

_FILES = 16
"""Files that a worker looks through at a time."""


class Surveyor:
    """Looks through files, in a process that may die of one."""

    def __init__(self) -> None:
        self._child = Child()

    def __call__(self, path: str, size: int, stamp: str) -> Iterator[Mapping[str, Any]]:
        """The row of a file."""
        found = surveyed(Entry(path, size, stamp), self._child.ask)
        yield {"path": path, "found": json.dumps(found.as_dict())}

    def close(self) -> None:
        """End the process."""
        self._child.close()


def survey_all(
    entries: Sequence[Entry], job: Job, *, known: Mapping[str, Surveyed], on_file: Callable[[], None]
) -> list[Surveyed]:
    """What is at ``entries``, in their order. A file of the size and the stamp that it had when it was ``known`` is
    taken to be the same, as by make and git."""
    found = {entry.path: before for entry in entries if (before := known.get(entry.path)) and _same(entry, before)}
    new = [{"path": e.path, "size": e.size, "stamp": e.stamp} for e in entries if e.path not in found]
    made = _by_workers(new, job) if len(new) > FEW else _here(new)
    for row in made:
        found[row["path"]] = Surveyed.read(json.loads(row["found"]))
        on_file()
    return [found[entry.path] for entry in entries]


def _here(new: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    surveyor = Surveyor()
    try:
        for row in new:
            yield from surveyor(**row)
    finally:
        surveyor.close()


def _by_workers(new: Sequence[Mapping[str, Any]], job: Job) -> Iterator[Mapping[str, Any]]:
    types = {"path": "text", "found": "text"}
    frame = engine.rows(new, _ENTRY)
    made = engine.each(frame, Surveyor, columns=list(_ENTRY), returns=types, workers=job.threads, size=_FILES)
    yield from made.iter_rows()


def _same(entry: Entry, before: Surveyed) -> bool:
    return (entry.size, entry.stamp) == (before.size, before.stamp)
