"""What a worker leaves behind however it ends: a file in memory that the parent reads when the worker is gone."""

from __future__ import annotations

import mmap
import struct
from pathlib import Path
from typing import Self

_HEAD = struct.Struct("<QQQdd")
_ROOM = 1 << 20


class Tally:
    """How many inputs were tried, the one that is being tried, and the slowest of all.

    Two files: ``state`` holds the counts and the input at hand, ``slowest`` the input that took longest.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / "state"
        self.slowest_path = folder / "slowest"
        if not self.path.exists():
            self.path.write_bytes(bytes(_ROOM))
        self._file = self.path.open("r+b")
        self._memory = mmap.mmap(self._file.fileno(), _ROOM)
        self.tried, self._size, self.peak, self.seconds, self.slowest = _HEAD.unpack_from(self._memory)

    def begin(self, data: bytes) -> None:
        """``data`` is being tried from now on."""
        self._size = len(data) + 1
        self._memory[_HEAD.size : _HEAD.size + len(data)] = data
        self._write()

    def end(self, data: bytes, *, seconds: float, peak: int) -> None:
        """It was tried, in ``seconds`` of the processor; the process has needed ``peak`` kilobytes at the most."""
        self.tried, self._size, self.peak = self.tried + 1, 0, max(self.peak, peak)
        self.seconds += seconds
        if seconds > self.slowest:
            self.slowest = seconds
            self.slowest_path.write_bytes(data)
        self._write()

    def given_up(self) -> bytes | None:
        """The input that a worker died of, which counts as tried; ``None`` where it died of none."""
        if not self._size:
            return None
        data = bytes(self._memory[_HEAD.size : _HEAD.size + self._size - 1])
        self.tried, self._size = self.tried + 1, 0
        self._write()
        return data

    def _write(self) -> None:
        _HEAD.pack_into(self._memory, 0, self.tried, self._size, self.peak, self.seconds, self.slowest)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._memory.close()
        self._file.close()
