"""Cases about two statements: whether they are about one question, and whether they have one origin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from twosource.across import Case, Link
from twosource.link.groups import ABSENT, ENOUGH, Pair
from twosource.origins.otherwise import as_one, as_two, together
from twosource.origins.standing import Doubt
from twosource.review.look import Look, Settled, pair
from twosource.review.worth import Stand, change, consequence

LEAST = 0.15
"""Doubt from which a pair is asked about. In six stories annotated by hand 1 of 12 that were joined with less is wrong,
and 8 of 20 with little more."""
ONE_ORIGIN = 0.28
"""The chance that two origins which are not shown to be independent are one: 59 of 211 in six stories annotated by
hand."""
_ASKED = 4
_ORIGINS_ASKED = 2
"""Of three that nobody names each pair is doubtful; two answers tell most."""


def joined(look: Look, settled: Settled) -> Iterator[Case]:
    """Members that are in the proposition by a narrow margin, each beside the statement that it is called after. Judged
    ``not-same``, the ``left`` one leaves it."""
    judged = {end for two in settled.pairs if look.by_id.keys() >= set(two) for end in two}
    members = [one for one in look.members if one.id not in {look.central, *judged}]
    unsure = [(round(1 - look.belongs(one.id), 4), one) for one in members]
    asked = sorted((entry for entry in unsure if entry[0] >= LEAST), key=lambda entry: (-entry[0], entry[1].order))
    for doubt, one in asked[:_ASKED]:
        after = look.without(one.id)
        score = look.score.get(pair(one.id, look.central))
        yield Case(
            about="proposition",
            left=one.id,
            right=look.central,
            proposition=look.proposition.id,
            doubt=doubt,
            worth=round(doubt * change(look.stand, after) * look.proposition.weight, 4),
            reasons=(_taken(doubt), _compared(score), *consequence(look.stand, after)),
        )


def _taken(doubt: float) -> str:
    return f"statements as loosely tied as these are about one question in {round(100 * (1 - doubt))} of 100 cases"


def _compared(score: float | None) -> str:
    if score is None:
        return "it hangs on other statements of the group: with this one it was not compared, or has little in common"
    return f"compared with this one alone the chance is {round(100 * score)} %"


def kept_apart(looks: Sequence[Look], links: Iterable[Link], settled: Settled) -> Iterator[Case]:
    """Propositions that a link would join, were it not outvoted: the two statements of the strongest. ``doubt`` is the
    mean score between the two groups, by which it was decided. The case belongs to the proposition of ``left``.

    Links too weak to join anything alone ask nothing: they tie propositions that are looked at apart, so that what is
    asked would depend on what was looked at together.
    """
    of = {one: look for look in looks for one in look.by_id}
    at = {one: look.proposition.id for one, look in of.items()}
    judged = {pair(at[left], at[right]) for left, right in settled.pairs if left in at and right in at}
    between: dict[Pair, list[Link]] = defaultdict(list)
    for link in links:
        left, right = of.get(link.left), of.get(link.right)
        if left and right and left is not right:
            between[pair(left.proposition.id, right.proposition.id)].append(link)
    for two, found in sorted(between.items()):
        best = max(found, key=lambda link: (link.score, link.left, link.right))
        one, other = of[best.left], of[best.right]
        size = len(one.members) * len(other.members)
        doubt = round((sum(link.score for link in found) + ABSENT * (size - len(found))) / size, 4)
        if best.score >= ENOUGH and doubt >= LEAST and two not in judged:
            yield _apart(one, other, best, doubt)


def _apart(one: Look, other: Look, best: Link, doubt: float) -> Case:
    heavier = max((one, other), key=lambda look: (look.proposition.weight, look.proposition.id))
    members = sorted([*one.members, *other.members], key=lambda account: account.order)
    after = Stand.of(members, together(one.standing, other.standing), [*one.telling, *other.telling, best])
    return Case(
        about="proposition",
        left=best.left,
        right=best.right,
        proposition=one.proposition.id,
        doubt=doubt,
        worth=round(doubt * change(heavier.stand, after) * heavier.proposition.weight, 4),
        reasons=(
            f"the two may be about one question: compared alone, the chance is {round(100 * best.score)} %",
            f"over all statements of both groups it is {round(100 * doubt)} %, so they were kept apart",
            *consequence(heavier.stand, after),
        ),
    )


def origins(look: Look, settled: Settled) -> Iterator[Case]:
    """Affirming origins that are not shown to be independent, by their first statements. Either answer moves the range:
    ``same`` its upper end, ``not-same`` its lower."""
    first = {one.id: one.attributions[0] for one in look.standing.origins if one.stance == "affirm"}
    asked = (
        doubt
        for doubt in look.standing.doubts
        if doubt.left in first and pair(first[doubt.left], first[doubt.right]) not in settled.origins
    )
    for doubt in islice(asked, _ORIGINS_ASKED):
        yield _origins(look, doubt, first[doubt.left], first[doubt.right])


def _origins(look: Look, doubt: Doubt, left: str, right: str) -> Case:
    one, two = (Stand.of(look.members, made(look.standing, doubt), look.telling) for made in (as_one, as_two))
    expected = ONE_ORIGIN * change(look.stand, one) + (1 - ONE_ORIGIN) * change(look.stand, two)
    told = (*consequence(look.stand, one, given="were they one"), *consequence(look.stand, two, given="were they two"))
    return Case(
        about="attribution",
        left=left,
        right=right,
        proposition=look.proposition.id,
        doubt=ONE_ORIGIN,
        worth=round(expected * look.proposition.weight, 4),
        reasons=(f"they count as two origins, but are not shown to be independent: {doubt.why}", *told),
    )
