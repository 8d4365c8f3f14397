"""Noticing what an article changes in a ledger while it is added."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from twosource.across import Change
from twosource.brief.entries import entries
from twosource.brief.records import Entry
from twosource.changes.compare import changes
from twosource.ledger import Added, View, Writer


def now() -> str:
    """The present moment, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def noticing(before: View, writer: Writer, added: Added, *, clock: Callable[[], str] = now) -> list[Change]:
    """What ``added`` changed, kept in the ledger too: to be called within the transaction of adding it.

    ``before`` is a view that was opened when this transaction had begun and had written nothing: it sees the ledger as
    it was.
    """
    if not added.arrived:
        return []
    was, is_now = _touched(before, writer, added)
    found = changes(_entries(before, was), _entries(writer, is_now), made_at=clock())
    return writer.add_changes(found)


def _touched(before: View, after: View, added: Added) -> tuple[set[str], set[str]]:
    """The propositions that the article joined, took the place in, or drew out of others: as they were and are. Of all
    that are, every statement that was there is in one of those that were."""
    joined = set(after.proposition_of(added.arrived).values())
    drawn = set(before.proposition_of([*_members(after, joined), *added.retired]).values())
    is_now = joined | set(after.proposition_of(_members(before, drawn) - set(added.retired)).values())
    return drawn | set(before.proposition_of(_members(after, is_now)).values()), is_now


def _members(view: View, propositions: Iterable[str]) -> set[str]:
    return {one for found in view.propositions(sorted(propositions)) for one in found.attributions}


def _entries(view: View, ids: Iterable[str]) -> list[Entry]:
    return list(entries(view, list(view.propositions(sorted(ids)))))
