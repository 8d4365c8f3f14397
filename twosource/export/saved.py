"""A whole export in one packed file: written, read back, and compared."""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from twosource.errors import TwosourceError
from twosource.ledger import exported

_GZIP = b"\x1f\x8b"


def write(lines: Iterable[str], path: Path) -> None:
    """Write ``lines``, those of an export, to ``path``, packed with gzip; then read it and compare.

    :class:`TwosourceError` where what is there is not what was written, or a line of it would not be imported.
    """
    asked, found = hashlib.sha256(), hashlib.sha256()
    with path.open("wb") as file, gzip.GzipFile("", "wb", 6, file, mtime=0) as packed:
        for line in lines:
            data = line.encode("utf-8", "backslashreplace")
            asked.update(data)
            packed.write(data)
    with path.open("rb") as written:
        for number, line in enumerate(read(written, name=str(path)), start=1):
            found.update(line.encode())
            try:
                exported.read(line)
            except (KeyError, *exported.NO_RECORD) as error:
                raise TwosourceError(f"{path}: line {number} of it could not be imported ({error})") from error
    if found.digest() != asked.digest():
        raise TwosourceError(f"{path}: what is there is not what was written; is its disk sound?")


def read(file: IO[bytes], *, name: str) -> Iterator[str]:
    """The lines of an export, packed with gzip or not; :class:`TwosourceError` where it is damaged or no text."""
    head = file.read(len(_GZIP))
    whole: IO[bytes] = io.BufferedReader(_Behind(head, file))
    stream: Iterable[bytes] = gzip.GzipFile(fileobj=whole) if head == _GZIP else whole
    done = 0
    try:
        for line in stream:
            yield line.decode()
            done += 1
    except (EOFError, OSError, zlib.error) as error:
        raise TwosourceError(f"{name}: is damaged behind line {done} ({error})") from error
    except UnicodeDecodeError as error:
        raise TwosourceError(f"{name}: line {done + 1} is no UTF-8; this is no export") from error


class _Behind(io.RawIOBase):
    """A stream that begins with bytes that were read from it already: what comes through a pipe cannot be put back."""

    def __init__(self, head: bytes, file: IO[bytes]) -> None:
        self._head, self._file = head, file

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """The head, then the rest."""
        data = self._head or self._file.read(len(buffer))
        self._head = data[len(buffer) :]
        data = data[: len(buffer)]
        buffer[: len(data)] = data
        return len(data)
