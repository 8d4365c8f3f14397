"""What hangs on a verdict, in words: known from how things stand, without trying it out."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.across import Origin
from twosource.brief.phrases import count
from twosource.room.desk_sides import SourceSide, StatementSide

_OF_STANCE = {"affirm": "that says so", "deny": "that denies it", "withhold": "that withholds"}


def of_one(side: StatementSide) -> Iterator[str]:
    """What would be without an extraction."""
    if side.proposition is None:
        yield "It is in no proposition now."
        return
    others = len(side.proposition.attributions) - 1
    if not others:
        yield "If it is wrong, its proposition is gone: it is the only statement of it."
        return
    yield f"If it is wrong, {count(others, 'other statement')} of its proposition {'stay' if others > 1 else 'stays'}."
    origin = side.origin
    if origin and origin.attributions == (side.id,):
        alike = sum(one.stance == origin.stance for one in side.origins)
        if alike == 1:
            yield f"It is the only statement of its proposition {_OF_STANCE[origin.stance]}."
        else:
            yield f"It is an origin by itself: of {alike} {_OF_STANCE[origin.stance]}, {alike - 1} would be left."


def of_pair(left: StatementSide, right: StatementSide, *, leaves: bool) -> Iterator[str]:
    """What would come together, or apart; ``leaves`` tells whether the left one is who goes."""
    if left.proposition is None or right.proposition is None:
        return
    if left.proposition.id == right.proposition.id:
        size = len(left.proposition.attributions)
        parted = "takes the first out of it" if leaves else "parts them"
        yield f"They are in one proposition now, with {count(size, 'statement')} in all; “not the same” {parted}."
        return
    sizes = len(left.proposition.attributions), len(right.proposition.attributions)
    yield f"They are in two propositions now, of {count(sizes[0], 'statement')} and of {sizes[1]}."
    if left.stance != right.stance:
        yield "Their stances differ: together they are a disagreement that people can see."


def of_origins(left: StatementSide, right: StatementSide) -> Iterator[str]:
    """What would become of the origins of two statements."""
    if left.proposition and left.origin and right.origin:
        low, high = left.proposition.independent
        now = "one origin" if _one(left.origin, right.origin) else "two origins"
        yield f"They count as {now} now; {low} to {high} independent origins in all."


def _one(left: Origin, right: Origin) -> bool:
    return left.id == right.id


def of_source(side: SourceSide) -> Iterator[str]:
    """What a grade would do."""
    yield f"A grade is kept beside its {count(side.size, 'mention')}, and changes no grouping."


def of_sources(left: SourceSide, right: SourceSide) -> Iterator[str]:
    """What would come together, or apart, of two sources."""
    if left.source.id == right.source.id:
        size = count(len(left.source.mentions), "mention")
        yield f"They count as one source now, of {size}; “not the same” parts it."
    else:
        sizes = f"{count(left.size, 'mention')} and of {right.size}"
        yield f"They count as two sources now, of {sizes}; “the same” makes them one."
    yield "What one source says twice is one origin."
