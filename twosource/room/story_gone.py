"""Where a proposition went whose id is no longer there."""

from __future__ import annotations

from twosource.across import Proposition, proposition_id
from twosource.ledger import View
from twosource.ledger.fitting import memberships
from twosource.room.memo import Memo


def successor(view: View, gone: str) -> Proposition | None:
    """The proposition that now has the statement which one of id ``gone`` was named after; ``None`` where that
    statement is in none.

    All statements are looked through, at two microseconds each, once: an id does not tell what it was made of.
    """
    return _kept.get((view.mark(), gone), lambda: _successor(view, gone))


_kept: Memo[Proposition | None] = Memo(room=1000)


def _successor(view: View, gone: str) -> Proposition | None:
    for attribution, proposition in memberships(view):
        if proposition_id([attribution]) == gone:
            return next(view.propositions([proposition]), None)
    return None
