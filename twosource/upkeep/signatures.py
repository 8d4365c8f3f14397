"""What sources are made of, as a ledger keeps it: the signatures of mentions, and which of them are one source."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import fields
from typing import Any

from twosource.ledger import View
from twosource.resolve import Signature

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
    return {one: unpacked(next(iter(texts))) for one, texts in kept.items() if texts}


def found_by(view: View, wanted: Collection[str]) -> Iterable[Signature]:
    """The signatures that have a key of ``wanted``."""
    return read(view, set().union(*view.items(BLOCKS, sorted(wanted)).values())).values()


def packed(one: Signature) -> str:
    """As it is kept."""
    told = {field.name: getattr(one, field.name) for field in fields(one) if field.init}
    return json.dumps({name: value for name, value in told.items() if name != "alone" or value}, sort_keys=True)


def unpacked(text: str) -> Signature:
    """The signature that was kept as ``text``."""
    known: dict[str, Any] = json.loads(text)
    values: dict[str, Any] = {name: tuple(it) if isinstance(it, list) else it for name, it in known.items()}
    return Signature(**values)
