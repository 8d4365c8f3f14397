"""Reading in a process of its own (:mod:`twosource.read.child`), which may be lost without loss.

PDFs are read so always: their parser is a large program in C++, and a file of a few kilobytes can make it take all
memory. HTML and feeds are read so from :data:`~twosource.read.limits.APART` bytes on. The process is started when it
is first needed (a third of a second) and serves until it or this one ends; one document at a time.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import signal
import sys
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from twosource.errors import SourceError, SourceTooLarge, SourceUnreadable
from twosource.read import child, limits, readers
from twosource.read.sources import Raw
from twosource.records import Article

if TYPE_CHECKING:
    import subprocess

_OPENING = "import sys; sys.path[:] = {path!r}; from twosource.read import child; child.main({memory})"


def is_due(kind: readers.Kind, size: int) -> bool:
    """Whether a document of that ``kind`` and ``size`` in bytes is to be read apart."""
    return kind == "pdf" or (kind in ("html", "feed") and size >= limits.APART)


def articles(raw: Raw, kind: readers.Kind) -> Iterator[Article | SourceError]:
    """The articles in ``raw``, unpacked, or the error that says why there are none."""
    with _LOCK:
        found = _ASKED.ask(raw, kind)
    yield from found


class Child:
    """The process, and the pipes to it. ``seconds`` and ``memory`` are what one document may take; ``opening`` is what
    the process runs, ``owner`` the process that started it."""

    def __init__(
        self, *, seconds: float = limits.SECONDS, memory: int = limits.MEMORY, opening: str = _OPENING
    ) -> None:
        self._seconds = seconds
        self._memory = memory
        self._opening = opening
        self._process: subprocess.Popen[bytes] | None = None
        self.owner = 0

    @property
    def pid(self) -> int:
        """Its number, or 0 where there is none."""
        return self._process.pid if self._process else 0

    def ask(self, raw: Raw, kind: readers.Kind) -> list[Article | SourceError]:
        """The articles in ``raw``, or the one error that says why it was lost."""
        asked = {"kind": kind, "source": raw.source, "url": raw.url, "charset": raw.charset}
        line = json.dumps({**asked, "size": len(raw.data), "seconds": self._seconds}).encode()
        process = self._running()
        try:
            answer = self._exchange(process, line + b"\n" + raw.data)
        except BaseException:
            # Whoever asks next must not get this answer.
            self.end()
            raise
        if answer.endswith(b"\n"):
            return [child.read_back(given) for given in json.loads(answer)]
        return [self._lost(raw.source)]

    @staticmethod
    def _exchange(process: Any, request: bytes) -> bytes:
        # It may die before it has taken all of a document.
        with contextlib.suppress(BrokenPipeError):
            process.stdin.write(request)
            process.stdin.flush()
        answer: bytes = process.stdout.readline()
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process and (self.owner != os.getpid() or self._process.poll() is not None):
            self.end()
        if self._process is None:
            # Most runs never need it.
            import subprocess

            self.owner = os.getpid()
            self._process = subprocess.Popen(
                [sys.executable, "-c", self._opening.format(path=sys.path, memory=self._memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                # Ctrl-C in a terminal is for the one that was started there.
                start_new_session=True,
            )
        return self._process

    def _lost(self, source: str) -> SourceError:
        """Why there is no answer."""
        assert self._process
        status = self._process.wait()
        self.end()
        if status >= 0:
            return SourceUnreadable(source, f"the process that read it failed (status {status})")
        name = signal.Signals(-status).name
        if name == "SIGPROF":
            return SourceTooLarge(source, f"takes more than {self._seconds:g} seconds to read")
        if name in ("SIGKILL", "SIGABRT"):
            # Parsers in C end the process where they are refused memory.
            return SourceTooLarge(source, child.too_large(self._memory))
        return SourceUnreadable(source, f"crashes the program that reads such files ({name})")

    def end(self) -> None:
        """End it; another is started when somebody asks again. One of a process that was forked is left to that."""
        process, self._process = self._process, None
        if process is None:
            return
        if self.owner == os.getpid():
            process.kill()
            process.wait()
        else:
            process.returncode = 0  # not to be waited for here
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                pipe.close()  # type: ignore[union-attr]


_ASKED = Child()
_LOCK = threading.Lock()


@atexit.register
def end() -> None:
    """End the process, if there is one; the next document that is read apart starts another."""
    with _LOCK:
        _ASKED.end()
