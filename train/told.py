"""Pairs of statements out of the annotated stories, for :mod:`train.relate`: what it will be asked, with answers.

All pairs about one question, and of every two articles the six that share most words and are not. Only stories that are
there to *train* on: those to develop on measure what was learned.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from gate.annotated import Story, stories
from train.pairs import AGREE, CONTRADICT, OTHER, Pair
from twosource.link.gist import Gist, gist
from twosource.link.terms import common

UNLIKE = 6

_STANCES = {"same": AGREE, "agrees": AGREE, "contradicts": CONTRADICT, "none": OTHER}


def pairs(data: Path) -> Iterator[Pair]:
    """The pairs of all stories to train on."""
    for story in stories(data, ["train"]):
        yield from _of(story)


def _of(story: Story) -> Iterator[Pair]:
    sides = [[gist(account) for account in own if _counts(story, account.id)] for own in story.accounts]
    account_of = story.account_of
    stances = {
        frozenset(account_of[end] for end in (left, right)): _STANCES.get(relation)
        for left, right, relation in story.pairs
        if left in account_of and right in account_of
    }
    for x, left in enumerate(sides):
        for right in sides[x:]:
            yield from _between(story, left, right, stances)


def _between(
    story: Story, left: list[Gist], right: list[Gist], stances: dict[frozenset[str], int | None]
) -> Iterator[Pair]:
    both = combinations(left, 2) if left is right else ((a, b) for a in left for b in right)
    unlike: list[tuple[float, str, str, Pair]] = []
    for one, other in both:
        stance = stances.get(frozenset((one.id, other.id)))
        if story.group_of[story.number_of[one.id]] == story.group_of[story.number_of[other.id]]:
            if stance is None and one.polarity == other.polarity == "affirm" and common(one.own, other.own)[0] > 0.5:
                stance = AGREE
            yield Pair(one.text, other.text, 1.0, stance)
        else:
            share = common(one.terms, other.terms)[0]
            unlike.append((-share, one.id, other.id, Pair(one.text, other.text, 0.0, OTHER)))
    yield from (entry[3] for entry in sorted(unlike, key=lambda entry: entry[:3])[:UNLIKE])


def _counts(story: Story, account: str) -> bool:
    return account in story.number_of and story.number_of[account] not in story.skip
