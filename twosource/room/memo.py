"""What was made once and may be wanted again: kept while there is room, made by one however many ask at once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Generic, TypeVar

T = TypeVar("T")


class Memo(Generic[T]):
    """Results by key; safe for many threads.

    ``room`` is how much may be kept in all, ``size`` how much of it a result takes; what was asked for longest ago goes
    first.
    """

    def __init__(self, *, room: int, size: Callable[[T], int] = lambda _: 1) -> None:
        self._room = room
        self._size = size
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, Future[T]] = OrderedDict()
        self._taken = 0

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is kept for ``key``, else what ``make`` gives. Who asks meanwhile waits for that; an exception goes to
        all of them, and is not kept."""
        with self._lock:
            found = self._kept.get(key)
            if found is None:
                mine: Future[T] = Future()
                self._kept[key] = mine
            else:
                self._kept.move_to_end(key)
        return found.result() if found is not None else self._made(key, mine, make)

    def _made(self, key: Hashable, mine: Future[T], make: Callable[[], T]) -> T:
        try:
            made = make()
        except BaseException as error:
            with self._lock:
                del self._kept[key]
            mine.set_exception(error)
            raise
        mine.set_result(made)
        with self._lock:
            self._taken += self._size(made)
            self._make_room()
        return made

    def _make_room(self) -> None:
        for key in [key for key, one in self._kept.items() if one.done()]:
            if self._taken <= self._room:
                return
            self._taken -= self._size(self._kept.pop(key).result())
