"""From what a person names to the files to read, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from twosource.batch import storage
from twosource.batch.faults import Fault, told
from twosource.batch.storage import Entry
from twosource.errors import NoArticle, SourceMissing
from twosource.read import sources

_TABLES = (".parquet", ".parq")
_ENDINGS = (*sources.ARTICLES, *_TABLES)


def files(named: Sequence[str], *, without: str, on_fault: Callable[[Fault], None]) -> Iterator[Entry]:
    """The files of all that is ``named``, each once, as :func:`twosource.read.read` takes the files of a folder,
    tables of articles besides. What lies below the folder ``without`` is passed over. What is not there goes to
    ``on_fault``."""
    seen: set[str] = set()
    for source in named:
        found = list(_of(source))
        if not found:
            reason = "folder without articles" if storage.is_folder(source) else "no such file or folder"
            error = NoArticle if storage.is_folder(source) else SourceMissing
            on_fault(told(error(source, reason)))
        for entry in found:
            if entry.path not in seen and not _within(entry.path, without):
                seen.add(entry.path)
                yield entry


def _of(source: str) -> Iterator[Entry]:
    if not storage.is_folder(source):
        entry = storage.about(source)
        yield from [entry] if entry else []
    elif storage.is_remote(source):
        yield from (entry for entry in storage.below(source) if _worth_reading(entry.path[len(source) :]))
    else:
        promising = (path for path in sources.files_below(source) if path.endswith(_TABLES) or sources.promising(path))
        yield from (entry for path in promising if (entry := storage.about(path)))


def _worth_reading(name: str) -> bool:
    """Whether a file of an object store is an article by its name: there, nothing is opened to find out."""
    *folders, last = name.lower().strip("/").split("/")
    hidden = any(part.startswith(".") for part in (*folders, last)) or any(f.endswith("_files") for f in folders)
    return not hidden and last.removesuffix(".gz").endswith(_ENDINGS)


def _within(path: str, folder: str) -> bool:
    return path.startswith(folder.rstrip("/") + "/")
