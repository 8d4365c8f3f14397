"""What a verdict is about, as the ledger stands now."""

from __future__ import annotations

from twosource.across import Anchor, Judgement
from twosource.ledger import View, accounts_in
from twosource.link.verdicts import anchored
from twosource.upkeep.sources import Place, mention_at


def touched(view: View, judgement: Judgement) -> tuple[set[str], set[Place]]:
    """The accounts and the mentions that ``judgement`` is about; of a withdrawal, what was withdrawn."""
    if judgement.verdict == "withdrawn":
        judgement = next(one for one in view.judgements() if one.id == judgement.left.record)
    ends = [end for end in (judgement.left, judgement.right) if end]
    if judgement.about == "source":
        return set(), {place for end in ends for place in _mentions(view, end)}
    find = accounts_in(view)
    return {found for end in ends if (found := anchored(end, find))}, set()


def _mentions(view: View, anchor: Anchor) -> set[Place]:
    """The mention that an anchor points at; else all of the source of its id, and of those that go by its name."""
    if anchor.article and anchor.span:
        at = mention_at(accounts_in(view)(anchor.article), anchor.span)
        if at:
            return at
    found = {mention for one in view.sources([anchor.record]) for mention in one.mentions}
    if not found and anchor.name:
        found = {mention for one in view.sources() if anchor.name in (one.name, *one.names) for mention in one.mentions}
    return found
