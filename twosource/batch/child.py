"""The process that reads and attributes: it may die of an input, and whoever asked it lives on.

``python -m twosource.batch`` takes requests on standard input and answers on standard output, each a pickle as
:mod:`multiprocessing.connection` frames it. It holds the networks from its first request to its last, and ends when its
input does.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from typing import Any

from twosource.batch.faults import Fault, failure, told
from twosource.batch.opening import records
from twosource.batch.pieces import Mark, Piece, Surveyed
from twosource.batch.storage import Entry
from twosource.errors import SourceError
from twosource.model.pairs import Reader
from twosource.records import Article

ROOM = 4 << 30
"""Bytes that an input may take beside what the networks do. One that wants more fails alone."""


@dataclass(frozen=True, slots=True)
class Survey:
    """A request to look through a file; answered by a :class:`~twosource.batch.pieces.Surveyed`."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Extract:
    """A request to read and attribute; answered by a :class:`Begun` and a :class:`Done` for every record."""

    pieces: tuple[Piece, ...]
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """A record of the piece of that number in the request is about to be read."""

    piece: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Done:
    """All that there was in a record: ``rows`` of its articles, and ``errors`` as (source, reason, kind)."""

    piece: int
    mark: Mark
    rows: tuple[Any, ...] = ()
    errors: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Over:
    """The request is answered; ``failure`` says why not all of it was."""

    failure: str | None = None


Send = Callable[[object], None]


@dataclass(slots=True)
class _Open:
    """A record of which not all articles are attributed yet."""

    piece: int
    mark: Mark
    expected: int = 0
    read: bool = False
    rows: list[Any] = field(default_factory=list)
    errors: list[Fault] = field(default_factory=list)
    answered: int = 0


class Extraction:
    """One request to extract, answered through ``send``."""

    def __init__(self, request: Extract, send: Send, reader: Reader) -> None:
        self._request, self._send, self._reader = request, send, reader
        self._waiting: deque[tuple[_Open, Article, int]] = deque()

    def run(self) -> None:
        """Read all pieces, and send each record when it is done: soon after it was read, for the network gathers."""
        from twosource.attribute import attribute

        for article, attributions in attribute(self._articles()):
            own, _, place = self._waiting.popleft()
            self._keep(own, article, attributions, place)
            own.answered += 1
            self._settle(own)

    def _articles(self) -> Iterator[Article]:
        for number, piece in enumerate(self._request.pieces):
            for record in records(piece):
                self._send(Begun(number, record.mark))
                own = _Open(number, record.mark)
                for article in self._results(own, record.results, piece):
                    self._waiting.append((own, article, own.expected))
                    own.expected += 1
                    yield article
                own.read = True
                self._settle(own)

    def _results(self, own: _Open, results: Callable[[], Iterator[Any]], piece: Piece) -> Iterator[Article]:
        try:
            for result in results():
                if isinstance(result, SourceError):
                    own.errors.append(told(result))
                else:
                    yield result if result.published else replace(result, published=self._request.published)
        except GeneratorExit:
            raise
        except BaseException as error:
            own.errors.append((piece.path, failure(error), "failed"))

    def _keep(self, own: _Open, article: Article, attributions: Sequence[Any], place: int) -> None:
        from twosource.batch.rows import rows

        try:
            own.rows.append(rows(article, attributions, mark=own.mark, place=place, reader=self._reader))
        except SourceError as error:
            own.errors.append(told(error))

    def _settle(self, own: _Open) -> None:
        if own.read and own.answered == own.expected:
            self._send(Done(own.piece, own.mark, tuple(own.rows), tuple(own.errors)))


def answer(request: object, send: Send, reader: Callable[[], Reader]) -> None:
    """Answer one request."""
    try:
        if isinstance(request, Survey):
            from twosource.batch.survey import survey

            found: Surveyed = survey(request.entry)
            send(found)
        elif isinstance(request, Extract):
            Extraction(request, send, reader()).run()
        send(Over())
    except (BrokenPipeError, EOFError):
        raise
    except BaseException as error:
        send(Over(failure(error)))


class _Held:
    """The relation network, made when it is first wanted."""

    def __init__(self) -> None:
        self._reader: Reader | None = None

    def __call__(self) -> Reader:
        if self._reader is None:
            from twosource.model.pairs import PairReader

            self._reader = PairReader()
            _bound()
        return self._reader


def _bound() -> None:
    """Let this process have :data:`ROOM` more than it has now, and be the first that goes where memory runs out."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        with open("/proc/self/statm", "rb") as file:
            now = int(file.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (now + ROOM, resource.RLIM_INFINITY))
        with open("/proc/self/oom_score_adj", "w", encoding="ascii") as score:
            score.write("1000")


def main() -> None:
    """Answer until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asked, answers = Connection(os.dup(0), writable=False), Connection(os.dup(1), readable=False)
    # What libraries print must not get between the answers.
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    held = _Held()
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            answer(asked.recv(), answers.send, held)
