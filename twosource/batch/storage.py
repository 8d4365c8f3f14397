"""Where sources and tables lie: folders and files of this machine, or an object store by URL.

Paths are text throughout: what is a path and what a URL is told by how it begins. Object stores are opened by pyarrow
here and by the engine where it reads tables; both take their credentials from the environment.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO, cast
from urllib.parse import urlsplit

from twosource.errors import TwosourceError

SCHEMES = ("s3", "gs", "abfs", "abfss")
"""Schemes that both pyarrow and the engine open."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file: its ``path``, its ``size`` in bytes, and a ``stamp`` that is another whenever it was written anew."""

    path: str
    size: int
    stamp: str


def is_remote(path: str) -> bool:
    """Whether ``path`` is a URL; :class:`TwosourceError` where it is one that nobody here opens."""
    scheme, mark, _ = path.partition("://")
    if not mark or not scheme.isalnum():
        return False
    if scheme.lower() not in SCHEMES:
        raise TwosourceError(f"{path}: batch opens files, folders and {', '.join(f'{one}://' for one in SCHEMES)}")
    return True


def join(folder: str, *names: str) -> str:
    """The path of what is called ``names`` below ``folder``."""
    return "/".join([folder.rstrip("/"), *names]) if is_remote(folder) else os.path.join(folder, *names)


def name(path: str) -> str:
    """The last part of ``path``."""
    return path.rstrip("/").rpartition("/")[2]


def about(path: str) -> Entry | None:
    """The file at ``path``; none where there is no such file."""
    if not is_remote(path):
        return _local(path)
    system, inside = _system(path)
    return _entry(path, system.get_file_info(inside))


def is_folder(path: str) -> bool:
    """Whether ``path`` is a folder; in an object store, whether anything lies below it."""
    if not is_remote(path):
        return Path(path).is_dir()
    from pyarrow.fs import FileType

    system, inside = _system(path)
    return bool(system.get_file_info(inside).type == FileType.Directory)


def below(folder: str) -> Iterator[Entry]:
    """All files below ``folder``, sorted by path; none where it is not there."""
    if not is_remote(folder):
        found = (os.path.join(here, name) for here, _, names in os.walk(folder) for name in names)
        yield from (entry for path in sorted(found) if (entry := _local(path)))
        return
    from pyarrow.fs import FileSelector

    system, inside = _system(folder)
    listed = system.get_file_info(FileSelector(inside, recursive=True, allow_not_found=True))
    for info in sorted(listed, key=lambda info: str(info.path)):
        if entry := _entry(f"{folder.rstrip('/')}{info.path[len(inside.rstrip('/')) :]}", info):
            yield entry


def opened(path: str) -> BinaryIO:
    """The bytes at ``path``, to be read from anywhere in it. ``OSError`` where they cannot be."""
    if not is_remote(path):
        return open(path, "rb")
    import io

    system, inside = _system(path)
    return cast(BinaryIO, io.BufferedReader(system.open_input_file(inside)))


def read(path: str) -> bytes | None:
    """All bytes at ``path``; none where there is no such file."""
    try:
        with opened(path) as file:
            return file.read()
    except FileNotFoundError:
        return None


def put(path: str, data: bytes) -> None:
    """Let ``data`` be what is at ``path``: all of it or, whatever happens, what was there before."""
    if is_remote(path):
        system, inside = _system(path)
        # An object appears when it is complete.
        with system.open_output_stream(inside) as stream:
            stream.write(data)
        return
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, target)


def drop(path: str) -> None:
    """Remove the file or the folder at ``path`` with all below it, where it is there."""
    if is_remote(path):
        system, inside = _system(path)
        with contextlib.suppress(FileNotFoundError):
            system.delete_dir(inside) if is_folder(path) else system.delete_file(inside)
    elif Path(path).is_dir():
        shutil.rmtree(path)
    else:
        Path(path).unlink(missing_ok=True)


def move(source: str, target: str) -> None:
    """Let the folder ``source`` be at ``target``, in place of what is there. On this machine that takes an instant; in
    an object store the files are copied one by one."""
    drop(target)
    if not is_remote(source):
        os.replace(source, target)
        return
    system, inside = _system(source)
    _, aim = _system(target)
    for entry in list(below(source)):
        _, own = _system(entry.path)
        system.copy_file(own, aim + own[len(inside) :])
    drop(source)


def _local(path: str) -> Entry | None:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return Entry(path, found.st_size, str(found.st_mtime_ns)) if os.path.isfile(path) else None


def _entry(path: str, info: Any) -> Entry | None:
    return Entry(path, info.size, str(info.mtime_ns)) if info.is_file else None


def _system(path: str) -> tuple[Any, str]:
    """The file system of a URL, and what it calls the path."""
    parts = urlsplit(path)
    return _opened(parts.scheme.lower(), parts.netloc), f"{parts.netloc}{parts.path}".rstrip("/")


@cache
def _opened(scheme: str, host: str) -> Any:
    from pyarrow.fs import FileSystem

    try:
        return FileSystem.from_uri(f"{scheme}://{host}")[0]
    except Exception as error:
        raise TwosourceError(f"{scheme}://{host}: cannot be opened: {str(error).splitlines()[0]}") from error
