"""What results are made by: this release, the code of its stages, and its two networks.

A network is named by its file: the first eight digits of ``sha256sum twosource/model/weights/attribution.onnx``. The
code is named in the same way, by all files of the stages together with what was fitted for them and the word vectors
that both networks read; any change to one of them is another code. Reading is not part of it: a text that was read is
kept, and never read anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable

from twosource import __version__

UNKNOWN = "unknown"
"""Of records that a version made which did not say so."""

NETWORKS = ("attribution", "relation")

_STAGES = ("language", "model", "attribute", "resolve", "link", "origins")
_ALONE = ("records.py", "across.py", "propose.py")
_CODE = (".py", ".json", ".txt", ".npz")
_DIGITS = 8


@cache
def made_by() -> str:
    """What makes records here and now, in one line: ``twosource 0.1.0 code … attribution … relation …``."""
    package = resources.files("twosource")
    code = digest(package, sorted([*_ALONE, *below(package, _STAGES, _CODE)]))
    named = " ".join(f"{name} {_network(package, name)[:_DIGITS]}" for name in NETWORKS)
    return f"twosource {__version__} code {code[:_DIGITS]} {named}"


def outdated(told: str) -> bool:
    """Whether what was made by ``told`` may come out otherwise now: a release that changed neither the code of the
    stages nor a network changes nothing."""
    return _tools(told) != _tools(made_by())


def below(package: Traversable, parts: Iterable[str], suffixes: tuple[str, ...]) -> Iterator[str]:
    """The paths of all files in ``parts`` of a package that end so."""
    for part in parts:
        yield from _below(package / part, part, suffixes)


def digest(package: Traversable, names: Iterable[str]) -> str:
    """The SHA-256 of files of a package, by their names and contents, in hex digits."""
    found = sha256()
    for name in names:
        content = package.joinpath(*name.split("/")).read_bytes()
        found.update(f"{name}\0{len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()


def _tools(told: str) -> str:
    return told.partition(" code ")[2]


def _network(package: Traversable, name: str) -> str:
    return sha256(package.joinpath("model", "weights", f"{name}.onnx").read_bytes()).hexdigest()


def _below(folder: Traversable, name: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    for one in folder.iterdir():
        path = f"{name}/{one.name}"
        if one.is_dir():
            yield from _below(one, path, suffixes)
        elif one.name.endswith(suffixes):
            yield path
