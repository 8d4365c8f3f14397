"""Statements by meaning, kept in memory between questions.

A vector takes 384 bytes instead of the ledger's 768: whole numbers from -127 to 127 and a scale (scalar quantisation as
in Faiss; Johnson et al. 2017). How far a product with them can be off is known for each, so that they tell which
statements may be near; the cosines that count are then worked out from the ledger's own vectors, and the answer is to
the last place the one that reading all of them gives. 240,000 statements take 115 MB, and 30 ms of two cores.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from twosource.brief.near import LEAST_COSINE, MOST, cosines, nearest
from twosource.ledger import View
from twosource.ledger.meaning import Numbered, past, vectors_after, vectors_of
from twosource.link.vectors import unpacked
from twosource.model.pairs import Reader
from twosource.model.tags import Floats

_ROWS = 8192
"""Vectors of a part: 3 MB, which is what is copied where an article adds to the last one."""

_BLOCK = 1024
"""Vectors that are multiplied at a time: 1.5 MB as floats, which the cache of a core holds."""

_FEW = 4000
"""Statements whose vectors are sooner read than looked for."""

_ROUNDING = 1e-4
"""What single precision can add to the error of a product."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Some vectors: their attributions by number and id; ``rows`` whose product with ``scales`` they nearly are; and
    how long the difference is (``off``), which no product with a unit vector can exceed."""

    numbers: npt.NDArray[np.int64]
    ids: Sequence[str]
    rows: npt.NDArray[np.int8]
    scales: npt.NDArray[np.float32]
    off: npt.NDArray[np.float32]

    def near(self, asked: Floats) -> Floats:
        """The products with ``asked``, as near as the rows tell."""
        found = np.empty(len(self.rows), np.float32)
        block = np.empty((_BLOCK, len(asked)), np.float32)
        for at in range(0, len(self.rows), _BLOCK):
            rows = self.rows[at : at + _BLOCK]
            floats = block[: len(rows)]
            np.copyto(floats, rows, casting="unsafe")
            found[at : at + _BLOCK] = floats @ asked
        return np.asarray(found * self.scales, np.float32)


class StatementIndex:
    """The statements of one ledger; a :class:`~twosource.brief.near.Finder` that many threads may share.

    Before it answers it reads what the ledger has got since, and which statements are of no current article any more.
    ``reader`` gives the network that reads a question.
    """

    def __init__(self, reader: Callable[[], Reader]) -> None:
        self._reader = reader
        self._lock = threading.Lock()
        self._mark = ""
        self._parts: tuple[_Part, ...] = ()
        self._past: npt.NDArray[np.int64] = np.empty(0, np.int64)

    def near(
        self, view: View, question: str, *, among: Collection[str] | None = None, also: Collection[str] = ()
    ) -> dict[str, float]:
        """As :class:`~twosource.brief.near.Finder` has it."""
        asked = self._reader().vectors([question])[0]
        if among is not None and len(among) <= _FEW:
            return nearest(cosines(view.vectors(sorted(among)), asked), also=also)
        kept = vectors_of(view, list(_candidates(*self.refresh(view), asked, among)))
        # Statements that the full text finds may be further off than all these.
        further = {one for one in also if one not in kept and (among is None or one in among)}
        return nearest(cosines(kept | view.vectors(sorted(further)), asked), also=also)

    def refresh(self, view: View) -> tuple[tuple[_Part, ...], npt.NDArray[np.int64]]:
        """Bring it to the state of ``view``: the vectors, and the numbers of those that are not to be found."""
        mark = view.mark()
        with self._lock:
            if mark != self._mark:
                if not _is_of(self._parts, view):
                    self._parts = ()
                last = int(self._parts[-1].numbers[-1]) if self._parts else 0
                for batch in vectors_after(view, last):
                    self._parts = tuple(_grown(self._parts, batch))
                self._past = np.array(sorted(past(view)), np.int64)
                self._mark = mark
            return self._parts, self._past

    @property
    def size(self) -> int:
        """Bytes that it takes."""
        return sum(
            part.rows.nbytes + part.scales.nbytes + part.off.nbytes + part.numbers.nbytes + 73 * len(part.ids)
            for part in self._parts
        )


def _is_of(parts: Sequence[_Part], view: View) -> bool:
    """Whether ``parts`` are of the ledger of ``view``, by the first and the last of them: a file may take another's
    place. What ``view`` does not see came later."""
    ends = [(part.numbers[place], part.ids[place]) for part, place in ((parts[0], 0), (parts[-1], -1))] if parts else []
    return all(set(vectors_of(view, [int(number)])) <= {one} for number, one in ends)


def _grown(parts: tuple[_Part, ...], batch: Sequence[Numbered]) -> Iterator[_Part]:
    """``parts`` with ``batch`` behind them: the last one filled up, then new ones."""
    full, last = (parts[:-1], parts[-1:]) if parts and len(parts[-1].ids) < _ROWS else (parts, ())
    yield from full
    room = _ROWS - sum(len(part.ids) for part in last)
    pieces = [batch[:room], *(batch[at : at + _ROWS] for at in range(room, len(batch), _ROWS))]
    for piece, before in zip(pieces, [*last, *[None] * len(pieces)], strict=False):
        made = _part(piece)
        yield _joined(before, made) if before else made


def _part(rows: Sequence[Numbered]) -> _Part:
    floats = unpacked([row.id for row in rows], {row.id: row.vector for row in rows})
    scales = np.maximum(np.abs(floats).max(axis=1), 1e-9) / 127
    whole = np.rint(floats / scales[:, None]).astype(np.int8)
    off = np.linalg.norm(floats - whole * scales[:, None], axis=1) + _ROUNDING
    numbers = np.array([row.number for row in rows], np.int64)
    return _Part(numbers, [row.id for row in rows], whole, scales.astype(np.float32), off.astype(np.float32))


def _joined(left: _Part, right: _Part) -> _Part:
    return _Part(
        np.concatenate([left.numbers, right.numbers]),
        [*left.ids, *right.ids],
        np.concatenate([left.rows, right.rows]),
        np.concatenate([left.scales, right.scales]),
        np.concatenate([left.off, right.off]),
    )


def _candidates(
    parts: Sequence[_Part], gone: npt.NDArray[np.int64], asked: Floats, among: Collection[str] | None
) -> Iterator[int]:
    """The numbers of whatever may be among the nearest."""
    ends: list[tuple[_Part, Floats, Floats]] = []
    for part in parts:
        about = part.near(asked)
        out = np.isin(part.numbers, gone)
        if among is not None:
            out |= np.array([one not in among for one in part.ids])
        about[out] = -2.0
        ends.append((part, about - part.off, about + part.off))
    least = _least([low for _, low, _ in ends])
    for part, _, high in ends:
        yield from part.numbers[high >= least].tolist()


def _least(lows: Sequence[Floats]) -> float:
    """What a cosine must be at the least to be of the :data:`MOST` nearest."""
    low = np.concatenate([np.empty(0, np.float32), *lows])
    if len(low) <= MOST:
        return LEAST_COSINE
    return max(LEAST_COSINE, float(np.partition(low, len(low) - MOST)[len(low) - MOST]))
