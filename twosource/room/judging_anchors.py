"""Anchors: how a verdict holds on to what it is about when articles are read anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from twosource.across import Account, Anchor, Source, Verdict
from twosource.link.verdicts import anchor
from twosource.room.judging_known import Known
from twosource.room.judging_things import Thing

_WHOLE: tuple[Verdict, ...] = ("right", "unsure", "note", "grade")
"""What is said of a source as a whole."""


def anchors(known: Known, thing: Thing, verdict: Verdict) -> list[Anchor]:
    """An anchor for each end of a judgement on ``thing``; fewer than it needs where something is not there.

    An attribution is held by its passage, a proposition by its earliest one. A source is held by the mention that has
    its fullest name, so that the verdict reaches all that this name means, or where nothing is named by the earliest
    one; a pair that was judged before as that verdict held it, so that the later one answers it, also where the two
    have become one meanwhile. Whether a source is one or two is said of the two mentions that its least sure join
    brought together.
    """
    if thing.about != "source":
        return [found for end in thing.ends if (found := _statement(known, end))]
    if thing.right is None and verdict not in _WHOLE:
        return list(known.seam(thing.left) or ())
    return _before(known, thing) or [found for end in thing.ends if (found := _source(known, end))]


def _statement(known: Known, id_: str) -> Anchor | None:
    account = known.account(id_) or next(map(known.account, known.members(id_)), None)
    return replace(anchor(account), record=id_) if account else None


def _before(known: Known, thing: Thing) -> list[Anchor]:
    """The ends of the last verdict on a pair of sources."""
    for one in reversed(known.naming(thing.ends)):
        if one.about == "source" and one.right and thing.right and {one.left.record, one.right.record} == {*thing.ends}:
            return [one.left, one.right] if one.left.record == thing.left else [one.right, one.left]
    return []


def _source(known: Known, id_: str) -> Anchor | None:
    mentioned = known.mention(id_)
    if mentioned:
        account, link = mentioned
        return Anchor(record=id_, article=account.article.id, span=link.span, name=link.name)
    found = known.source(id_)
    return _named(known, found) if found else None


def _named(known: Known, found: Source) -> Anchor:
    """By its chief mention; one of which no mention has words, by its name alone."""
    accounts = known.view.accounts(sorted({attribution for attribution, _ in found.mentions}))
    at = chief(found, accounts)
    if at is None:
        return Anchor(record=found.id, name=found.name)
    account = accounts[at[0]]
    span = account.attribution.chain[at[1]].span
    return Anchor(record=found.id, article=account.article.id, span=span, name=found.name)


def chief(found: Source, accounts: Mapping[str, Account]) -> tuple[str, int] | None:
    """The earliest mention among ``accounts`` that has the name of ``found``; else the earliest that has words."""
    at = [(accounts[attribution], place) for attribution, place in found.mentions if attribution in accounts]
    placed = [(account, place) for account, place in at if account.attribution.chain[place].span]
    best = min(placed, key=lambda one: (not _bears(one, found.name), one[0].order, one[1]), default=None)
    return (best[0].id, best[1]) if best else None


def _bears(at: tuple[Account, int], name: str | None) -> bool:
    return name is None or at[0].attribution.chain[at[1]].name == name
