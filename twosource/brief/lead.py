"""The sentences of a proposition: the one that sums it up, and those that say what nobody said.

They are put together from clauses of the articles (:mod:`twosource.brief.clauses`); which clauses, follows from the
status. Each cites every statement that it has words of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twosource.across import Origin, Status
from twosource.brief.clauses import clause, finished
from twosource.brief.figures import middle
from twosource.brief.records import FigureSaid, Sentence, Statement

_NAME = re.compile(r"\b[A-Z]\w+")
"""Within a description: "a joint inquiry of the United Nations" names somebody after all."""

_AGAINST = ("denies", "no-sign")
_NAMELESS = ("unnamed", "collective", "role-only")


def lead(
    status: Status, statements: Sequence[Statement], *, origins: Sequence[Origin], figures: Sequence[FigureSaid]
) -> Sentence:
    """The summing up: for what is contested both sides, for figures that differ both ends, for what was taken back
    what it was and the taking back, for what has several origins two of them; else whoever puts it best."""
    pro = _voices([s for s in statements if s.stance in ("says-so", "may-be")], origins)
    contra = _voices([s for s in statements if s.stance in _AGAINST], origins)
    if status == "contested" and pro and contra:
        return sentence(pro[:1] + contra[:1], ("", "against that, "))
    if status == "retracted" and pro and contra:
        return sentence([pro[0], contra[-1]], ("", "taken back later: "))
    if status == "unconfirmed" and pro and contra:
        return sentence(pro[:1] + contra[:1], ("", "not confirmed: "))
    if status == "figures-differ" and (ends := _ends(statements, figures)):
        return sentence(ends)
    if status in ("several-origins", "contested") and len(pro) > 1:
        return sentence(pro[:2])
    return sentence((pro or contra or list(statements))[:1])


def sentence(statements: Sequence[Statement], before: Sequence[str] = ()) -> Sentence:
    """One of the clauses of ``statements``, each behind its words ``before`` it."""
    openings = [*before, *[""] * len(statements)]
    parts = [opening + clause(one.account) for opening, one in zip(openings, statements, strict=False)]
    return Sentence(text=finished(*parts), citations=tuple(one.citation for one in statements))


def missing(statements: Sequence[Statement], origins: Sequence[Origin]) -> tuple[Sentence, ...]:
    """Who was asked and would not say, or has not confirmed it; and that no named source stands behind it, where that
    is so."""
    return (*refusals(statements, origins), *_nameless(statements))


def refusals(statements: Sequence[Statement], origins: Sequence[Origin]) -> Iterator[Sentence]:
    """A sentence for each origin that declines, or has not confirmed it."""
    open_left = [s for s in statements if s.stance in ("silent", "no-sign") and _withholds(s)]
    for one in _voices(open_left, origins):
        yield sentence([one])


def _withholds(one: Statement) -> bool:
    return one.account.attribution.polarity == "withhold"


def _nameless(statements: Sequence[Statement]) -> Iterator[Sentence]:
    pro = [s for s in statements if s.stance in ("says-so", "may-be") and s.account.attribution.chain]
    last = [s.account.attribution.chain[-1] for s in pro]
    names = any(_NAME.search(one.speaker[1:]) for one in pro)
    if pro and not names and all(link.anonymity in _NAMELESS and not link.name for link in last):
        speakers = list(dict.fromkeys(one.speaker for one in pro))
        told = f"{', '.join(speakers[:3])}{' and others' if len(speakers) > 3 else ''}"
        yield Sentence(
            text=f"No source is named for it, only {told}.",
            citations=tuple(one.citation for one in pro[:3]),
        )


def _voices(statements: Sequence[Statement], origins: Sequence[Origin]) -> list[Statement]:
    """Of each origin the statement that puts it best, in the order in which origins were first heard."""
    place = {one: number for number, origin in enumerate(origins) for one in origin.attributions}
    best: dict[int, Statement] = {}
    for one in statements:
        number = place.get(one.id, -1)
        if number not in best or _faults(one) < _faults(best[number]):
            best[number] = one
    return sorted(best.values(), key=lambda one: (not _named(one), one.account.order))


def _faults(one: Statement) -> tuple[bool, bool, bool]:
    """What makes a statement a poor clause: nobody named, a headline or a fragment, too many pieces."""
    words = len(one.account.quote.split())
    return not _named(one), not 5 <= words <= 45, len(one.account.attribution.content) > 1


def _named(one: Statement) -> bool:
    chain = one.account.attribution.chain
    return bool(chain and chain[-1].name)


def _ends(statements: Sequence[Statement], figures: Sequence[FigureSaid]) -> list[Statement]:
    """Who gives the lowest figure and who the highest, where they are two."""
    by_id = {one.id: one for one in statements}
    ordered = sorted(figures, key=lambda found: middle(found.figure))
    if not ordered or middle(ordered[0].figure) == middle(ordered[-1].figure):
        return []
    return [by_id[ordered[0].attribution], by_id[ordered[-1].attribution]]
