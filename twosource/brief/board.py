"""The board of a proposition: who stands how, without saying the same words twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.brief.records import STANCES, Entry, Stance, Statement


@dataclass(frozen=True, slots=True)
class Row:
    """A statement, and those of its origin that have the same words in the same speaker's mouth (``again``)."""

    first: Statement
    again: tuple[Statement, ...] = ()


def board(entry: Entry) -> Iterator[tuple[Stance, tuple[Row, ...]]]:
    """The stances that somebody takes, each with its rows in the order in which they were printed."""
    for stance in STANCES:
        if found := entry.of_stance(stance):
            yield stance, tuple(_rows(entry, found))


def _rows(entry: Entry, statements: Sequence[Statement]) -> Iterator[Row]:
    origin_of = {one: origin.id for one, origin in entry.origin_of.items()}
    rows: dict[tuple[str, str, str], list[Statement]] = {}
    for one in statements:
        words = "".join(filter(str.isalnum, one.account.quote)).casefold()
        rows.setdefault((origin_of.get(one.id, one.id), one.chain, words), []).append(one)
    yield from (Row(first, tuple(again)) for first, *again in rows.values())
