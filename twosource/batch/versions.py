"""What results depend on besides their input: the code, the networks, and the numbers that were fitted."""

from __future__ import annotations

from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from twosource import __version__
from twosource.making import below, digest

_PARTS = ("read", "language", "model", "attribute", "resolve", "link", "origins", "batch")
_ALONE = (
    "records.py",
    "across.py",
    "wire.py",
    "propose.py",
    "making.py",
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
        "code": digest(package, (name for name in files if name.endswith(_CODE)))[:16],
        "model": digest(package, (name for name in files if name.endswith(_FITTED)))[:16],
    }


def told() -> str:
    """The same in one line."""
    return " ".join(f"{name} {value}" for name, value in versions().items())


def _files(package: Traversable) -> list[str]:
    return [*_ALONE, *below(package, _PARTS, _CODE + _FITTED)]
