"""What a source is made of, and a piece of it: whole records, from a place where reading can begin."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

Kind = Literal["whole", "lines", "rows", "warc"]
"""``whole``: one record, whatever is in it. ``lines``: JSON lines of articles. ``rows``: Parquet. ``warc``: answers
that a crawler kept."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where the record ``number`` of a source begins: at the byte ``offset`` of the file."""

    number: int
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Surveyed:
    """A file as it was when it was looked through: ``digest`` is the SHA-256 of its bytes, ``records`` how many
    there are, ``marks`` are where some of them begin; none where reading can begin at the front alone."""

    path: str
    size: int
    stamp: str
    digest: str
    kind: Kind = "whole"
    records: int = 1
    marks: tuple[Mark, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """As it is kept."""
        return {**asdict(self), "marks": [[mark.number, mark.offset] for mark in self.marks]}

    @classmethod
    def read(cls, fields: dict[str, Any]) -> Surveyed:
        """Back from :meth:`as_dict`."""
        return cls(**{**fields, "marks": tuple(Mark(number, offset) for number, offset in fields["marks"])})

    def whence(self, number: int) -> Mark:
        """The last mark from which the record ``number`` can be reached."""
        return max((mark for mark in self.marks if mark.number <= number), default=Mark(0, 0), key=lambda m: m.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """The records of a file from ``first`` on, ``take`` of them, or, where that is ``None``, all there are. Reading
    begins at the record ``number``, which is at the byte ``offset``; ``digest`` is the file's. Unless its records
    are ``apart``, it can begin at the front of the file alone, as where all of it is packed in one."""

    path: str
    kind: Kind
    digest: str
    first: int = 0
    take: int | None = None
    number: int = 0
    offset: int = 0
    apart: bool = True

    def as_dict(self) -> dict[str, Any]:
        """As it is kept."""
        return asdict(self)

    def wants(self, number: int) -> bool:
        """Whether the record ``number`` is in it."""
        return self.first <= number and (self.take is None or number < self.first + self.take)

    def ends(self, number: int) -> bool:
        """Whether ``number`` and all behind it are not in it."""
        return self.take is not None and number >= self.first + self.take

    def alone(self, mark: Mark) -> Piece:
        """The one record that begins at ``mark``."""
        return replace(self._from(mark), first=mark.number, take=1)

    def behind(self, mark: Mark) -> Piece:
        """What comes after the record that begins at ``mark``."""
        left = None if self.take is None else self.first + self.take - mark.number - 1
        return replace(self._from(mark), first=mark.number + 1, take=left)

    def _from(self, mark: Mark) -> Piece:
        return replace(self, number=mark.number, offset=mark.offset) if self.apart else self


def piece_of(file: Surveyed, first: int, take: int) -> Piece:
    """``take`` records of ``file`` from ``first`` on; the last piece goes to the end, and hears of what is wrong
    there."""
    start = file.whence(first)
    return Piece(
        path=file.path,
        kind=file.kind,
        digest=file.digest,
        first=first,
        take=None if first + take >= file.records else take,
        number=start.number,
        offset=start.offset,
        apart=file.kind == "rows" or bool(file.marks),
    )
