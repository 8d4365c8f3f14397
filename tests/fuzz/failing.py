"""A worker whose targets fail in the ways that a worker is there for."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from random import Random

from fuzz import worker
from fuzz.target import Target

BAD = b"!"


def _letters(chance: Random) -> bytes:
    return bytes(chance.choice(b"abc") for _ in range(20))


def _failing(name: str, fail: Callable[[], object]) -> Target:
    """A target of which each input that holds :data:`BAD` fails."""

    def check(data: bytes) -> None:
        if BAD in data:
            fail()

    return Target(name=name, make=_letters, check=check, tokens=(BAD,), deadline=0.2)


def _hang() -> None:
    while True:
        pass


def _raise() -> None:
    raise ValueError("no")


TARGETS = {
    "hangs": _failing("hangs", _hang),
    "crashes": _failing("crashes", lambda: os.kill(os.getpid(), signal.SIGSEGV)),
    "is killed": _failing("is killed", lambda: os.kill(os.getpid(), signal.SIGKILL)),
    "raises": _failing("raises", _raise),
    "eats": _failing("eats", lambda: bytearray(5_000_000_000)),
    "holds": _failing("holds", lambda: None),
}

if __name__ == "__main__":
    worker.loaded = TARGETS.__getitem__
    worker.has_coverage = lambda: False
    worker.main()
