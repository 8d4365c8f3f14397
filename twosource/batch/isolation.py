"""The other side of :mod:`twosource.batch.child`: asking it, and finding out which input it died of."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from typing import Any

from twosource.batch.child import Begun, Done, Extract, Over, Survey
from twosource.batch.pieces import Mark, Piece, Surveyed
from twosource.batch.storage import Entry

PATIENCE = 600.0
"""Seconds that one record may take. A long report of 100 pages takes 30."""

_PLACES = {"lines": "line", "rows": "row", "warc": "record"}
_SIGNALS = {signal.SIGKILL: "was killed, as where memory runs out", signal.SIGSEGV: "crashed in native code (SIGSEGV)"}


class Lost(Exception):
    """The child did not answer to the end: it died, was silent for too long, or failed. ``kind`` is that of the
    error."""

    def __init__(self, reason: str, kind: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.kind = kind


Ask = Callable[[object], Iterator[Any]]
"""From a request to its answers; :class:`Lost` where they end too early."""


class Child:
    """A process that reads and attributes, started when it is first asked, and again after it died."""

    def __init__(self, *, patience: float = PATIENCE, program: Sequence[str] = ("-m", "twosource.batch")) -> None:
        self._patience = patience
        self._program = program
        self._process: subprocess.Popen[bytes] | None = None
        self._parent = os.getppid()

    def ask(self, request: object) -> Iterator[Any]:
        """The answers to ``request``, as they come; to be taken to the end."""
        process = self._process = self._process or self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        requests = Connection(os.dup(process.stdin.fileno()), readable=False)
        answers = Connection(os.dup(process.stdout.fileno()), writable=False)
        with requests, answers:
            try:
                requests.send(request)
                while not isinstance(found := self._next(answers), Over):
                    yield found
            except (EOFError, OSError):
                raise self._died() from None
        if found.failure:
            raise Lost(found.failure, "failed")

    def close(self) -> None:
        """End the process."""
        if self._process:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                if stream:
                    with contextlib.suppress(OSError):
                        stream.close()
            self._process = None
            self._complaints.close()

    def _started(self) -> subprocess.Popen[bytes]:
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the process
        command = [sys.executable, *self._program]
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._complaints)

    def _next(self, answers: Connection) -> Any:
        until = time.monotonic() + self._patience
        while not answers.poll(min(1.0, self._patience)):
            if os.getppid() != self._parent:
                # Whoever started this worker is gone, and so is everybody who could use what it finds.
                self.close()
                os._exit(1)
            if time.monotonic() > until:
                self.close()
                raise Lost(f"took longer than {self._patience:.0f} seconds", "late")
        return answers.recv()

    def _died(self) -> Lost:
        assert self._process is not None
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        code, said = self._process.returncode, self._last_words()
        self.close()
        if code is not None and code < 0:
            name = _SIGNALS.get(signal.Signals(-code), f"died of {signal.Signals(-code).name}")
        else:
            name = f"ended with status {code}"
        return Lost(f"the process that read it {name}" + (f": {said}" if said else ""), "crash")

    def _last_words(self) -> str:
        self._complaints.seek(0)
        lines = self._complaints.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1].strip()[:200] if lines else ""


def surveyed(entry: Entry, ask: Ask) -> Surveyed:
    """What is at ``entry``; of a file that the child dies of, that it is one record, which is tried again when it is
    read."""
    try:
        (found,) = ask(Survey(entry))
    except Lost:
        found = None
    if isinstance(found, Surveyed):
        return found
    return Surveyed(path=entry.path, size=entry.size, stamp=entry.stamp, digest=f"{entry.size} {entry.stamp}")


def extracted(pieces: Sequence[Piece], ask: Ask, *, published: str | None = None) -> Iterator[Done]:
    """Every record of ``pieces`` once. What the child was about when it was lost is tried again, each record alone;
    what it is lost of then is given up, and says why."""
    left = list(pieces)
    while left:
        begun: dict[tuple[int, int], Begun] = {}
        last: Begun | None = None
        try:
            for found in ask(Extract(tuple(left), published)):
                if isinstance(found, Begun):
                    begun[found.piece, found.mark.number] = last = found
                elif isinstance(found, Done):
                    del begun[found.piece, found.mark.number]
                    yield found
            return
        except Lost as lost:
            if last is None:
                yield _given_up(left[0], Mark(left[0].first, 0), lost, rest=True)
                left = left[1:]
                continue
        for suspect in begun.values():
            yield from _alone(left[suspect.piece].alone(suspect.mark), suspect.mark, ask, published)
        behind = left[last.piece].behind(last.mark)
        left = [*([] if behind.take == 0 or behind.kind == "whole" else [behind]), *left[last.piece + 1 :]]


def _alone(piece: Piece, mark: Mark, ask: Ask, published: str | None) -> Iterator[Done]:
    try:
        yield from [found for found in ask(Extract((piece,), published)) if isinstance(found, Done)]
    except Lost as lost:
        yield _given_up(piece, mark, lost)


def _given_up(piece: Piece, mark: Mark, lost: Lost, *, rest: bool = False) -> Done:
    place = _PLACES.get(piece.kind)
    where = f"{place} {mark.number + 1}{' and what follows' if rest else ''}: " if place else ""
    return Done(0, mark, errors=((piece.path, f"{where}{lost.reason}", lost.kind),))
