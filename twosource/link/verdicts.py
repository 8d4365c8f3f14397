"""What people judged of pairs of accounts, as the accounts stand now.

A verdict is anchored in an article and a passage, not in an extraction: after articles are read anew it holds for the
account whose content overlaps the passage most. The later of two verdicts on a pair outranks the earlier; what is
withdrawn does not count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from twosource.across import Account, Anchor, Judgement, in_force
from twosource.link.groups import Pair
from twosource.records import Span

_ABOUT_PAIRS = ("same", "not-same", "unsure")

Find = Callable[[str], Sequence[Account]]
"""The accounts of an article, by its id."""


def pair_verdicts(judgements: Iterable[Judgement], find: Find) -> tuple[set[Pair], set[Pair]]:
    """The pairs of accounts that people called one proposition, and those that they called two."""
    verdicts: dict[Pair, str] = {}
    for one in in_force(judgements):
        if one.about in ("proposition", "link") and one.verdict in _ABOUT_PAIRS and one.right is not None:
            ends = [anchored(end, find) for end in (one.left, one.right)]
            if ends[0] and ends[1] and ends[0] != ends[1]:
                verdicts[min(ends[0], ends[1]), max(ends[0], ends[1])] = one.verdict
    same = {pair for pair, verdict in verdicts.items() if verdict == "same"}
    return same, {pair for pair, verdict in verdicts.items() if verdict == "not-same"}


def rejected(judgements: Iterable[Judgement], find: Find) -> set[str]:
    """The accounts whose extraction people called wrong."""
    verdicts = {
        account: one.verdict
        for one in in_force(judgements)
        if one.about == "attribution" and one.verdict in ("right", "wrong") and (account := anchored(one.left, find))
    }
    return {account for account, verdict in verdicts.items() if verdict == "wrong"}


def anchored(anchor: Anchor, find: Find) -> str | None:
    """The account that ``anchor`` is about now: the one of its id, else the one that overlaps its passage most."""
    accounts = find(anchor.article) if anchor.article else ()
    if any(account.id == anchor.record for account in accounts):
        return anchor.record
    span = anchor.span
    if span is None:
        return None
    overlaps = [(_overlap(account.attribution.content, span), account.id) for account in accounts]
    best = max(overlaps, default=(0.0, ""), key=lambda entry: (entry[0], entry[1]))
    return best[1] if best[0] >= 0.5 else None


def _overlap(content: Sequence[Span], span: Span) -> float:
    common = sum(max(0, min(end, span[1]) - max(start, span[0])) for start, end in content)
    both = sum(end - start for start, end in content) + span[1] - span[0] - common
    return common / both if both else 0.0
