"""How a stage is worked out: where it keeps what, and by how many workers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.batch import engine, storage
from twosource.batch.engine import Frame, Make

DRIVER = 20_000_000
"""Edges of which the driver finds the components: with their labels some 3 GB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """``folder`` is for what is needed on the way; there are so many ``workers``, or, where there are none, the driver
    does all itself, as is quicker with little. Up to ``driver`` edges are connected by the driver, more by the engine.
    """

    folder: str
    workers: int
    driver: int = DRIVER

    def at(self, name: str) -> str:
        """The folder for what is called ``name``."""
        return storage.join(self.folder, name)

    def below(self, name: str) -> Stage:
        """A stage within this one."""
        return replace(self, folder=self.at(name))

    def kept(self, frame: Frame, name: str) -> Frame:
        """``frame`` worked out and written, and read from there from now on."""
        return engine.kept(frame, self.at(name))

    def each(self, frame: Frame, make: Make, *, columns: Sequence[str], returns: Mapping[str, str], size: int) -> Frame:
        """:func:`twosource.batch.engine.each` by the workers that there are."""
        return engine.each(frame, make, columns=columns, returns=returns, workers=self.workers, size=size)
