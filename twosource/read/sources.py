"""Where bytes come from: files, folders, standard input; addresses are fetched elsewhere."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from twosource.errors import NoArticle, SourceEmpty, SourceError, SourceMissing, SourceTooLarge, SourceUnreadable
from twosource.read import sniff

# fmt: off
ARTICLES = (
    ".html", ".htm", ".xhtml", ".txt", ".text", ".pdf", ".xml", ".rss", ".atom", ".warc", ".jsonl",
    ".ndjson",
)
# fmt: on
"""How the names of files end that are read without a look at their first bytes; ``.gz`` may follow."""

_OTHER_NAMES = ("html", "pdf", "warc", "feed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """The bytes of one source. ``charset`` and ``media_type`` are what its sender said, ``url`` where it came from."""

    source: str
    data: bytes
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None


def open_source(source: str, *, limit: int) -> Iterator[Raw | SourceError]:
    """The bytes behind ``source``: one item for a file, an address or ``-``; for a folder one for each file in it."""
    try:
        if source == "-":
            yield _standard_input(limit=limit)
        elif source.lower().startswith(("http://", "https://")):
            from twosource.read.fetch import fetch

            yield fetch(source, limit=limit)
        elif Path(source).is_dir():
            yield from _folder(source, limit=limit)
        else:
            yield _file(source, limit=limit)
    except SourceError as error:
        yield error


def _standard_input(*, limit: int) -> Raw:
    data = sys.stdin.buffer.read(limit + 1)
    return _checked("-", data, limit=limit)


def _file(path: str, *, limit: int) -> Raw:
    try:
        about = os.stat(path)
        if stat.S_ISREG(about.st_mode) and about.st_size > limit:
            raise SourceTooLarge(path, f"is {sniff.megabytes(about.st_size)}; the limit is {sniff.megabytes(limit)}")
        with open(path, "rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise SourceMissing(path, "no such file or folder") from None
    except (OSError, ValueError) as error:
        raise SourceUnreadable(path, f"cannot be read: {getattr(error, 'strerror', None) or error}") from error
    return _checked(path, data, limit=limit)


def _checked(source: str, data: bytes, *, limit: int) -> Raw:
    if len(data) > limit:
        raise SourceTooLarge(source, f"is more than {sniff.megabytes(limit)}, the limit")
    if not data.strip():
        raise SourceEmpty(source, "is empty" if source != "-" else "standard input is empty")
    return Raw(source=source, data=data)


def _folder(folder: str, *, limit: int) -> Iterator[Raw | SourceError]:
    """Files in order of name. What is no article by its name is passed over, unless its first bytes say otherwise."""
    seen = False
    for path in files_below(folder):
        if not promising(path):
            continue
        seen = True
        try:
            yield _file(path, limit=limit)
        except SourceError as error:
            yield error
    if not seen:
        yield NoArticle(folder, "folder without articles")


def files_below(folder: str) -> Iterator[str]:
    """The paths of all files of a folder and its subfolders in order of name, without what is hidden and without the
    parts of saved pages."""
    for here, folders, names in os.walk(folder):
        # "Page_files" beside "Page.html" is what a browser saves a page's parts to.
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not name.endswith("_files"))
        for name in sorted(names):
            if not name.startswith("."):
                yield os.path.join(here, name)


def promising(path: str) -> bool:
    """Whether a file of a folder is an article by its name, or else by its first bytes."""
    name = path.lower().removesuffix(".gz")
    if name.endswith(ARTICLES):
        return True
    if os.path.splitext(name)[1] in {".css", ".js", ".mjs", ".svg", ".py", ".map"}:
        return False
    try:
        with open(path, "rb") as file:
            head = file.read(2048)
        kind = sniff.kind(head, source=path)
    except (OSError, SourceError):
        return False
    return kind in _OTHER_NAMES or (name.endswith(".json") and b'"text"' in head)
