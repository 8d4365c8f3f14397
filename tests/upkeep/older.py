"""The made-up story as an older network read it, and what stands in for that network."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tests.upkeep.made import (
    OTHER,
    REPRINT,
    STORY,
    TOLL,
    TOLL_CORRECTED,
    UNDATED,
    UNION,
    WIRE,
    Piece,
    WordReader,
    piece,
)
from twosource import making, upkeep
from twosource.ledger import Ledger, Writer
from twosource.upkeep import Redone

OLDER = "twosource 0.0.9 code 00000000 attribution 11111111 relation 22222222"


def older(monkeypatch: pytest.MonkeyPatch, told: str = OLDER) -> None:
    """Let what is made from now on be made by another code and other networks."""
    monkeypatch.setattr(making, "made_by", lambda: told)


def otherwise(made: Piece, *told: tuple[str, str, str]) -> Piece:
    """The same article, with other attributions."""
    article = made.article
    return piece(article.text, *told, outlet=article.outlet, url=article.url, published=article.published)


BEFORE = (
    # One shorter than it should be, one not found at all, one that is none.
    otherwise(
        WIRE,
        (
            "harbour master Jana Ostrow",
            "said",
            "Morning Star sank off Orrin on Monday and at least four passengers drowned",
        ),
        ("The Orrin Shipping Company", "declined to say", "how many passengers the ferry carried"),
    ),
    otherwise(REPRINT),
    otherwise(TOLL, ("harbour master", "said", "Seven passengers of the ferry Morning Star drowned off Orrin")),
    otherwise(
        TOLL_CORRECTED,
        ("harbour master", "said", "Six passengers of the ferry Morning Star drowned off Orrin"),
        ("Ferry owner Karl Brandt", "denied", "the Morning Star carried too many passengers"),
    ),
    otherwise(UNION, ("The seamen's union", "said", "the Morning Star carried too many passengers")),
    UNDATED,
    otherwise(OTHER, ("Bakers", "strike", "in Sarnow")),
)
"""Every article of the story, in its order, as the older network read it."""

NOW = {made.article.id: made for made in STORY}


def redo(writer: Writer, made: Piece) -> Redone:
    return upkeep.redo(writer, made.article, made.attributions, reader=WordReader())


def redo_all(ledger: Ledger, pieces: Iterable[Piece] = STORY) -> list[Redone]:
    found = []
    for made in pieces:
        with ledger.write() as writer:
            found.append(redo(writer, made))
    return found
