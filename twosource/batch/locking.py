"""Whose folder it is: one batch writes it at a time, and nothing else ever."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from twosource.batch import storage
from twosource.batch.job import Job
from twosource.errors import TwosourceError


def check(job: Job) -> None:
    """Raise :class:`TwosourceError` where the tables of ``job`` cannot be written where it says."""
    out = job.out.rstrip("/")
    for source in job.sources:
        if source.rstrip("/") == out or source.startswith(out + "/"):
            raise TwosourceError(f"{source}: lies where the tables are to be written ({job.out})")
    if storage.is_remote(out):
        if storage.is_folder(out) and not storage.is_folder(job.work):
            raise TwosourceError(f"{job.out}: is not empty, and no batch wrote what is there")
        return
    folder = Path(out)
    if folder.exists() and not folder.is_dir():
        raise TwosourceError(f"{job.out}: is a file; the tables need a folder")
    if folder.is_dir() and any(folder.iterdir()) and not Path(job.work).is_dir():
        raise TwosourceError(f"{job.out}: is not empty, and no batch wrote what is there")


@contextlib.contextmanager
def alone(job: Job) -> Iterator[None]:
    """Holds the folder while the batch runs; who else wants it is told. In an object store nobody is: there, see to it
    yourself."""
    if storage.is_remote(job.out):
        yield
        return
    import fcntl

    try:
        Path(job.work).mkdir(parents=True, exist_ok=True)
        lock = os.open(storage.join(job.work, "lock"), os.O_CREAT | os.O_RDWR, 0o644)
    except OSError as error:
        raise TwosourceError(f"{job.out}: cannot be written: {error.strerror}") from error
    try:
        # It goes with the process, however that ends.
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(lock)
        raise TwosourceError(f"{job.out}: another batch is writing there") from error
    try:
        yield
    finally:
        os.close(lock)
