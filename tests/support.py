"""What several tests share: where things are, and a made-up article."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from twosource.records import Span

ROOT = Path(__file__).parent.parent
STORY = ROOT / "examples" / "port-ansel"

needs_network = pytest.mark.skipif(
    not list((ROOT / "twosource" / "model" / "weights").glob("*.onnx")),
    reason="the weights of the network are not in twosource/model/weights (make train makes them)",
)

HEADLINE = "Mill fire kills two"
FIRST = "At least two people died, the Courier said, citing an unnamed official."
SECOND = "“We know nothing of it,” Mayor Anna Feld told the Courier on Tuesday. “Nothing.”"
TEXT = f"{HEADLINE}\n\n{FIRST}\n\n{SECOND}"


def span(words: str, text: str = TEXT) -> Span:
    """Where ``words`` stand; they must occur once."""
    assert text.count(words) == 1, words
    return text.index(words), text.index(words) + len(words)


class Package:
    """What stands in for the package among its resources: the files of a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def files(self, name: str) -> Path:
        assert name == "twosource"
        return self.folder

    @classmethod
    def empty(cls, folder: Path, *, parts: Iterable[str], alone: Iterable[str], networks: Iterable[str]) -> Package:
        """One of empty modules and of networks of a byte each."""
        for part in parts:
            (folder / part).mkdir()
            (folder / part / "__init__.py").write_text("")
        for name in alone:
            (folder / name).write_text("")
        (folder / "model" / "weights").mkdir()
        for name in networks:
            (folder / "model" / "weights" / f"{name}.onnx").write_bytes(b"1")
        return cls(folder)
