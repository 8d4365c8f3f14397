"""The results of a partition, kept so that they are there as a whole or not at all.

A part is a folder named after what it follows from: the records of its partition, the content of their files, and what
made it. Its manifest is written last, in one step, and says which files belong to it; a folder without one is what a
killed run left behind.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from twosource.batch import arrows, storage

Tables = Mapping[str, Mapping[str, str]]
"""Tables by name, each with the types of its columns."""


MANIFEST = "manifest.json"
_AT_ONCE = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a part holds: its ``files`` with size and SHA-256, how much of everything (``counts``), how long it took,
    the versions that made it, and from what (``origin``)."""

    part: str
    counts: Mapping[str, int]
    seconds: float
    versions: Mapping[str, str]
    files: Mapping[str, tuple[int, str]]
    origin: Sequence[Mapping[str, Any]] = ()

    def dumps(self) -> bytes:
        """As it is kept."""
        fields = {name: getattr(self, name) for name in self.__slots__}
        return json.dumps(fields, indent=1).encode()

    @classmethod
    def loads(cls, data: bytes) -> Manifest:
        """Back from :meth:`dumps`."""
        fields = json.loads(data)
        fields["files"] = {name: (size, digest) for name, (size, digest) in fields["files"].items()}
        return cls(**fields)


def write(folder: str, tables: Tables, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, tuple[int, str]]:
    """Write the tables of a part; size and digest of each file. The manifest is for the caller to write afterwards."""
    files = {}
    for name, types in tables.items():
        data = arrows.parquet(arrows.table(rows[name], types))
        storage.put(storage.join(folder, f"{name}.parquet"), data)
        files[f"{name}.parquet"] = (len(data), sha256(data).hexdigest())
    return files


def finish(folder: str, manifest: Manifest) -> None:
    """Say that a part is there."""
    storage.put(storage.join(folder, MANIFEST), manifest.dumps())


def finished(folder: str) -> Manifest | None:
    """The manifest of the part in ``folder``; none unless all of its files are there in the size that it says."""
    return _whole(folder, {storage.name(entry.path): entry.size for entry in storage.below(folder)})


def finished_in(folder: str) -> dict[str, Manifest]:
    """The manifest of every finished part that lies in ``folder``, by its own folder, sorted."""
    sizes: dict[str, dict[str, int]] = defaultdict(dict)
    for entry in storage.below(folder):
        place, _, name = entry.path.rpartition("/")
        sizes[place][name] = entry.size
    # An object store answers in tens of milliseconds, and there may be tens of thousands.
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = list(zip(sizes, pool.map(_whole, sizes, sizes.values()), strict=True))
    return {place: manifest for place, manifest in sorted(found) if manifest}


def _whole(folder: str, sizes: Mapping[str, int]) -> Manifest | None:
    data = storage.read(storage.join(folder, MANIFEST)) if MANIFEST in sizes else None
    try:
        manifest = Manifest.loads(data) if data else None
    except (ValueError, TypeError, KeyError):
        return None
    if manifest is None or any(sizes.get(name) != size for name, (size, _) in manifest.files.items()):
        return None
    return manifest


def paths(folders: Iterable[str], name: str) -> list[str]:
    """The files of the table ``name`` in each of ``folders``."""
    return [storage.join(folder, f"{name}.parquet") for folder in folders]
