"""What sources are made of, as a ledger keeps it: the signatures of mentions, and which of them are one source."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from twosource.ledger import View
from twosource.resolve import Signature, keys

SIGNATURES = "signature"
"""A signature's id → its fields as JSON."""

BLOCKS = "source"
MENTIONS = "mention"
"""A mention ("attribution place") → its signature's id."""

CLUSTERS = "cluster"
"""A signature's id → its source's id."""


def inside(view: View, source_id: str) -> set[str]:
    """The ids of the signatures of a source."""
    return view.items(CLUSTERS, [source_id])[source_id]


def read(view: View, ids: Iterable[str]) -> dict[str, Signature]:
    """Those of ``ids`` that are there, by id."""
    kept = view.keys(SIGNATURES, sorted(ids))
    return {one: Signature.unpacked(next(iter(texts))) for one, texts in kept.items() if texts}


def found_by(view: View, wanted: Collection[str]) -> Iterable[Signature]:
    """The signatures that have a key of ``wanted``."""
    return read(view, set().union(*view.items(BLOCKS, sorted(wanted)).values())).values()


def beside(view: View, signatures: Iterable[Signature]) -> dict[str, list[Signature]]:
    """The id of each of ``signatures`` → those that share a key with it, itself too where it is kept, by id."""
    wanted = {one.id: keys(one) for one in signatures}
    under = view.items(BLOCKS, sorted(set().union(*wanted.values())))
    there = read(view, set().union(*under.values()))
    return {
        id_: [there[other] for other in sorted(set().union(*(under[key] for key in own))) if other in there]
        for id_, own in wanted.items()
    }
