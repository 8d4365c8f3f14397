"""Statements that are near to a question in meaning: by the cosines of their vectors to its own."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

import numpy as np

from twosource.ledger import View
from twosource.ledger.meaning import past, vectors_after
from twosource.link.vectors import unpacked
from twosource.model.pairs import Reader
from twosource.model.tags import Floats

LEAST_COSINE = 0.3
"""Of a statement to a question: less is about something else. Set by reading what eight questions about five stories
bring; no annotation stands behind it."""

MOST = 3000
"""Statements that are weighed. Of 9,400 no question of a dozen has as many that are near enough to the best."""

_BLOCK = 4096


class Finder(Protocol):
    """What finds statements by meaning."""

    def near(
        self, view: View, question: str, *, among: Collection[str] | None = None, also: Collection[str] = ()
    ) -> dict[str, float]:
        """Current attribution id → its cosine to ``question``, at least :data:`LEAST_COSINE`: the :data:`MOST` nearest,
        and those of ``also``; only those of ``among``, where it is given."""
        ...


class FromLedger:
    """Reads every vector there is at each question: for one question, or a few. What is held at a time is a block."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def near(
        self, view: View, question: str, *, among: Collection[str] | None = None, also: Collection[str] = ()
    ) -> dict[str, float]:
        """As :class:`Finder` has it."""
        asked = self._reader.vectors([question])[0]
        gone = past(view)
        found: dict[str, float] = {}
        for rows in vectors_after(view, 0):
            kept = {row.id: row.vector for row in rows if row.number not in gone and (among is None or row.id in among)}
            found |= cosines(kept, asked)
        return nearest(found, also=also)


def cosines(kept: Mapping[str, bytes], asked: Floats) -> dict[str, float]:
    """Id → the cosine of its vector, as the ledger keeps it, to ``asked``; those of :data:`LEAST_COSINE` at least. To
    six decimals: the sums of single precision differ in the seventh with what else is computed along."""
    found: dict[str, float] = {}
    ids = list(kept)
    for at in range(0, len(ids), _BLOCK):
        part = ids[at : at + _BLOCK]
        products = np.round(unpacked(part, kept).astype(np.float64) @ asked.astype(np.float64), 6)
        found |= {one: float(cosine) for one, cosine in zip(part, products, strict=True) if cosine >= LEAST_COSINE}
    return found


def nearest(found: Mapping[str, float], *, also: Collection[str] = ()) -> dict[str, float]:
    """The :data:`MOST` of ``found`` with the greatest cosines, of equal ones by id, and those of ``also``."""
    listed: Sequence[str] = sorted(found, key=lambda one: (-found[one], one))[:MOST]
    return {one: found[one] for one in (*listed, *sorted(also)) if one in found}
