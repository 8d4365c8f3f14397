"""What a batch is asked to do."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Literal

from twosource.batch import storage

Runner = Literal["local", "ray"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """``sources`` to read, in this order, into tables below ``out``, a folder or a URL of an object store.

    ``threads`` articles are attributed at a time, each by a process of its own with one copy of the networks;
    ``partitions`` is into how many parts the sources are cut, of a likely size where it is not given. ``published`` is
    the day of articles that do not say when they were published. Without ``resume`` nothing that is finished is kept.
    ``address`` is that of the cluster for the runner ``ray``.
    """

    sources: tuple[str, ...]
    out: str
    runner: Runner = "local"
    address: str | None = None
    partitions: int | None = None
    threads: int = field(default_factory=lambda: os.cpu_count() or 1)
    published: str | None = None
    resume: bool = True

    @property
    def work(self) -> str:
        """Where what is not asked for but needed lies."""
        return storage.join(self.out, "_work")
