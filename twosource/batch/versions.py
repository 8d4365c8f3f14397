"""What results depend on besides their input: the code, the networks, and the numbers that were fitted."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable

from twosource import __version__

_PARTS = ("read", "language", "model", "attribute", "resolve", "link", "origins", "batch")
_ALONE = (
    "records.py",
    "across.py",
    "wire.py",
    "propose.py",
    "ledger/versions.py",
    "ledger/schema.py",
    "export/tables.py",
)
_CODE = (".py",)
_FITTED = (".onnx", ".npz", ".json", ".txt")


@cache
def versions() -> dict[str, str]:
    """``twosource``, the release; ``code``, a digest of the source of all stages; ``model``, one of the networks, their
    vocabulary and every fitted weight. What was made by others than these is made anew."""
    package = resources.files("twosource")
    files = sorted(_files(package))
    return {
        "twosource": __version__,
        "code": _digest(package, [name for name in files if name.endswith(_CODE)]),
        "model": _digest(package, [name for name in files if name.endswith(_FITTED)]),
    }


def told() -> str:
    """The same in one line."""
    return " ".join(f"{name} {value}" for name, value in versions().items())


def _files(package: Traversable) -> list[str]:
    return [*_ALONE, *(name for part in _PARTS for name in _below(package / part, part))]


def _below(folder: Traversable, name: str) -> list[str]:
    found: list[str] = []
    for one in folder.iterdir():
        path = f"{name}/{one.name}"
        if one.is_dir():
            found.extend(_below(one, path))
        elif one.name.endswith(_CODE + _FITTED):
            found.append(path)
    return found


def _digest(package: Traversable, names: list[str]) -> str:
    found = sha256()
    for name in names:
        content = package.joinpath(*name.split("/")).read_bytes()
        found.update(f"{name}\0{len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()[:16]
