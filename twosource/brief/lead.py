"""The sentences of a proposition: the one that sums it up, and those that say what nobody said.

They are put together from clauses of the articles (:mod:`twosource.brief.clauses`); which clauses, follows from the
status. Each cites every statement that it has words of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twosource.across import Origin, Status
from twosource.brief.clauses import clause, finished, is_known
from twosource.brief.figures import ends, middle
from twosource.brief.records import FigureSaid, Sentence, Statement
from twosource.link.wording import wording

_NAME = re.compile(r"\b[A-Z]\w+")
"""Within a description: "a joint inquiry of the United Nations" names somebody after all."""

_POINTING = re.compile(r"\A(?:the|that|this|these|those|his|her|its|their|another|other|one of)\b", re.IGNORECASE)
"""At the head of a description of somebody told of before."""

_POINTS = re.compile(r"(?:this|that|these|those|such|it|they|he|she|his|her|its|their)\b", re.IGNORECASE)
_AGAINST = ("denies", "no-sign")
_NAMELESS = ("unnamed", "collective", "role-only")


def lead(
    status: Status,
    statements: Sequence[Statement],
    *,
    origins: Sequence[Origin],
    figures: Sequence[FigureSaid],
    called: str = "",
) -> Sentence:
    """The summing up: for what is contested both sides, for figures that differ both ends, for what was taken back
    what it was and the taking back, for what has several origins two of them; else whoever puts it best, which is the
    statement that the proposition is ``called`` by where nothing speaks against it."""
    pro = _voices([s for s in statements if s.stance in ("says-so", "may-be")], origins, called)
    contra = _voices([s for s in statements if s.stance in _AGAINST], origins, called)
    if status == "contested" and pro and contra:
        return sentence(pro[:1] + contra[:1], ("", "against that, "))
    if status == "retracted" and pro and contra:
        return sentence([pro[0], contra[-1]], ("", "taken back later: "))
    if status == "unconfirmed" and pro and contra:
        return sentence(pro[:1] + contra[:1], ("", "not confirmed: "))
    if status == "figures-differ" and (ends := _ends(statements, figures)):
        return sentence(ends)
    if status in ("several-origins", "contested") and len(pro) > 1:
        return sentence(_apart(pro))
    return sentence((pro or contra or list(statements))[:1])


def sentence(statements: Sequence[Statement], before: Sequence[str] = ()) -> Sentence:
    """One of the clauses of ``statements``, each behind its words ``before`` it; the same one is told once."""
    openings = [*before, *[""] * len(statements)]
    parts = [opening + clause(one.account) for opening, one in zip(openings, statements, strict=False)]
    return Sentence(text=finished(*dict.fromkeys(parts)), citations=tuple(one.citation for one in statements))


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
    """That nobody is named for it, where all who say so are people whom the words themselves leave unnamed: not "he",
    "the company" or "that article", which are named elsewhere."""
    pro = [s for s in statements if s.stance in ("says-so", "may-be")]
    if pro and all(_is_unnamed(one) for one in pro):
        speakers = list(dict.fromkeys(one.speaker for one in pro))
        told = f"{', '.join(speakers[:3])}{' and others' if len(speakers) > 3 else ''}"
        yield Sentence(
            text=f"No source is named for it, only {told}.",
            citations=tuple(one.citation for one in pro[:3]),
        )


def _is_unnamed(one: Statement) -> bool:
    chain = one.account.attribution.chain
    if not chain or chain[-1].name or chain[-1].anonymity not in _NAMELESS or chain[-1].kind in ("document", "author"):
        return False
    return is_known(one.speaker) and not _NAME.search(one.speaker[1:]) and not _POINTING.match(one.speaker)


def _voices(statements: Sequence[Statement], origins: Sequence[Origin], called: str = "") -> list[Statement]:
    """Of each origin the statement that puts it best, in the order in which origins were first heard; those of which
    the words tell who speaks first."""
    place = {one: number for number, origin in enumerate(origins) for one in origin.attributions}
    best: dict[int, Statement] = {}
    for one in statements:
        number = place.get(one.id, -1)
        if number not in best or _faults(one, called) < _faults(best[number], called):
            best[number] = one
    return sorted(best.values(), key=lambda one: (not is_known(one.speaker), not _named(one), one.account.order))


def _apart(voices: Sequence[Statement]) -> list[Statement]:
    """The first two, unless the second points at what stands before it in its own article: beside other words "he" is
    somebody else, and "that number" another."""
    return [one for place, one in enumerate(voices[:2]) if place == 0 or not points(one)]


def points(one: Statement) -> bool:
    """Whether its clause opens with a word for something told before it in its article."""
    return not is_known(one.speaker) or _POINTS.match(clause(one.account)) is not None


def _faults(one: Statement, called: str) -> tuple[bool, bool, bool, bool, bool]:
    """What makes a statement a poor clause: a speaker whom its words do not tell, other words than the heading's,
    nobody named, a headline or a fragment, too many pieces."""
    words = len(one.account.quote.split())
    other = wording(one.account.quote) != called
    return (
        not is_known(one.speaker),
        other,
        not _named(one),
        not 5 <= words <= 45,
        len(one.account.attribution.content) > 1,
    )


def _named(one: Statement) -> bool:
    chain = one.account.attribution.chain
    return bool(chain and chain[-1].name)


def _ends(statements: Sequence[Statement], figures: Sequence[FigureSaid]) -> list[Statement]:
    """Who gives the lowest figure and who the highest, where they are two."""
    by_id = {one.id: one for one in statements}
    found = ends(figures, by_id)
    if found is None or middle(found[0].figure) == middle(found[1].figure):
        return []
    return [by_id[one.attribution] for one in found]
