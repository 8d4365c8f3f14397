"""Accounts → Origins: which support is independent, and why.

:func:`passages` and :func:`keys` find the articles that may share text, :func:`shared` the text that two share,
:func:`origins` the origins of a proposition's accounts, :func:`status` how its reporting stands.
"""

from __future__ import annotations

from twosource.origins.copies import Copy, shared
from twosource.origins.extents import Extent, direction, extent
from twosource.origins.families import family, family_of
from twosource.origins.lineage import Lineage, lineage
from twosource.origins.passages import Passage, keys, passages
from twosource.origins.standing import Doubt, Standing, origins
from twosource.origins.status import status

__all__ = [
    "Copy",
    "Doubt",
    "Extent",
    "Lineage",
    "Passage",
    "Standing",
    "direction",
    "extent",
    "family",
    "family_of",
    "keys",
    "lineage",
    "origins",
    "passages",
    "shared",
    "status",
]
