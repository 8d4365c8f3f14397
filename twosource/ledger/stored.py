"""Records back from where they are stored: what is no record any more is told from a mistake in this package."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

K = TypeVar("K")
T = TypeVar("T")


SEE_CHECK = "; twosource check tells what can be saved"
"""What messages about damage end with."""


class Unreadable(Exception):
    """What is stored in the place of a record is none, or another than its id says. A ledger tells of it as
    :class:`~twosource.errors.LedgerDamaged`."""


class Named(dict[K, T]):
    """What records name, by id: one that is not there is damage, such as an index that says other than its table."""

    def __missing__(self, id_: K) -> T:
        raise Unreadable(f"{id_} is named and is not there")


def rebuilt(make: Callable[[Mapping[str, Any]], T], record: str, **beside: Any) -> T:
    """What ``make`` makes of the fields of a stored ``record`` and of what stands ``beside`` it in its row."""
    try:
        return make({**json.loads(record), **beside})
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise Unreadable(f"{type(error).__name__}: {' '.join(str(error).split())[:100]}") from error


def fitting(made: T, *, id_: str) -> T:
    """``made``, if it has that id: ids are made from content, so that a letter that changed on the disk is seen."""
    if made.id != id_:  # type: ignore[attr-defined]
        raise Unreadable(f"{type(made).__name__.lower()} {id_} holds another one's content")
    return made
