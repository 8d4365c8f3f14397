"""Ending long work in order when somebody asks for it."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType


class Stop:
    """Remembers that somebody wants an end: the first signal lets what is at hand be done, the second does not."""

    def __init__(self) -> None:
        self._wanted = threading.Event()

    def signalled(self, _number: int, _frame: FrameType | None) -> None:
        """Take a signal."""
        if self._wanted.is_set():
            raise KeyboardInterrupt
        self._wanted.set()

    def wait(self, seconds: float) -> None:
        """Wait, unless an end is wanted."""
        self._wanted.wait(seconds)

    def wanted(self) -> bool:
        """Whether somebody does."""
        return self._wanted.is_set()


@contextlib.contextmanager
def stopping() -> Iterator[Stop]:
    """While the block runs, ctrl-c and SIGTERM are taken by a :class:`Stop`."""
    stop = Stop()
    before = {number: signal.signal(number, stop.signalled) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
