"""A whole ledger in a form for other programs, made as it is read, out of one state of it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Literal

from twosource.ledger import Ledger, View

Form = Literal["jsonl", "json-ld", "ftm", "claimreview"]

BLOCK = 65_536
"""Characters that are handed on at a time, a thousandth of a large ledger; a line alone would cost more in handing on
than in making."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A form: the function of :mod:`twosource.export` that writes it, the type and the name of the file."""

    module: str
    function: str
    media_type: str
    name: str

    def pieces(self, view: View) -> Iterator[str]:
        """The text of ``view`` in this form."""
        write: Callable[[View], Iterator[str]] = getattr(
            import_module(f"twosource.export.{self.module}"), self.function
        )
        return write(view)


KINDS: Mapping[Form, Kind] = {
    "jsonl": Kind("records", "lines", "application/x-ndjson", "twosource.jsonl"),
    "json-ld": Kind("jsonld", "pieces", "application/ld+json", "twosource.jsonld"),
    "ftm": Kind("ftm", "lines", "application/x-ndjson", "twosource.ftm.json"),
    "claimreview": Kind("claimreview", "lines", "application/x-ndjson", "twosource.claimreview.jsonl"),
}


def exported(ledger: Ledger, form: Form) -> Generator[bytes, None, None]:
    """The ledger in ``form`` as UTF-8, some :data:`BLOCK` at a time. It is read while it is taken: whoever stops before
    the end closes the generator, so that the ledger is not held open."""
    with ledger.view() as view:
        waiting: list[str] = []
        size = 0
        for piece in KINDS[form].pieces(view):
            waiting.append(piece)
            size += len(piece)
            if size >= BLOCK:
                yield _encoded(waiting)
                waiting, size = [], 0
        yield _encoded(waiting)


def _encoded(pieces: list[str]) -> bytes:
    # Half a character, of which JSON keeps the escape, as the command line writes it.
    return "".join(pieces).encode("utf-8", "backslashreplace")
