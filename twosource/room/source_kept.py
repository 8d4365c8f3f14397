"""What was found out about sources, kept while the ledger stays as it is: of one with five thousand statements it takes
a noticeable part of a second, and every piece of its list needs it."""

from __future__ import annotations

from twosource.ledger import View
from twosource.room.memo import Memo
from twosource.room.source import Profile, profile

KEPT = 100_000
"""Statements of sources that are kept: 200 bytes each, with what is told of the source 30 MB."""

_profiles: Memo[Profile | None] = Memo(room=KEPT, size=lambda one: 50 + (len(one.says) + len(one.relays) if one else 0))


def profile_of(view: View, source_id: str) -> Profile | None:
    """:func:`twosource.room.source.profile`, made once for each state of a ledger."""
    return _profiles.get((view.mark(), source_id), lambda: profile(view, source_id))
