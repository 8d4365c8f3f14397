"""What people judged of accounts and of pairs of them, as the accounts stand now.

A verdict is anchored in an article and a passage, not in an extraction: after articles are read anew it holds for the
account whose content overlaps the passage most. What was said of an account holds for its correction too, and of a
correction that was taken back for what it corrected. The later of two verdicts outranks the earlier; what is withdrawn
does not count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from twosource.across import Account, Anchor, Judgement, in_force
from twosource.link.groups import Pair
from twosource.records import Span

_ABOUT_PAIRS = ("same", "not-same", "unsure")
ABOUT_ONE = ("right", "wrong", "corrected")
"""Verdicts about an extraction, that decide whether it counts."""

Find = Callable[[str], Sequence[Account]]
"""The accounts of an article, by its id."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of accounts by their ids, sorted: that people called one proposition, that they called two, and that they
    were unsure of. ``leaving`` are the accounts that somebody took out of another's proposition."""

    same: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()
    unsure: frozenset[Pair] = frozenset()
    leaving: frozenset[str] = frozenset()

    def __or__(self, other: Pairs) -> Pairs:
        return Pairs(
            self.same | other.same,
            self.apart | other.apart,
            self.unsure | other.unsure,
            self.leaving | other.leaving,
        )


def anchor(account: Account) -> Anchor:
    """What a judgement about ``account`` is anchored in."""
    content = account.attribution.content
    return Anchor(record=account.id, article=account.article.id, span=(content[0][0], content[-1][1]))


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an account: ``now`` is the one that counts in its place, itself or another; ``why`` it does not
    count itself, where it does not: called ``wrong``, ``corrected``, or a correction that is ``undone``."""

    now: str | None
    why: Literal["wrong", "corrected", "undone"] | None = None


class Standing:
    """Which accounts count, given ``judgements``: each article is asked for once, when something of it is asked."""

    def __init__(self, judgements: Iterable[Judgement], find: Find) -> None:
        self._find = find
        self._known: dict[str, dict[str, Fate]] = {}
        self._verdicts: dict[str, list[Judgement]] = defaultdict(list)
        for one in in_force(judgements):
            if one.about == "attribution" and one.verdict in ABOUT_ONE and one.left.article:
                self._verdicts[one.left.article].append(one)

    def now(self, anchor: Anchor) -> str | None:
        """The account that counts in the place of what ``anchor`` is about; ``None`` where nothing does."""
        found = anchored(anchor, self._find)
        return self.of(anchor.article)[found].now if found and anchor.article else None

    def of(self, article: str) -> Mapping[str, Fate]:
        """:func:`fates` of an article."""
        if article not in self._known:
            self._known[article] = fates(self._find(article), self._verdicts[article])
        return self._known[article]


def fates(accounts: Sequence[Account], judgements: Iterable[Judgement]) -> dict[str, Fate]:
    """What became of each of an article's ``accounts``, by id.

    The place of one is taken by its latest correction in force, and where that is corrected in turn, by the correction
    of it; a correction that is not in force leaves the place to what it corrects. What is called ``wrong`` at last
    leaves it empty.
    """
    amends = {account.id: account.attribution.amends for account in accounts}
    last = {
        found: one
        for one in in_force(judgements)
        if one.about == "attribution" and one.verdict in ABOUT_ONE and (found := anchored(one.left, lambda _: accounts))
    }
    return {one: _fate(one, amends, last) for one in amends}


def _fate(one: str, amends: Mapping[str, str | None], last: Mapping[str, Judgement]) -> Fate:
    first = one
    while (before := amends[first]) is not None:
        if before not in amends:
            return Fate(None, "undone")
        first = before
    reached = list(_reached(first, amends, last))
    final = last.get(reached[-1])
    now = None if final and final.verdict == "wrong" else reached[-1]
    if one not in reached:
        return Fate(now, "undone")
    if one != reached[-1]:
        return Fate(now, "corrected")
    return Fate(now, None if now else "wrong")


def _reached(one: str, amends: Mapping[str, str | None], last: Mapping[str, Judgement]) -> Iterator[str]:
    """What corrections lead to from an account, itself first."""
    yield one
    while (verdict := last.get(one)) and verdict.verdict == "corrected" and verdict.right:
        if amends.get(verdict.right.record) != one:
            return
        one = verdict.right.record
        yield one


def rejected(judgements: Iterable[Judgement], find: Find) -> set[str]:
    """The accounts that do not count: what people called wrong or corrected, and corrections that are not in force."""
    given = list(judgements)
    standing = Standing(given, find)
    articles = {one.left.article for one in given if one.about == "attribution" and one.verdict in ABOUT_ONE}
    return {one for article in sorted(filter(None, articles)) for one, fate in standing.of(article).items() if fate.why}


def judged_pairs(judgements: Iterable[Judgement], standing: Standing) -> Pairs:
    """What people called pairs of the accounts that count now."""
    last = dict(_judged(judgements, standing))
    verdicts = {pair: one.verdict for pair, (one, _) in last.items()}
    return Pairs(
        same=_of("same", verdicts),
        apart=_of("not-same", verdicts),
        unsure=_of("unsure", verdicts),
        leaving=frozenset(
            left for one, left in last.values() if one.verdict == "not-same" and one.about == "proposition"
        ),
    )


def _judged(judgements: Iterable[Judgement], standing: Standing) -> Iterator[tuple[Pair, tuple[Judgement, str]]]:
    """Every verdict on a pair, oldest first, with the account that its left end is now."""
    for one in in_force(judgements):
        if one.about in ("proposition", "link") and one.verdict in _ABOUT_PAIRS and one.right is not None:
            left, right = standing.now(one.left), standing.now(one.right)
            if left and right and left != right:
                yield (min(left, right), max(left, right)), (one, left)


def _of(verdict: str, verdicts: Mapping[Pair, str]) -> frozenset[Pair]:
    return frozenset(pair for pair, given in verdicts.items() if given == verdict)


def pair_verdicts(judgements: Iterable[Judgement], find: Find) -> tuple[set[Pair], set[Pair]]:
    """The pairs of accounts that people called one proposition, and those that they called two."""
    given = list(judgements)
    found = judged_pairs(given, Standing(given, find))
    return set(found.same), set(found.apart)


def as_they_stand(judgements: Iterable[Judgement], standing: Standing) -> list[Judgement]:
    """The judgements in force about pairs of attributions, with the accounts that count now for their ends; without
    those of which an end does not count."""
    found = []
    for one in in_force(judgements):
        if one.about == "attribution" and one.verdict in _ABOUT_PAIRS and one.right:
            left, right = standing.now(one.left), standing.now(one.right)
            if left and right:
                ends = (replace(one.left, record=left), replace(one.right, record=right))
                found.append(replace(one, left=ends[0], right=ends[1]))
    return found


def anchored(anchor: Anchor, find: Find) -> str | None:
    """The account that ``anchor`` is about: the one of its id, else the one that overlaps its passage most."""
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
