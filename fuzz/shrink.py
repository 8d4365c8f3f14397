"""The smallest input that still fails, by leaving out ever smaller parts (Zeller and Hildebrandt 2002, "ddmin")."""

from __future__ import annotations

import time
from collections.abc import Callable


def shrunk(data: bytes, fails: Callable[[bytes], bool], *, seconds: float = 30.0) -> bytes:
    """A part of ``data`` that ``fails`` still, from which no single byte can be left out, or what was reached in
    ``seconds``."""
    until = time.monotonic() + seconds
    pieces = 2
    while len(data) >= 2 and time.monotonic() < until:
        smaller = _less(data, fails, pieces=pieces, until=until)
        if smaller is not None:
            data, pieces = smaller, max(pieces - 1, 2)
        elif pieces >= len(data):
            break
        else:
            pieces = min(2 * pieces, len(data))
    return data


def _less(data: bytes, fails: Callable[[bytes], bool], *, pieces: int, until: float) -> bytes | None:
    """``data`` without one of its ``pieces`` parts, if that fails still."""
    size = -(-len(data) // pieces)
    for start in range(0, len(data), size):
        if time.monotonic() > until:
            return None
        rest = data[:start] + data[start + size :]
        if fails(rest):
            return rest
    return None
