"""What is to be judged of some propositions: of each the few cases most worth it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from twosource.across import Case, Link
from twosource.review.look import Look, Settled
from twosource.review.pairs import joined, kept_apart, origins
from twosource.review.statements import readings

MOST = 4
"""Cases of one proposition: a story of a hundred statements does not fill the queue."""
LEAST = 0.25
"""Worth from which something is asked. A doubt of a quarter whether one article's statement is one is worth .3."""


def of_propositions(looks: Sequence[Look], links: Iterable[Link], settled: Settled) -> Iterator[tuple[str, Case]]:
    """Proposition and case, most worth first, of propositions that hang together by ``links``; without what people
    gave a verdict on."""
    found: dict[str, list[Case]] = defaultdict(list)
    for look in looks:
        found[look.proposition.id] += [
            *readings(look, settled),
            *(joined(look, settled) if len(look.members) > 1 else ()),
            *(origins(look, settled) if look.standing.doubts else ()),
        ]
    for case in kept_apart(looks, links, settled):
        if case.proposition:
            found[case.proposition].append(case)
    for owner, cases in found.items():
        worthy = [case for case in cases if case.worth >= LEAST]
        for case in sorted(worthy, key=lambda one: (-one.worth, one.id))[:MOST]:
            yield owner, case
